/** Whether the log is whole, in words: every person's entries on every device carry numbers and follow one another. */
import type { AuditGap, AuditLog } from '@keychart/chart';
import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import classes from './access-log.module.css';

interface TrailStateProps {
  readonly log: AuditLog;
  readonly trail: NonNullable<AuditLog['trail']>;
}

export function TrailState({ log, trail }: TrailStateProps) {
  if (log.state !== 'complete') return null;
  const { gaps, entries } = trail;
  return (
    <div className={classes.state}>
      {gaps.length === 0 ? (
        entries > 0 && (
          <Text size="sm" className={classes.whole}>
            <IconCheck size={16} aria-hidden /> No gaps:{' '}
            {entries === 1 ? 'one entry' : `${entries.toLocaleString('en-US')} entries`} checked, none missing
            or altered in between.
          </Text>
        )
      ) : (
        <Alert
          color="attention"
          icon={<IconAlertTriangle aria-hidden />}
          title={
            gaps.every(isCopy) ? 'A device went on from an older copy of itself' : 'The access log has gaps'
          }
        >
          <List size="sm">
            {gaps.map((gap) => (
              <List.Item key={`${gap.npub} ${gap.kind} ${gap.from}`}>{gapText(gap)}</List.Item>
            ))}
          </List>
          <Text size="sm" mt="xs">
            {gaps.every(isCopy)
              ? 'Nothing is missing, and the server cannot have done this: each entry is signed. Ask whether the device was restored from a backup. If not, somebody may have a copy of it: give new keys under Staff.'
              : 'Ask who it concerns first: a device may have been away, or its clock wrong. If nobody can say, entries were kept back or changed on the server.'}
          </Text>
        </Alert>
      )}
      {log.waiting > 0 && (
        <Text size="sm" c="dimmed">
          {log.waiting === 1 ? 'One entry' : `${log.waiting} entries`} of this device not yet with the
          practice.
        </Text>
      )}
      {log.unreadable > 0 && (
        <Text size="sm" c="dimmed">
          {log.unreadable === 1 ? 'One entry' : `${log.unreadable} entries`} could not be read or verified.
        </Text>
      )}
    </div>
  );
}

/** Restored from a backup, or copied: both lines are signed by the same person and here. */
const isCopy = ({ kind }: AuditGap) => kind === 'forked';

function gapText({ kind, by, from, to }: AuditGap): string {
  const name = by === '' ? 'somebody without a name here' : by;
  const number = from === to ? `number ${from}` : `numbers ${from} to ${to}`;
  switch (kind) {
    case 'missing':
      return `Entries of ${name} on one device are missing: ${number}.`;
    case 'altered':
      return `An entry of ${name} is not the one that was written: ${number}.`;
    case 'reordered':
      return `An entry of ${name} is dated before the one it follows: ${number}.`;
    case 'forked':
      return `A device of ${name} wrote ${number} twice, each time something else.`;
  }
}
