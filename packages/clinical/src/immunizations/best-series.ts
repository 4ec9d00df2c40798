/** Of all the ways to be protected, the one or ones this patient is on (§8). */
import { addPeriod, type Day } from './calendar-date.ts';
import { groupBy } from './group-by.ts';
import type { PatientCase } from './patient-case.ts';
import type { PatientSeries } from './patient-series.ts';

/** The best patient series of one antigen: at most one per series group, those made needless by an equivalent group left out. */
export function bestSeries(all: readonly PatientSeries[], patient: PatientCase): readonly PatientSeries[] {
  const groups = groupBy(all, ({ series }) => series.group);
  const prioritized = [...groups.values()].flatMap(
    (group) => prioritizedSeries(withoutTooLate(group, patient), patient) ?? [],
  );
  return prioritized.filter((candidate) => isBest(candidate, prioritized));
}

/**
 * Beyond the tables, which look at the maximum age to start only where a dose was given: a series nobody has begun and that
 * may no longer be begun does not stand in the way of one that may. A risk series does so whatever its priority, a series
 * by age where it holds no vaccine for the patient's age (the infants' COVID-19 series, default for adults too).
 */
function withoutTooLate(group: readonly PatientSeries[], patient: PatientCase): readonly PatientSeries[] {
  const inTime = group.filter((one) => !isTooLateToStart(one, patient));
  return inTime.length > 0 ? inTime : group.filter(({ series }) => series.type !== 'risk');
}

function isTooLateToStart(one: PatientSeries, patient: PatientCase): boolean {
  const { type, maximumAgeToStart } = one.series;
  if (maximumAgeToStart === undefined || validDoses(one) > 0) return false;
  if (patient.assessment < patient.atAge(maximumAgeToStart)) return false;
  const { dates, suitable } = one.forecast;
  return type === 'risk' || (dates !== undefined && suitable.length === 0);
}

const isComplete = ({ forecast }: PatientSeries) => forecast.status === 'complete';
/** SELECTB-21. */
const validDoses = ({ targets }: PatientSeries) =>
  targets.filter(({ status }) => status === 'satisfied').length;
/** SELECTB-16. */
const isInProcess = (one: PatientSeries) => validDoses(one) > 0 && one.forecast.status === 'not complete';

/** Table 8-14. */
function isBest(candidate: PatientSeries, prioritized: readonly PatientSeries[]): boolean {
  if (isComplete(candidate)) return true;
  const equivalent = prioritized.filter(({ series }) =>
    candidate.series.equivalentGroups.includes(series.group),
  );
  if (equivalent.some(isComplete) || candidate.series.type === 'evaluation only') return false;
  return candidate.series.type === 'risk' || !equivalent.some(({ series }) => series.type === 'risk');
}

/** Tables 8-2, 8-3 and 8-5. */
function prioritizedSeries(group: readonly PatientSeries[], patient: PatientCase): PatientSeries | undefined {
  const scorable = group.filter((one) => isScorable(one, group, patient));
  const defaults = group.filter(({ series }) => series.isDefault);
  if (scorable.length <= 1) return scorable[0] ?? (defaults.length === 1 ? defaults[0] : undefined);
  const complete = scorable.filter(isComplete);
  if (complete.length === 1) return complete[0];
  if (complete.length > 1) return highest(complete, scoreComplete(complete));
  const inProcess = scorable.filter(isInProcess);
  if (inProcess.length === 1) return inProcess[0];
  if (inProcess.length > 1) return highest(inProcess, scoreInProcess(inProcess, patient));
  if (defaults.length === 1) return defaults[0];
  return highest(scorable, scoreNoValidDoses(scorable, patient));
}

/** SELECTB-24 and SELECTSCORE-2. */
function isScorable(one: PatientSeries, group: readonly PatientSeries[], patient: PatientCase): boolean {
  const isContraindicated = ({ forecast }: PatientSeries) => forecast.status === 'contraindicated';
  if (isContraindicated(one) && !group.every(isContraindicated)) return false;
  const { type, priority, maximumAgeToStart } = one.series;
  // A is above B.
  if (type === 'risk') return group.every(({ series }) => priority <= series.priority);
  if (type === 'evaluation only') return isComplete(one);
  const firstValid = one.evaluations.find(({ status }) => status === 'valid')?.dose.day;
  if (firstValid !== undefined)
    return maximumAgeToStart === undefined || firstValid < patient.atAge(maximumAgeToStart);
  return group.every((each) => validDoses(each) === 0) && !group.some(({ series }) => series.isDefault);
}

