/** Does a dose given satisfy a target dose? (§6.1 and 6.3–6.10; the skip of §6.2 is decided before, in evaluate-series.ts.) */
import { addPeriod, type Day } from './calendar-date.ts';
import { intervalStart, type SeriesSoFar } from './interval-origin.ts';
import { type GivenDose, isAtAge, type PatientCase } from './patient-case.ts';
import type { DoseEvaluation, TargetDose } from './patient-series.ts';
import type { Conflicts, InForce, Interval, SeriesDose } from './prepared-schedule.ts';

export interface EvaluationSetting extends SeriesSoFar {
  readonly conflicts: Conflicts;
}

export const isInForce = ({ effective, ceased }: InForce, anchor: Day): boolean =>
  effective <= anchor && anchor <= ceased;

export function evaluateDose(
  dose: GivenDose,
  target: TargetDose,
  setting: EvaluationSetting,
): DoseEvaluation {
  const { rule } = target;
  if (dose.isSubstandard) return found(dose, rule, 'sub-standard', ['dose condition']);
  if (rule.inadvertent.has(dose.cvx)) return found(dose, rule, 'not valid', ['inadvertent vaccine']);
  const age = judgeAge(dose, rule, setting.patient);
  if (age === 'too old') return found(dose, rule, 'extraneous', ['age: too old']);
  const interval = judgeIntervals(dose, rule, setting);
  const conflict = conflictUntil(dose, setting);
  const vaccine = judgeVaccine(dose, rule, setting.patient);
  if (
    age.until === undefined &&
    interval.until === undefined &&
    conflict === undefined &&
    vaccine.length === 0
  )
    return found(
      dose,
      rule,
      'valid',
      [age.remark, interval.remark].filter((remark) => remark !== undefined),
    );
  // What would have held longest is the reason to tell first.
  const early = [
    { reason: 'age: too young', until: age.until },
    { reason: 'interval: too soon', until: interval.until },
    { reason: 'live virus conflict', until: conflict },
  ]
    .filter(({ until }) => until !== undefined)
    .sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  return found(dose, rule, 'not valid', [...early.map(({ reason }) => reason), ...vaccine]);
}

const found = (
  dose: GivenDose,
  rule: SeriesDose,
  status: DoseEvaluation['status'],
  reasons: readonly string[],
): DoseEvaluation => ({
  dose,
  status,
  reasons,
  isInadvertent: rule.inadvertent.has(dose.cvx) && status === 'not valid',
  targetNumber: rule.number,
});

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
  const before = conflicts.get(dose.cvx);
  if (!before) return undefined;
  let until: Day | undefined;
  for (const previous of given) {
    const conflict = before.get(previous.cvx);
    if (!conflict || dose.day < addPeriod(previous.day, conflict.begin)) continue;
    const status = evaluations.find((evaluation) => evaluation.dose === previous)?.status;
    const isSound = status === undefined || status === 'valid';
    const ends = addPeriod(previous.day, isSound ? conflict.minimumEnd : conflict.end);
    if (dose.day < ends) until = Math.max(until ?? ends, ends);
  }
  return until;
}

/** Tables 6-26 and 6-29; nothing when the vaccine is preferable or allowable. */
function judgeVaccine(dose: GivenDose, { accepted }: SeriesDose, patient: PatientCase): readonly string[] {
  const rules = accepted.get(dose.cvx);
  if (!rules) return ['not a preferable or allowable vaccine'];
  for (const rule of rules)
    if ((rule.maker === undefined || rule.maker === dose.mvx) && isAtAge(rule, dose.day, patient)) return [];
  return ['not a preferable or allowable vaccine', 'vaccine outside its age range'];
}
