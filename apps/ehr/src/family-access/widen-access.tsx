/** A guardian who reads a part of a merged chart is to read all of it. */
import type { PatientView } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { Consequences } from '../asking/consequences.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import type { AccessDialogProps } from './access-dialog-props.ts';

interface WidenAccessProps extends AccessDialogProps {
  readonly guardian: PatientView['guardians'][number];
}

export function WidenAccess({ view, name, guardian, onClose, onDone }: WidenAccessProps) {
  const chart = useChart();
  const attempt = useAttempt();
  const { npub, set: until, beyondPolicy } = guardian;
  const widen = async () => {
    const end = until === undefined ? {} : { until, ...(beyondPolicy && { beyondPolicy }) };
    const change = { kind: 'add', npub, name: guardian.name, ...end } as const;
    const outcome = await attempt.run(() => chart.changeGuardians(view.patientId, change));
    if (outcome) onDone(`${guardian.name} reads the whole record.`);
  };
  return (
    <Consequences
      title={`Let ${guardian.name} read everything?`}
      points={[
        `${guardian.name} reads the whole record of ${name} from its beginning, except what is marked confidential.`,
        'Be sure that they may: until the charts were merged they were guardian in only one of the two.',
      ]}
      act="Let them read"
      kind="gives"
      attempt={attempt}
      onAct={() => void widen()}
      onClose={onClose}
    />
  );
}
