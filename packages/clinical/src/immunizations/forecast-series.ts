/** Status of a patient series and the dates of its next dose (§7). */
import { addPeriod, type Day } from './calendar-date.ts';
import { maySkip, type SkipContext } from './conditional-skip.ts';
import { isInForce } from './evaluate-dose.ts';
import type { SeriesEvaluation } from './evaluate-series.ts';
import { intervalStart, type SeriesSoFar } from './interval-origin.ts';
import { isAtAge, type PatientCase } from './patient-case.ts';
import type { ForecastDates, SeriesForecast, SeriesStatus, TargetDose } from './patient-series.ts';
import type { Antigen, Conflict, SeriesDose } from './prepared-schedule.ts';
import { seasonAround, type Window } from './season.ts';

export interface ForecastSetting {
  readonly antigen: Antigen;
  readonly patient: PatientCase;
  readonly conflicts: readonly Conflict[];
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
  const mayBeSkipped = (target: TargetDose, reference: Day) =>
    maySkip(target.rule, {
      when: 'forecast',
      reference,
      anchor: patient.assessment,
      patient,
      evaluations,
      given: patient.doses,
      isCompleted: setting.isCompleted,
    });
  for (;;) {
    const target = targets.find(({ status }) => status === 'not satisfied');
    if (target && mayBeSkipped(target, patient.assessment)) {
      target.status = 'skipped';
      continue;
    }
    const forecast = forecastTarget(target, evaluation, soFar, setting);
    // §7.6: a forecast that would be skipped on the day it names is made again for the next dose.
    if (target && forecast.dates && mayBeSkipped(target, forecast.dates.earliest)) {
      target.status = 'skipped';
      continue;
    }
    return forecast;
  }
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
    vaccines: [],
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
  return {
    status: 'not complete',
    reasons: [],
    doseNumber: doseNumber(targets, patient.assessment),
    target,
    dates,
    vaccines: recommendedVaccines(rule, dates, setting),
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
  const intervals = rule.intervals
    .filter((each) => isInForce(each, patient.assessment))
    .flatMap((each) => {
      const start = intervalStart(each.from, soFar);
      return start === undefined ? [] : [{ each, start }];
    });
  const intervalDays = (which: 'minimum' | 'recommended' | 'overdue') =>
    intervals.flatMap(({ each, start }) => {
      const period = each[which];
      return period ? [addPeriod(start, period)] : [];
    });
  const ageDay = (which: 'minimum' | 'recommended' | 'overdue' | 'maximum') => {
    const period = ages?.[which];
    return period && patient.atAge(period);
  };
  const earliest = latestOf([
    patient.birth,
    ageDay('minimum'),
    ...intervalDays('minimum'),
    conflictEnd(rule, setting),
    season?.start,
    ...soFar.evaluations.filter(({ targetNumber }) => targetNumber !== undefined).map(({ dose }) => dose.day),
  ]);
  const unadjustedRecommended =
    ageDay('recommended') ?? latestOrNone(intervalDays('recommended')) ?? earliest;
  const overdue = ageDay('overdue') ?? latestOrNone(intervalDays('overdue'));
  const unadjustedPastDue = overdue === undefined ? undefined : overdue - 1;
  const maximum = ageDay('maximum');
  return {
    earliest,
    unadjustedRecommended,
    recommended: Math.max(earliest, unadjustedRecommended),
    unadjustedPastDue,
    pastDue: unadjustedPastDue === undefined ? undefined : Math.max(earliest, unadjustedPastDue),
    latest: maximum === undefined ? undefined : maximum - 1,
  };
}

const latestOf = (days: readonly (Day | undefined)[]): Day =>
  Math.max(...days.filter((day) => day !== undefined));
const latestOrNone = (days: readonly Day[]): Day | undefined =>
  days.length > 0 ? Math.max(...days) : undefined;

/** CALCDTCONFLICT-3: the latest end of a conflict with a vaccine the dose may preferably be given with. */
function conflictEnd(rule: SeriesDose, { conflicts, patient }: ForecastSetting): Day | undefined {
  const ends = conflicts
    .filter(({ impacted }) => rule.preferable.some(({ code }) => impacted.has(code)))
    .flatMap(({ conflicting, end }) =>
      patient.doses.filter(({ cvx }) => conflicting.has(cvx)).map(({ day }) => addPeriod(day, end)),
    );
  return latestOrNone(ends);
}

/** FORECASTRECVAC-1. */
function recommendedVaccines(
  rule: SeriesDose,
  { earliest, recommended }: ForecastDates,
  { patient, ruledOut }: ForecastSetting,
): readonly string[] {
  const named = rule.preferable.filter(
    (vaccine) =>
      vaccine.isNamedInForecast &&
      !ruledOut.has(vaccine.code) &&
      (isAtAge(vaccine, earliest, patient) || isAtAge(vaccine, recommended, patient)),
  );
  return [...new Set(named.map(({ code }) => code))];
}
