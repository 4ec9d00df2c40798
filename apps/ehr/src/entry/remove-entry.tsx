/** Entered in error: off every list, kept in the history. Asks for the reason first, since it cannot be undone. */

import type { Entry } from '@keychart/chart';
import { useChart, useSession } from '@keychart/react';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { mayTakeVitals, mayWriteNotes } from '../session/permissions.ts';

export function RemoveEntry({ patientId, entry }: { readonly patientId: string; readonly entry: Entry }) {
  const { identity } = useSession();
  const [open, setOpen] = useState(false);
  const allowed =
    entry.resource.resourceType === 'Observation' ? mayTakeVitals(identity) : mayWriteNotes(identity);
  if (!allowed || entry.removed !== undefined) return null;
  return (
    <>
      <Button
        className="kc-screen-only"
        variant="default"
        size="xs"
        w="fit-content"
        onClick={() => setOpen(true)}
      >
        Entered in error
      </Button>
      {open && <RemoveDialog patientId={patientId} ids={[entry.id]} onClose={() => setOpen(false)} />}
    </>
  );
}

interface RemoveDialogProps {
  readonly patientId: string;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

export function RemoveDialog({ patientId, ids, onClose }: RemoveDialogProps) {
  const chart = useChart();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setError('Type a reason. It stands in the history.');
      return;
    }
    setBusy(true);
    try {
      for (const id of ids) {
        const outcome = await chart.remove(patientId, id, reason.trim());
        if (!outcome.ok) {
          setError(outcome.reason);
          return;
        }
      }
      onClose();
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title="Entered in error" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={(event) => void submit(event)}>
        <Text size="sm" mb="md">
          It leaves every list and stays in the history, with your name and the reason.
        </Text>
        <TextInput
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        {error !== undefined && <ErrorNote title="Not removed" detail={error} />}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="critical" loading={busy}>
            Mark as entered in error
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
