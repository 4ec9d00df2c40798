/**
 * Access that has run out: its charts leave this device's screens at that second, and what the device kept of them goes
 * as well.
 */
import type { PatientId } from '../../api/chart.ts';
import type { SealedPut } from '../../store/index.ts';
import type { LentCharts } from '../access/lent-charts.ts';
import type { EngineContext } from '../state/context.ts';

export interface EndedAccess {
  end(): void;
  /** Access to this patient was given (again). */
  begun(id: PatientId): void;
}

/** Of the intake, whose turns these are. */
interface Turns {
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  readonly saveGovernance: () => SealedPut;
}

export function endedAccess(
  context: EngineContext,
  loans: LentCharts,
  { inTurn, saveGovernance }: Turns,
): EndedAccess {
  const { governance, people, notifier } = context;
  /** What this device kept of these is gone. */
  const wiped = new Set<PatientId>();

  function end(): void {
    if (!governance.chain) return;
    if (loans.end()) void context.sealed.write({ puts: [saveGovernance()] }).catch(context.trouble);
    const member = governance.member(context.now());
    if (member && !member.named) return;
    const lent = loans.byName();
    const granted = new Set([...governance.family(context.now()), ...lent].map(({ id }) => id));
    const ended = people.all().filter(({ id, index }) => !index && !granted.has(id));
    for (const { id } of ended) {
      people.drop(id);
      context.loading.delete(id);
      context.completeAt.delete(id);
      notifier.changed(`patient:${id}`);
    }
    if (ended.length > 0) notifier.changed('patients');
    wipeEnded();
  }

  /** Off the screens is not enough. */
  function wipeEnded(): void {
    const isGone = (id: string) => people.get(id) === undefined && !wiped.has(id);
    const gone = governance.ended(context.now()).filter(isGone);
    if (gone.length === 0) return;
    for (const id of gone) wiped.add(id);
    inTurn(async () => {
      const still = gone.filter((id) => people.get(id) === undefined);
      governance.forgetKeys(still);
      context.audit.forget(still);
      notifier.changed('audit');
      await context.logs.forget(still, [saveGovernance()]);
    }).catch((error: unknown) => {
      for (const id of gone) wiped.delete(id);
      context.trouble(error);
    });
  }

  return { end, begun: (id) => void wiped.delete(id) };
}
