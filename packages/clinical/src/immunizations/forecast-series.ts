/** Status of a patient series and the dates of its next dose (§7). */
import { addPeriod, type Day } from './calendar-date.ts';
import { maySkip, type SkipContext } from './conditional-skip.ts';
import { isInForce } from './evaluate-dose.ts';
import type { SeriesEvaluation } from './evaluate-series.ts';
import { intervalStart, type SeriesSoFar } from './interval-origin.ts';
import { isAtAge, type PatientCase } from './patient-case.ts';
import type { ForecastDates, SeriesForecast, SeriesStatus, TargetDose } from './patient-series.ts';
import type { Antigen, Conflicts, SeriesDose, VaccineRule } from './prepared-schedule.ts';
import { seasonAround, type Window } from './season.ts';

export interface ForecastSetting {
  readonly antigen: Antigen;
  readonly patient: PatientCase;
  readonly conflicts: Conflicts;
  readonly isCompleted: SkipContext['isCompleted'];
  readonly isImmune: boolean;
  /** An antigen-level contraindication applies. */
  readonly isContraindicated: boolean;
  /** CVX codes ruled out for this patient today. */
  readonly ruledOut: ReadonlySet<string>;
}

export function forecastSeries(evaluation: SeriesEvaluation, setting: ForecastSetting): SeriesForecast {
  const { targets, evaluations } = evaluation;
  const { patient } = setting;
  const soFar: SeriesSoFar = { patient, targets, evaluations, given: patient.doses };
  for (;;) {
    const target = targets.find(({ status }) => status === 'not satisfied');
    if (target && mayBeSkipped(target, patient.assessment, soFar, setting)) {
      target.status = 'skipped';
      continue;
    }
    const forecast = forecastTarget(target, evaluation, soFar, setting);
    // §7.6: a forecast that would be skipped on the day it names is made again for the next dose.
    if (target && forecast.dates && mayBeSkipped(target, forecast.dates.earliest, soFar, setting)) {
      target.status = 'skipped';
      continue;
    }
    return forecast;
  }
}

function mayBeSkipped(
  { rule }: TargetDose,
  reference: Day,
  soFar: SeriesSoFar,
  { patient, isCompleted }: ForecastSetting,
): boolean {
  if (rule.skip.length === 0) return false;
  return maySkip(rule, { when: 'forecast', reference, anchor: patient.assessment, ...soFar, isCompleted });
}

function forecastTarget(
  target: TargetDose | undefined,
  { targets }: SeriesEvaluation,
  soFar: SeriesSoFar,
  setting: ForecastSetting,
): SeriesForecast {
  const { patient } = setting;
  const none = (status: SeriesStatus, reason: string): SeriesForecast => ({
    status,
    reasons: [reason],
    doseNumber: doseNumber(targets, patient.assessment),
    target,
    dates: undefined,
    vaccines: nothing,
    suitable: nothing,
    isPriority: false,
  });
  // Table 7-10, from left to right.
  if (!target)
    return targets.some(({ status }) => status === 'satisfied')
      ? none('complete', 'patient series is complete')
      : none('not recommended', 'not recommended at this time due to past immunization history');
  const { rule } = target;
  if (setting.isImmune) return none('immune', 'patient has evidence of immunity');
  if (setting.isContraindicated || isEveryVaccineRuledOut(targets, setting))
    return none('contraindicated', 'patient has a contraindication');
  const season = seasonAround(rule.season, patient.assessment);
  if (season?.end !== undefined && patient.assessment > season.end)
    return none('not recommended', 'past seasonal recommendation end date');
  const dates = forecastDates(rule, season, soFar, setting);
  const ages = rule.ages.find((each) => isInForce(each, patient.assessment));
  const maximum = ages?.maximum && patient.atAge(ages.maximum);
  if (maximum !== undefined && patient.assessment >= maximum)
    return none('aged out', 'patient has exceeded the maximum age');
  if (maximum !== undefined && dates.earliest >= maximum)
    return none('aged out', 'patient is unable to finish the series prior to the maximum age');
  const intervals = rule.intervals.filter((each) => isInForce(each, patient.assessment));
  const suitable = suitableVaccines(rule, dates, setting);
  return {
    status: 'not complete',
    reasons: [],
    doseNumber: doseNumber(targets, patient.assessment),
    target,
    dates,
    // FORECASTRECVAC-1
    vaccines: codes(suitable.filter(({ isNamedInForecast }) => isNamedInForecast)),
    suitable: codes(suitable),
    isPriority: intervals.length > 0 && intervals.every(({ isPriority }) => isPriority),
  };
}

/** FORECASTDN-1. */
function doseNumber(targets: readonly TargetDose[], assessment: Day): number {
  return (
    1 +
    targets.filter(({ status, rule, satisfiedBy }) => {
      if (status !== 'satisfied') return false;
      const start = seasonAround(rule.season, assessment)?.start;
      return start === undefined || (satisfiedBy !== undefined && satisfiedBy.day >= start);
    }).length
  );
}

