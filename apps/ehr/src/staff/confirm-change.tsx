/** The one question before something is taken away: what will happen, sentence by sentence. */
import type { StaffChange, StaffMember, StaffView } from '@keychart/chart';
import { faultText, useAsk, useChart, useSession } from '@keychart/react';
import { ErrorNote, LoadingLines, usePracticeZone } from '@keychart/ui';
import { Alert, Button, Group, List } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { refusalText } from '../words/refusal-text.ts';
import { foretell } from './what-happens.ts';

interface ConfirmChangeProps {
  readonly change: StaffChange;
  readonly name: string;
  readonly before: StaffMember | undefined;
  readonly view: StaffView;
  readonly onClose: () => void;
  /** Answers the reason where it is refused. */
  readonly onDo: (change: StaffChange, name: string) => Promise<string | undefined>;
}

export function ConfirmChange({ change, name, before, view, onClose, onDo }: ConfirmChangeProps) {
  const chart = useChart();
  const { status } = useSession();
  const timeZone = usePracticeZone();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const asked = useAsk(JSON.stringify(change), view, () => chart.previewStaff(change));
  const preview = asked.value;
  const refused = asked.error ?? (preview?.ok === false ? preview.reason : failure);
  const { title, points, act } = foretell(change, preview?.ok ? preview : { renewed: [], granted: 0 }, {
    name,
    before,
    timeZone,
  });

  const confirm = async () => {
    setBusy(true);
    try {
      setFailure(await onDo(change, name));
    } catch (fault) {
      setFailure(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <StaffDialog title={title} onClose={onClose}>
      {preview === undefined && asked.error === undefined && <LoadingLines label="Looking what this does" />}
      {preview?.ok && (
        <List size="sm" spacing="sm">
          {points.map((point) => (
            <List.Item key={point}>{point}</List.Item>
          ))}
        </List>
      )}
      {preview?.ok && status?.connection !== 'live' && status?.connection !== 'catching-up' && (
        <Alert color="attention" variant="light" mt="md" icon={<IconCloudOff aria-hidden />}>
          The practice cannot be reached now. This happens as soon as it can be; until then nothing changes.
        </Alert>
      )}
      {refused !== undefined && <ErrorNote title="This cannot be done" detail={refusalText(refused)} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          color="critical"
          loading={busy}
          disabled={preview?.ok !== true}
          onClick={() => void confirm()}
        >
          {act}
        </Button>
      </Group>
    </StaffDialog>
  );
}
