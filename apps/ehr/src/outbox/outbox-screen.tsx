/** What is written here and not yet with the practice: waiting, on its way, or refused with the reason and the text. */

import type { OutboxItem } from '@keychart/chart';
import { useAsk, useChart, useSession } from '@keychart/react';
import {
  DeliveryMark,
  describeConnection,
  EmptyState,
  ErrorNote,
  kindText,
  LoadingLines,
  RefusalText,
  When,
} from '@keychart/ui';
import { Button, Group, Text } from '@mantine/core';
import { usePatientNames } from '../patients/use-patient-names.ts';
import { Screen } from '../screen/screen.tsx';
import classes from './outbox.module.css';
import { TypedText } from './typed-text.tsx';

export function OutboxScreen() {
  const { status } = useSession();
  const chart = useChart();
  const stamp = `${status?.connection} ${status?.unsent} ${status?.refused}`;
  const { value: items, error, again } = useAsk('outbox', stamp, () => chart.outbox());
  const { words, hint } = describeConnection(status);
  const refused = status?.refused ?? 0;
  const nameOf = usePatientNames((items ?? []).flatMap(({ patientId }) => patientId ?? []));
  return (
    <Screen title="Sending" lead={refused > 0 ? refusedText(refused) : `${words}. ${hint}`}>
      {error !== undefined && <ErrorNote title="This list could not be read" detail={error} />}
      {items === undefined && error === undefined && <LoadingLines label="Loading what is not sent" />}
      {items?.length === 0 && (
        <EmptyState
          title="Everything is with the practice."
          hint="What you write while offline waits here and is sent in order."
        />
      )}
      <ul className={classes.list} aria-label="Not sent yet">
        {items?.map((item) => (
          <OutboxLine
            key={item.version}
            item={item}
            patient={item.patientId && nameOf(item.patientId)}
            onChanged={again}
          />
        ))}
      </ul>
    </Screen>
  );
}

const refusedText = (count: number) =>
  `${count === 1 ? 'One entry was' : `${count} entries were`} refused. Nothing is lost: what you wrote stands here, with the reason and what to do.`;

interface OutboxLineProps {
  readonly item: OutboxItem;
  readonly patient: string | undefined;
  readonly onChanged: () => void;
}

/** What people call these. */
const KINDS: Readonly<Record<string, string>> = {
  Composition: 'Note',
  Encounter: 'Visit',
  Observation: 'Measurement',
  Condition: 'Problem',
};

function OutboxLine({ item, patient, onChanged }: OutboxLineProps) {
  const chart = useChart();
  const refused = item.delivery.state === 'refused' ? item.delivery.reason : undefined;
  const run = (action: Promise<void>) => void action.then(onChanged, onChanged);
  return (
    <li>
      <Group justify="space-between">
        <Text fw={600}>
          {KINDS[item.resourceType] ?? kindText(item.resourceType)}
          {item.label !== item.resourceType && `: ${item.label}`}
          {patient !== undefined && ` for ${patient}`}
        </Text>
        <Group gap="md">
          <DeliveryMark delivery={item.delivery} quiet={false} />
          <Text size="xs" c="dimmed">
            <When date={item.at} time />
          </Text>
        </Group>
      </Group>
      {refused !== undefined && (
        <>
          <div className={classes.refused}>
            <RefusalText lead="The practice refused it." reason={refused} />
          </div>
          {item.resource !== undefined && <TypedText resource={item.resource} />}
          <Group gap="sm" mt="sm">
            <Button size="xs" variant="default" onClick={() => run(chart.retry(item.version))}>
              Try again
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => run(chart.dismiss(item.version))}>
              Take off this list, keep the text as a draft
            </Button>
          </Group>
        </>
      )}
    </li>
  );
}
