/** May a target dose be skipped? (§6.2, used by evaluation, forecast and the check of a forecast.) */
import { addPeriod, type Day } from './calendar-date.ts';
import { type GivenDose, isAtAge, type PatientCase } from './patient-case.ts';
import type { DoseEvaluation } from './patient-series.ts';
import type { Condition, SeriesDose } from './prepared-schedule.ts';
import { windowAround } from './season.ts';

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
  return skip.some(({ when, all, sets }) => {
    if (when !== 'both' && when !== context.when) return false;
    const relevant = sets.filter(
      ({ effective, ceased }) => effective <= context.anchor && context.anchor <= ceased,
    );
    const isMet = (set: (typeof sets)[number]) =>
      set.all
        ? set.conditions.every((condition) => holds(condition, context))
        : set.conditions.some((condition) => holds(condition, context));
    if (relevant.length === 0) return false;
    return all ? relevant.every(isMet) : relevant.some(isMet);
  });
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
  const { start, end } = windowAround(condition.window, context.patient.assessment);
  const counts = (dose: GivenDose) =>
    (condition.codes === undefined || condition.codes.has(dose.cvx)) &&
    isAtAge(condition, dose.day, context.patient) &&
    (start === undefined || dose.day >= start) &&
    (end === undefined || dose.day < end);
  if (!condition.validOnly) return context.given.filter(counts).length;
  return context.evaluations.filter(({ status, dose }) => status === 'valid' && counts(dose)).length;
}
