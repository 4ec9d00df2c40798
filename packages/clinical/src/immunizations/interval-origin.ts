/** From which day an interval is counted (CALCDTINT-1, -2, -8, -9); undefined when the patient has no such event. */
import type { Day } from './calendar-date.ts';
import type { GivenDose, PatientCase } from './patient-case.ts';
import type { DoseEvaluation, TargetDose } from './patient-series.ts';
import type { IntervalOrigin } from './prepared-schedule.ts';

export interface SeriesSoFar {
  readonly patient: PatientCase;
  readonly targets: readonly TargetDose[];
  readonly evaluations: readonly DoseEvaluation[];
  /** Doses of any antigen before the one being judged. */
  readonly given: readonly GivenDose[];
}

export function intervalStart(from: IntervalOrigin, soFar: SeriesSoFar): Day | undefined {
  switch (from.kind) {
    case 'previous':
      return soFar.evaluations.findLast(
        ({ status, isInadvertent }) => (status === 'valid' || status === 'not valid') && !isInadvertent,
      )?.dose.day;
    case 'dose':
      return soFar.targets.find(
        ({ rule, satisfiedBy }) => rule.number === from.number && satisfiedBy !== undefined,
      )?.satisfiedBy?.day;
    case 'vaccines':
      return soFar.given.findLast((dose) => from.codes.has(dose.cvx) && !isInadvertent(dose, soFar))?.day;
    case 'observation':
      return soFar.patient.observations.get(from.code);
  }
}

const isInadvertent = (dose: GivenDose, { evaluations }: SeriesSoFar): boolean =>
  evaluations.some((evaluation) => evaluation.isInadvertent && evaluation.dose === dose);