/** SELECTBEST-2: the highest score, then the best ranked preference. */
function highest(candidates: readonly PatientSeries[], scores: readonly number[]): PatientSeries | undefined {
  const top = Math.max(...scores);
  return candidates
    .filter((_, index) => scores[index] === top)
    .reduce((best, one) => (one.series.preference < best.series.preference ? one : best));
}

/** The tables' columns: true for one series alone, true for several, not true. */
function points<Measure>(
  candidates: readonly Measure[],
  isTrue: (one: Measure) => boolean,
  [alone, shared, not]: readonly [number, number, number],
): number[] {
  const hits = candidates.filter(isTrue).length;
  return candidates.map((one) => (isTrue(one) ? (hits === 1 ? alone : shared) : not));
}

const sum = (...columns: readonly (readonly number[])[]) =>
  (columns[0] ?? []).map((_, index) => columns.reduce((total, column) => total + (column[index] ?? 0), 0));

/** Table 8-7. */
function scoreComplete(candidates: readonly PatientSeries[]): number[] {
  const most = Math.max(...candidates.map(validDoses));
  return points(candidates, (one) => validDoses(one) === most, [1, 0, -1]);
}

/** Table 8-9. */
function scoreInProcess(candidates: readonly PatientSeries[], patient: PatientCase): number[] {
  const most = Math.max(...candidates.map(validDoses));
  const fewest = Math.min(...candidates.map(dosesLeft));
  const finish = earliestOf(candidates.filter((one) => isCompletable(one, patient)).map(finishDate));
  return sum(
    points(candidates, (one) => one.series.isProduct && hasAllValidDoses(one), [2, 2, -2]),
    points(candidates, (one) => isCompletable(one, patient), [3, 3, -3]),
    points(candidates, (one) => validDoses(one) === most, [2, 0, -2]),
    points(candidates, (one) => dosesLeft(one) === fewest, [2, 0, -2]),
    points(candidates, (one) => isCompletable(one, patient) && finishDate(one) === finish, [1, 0, -1]),
  );
}

/** Table 8-11. */
function scoreNoValidDoses(candidates: readonly PatientSeries[], patient: PatientCase): number[] {
  const start = earliestOf(candidates.map(startDate));
  return sum(
    points(candidates, (one) => startDate(one) !== undefined && startDate(one) === start, [1, 0, -1]),
    points(candidates, (one) => isCompletable(one, patient), [1, 1, -1]),
    points(candidates, ({ series }) => series.isProduct, [-1, -1, 1]),
  );
}

const startDate = ({ forecast }: PatientSeries): Day | undefined => forecast.dates?.earliest;
const dosesLeft = ({ targets }: PatientSeries) =>
  targets.filter(({ status }) => status === 'not satisfied').length;
/** SELECTB-2. */
const hasAllValidDoses = ({ evaluations }: PatientSeries) =>
  evaluations.every(({ status }) => status === 'valid');

const earliestOf = (days: readonly (Day | undefined)[]): Day | undefined => {
  const known = days.filter((day) => day !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

/** SELECTB-12: the earliest date plus the latest minimum interval of the doses that remain. */
function finishDate({ forecast, targets }: PatientSeries): Day | undefined {
  const { dates, target } = forecast;
  if (!dates) return undefined;
  const remaining = targets
    .filter(({ status }) => status === 'not satisfied')
    .filter((each) => each !== target);
  const ends = remaining.flatMap(({ rule }) =>
    rule.intervals.flatMap(({ minimum }) => (minimum ? [addPeriod(dates.earliest, minimum)] : [])),
  );
  return Math.max(dates.earliest, ...ends);
}

/** SELECTB-3. */
function isCompletable(one: PatientSeries, patient: PatientCase): boolean {
  const finish = finishDate(one);
  const maximum = one.targets.at(-1)?.rule.ages.find(({ maximum: period }) => period !== undefined)?.maximum;
  return finish !== undefined && (maximum === undefined || finish < patient.atAge(maximum));
}
