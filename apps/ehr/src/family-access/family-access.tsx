/** Who beside the staff can read this record: the patient's own key and guardians, and how that is changed. */
import type { PatientView } from '@keychart/chart';
import { useSession } from '@keychart/react';
import { dateText, Section, usePracticeZone } from '@keychart/ui';
import { Button, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { lastDay } from '../asking/last-day.ts';
import { mayCreatePatients, readsClinical } from '../session/permissions.ts';
import type { AccessQuestion } from './access-dialog.tsx';
import { AccessState } from './access-state.tsx';
import { readsNow, replacedText } from './access-words.ts';
import classes from './family-access.module.css';
import { MergedReaders } from './merged-readers.tsx';
import { NamedReaders } from './named-readers.tsx';
import { type OnAsk, Reader, ReaderMenu } from './reader.tsx';

const AccessDialog = lazy(async () => ({ default: (await import('./access-dialog.tsx')).AccessDialog }));

interface FamilyAccessProps {
  readonly view: PatientView;
  readonly name: string;
}

export function FamilyAccess({ view, name }: FamilyAccessProps) {
  const { identity } = useSession();
  const [question, setQuestion] = useState<AccessQuestion>();
  const [done, setDone] = useState<string>();
  const mayChange = mayCreatePatients(identity) && readsClinical(identity);
  const ask = (next: AccessQuestion) => {
    setDone(undefined);
    setQuestion(next);
  };
  return (
    <Section title="Who can read this record" level={3}>
      <ul className={classes.list} aria-label="Readers of this record">
        <PatientReader view={view} name={name} onAsk={mayChange ? ask : undefined} />
        {view.guardians.map((guardian) => (
          <GuardianReader key={guardian.npub} guardian={guardian} onAsk={mayChange ? ask : undefined} />
        ))}
      </ul>
      <NamedReaders view={view} />
      {view.merged !== undefined && <MergedReaders view={view} onAsk={mayChange ? ask : undefined} />}
      {view.guardians.length === 0 && (
        <Text size="sm" c="dimmed">
          No guardians.
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        And the staff of the practice, each as far as their role goes.
        {!mayChange && ' Colleagues who read the whole chart can change this.'}
      </Text>
      <AccessState view={view} done={done} />
      {mayChange && (
        <Button
          className="kc-screen-only"
          variant="default"
          size="xs"
          mt="sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => ask({ kind: 'add' })}
        >
          Add a guardian
        </Button>
      )}
      <Suspense>
        {question !== undefined && (
          <AccessDialog
            question={question}
            view={view}
            name={name}
            onClose={() => setQuestion(undefined)}
            onDone={(what) => {
              setQuestion(undefined);
              setDone(what);
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}

function PatientReader({ view, name, onAsk }: FamilyAccessProps & { readonly onAsk: OnAsk }) {
  const { key } = view;
  if (key === undefined) return null;
  const facts = [key.heldHere ? 'key held by the practice until handed over' : 'has their own key'];
  if (key.heldByOthers) facts.push('a colleague who has left could have copied it: make a new one');
  const replaced = replacedText(key.replaced);
  if (replaced !== undefined) facts.push(replaced);
  return (
    <Reader name={name} what="Patient" facts={facts.join(', ')}>
      {onAsk && (
        <ReaderMenu name={name}>
          {key.heldHere && (
            <Menu.Item onClick={() => onAsk({ kind: 'show-key' })}>Show the key to hand it over</Menu.Item>
          )}
          {key.heldHere && (
            <Menu.Item onClick={() => onAsk({ kind: 'handed-over' })}>The key is handed over</Menu.Item>
          )}
          <Menu.Item onClick={() => onAsk({ kind: 'new-key', reason: 'lost' })}>The key is lost</Menu.Item>
          <Menu.Item onClick={() => onAsk({ kind: 'new-key', reason: 'stolen' })}>
            The key was stolen
          </Menu.Item>
          <Menu.Item onClick={() => onAsk({ kind: 'new-key', reason: 'own' })}>
            Brings a key of their own
          </Menu.Item>
        </ReaderMenu>
      )}
    </Reader>
  );
}

interface GuardianReaderProps {
  readonly guardian: PatientView['guardians'][number];
  readonly onAsk: OnAsk;
}

function GuardianReader({ guardian, onAsk }: GuardianReaderProps) {
  const zone = usePracticeZone();
  const { name, npub, until, byPolicy, beyondPolicy } = guardian;
  const over = !readsNow(guardian, Date.now());
  const day = until === undefined ? '' : dateText(lastDay(zone, until));
  const facts =
    until === undefined
      ? 'no end'
      : `${over ? 'ended after' : 'until'} ${day}${byPolicy ? ', by the practice’s policy' : beyondPolicy ? ', beyond the age of the practice’s policy' : ''}`;
  return (
    <Reader name={name === '' ? 'Name not known' : name} what="Guardian" facts={facts} over={over}>
      {onAsk && (
        <ReaderMenu name={name}>
          <Menu.Item onClick={() => onAsk({ kind: 'change', npub })}>Change name or end</Menu.Item>
          <Menu.Item color="critical" onClick={() => onAsk({ kind: 'remove', npub })}>
            Remove
          </Menu.Item>
        </ReaderMenu>
      )}
    </Reader>
  );
}
