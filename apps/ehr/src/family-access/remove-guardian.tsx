/** One guardian stops reading, the others go on. */
import type { PatientView } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { Consequences } from '../asking/consequences.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import type { AccessDialogProps } from './access-dialog-props.ts';
import { removalPoints } from './access-words.ts';

interface RemoveGuardianProps extends AccessDialogProps {
  readonly guardian: PatientView['guardians'][number];
}

export function RemoveGuardian({ view, name, guardian, onClose, onDone }: RemoveGuardianProps) {
  const chart = useChart();
  const attempt = useAttempt();
  const family = { patient: name, guardians: view.guardians, heldHere: view.key?.heldHere ?? true };
  const remove = async () => {
    const change = { kind: 'remove', npub: guardian.npub } as const;
    const outcome = await attempt.run(() => chart.changeGuardians(view.patientId, change));
    if (outcome) onDone(`${guardian.name} reads this record no more.`);
  };
  return (
    <Consequences
      title={`Remove ${guardian.name} as a guardian?`}
      points={removalPoints(guardian, family, Date.now())}
      act="Remove"
      attempt={attempt}
      onAct={() => void remove()}
      onClose={onClose}
    />
  );
}
