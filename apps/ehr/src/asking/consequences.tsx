/** A question before something is taken away: what will happen, and honestly when. */
import { useSession } from '@keychart/react';
import { ErrorNote } from '@keychart/ui';
import { Alert, Button, Group, List } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StaffDialog } from './staff-dialog.tsx';
import type { Attempt } from './use-attempt.ts';

interface ConsequencesProps {
  readonly title: string;
  readonly points: readonly string[];
  readonly act: string;
  readonly attempt: Attempt;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** Whether something is taken away, as mostly, or given. */
  readonly kind?: 'takes' | 'gives';
  /** To be filled in first. */
  readonly children?: ReactNode;
}

export function Consequences({
  title,
  points,
  act,
  kind = 'takes',
  attempt: { busy, failure },
  onAct,
  onClose,
  children,
}: ConsequencesProps) {
  const { status } = useSession();
  return (
    <StaffDialog title={title} onClose={onClose}>
      {children}
      <List size="sm" spacing="sm">
        {points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
      {status?.connection !== 'live' && status?.connection !== 'catching-up' && (
        <Alert color="attention" variant="light" mt="md" icon={<IconCloudOff aria-hidden />}>
          The practice cannot be reached now. This happens as soon as it can be; until then everybody reads as
          before.
        </Alert>
      )}
      {failure !== undefined && <ErrorNote title="This cannot be done" detail={failure} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus={children === undefined || undefined}>
          Cancel
        </Button>
        <Button {...(kind === 'takes' && { color: 'critical' })} loading={busy} onClick={onAct}>
          {act}
        </Button>
      </Group>
    </StaffDialog>
  );
}
