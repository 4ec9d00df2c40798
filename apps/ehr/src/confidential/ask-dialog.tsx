/** Why, and for how long: what a colleague who holds the keys reads before answering. */
import type { PatientId } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import { LIMITS } from './confidential-words.ts';

interface AskDialogProps {
  readonly patientId: PatientId;
  readonly name: string;
  readonly onClose: () => void;
}

export function AskDialog({ patientId, name, onClose }: AskDialogProps) {
  const chart = useChart();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState('60');
  const [missing, setMissing] = useState(false);
  const { busy, failure, run } = useAttempt();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const short = reason.trim().length < 3;
    setMissing(short);
    if (short) return;
    if (await run(() => chart.askConfidential(patientId, reason, Number(minutes)))) onClose();
  };

  return (
    <StaffDialog title="Ask for the confidential part" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} aria-label="Ask for the confidential part" noValidate>
        <Text size="sm" mb="md">
          Nobody holds keys they may not use: colleagues who hold those of {name}’s confidential part are
          asked, and one of them has to allow it. Administrators are told. It is for reading, and closes by
          itself.
        </Text>
        <Textarea
          label="Reason"
          description="In a few words, why you need to read it now. The colleagues who are asked and the administrators read this."
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
          error={missing ? 'A reason is needed.' : undefined}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
        />
        <NativeSelect
          label="For how long"
          description="From the moment it is allowed."
          mt="md"
          data={LIMITS.map(({ value, label }) => ({ value, label }))}
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        {failure !== undefined && (
          <ErrorNote title="Not asked" detail={failure} kept="What you typed is still here." />
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Ask
          </Button>
        </Group>
      </form>
    </StaffDialog>
  );
}
