/** Above the list: the change that is under way, refused, or done. */
import type { StaffChange, StaffView } from '@keychart/chart';
import { useSession } from '@keychart/react';
import { CopyText, ErrorNote, firstUpper } from '@keychart/ui';
import { Alert, Button, CloseButton, Group, Loader, Text } from '@mantine/core';
import { IconCheck, IconClockHour4, IconCloudOff } from '@tabler/icons-react';
import { refusalText } from '../words/refusal-text.ts';
import classes from './staff.module.css';
import { reportText, underWay } from './what-happens.ts';

/** What was made on this screen, until its report is closed. */
export interface Made {
  readonly change: StaffChange;
  readonly name: string;
  readonly renewed: readonly string[];
  readonly granted: number;
}

interface ChangeStateProps {
  readonly pending: StaffView['pending'];
  /** The practice has it, and it waits for another administrator. */
  readonly proposed: boolean;
  readonly made: Made | undefined;
  readonly nameOf: (change: StaffChange) => string;
  readonly onAgain: (change: StaffChange) => void;
  readonly onClose: () => void;
}

export function ChangeState({ pending, proposed, made, nameOf, onAgain, onClose }: ChangeStateProps) {
  if (pending?.state === 'waiting')
    return <Waiting what={underWay(pending.change, nameOf(pending.change))} proposed={proposed} />;
  if (pending?.state === 'refused')
    return (
      <div className={classes.state}>
        <ErrorNote
          title={`${firstUpper(underWay(pending.change, nameOf(pending.change)))} was refused`}
          detail={refusalText(pending.reason ?? 'The practice did not say why')}
          kept="Nothing has changed. Look at the list as it is now, and make the change again if it is still needed."
          retry={{ label: 'Make it again', onRetry: () => onAgain(pending.change) }}
        />
      </div>
    );
  return made === undefined ? null : <Report made={made} onClose={onClose} />;
}

function Waiting({ what, proposed }: { readonly what: string; readonly proposed: boolean }) {
  const { status } = useSession();
  const live = status?.connection === 'live' || status?.connection === 'catching-up';
  if (proposed)
    return (
      <Alert
        className={classes.state ?? ''}
        role="status"
        color="attention"
        variant="light"
        icon={<IconClockHour4 aria-hidden />}
        title={`Waiting for approval: ${what}`}
      >
        <Text size="sm">
          Another administrator has to approve it on their workstation. Until then nothing has changed for
          anybody.
        </Text>
      </Alert>
    );
  return (
    <Alert
      className={classes.state ?? ''}
      role="status"
      color={live ? 'info' : 'attention'}
      variant="light"
      icon={live ? <Loader size={16} aria-hidden /> : <IconCloudOff aria-hidden />}
      title={live ? `Being sent: ${what}` : `Waiting for the connection: ${what}`}
    >
      <Text size="sm">
        {live
          ? 'In force as soon as the practice has taken it. The next change can be made then.'
          : 'Kept on this device and sent as soon as the practice can be reached. Until then nothing has changed for anybody.'}
      </Text>
    </Alert>
  );
}

function Report({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const { title, points } = reportText(made.change, made, made.name);
  const comes = made.change.kind === 'add';
  return (
    <section className={`${classes.report} ${classes.state}`} aria-label="What was done">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} className={classes.good} role="status">
          <IconCheck size={16} aria-hidden /> {title}
        </Text>
        <CloseButton size="sm" aria-label="Close the report" onClick={onClose} />
      </Group>
      {points.map((point) => (
        <Text key={point} size="sm">
          {point}
        </Text>
      ))}
      {comes && (
        <>
          <Text size="sm" my="sm">
            They log in here with their own secret key:
          </Text>
          <CopyText text={`${location.origin}${location.pathname}`} label="Copy the address" />
        </>
      )}
    </section>
  );
}

/** Somebody's time has run out by its date, and their keys are still the ones in use. */
export function RenewalDue({
  areas,
  onRenew,
}: {
  readonly areas: string;
  readonly onRenew: (() => void) | undefined;
}) {
  return (
    <Alert
      className={classes.state ?? ''}
      color="attention"
      variant="light"
      title="An access has ended by its date"
    >
      <Text size="sm">
        The practice lets that person in no more. With new keys for {areas}, nothing written from now on opens
        with the ones they had; they are made with the next change in any case.
      </Text>
      {onRenew !== undefined && (
        <Button size="xs" variant="default" mt="sm" onClick={onRenew}>
          Make new keys now
        </Button>
      )}
    </Alert>
  );
}
