/** One service: what it is for, what it reads, since when, and what can be done. */
import type { ServiceAgent } from '@keychart/chart';
import { When } from '@keychart/ui';
import { Button, Group, Text } from '@mantine/core';
import { Standing } from '../screen/standing.tsx';
import { readsText, type ServiceAct, serviceText } from './service-words.ts';
import classes from './services.module.css';

interface ServiceRowProps {
  readonly agent: ServiceAgent;
  /** A change of the staff is on its way: what is unfinished may be just that. */
  readonly waiting: boolean;
  readonly disabled: boolean;
  readonly onFinish: () => void;
  readonly onAct: (act: ServiceAct) => void;
  /** Whose charts it reads: of a service for named patients. */
  readonly onPatients: () => void;
}

export function ServiceRow({ agent, waiting, disabled, onFinish, onAct, onPatients }: ServiceRowProps) {
  const { name, service, createdAt, state, patients } = agent;
  const unfinished = state === 'unfinished' && !waiting;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={600} dir="auto">
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {name === serviceText(service) ? '' : `${serviceText(service)}. `}
          {readsText(agent)}.
        </Text>
        <Text size="xs" c="dimmed">
          since <When date={createdAt} />
        </Text>
      </div>
      <State state={state} waiting={waiting} />
      <Group gap="xs" className={classes.actions}>
        {unfinished && (
          <Button size="xs" disabled={disabled} aria-label={`Let ${name} in`} onClick={onFinish}>
            Let it in
          </Button>
        )}
        {patients !== undefined && state === 'active' && (
          <Button
            size="xs"
            variant="default"
            disabled={disabled}
            aria-label={`Patients of ${name}`}
            onClick={onPatients}
          >
            Patients
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          disabled={disabled}
          aria-label={`New key for ${name}`}
          onClick={() => onAct('rotate')}
        >
          New key
        </Button>
        <Button
          size="xs"
          variant="default"
          color="critical"
          disabled={disabled}
          aria-label={`Revoke ${name}`}
          onClick={() => onAct('revoke')}
        >
          Revoke
        </Button>
      </Group>
    </li>
  );
}

function State({ state, waiting }: { readonly state: ServiceAgent['state']; readonly waiting: boolean }) {
  if (state === 'active') return <Standing how="open">has access</Standing>;
  if (waiting) return <Standing how="coming">being let in</Standing>;
  return <Standing how="wrong">not let in yet</Standing>;
}
