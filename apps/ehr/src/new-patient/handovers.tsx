/** The keys made for a family, one sheet after the other; whoever brought a key of their own has none. */
import type { CreatedPatient } from '@keychart/chart';
import { useEffect, useState } from 'react';
import { Handover } from './handover.tsx';

interface HandoversProps {
  readonly created: readonly CreatedPatient[];
  /** In the same order. */
  readonly names: readonly string[];
  readonly onDone: (patientId: string, name: string) => void;
}

export function Handovers({ created, names, onDone }: HandoversProps) {
  const made = created.flatMap(({ patientId, handover }, index) =>
    handover === undefined ? [] : { patientId, handover, name: names[index] ?? '' },
  );
  const [at, setAt] = useState(0);
  const first = created[0]?.patientId ?? '';
  const firstName = names[0] ?? '';
  const sheet = made[at];
  const over = sheet === undefined;
  useEffect(() => {
    if (over) onDone(first, firstName);
  }, [over, onDone, first, firstName]);
  if (sheet === undefined) return null;
  const next = made[at + 1];
  return (
    <Handover
      key={sheet.patientId}
      name={sheet.name}
      handover={sheet.handover}
      done={next === undefined ? 'Open the chart' : `Next: the key of ${next.name}`}
      onDone={() => setAt(at + 1)}
    />
  );
}
