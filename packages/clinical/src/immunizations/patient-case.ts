/** One patient as the engine sees it: dates as days, doses in order, each broken into its antigens (§4.1–4.2). */
import { addPeriod, type Day } from './calendar-date.ts';
import type { AgedCode, PreparedSchedule, SchedulePeriod } from './prepared-schedule.ts';

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
  readonly atAge: (period: SchedulePeriod) => Day;
  /** The doses before one, in order. */
  readonly before: (dose: GivenDose) => readonly GivenDose[];
}

export function patientCase(facts: Omit<PatientCase, 'atAge' | 'before'>): PatientCase {
  const known: (Day | undefined)[] = [];
  const doses = facts.doses.toSorted(
    (a, b) =>
      a.day - b.day || compare(a.cvx, b.cvx) || compare(a.mvx ?? '', b.mvx ?? '') || a.index - b.index,
  );
  const before = doses.map((_, place) => doses.slice(0, place));
  return {
    ...facts,
    doses,
    before: (dose) => before[doses.indexOf(dose)] ?? doses,
    atAge: (period) => {
      const day = known[period.key] ?? addPeriod(facts.birth, period);
      known[period.key] = day;
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

/** The doses by the antigens they carry at the age they were given (§4.2, note 2a). */
export function dosesByAntigen(
  patient: PatientCase,
  { vaccines }: PreparedSchedule,
): ReadonlyMap<string, readonly GivenDose[]> {
  const doses = new Map<string, GivenDose[]>();
  for (const dose of patient.doses)
    for (const association of vaccines.get(dose.cvx) ?? []) {
      if (!isAtAge(association, dose.day, patient)) continue;
      const known = doses.get(association.code);
      if (known) known.push(dose);
      else doses.set(association.code, [dose]);
    }
  return doses;
}
