/** Does a dose given satisfy a target dose? (§6.1 and 6.3–6.10; the skip of §6.2 is decided before, in evaluate-series.ts.) */
import { addPeriod, type Day } from './calendar-date.ts';
import { intervalStart, type SeriesSoFar } from './interval-origin.ts';
import { type GivenDose, isAtAge, type PatientCase } from './patient-case.ts';
import type { DoseEvaluation, TargetDose } from './patient-series.ts';
import type { Conflict, InForce, Interval, SeriesDose, VaccineRule } from './prepared-schedule.ts';

export interface EvaluationSetting extends SeriesSoFar {
  readonly conflicts: readonly Conflict[];
}

export const isInForce = ({ effective, ceased }: InForce, anchor: Day): boolean =>
  effective <= anchor && anchor <= ceased;

export function evaluateDose(
  dose: GivenDose,
  target: TargetDose,
  setting: EvaluationSetting,
): DoseEvaluation {
  const { rule } = target;
  const found = (
    status: DoseEvaluation['status'],
    reasons: readonly string[] = [],
    isInadvertent = false,
  ): DoseEvaluation => ({ dose, status, reasons, isInadvertent, targetNumber: rule.number });

  if (dose.isSubstandard) return found('sub-standard', ['dose condition']);
  if (rule.inadvertent.has(dose.cvx)) return found('not valid', ['inadvertent vaccine'], true);

  const age = judgeAge(dose, rule, setting.patient);
  if (age === 'too old') return found('extraneous', ['age: too old']);
  const interval = judgeIntervals(dose, rule, setting);
  const conflict = conflictUntil(dose, setting);
  // What would have held longest is the reason to tell first.
  const early = [
    { reason: 'age: too young', until: age.until },
    { reason: 'interval: too soon', until: interval.until },
    { reason: 'live virus conflict', until: conflict },
  ]
    .filter(({ until }) => until !== undefined)
    .sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  const faults = [...early.map(({ reason }) => reason), ...judgeVaccine(dose, rule, setting.patient)];
  if (faults.length > 0) return found('not valid', faults);
  return found(
    'valid',
    [age.remark, interval.remark].filter((remark) => remark !== undefined),
  );
}

/** A fault with the first day on which it would have been none, or a remark on what is sound. */
interface Finding {
  readonly until?: Day;
  readonly remark?: string;
}

/** Table 6-15. */
function judgeAge({ day }: GivenDose, rule: SeriesDose, patient: PatientCase): Finding | 'too old' {
  const ages = rule.ages.find((each) => isInForce(each, day));
  if (!ages) return {};
  const least = ages.absoluteMinimum && patient.atAge(ages.absoluteMinimum);
  if (least !== undefined && day < least) return { until: least };
  if (ages.maximum && day >= patient.atAge(ages.maximum)) return 'too old';
  // Without an absolute minimum every age below the minimum is a grace period.
  return ages.minimum && day < patient.atAge(ages.minimum) ? { remark: 'age: grace period' } : {};
}

/** Tables 6-18 and 6-21: all preferable intervals, or else all allowable ones where there are any. */
function judgeIntervals(dose: GivenDose, rule: SeriesDose, setting: EvaluationSetting): Finding {
  const preferable = judgeAll(rule.intervals, dose, setting);
  if (preferable.until === undefined) return preferable;
  const isAnyAllowable = rule.allowableIntervals.some((each) => isInForce(each, dose.day));
  const isAllowed = isAnyAllowable && judgeAll(rule.allowableIntervals, dose, setting).until === undefined;
  return isAllowed ? { remark: 'interval: allowable' } : preferable;
}

function judgeAll(intervals: readonly Interval[], dose: GivenDose, setting: EvaluationSetting): Finding {
  let until: Day | undefined;
  let isGrace = false;
  for (const interval of intervals) {
    if (!isInForce(interval, dose.day)) continue;
    const start = intervalStart(interval.from, setting);
    if (start === undefined) continue;
    const least = interval.absoluteMinimum && addPeriod(start, interval.absoluteMinimum);
    if (least !== undefined && dose.day < least) until = Math.max(until ?? least, least);
    else if (interval.minimum && dose.day < addPeriod(start, interval.minimum)) isGrace = true;
  }
  if (until !== undefined) return { until };
  return isGrace ? { remark: 'interval: grace period' } : {};
}

/**
 * CONFLICT-3: the day the conflict with an earlier dose ends, when the dose was given before it.
 * A previous dose of another antigen has no status here, which the rule treats as valid.
 */
function conflictUntil(
  dose: GivenDose,
  { conflicts, given, evaluations }: EvaluationSetting,
): Day | undefined {
  let until: Day | undefined;
  for (const { impacted, conflicting, begin, minimumEnd, end } of conflicts) {
    if (!impacted.has(dose.cvx)) continue;
    for (const previous of given) {
      if (!conflicting.has(previous.cvx) || dose.day < addPeriod(previous.day, begin)) continue;
      const status = evaluations.find((evaluation) => evaluation.dose === previous)?.status;
      const isSound = status === undefined || status === 'valid';
      const ends = addPeriod(previous.day, isSound ? minimumEnd : end);
      if (dose.day < ends) until = Math.max(until ?? ends, ends);
    }
  }
  return until;
}

/** Tables 6-26 and 6-29; nothing when the vaccine is preferable or allowable. */
function judgeVaccine(dose: GivenDose, rule: SeriesDose, patient: PatientCase): readonly string[] {
  const isOne = (each: VaccineRule) =>
    each.code === dose.cvx &&
    (each.maker === undefined || each.maker === dose.mvx) &&
    isAtAge(each, dose.day, patient);
  if (rule.preferable.some(isOne) || rule.allowable.some(isOne)) return [];
  const isListed = [...rule.preferable, ...rule.allowable].some(({ code }) => code === dose.cvx);
  return ['not a preferable or allowable vaccine', ...(isListed ? ['vaccine outside its age range'] : [])];
}