/** Table 7-7: every preferable vaccine of the doses of the series is ruled out. */
function isEveryVaccineRuledOut(targets: readonly TargetDose[], { ruledOut }: ForecastSetting): boolean {
  if (ruledOut.size === 0) return false;
  const preferable = targets.flatMap(({ rule }) => rule.preferable);
  return preferable.length > 0 && preferable.every(({ code }) => ruledOut.has(code));
}

/** FORECASTDTCAN-1 and FORECASTDT-1…6. */
function forecastDates(
  rule: SeriesDose,
  season: Window | undefined,
  soFar: SeriesSoFar,
  setting: ForecastSetting,
): ForecastDates {
  const { patient } = setting;
  const ages = rule.ages.find((each) => isInForce(each, patient.assessment));
  const intervals = intervalDays(rule, soFar);
  let earliest = patient.birth;
  for (const day of [
    ages?.minimum && patient.atAge(ages.minimum),
    intervals.minimum,
    conflictEnd(rule, setting),
    season?.start,
  ])
    if (day !== undefined && day > earliest) earliest = day;
  for (const { targetNumber, dose } of soFar.evaluations)
    if (targetNumber !== undefined && dose.day > earliest) earliest = dose.day;
  const unadjustedRecommended =
    (ages?.recommended && patient.atAge(ages.recommended)) ?? intervals.recommended ?? earliest;
  const overdue = (ages?.overdue && patient.atAge(ages.overdue)) ?? intervals.overdue;
  const pastDue = overdue === undefined ? undefined : overdue - 1;
  return {
    earliest,
    recommended: Math.max(earliest, unadjustedRecommended),
    pastDue: pastDue === undefined ? undefined : Math.max(earliest, pastDue),
    latest: ages?.maximum && patient.atAge(ages.maximum) - 1,
  };
}

interface IntervalDays {
  minimum?: Day;
  recommended?: Day;
  overdue?: Day;
}

/** The latest day of each kind over all preferable intervals in force. */
function intervalDays(rule: SeriesDose, soFar: SeriesSoFar): IntervalDays {
  const days: IntervalDays = {};
  for (const interval of rule.intervals) {
    if (!isInForce(interval, soFar.patient.assessment)) continue;
    const start = intervalStart(interval.from, soFar);
    if (start === undefined) continue;
    for (const which of ['minimum', 'recommended', 'overdue'] as const) {
      const period = interval[which];
      if (period) days[which] = Math.max(days[which] ?? FAR_PAST, addPeriod(start, period));
    }
  }
  return days;
}

const FAR_PAST = Number.NEGATIVE_INFINITY;

/**
 * CALCDTCONFLICT-3: the latest end of a conflict with a vaccine the dose may preferably be given with. One step beyond the rule:
 * a vaccine of the right age that no conflict touches frees the dose, or every measles vaccine would put off the injected
 * influenza vaccine because a live nasal one exists.
 */
function conflictEnd(rule: SeriesDose, { conflicts, patient, ruledOut }: ForecastSetting): Day | undefined {
  let latest: Day | undefined;
  for (const vaccine of rule.preferable) {
    const end = conflictEndOf(vaccine.code, conflicts, patient);
    if (end !== undefined) latest = Math.max(latest ?? end, end);
    else if (isAtAge(vaccine, patient.assessment, patient) && !ruledOut.has(vaccine.code)) return undefined;
  }
  return latest;
}

function conflictEndOf(code: string, conflicts: Conflicts, patient: PatientCase): Day | undefined {
  const before = conflicts.get(code);
  if (!before) return undefined;
  let latest: Day | undefined;
  for (const { cvx, day } of patient.doses) {
    const conflict = before.get(cvx);
    if (conflict) latest = Math.max(latest ?? FAR_PAST, addPeriod(day, conflict.end));
  }
  return latest;
}

/**
 * Preferable vaccines that suit the age on the earliest or the recommended day and that nothing rules out. A day gone by is no
 * day to give anything: for a dose that is late the age is today's (an adult's first hepatitis B dose is an adult's product).
 */
function suitableVaccines(
  rule: SeriesDose,
  { earliest, recommended }: ForecastDates,
  { patient, ruledOut }: ForecastSetting,
): readonly VaccineRule[] {
  return rule.preferable.filter(
    (vaccine) =>
      !ruledOut.has(vaccine.code) &&
      [earliest, recommended].some((day) => isAtAge(vaccine, Math.max(day, patient.assessment), patient)),
  );
}

const codes = (vaccines: readonly VaccineRule[]): readonly string[] =>
  vaccines.length === 0 ? nothing : [...new Set(vaccines.map(({ code }) => code))];
const nothing: readonly string[] = [];
