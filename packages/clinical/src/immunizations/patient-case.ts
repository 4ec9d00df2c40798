/** One patient as the engine sees it: dates as days, doses in order, each broken into its antigens (§4.1–4.2). */
import { addPeriod, type Day, type Period } from './calendar-date.ts';
import type { AgedCode, PreparedSchedule } from './prepared-schedule.ts';

/** A vaccine dose administered. */
export interface GivenDose {
  /** Place in the caller's list. */
  readonly index: number;
  readonly day: Day;
  readonly cvx: string;
  readonly mvx: string | undefined;
  /** Recalled, spoiled or past its date: known not to count, whatever the schedule says. */
  readonly isSubstandard: boolean;
}

export interface PatientCase {
  readonly birth: Day;
  readonly gender: 'F' | 'M' | 'U';
  readonly country: string | undefined;
  readonly assessment: Day;
  /** By date, then CVX and maker, so that the order in which they were typed does not matter. */
  readonly doses: readonly GivenDose[];
  /** Active observations and the day each was made, where known. */
  readonly observations: ReadonlyMap<string, Day | undefined>;
  /** Birth plus a period; each computed once. */
  readonly atAge: (period: Period) => Day;
}

export function patientCase(
  facts: Omit<PatientCase, 'atAge' | 'doses'> & { doses: readonly GivenDose[] },
): PatientCase {
  const known = new Map<Period, Day>();
  return {
    ...facts,
    doses: [...facts.doses].sort(
      (a, b) =>
        a.day - b.day || compare(a.cvx, b.cvx) || compare(a.mvx ?? '', b.mvx ?? '') || a.index - b.index,
    ),
    atAge: (period) => {
      let day = known.get(period);
      if (day === undefined) {
        day = addPeriod(facts.birth, period);
        known.set(period, day);
      }
      return day;
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Is the day within the ages of a code: begin ≤ day < end. */
export const isAtAge = (
  { from, until }: Pick<AgedCode, 'from' | 'until'>,
  day: Day,
  patient: PatientCase,
): boolean =>
  (from === undefined || day >= patient.atAge(from)) && (until === undefined || day < patient.atAge(until));

/** Doses that carry an antigen at the age they were given (§4.2, note 2a). */
export const dosesOfAntigen = (
  antigen: string,
  patient: PatientCase,
  schedule: PreparedSchedule,
): readonly GivenDose[] =>
  patient.doses.filter((dose) =>
    schedule.vaccines
      .get(dose.cvx)
      ?.some((association) => association.code === antigen && isAtAge(association, dose.day, patient)),
  );
