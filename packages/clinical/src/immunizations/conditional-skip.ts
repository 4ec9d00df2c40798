/** May a target dose be skipped? (§6.2, used by evaluation, forecast and the check of a forecast.) */
import { addPeriod, type Day } from './calendar-date.ts';
import { type GivenDose, isAtAge, type PatientCase } from './patient-case.ts';
import type { DoseEvaluation } from './patient-series.ts';
import type { Condition, ConditionSet, SeriesDose } from './prepared-schedule.ts';
import { type Window, windowAround } from './season.ts';

export interface SkipContext {
  readonly when: 'evaluation' | 'forecast';
  /** CONDSKIP-2: the dose's date, the assessment date, or the earliest date of a forecast being checked. */
  readonly reference: Day;
  /** Day that decides which rules are in force (§3.3). */
  readonly anchor: Day;
  readonly patient: PatientCase;
  /** Evaluations so far in this series, in order of date. */
  readonly evaluations: readonly DoseEvaluation[];
  /** Doses that count: those before the one being evaluated, or all of them in a forecast. */
  readonly given: readonly GivenDose[];
  /** Has a relevant series of one of these series groups been completed? */
  readonly isCompleted: (groups: ReadonlySet<string>) => boolean;
}

export function maySkip({ skip }: SeriesDose, context: SkipContext): boolean {
  for (const { when, all, sets } of skip) {
    if (when !== 'both' && when !== context.when) continue;
    let relevant = 0;
    let met = 0;
    for (const set of sets) {
      if (set.effective > context.anchor || context.anchor > set.ceased) continue;
      relevant += 1;
      if (isSetMet(set, context)) met += 1;
    }
    if (all ? relevant > 0 && met === relevant : met > 0) return true;
  }
  return false;
}

/** Table 6-10. */
function isSetMet({ all, conditions }: ConditionSet, context: SkipContext): boolean {
  for (const condition of conditions) if (holds(condition, context) !== all) return !all;
  return all;
}

function holds(condition: Condition, context: SkipContext): boolean {
  switch (condition.kind) {
    case 'age':
      return isAtAge(condition, context.reference, context.patient);
    case 'completed':
      return context.isCompleted(condition.groups);
    case 'interval': {
      const previous = context.evaluations.at(-1);
      return previous !== undefined && context.reference >= addPeriod(previous.dose.day, condition.period);
    }
    case 'count': {
      const count = countDoses(condition, context);
      if (condition.is === 'more') return count > condition.than;
      return condition.is === 'equal' ? count === condition.than : count < condition.than;
    }
  }
}

/** CONDSKIP-1. */
function countDoses(condition: Condition & { kind: 'count' }, context: SkipContext): number {
  const window = windowAround(condition.window, context.patient.assessment);
  let count = 0;
  if (condition.validOnly) {
    for (const { status, dose } of context.evaluations)
      if (status === 'valid' && isCounted(dose, condition, window, context.patient)) count += 1;
  } else
    for (const dose of context.given) if (isCounted(dose, condition, window, context.patient)) count += 1;
  return count;
}

const isCounted = (
  dose: GivenDose,
  condition: Condition & { kind: 'count' },
  { start, end }: Window,
  patient: PatientCase,
): boolean =>
  (condition.codes === undefined || condition.codes.has(dose.cvx)) &&
  isAtAge(condition, dose.day, patient) &&
  (start === undefined || dose.day >= start) &&
  (end === undefined || dose.day < end);
