/** The patient has their key in hand: the practice's copy goes. */
import { useChart } from '@keychart/react';
import { Consequences } from '../asking/consequences.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import type { AccessDialogProps } from './access-dialog-props.ts';

export function HandedOver({ view, name, onClose, onDone }: AccessDialogProps) {
  const chart = useChart();
  const attempt = useAttempt();
  const forget = async () => {
    const outcome = await attempt.run(() => chart.forgetPatientKey(view.patientId));
    if (outcome) onDone(`Only ${name} has the key now.`);
  };
  return (
    <Consequences
      title={`Is the key of ${name} handed over?`}
      points={[
        'The practice’s copy of the key is deleted; only the family has it from now on.',
        'Should the family lose it, a new key is made here. The record stays as it is.',
      ]}
      act="It is handed over"
      attempt={attempt}
      onAct={() => void forget()}
      onClose={onClose}
    />
  );
}
