/** What makes the number of events held here differ from what a list shows of them: so that it compares with a COUNT. */
import type { PatientId } from '../../api/chart.ts';
import type { EngineContext } from '../state/context.ts';

/** Refused here though the relay has them, less what is shown here and not sent yet. */
export function uncounted(context: EngineContext, kinds: readonly number[], patientId?: PatientId): number {
  const isMeant = (kind: number, of: PatientId | undefined) =>
    kinds.includes(kind) && (patientId === undefined || of === patientId);
  const refused = [...context.problems.values()].filter((problem) =>
    isMeant(problem.kind, problem.patientId),
  );
  const unsent = context.outbox.waiting().filter((row) => isMeant(row.event.kind, row.patientId));
  return refused.length - unsent.length;
}
