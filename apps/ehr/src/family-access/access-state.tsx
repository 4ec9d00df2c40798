/** How the last change of access stands: on its way, refused, or done. */
import type { PatientView } from '@keychart/chart';
import { useSession } from '@keychart/react';
import { ErrorNote } from '@keychart/ui';
import { Text } from '@mantine/core';
import { IconCheck, IconClockHour4, IconCloudOff } from '@tabler/icons-react';
import classes from './family-access.module.css';
import { useAccessDelivery } from './use-access-delivery.ts';

export function AccessState({
  view,
  done,
}: {
  readonly view: PatientView;
  /** What was asked for on this screen; undefined where nothing was. */
  readonly done: string | undefined;
}) {
  const { status } = useSession();
  const { waiting, refused, retry } = useAccessDelivery(view.patientId, `${view.counts.unsent} ${done}`);
  const live = status?.connection === 'live' || status?.connection === 'catching-up';
  if (refused !== undefined)
    return (
      <ErrorNote
        title="A change of access was refused"
        detail={refused}
        kept="Until it is taken, everybody reads as before."
        retry={{ label: 'Try again', onRetry: retry }}
      />
    );
  if (waiting)
    return (
      <Text size="sm" className={classes.waiting} role="status">
        {live ? <IconClockHour4 size={14} aria-hidden /> : <IconCloudOff size={14} aria-hidden />}
        {live
          ? 'A change of access is being sent.'
          : 'A change of access waits for the connection. Until then everybody reads as before.'}
      </Text>
    );
  if (done === undefined) return null;
  return (
    <Text size="sm" className={classes.done} role="status">
      <IconCheck size={14} aria-hidden /> {done}
    </Text>
  );
}
