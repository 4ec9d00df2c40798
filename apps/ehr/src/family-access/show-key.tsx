/** The key the practice holds for a patient, shown again to hand it over; the reason goes into the access log first. */
import type { ShownKey } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Consequences } from '../asking/consequences.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import type { AccessDialogProps } from './access-dialog-props.ts';
import { KeySheet } from './key-sheet.tsx';

export function ShowKey({ view, name, onClose, onDone }: AccessDialogProps) {
  const chart = useChart();
  const attempt = useAttempt();
  const [reason, setReason] = useState('');
  const [insist, setInsist] = useState(false);
  const [handover, setHandover] = useState<Extract<ShownKey, { ok: true }>['handover']>();
  const show = async () => {
    setInsist(true);
    if (reason.trim() === '') return;
    const outcome = await attempt.run(() => chart.showPatientKey(view.patientId, reason.trim()));
    if (outcome) setHandover(outcome.handover);
  };
  if (handover !== undefined)
    return (
      <KeySheet
        title={`The key of ${name}`}
        name={name}
        handover={handover}
        onDone={() => onDone(`Once ${name} has the key, choose “The key is handed over”.`)}
      />
    );
  return (
    <Consequences
      title={`Show the key of ${name}?`}
      points={[
        `Whoever has the key reads the record of ${name}: be sure who is in front of you.`,
        'That it was shown, by whom and why, stands in the access log of this patient.',
      ]}
      act="Show the key"
      kind="gives"
      attempt={attempt}
      onAct={() => void show()}
      onClose={onClose}
    >
      <TextInput
        label="Why"
        placeholder="The family lost the sheet"
        mb="md"
        maxLength={200}
        value={reason}
        error={insist && reason.trim() === '' ? 'Say why; it stands in the access log.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </Consequences>
  );
}
