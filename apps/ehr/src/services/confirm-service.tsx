/** The one question before a service loses the key it has. */
import type { ServiceAgent, ServiceChange } from '@keychart/chart';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, List } from '@mantine/core';
import { useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { type ServiceAct, serviceAct } from './service-words.ts';

interface ConfirmServiceProps {
  readonly act: ServiceAct;
  readonly agent: ServiceAgent;
  readonly onClose: () => void;
  /** Answers the reason where it is refused. */
  readonly onDo: (change: ServiceChange) => Promise<string | undefined>;
}

export function ConfirmService({ act, agent, onClose, onDo }: ConfirmServiceProps) {
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const words = serviceAct(act, agent);

  const confirm = async () => {
    setBusy(true);
    setFailure(await onDo({ kind: act, id: agent.id }));
    setBusy(false);
  };

  return (
    <StaffDialog title={words.title} onClose={onClose}>
      <List size="sm" spacing="sm">
        {words.points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
      {failure !== undefined && <ErrorNote title="This cannot be done" detail={failure} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="critical" loading={busy} onClick={() => void confirm()}>
          {words.act}
        </Button>
      </Group>
    </StaffDialog>
  );
}
