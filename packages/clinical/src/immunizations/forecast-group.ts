/** Forecasts of antigens put together to what is given in one vaccine: a vaccine group's forecast (§9). */
import type { Day } from './calendar-date.ts';
import type { AntigenResult } from './forecast-antigen.ts';
import { groupBy } from './group-by.ts';
import type { PatientSeries, SeriesStatus } from './patient-series.ts';
import type { VaccineGroupRule } from './schedule.ts';

export interface GroupForecast {
  readonly group: string;
  /** `standard`: by age; `risk`: because of an observation. A group may have one of each (§9). */
  readonly seriesType: 'standard' | 'risk';
  readonly status: SeriesStatus;
  readonly reasons: readonly string[];
  readonly doseNumber: number | undefined;
  readonly earliest: Day | undefined;
  readonly recommended: Day | undefined;
  readonly pastDue: Day | undefined;
  readonly latest: Day | undefined;
  /** Antigens still needed. */
  readonly antigens: readonly string[];
  /** CVX codes. */
  readonly vaccines: readonly string[];
  readonly series: readonly PatientSeries[];
}

export function forecastGroup(
  rule: VaccineGroupRule,
  results: readonly AntigenResult[],
  assessment: Day,
): readonly GroupForecast[] {
  const own = results.filter(({ antigen }) => rule.antigens.includes(antigen.name));
  // §4.6: risk is blended with risk and standard with standard, per series group.
  const byKind = groupBy(
    own.flatMap(({ best }) => best),
    ({ series }) => `${series.type === 'risk' ? 'risk' : 'standard'} ${series.group}`,
  );
  return [...byKind.values()]
    .map((series) => merge(rule, series, own))
    .sort((a, b) => urgency(a, assessment) - urgency(b, assessment));
}

/** A forecast further ahead (zoster of a child) is the last thing to look at. */
const FAR_AHEAD = 3653;

/** What a condition asks for comes first, then the rules by age that apply, then what has passed, then what is far ahead. */
function urgency({ seriesType, status, earliest }: GroupForecast, assessment: Day): number {
  if (earliest !== undefined && earliest > assessment + FAR_AHEAD) return 4;
  if (status === 'aged out' || status === 'not recommended') return 3;
  if (seriesType === 'standard') return 1;
  return status === 'not complete' ? 0 : 2;
}

function merge(
  rule: VaccineGroupRule,
  series: readonly PatientSeries[],
  own: readonly AntigenResult[],
): GroupForecast {
  const seriesType = series.some((one) => one.series.type === 'risk') ? 'risk' : 'standard';
  const status = rule.antigens.length === 1 ? series[0]!.forecast.status : mergedStatus(series);
  const reasons = merged(series, ({ reasons }) => reasons);
  const head = { group: rule.name, seriesType, status, reasons, series } as const;
  if (status !== 'not complete')
    return {
      ...head,
      doseNumber: undefined,
      earliest: undefined,
      recommended: undefined,
      pastDue: undefined,
      latest: undefined,
      antigens: [],
      vaccines: [],
    };
  const open = series.filter(({ forecast }) => forecast.dates !== undefined);
  const each = open.map(({ forecast }) => forecast.dates!);
  const earliest =
    rule.antigens.length === 1 ? least(each.map((dates) => dates.earliest))! : mergedEarliest(open, own);
  const pastDue = least(each.flatMap((dates) => dates.pastDue ?? []));
  const numbers = open.map(({ forecast }) => forecast.doseNumber);
  return {
    ...head,
    doseNumber: rule.administerFullGroup ? Math.min(...numbers) : Math.max(...numbers),
    earliest,
    // FORECASTVG-2…4
    recommended: Math.max(earliest, least(each.map((dates) => dates.recommended))!),
    pastDue: pastDue === undefined ? undefined : Math.max(earliest, pastDue),
    latest: least(each.flatMap((dates) => dates.latest ?? [])),
    antigens: open.map((one) => one.series.antigen),
    vaccines: vaccinesToGive(open),
  };
}

function merged(
  series: readonly PatientSeries[],
  of: (forecast: PatientSeries['forecast']) => readonly string[],
): readonly string[] {
  if (series.length === 1 && series[0]) return of(series[0].forecast);
  return [...new Set(series.flatMap(({ forecast }) => of(forecast)))];
}

/** FORECASTVG-9; where the rules name no product, those that suit every antigen still needed. */
function vaccinesToGive(open: readonly PatientSeries[]): readonly string[] {
  const named = merged(open, ({ vaccines }) => vaccines);
  if (named.length > 0) return named;
  const suitable = merged(open, (forecast) => forecast.suitable);
  const forAll = suitable.filter((code) => open.every(({ forecast }) => forecast.suitable.includes(code)));
  return forAll.length > 0 ? forAll : suitable;
}

/** Table 9-4. */
function mergedStatus(series: readonly PatientSeries[]): SeriesStatus {
  const statuses = series.map(({ forecast }) => forecast.status);
  for (const status of ['contraindicated', 'aged out', 'not recommended', 'not complete'] as const)
    if (statuses.includes(status)) return status;
  return statuses.every((status) => status === 'immune') ? 'immune' : 'complete';
}

/** MULTIANTVG-1. */
function mergedEarliest(open: readonly PatientSeries[], own: readonly AntigenResult[]): Day {
  const days = open.map(({ forecast }) => forecast.dates!.earliest);
  if (!open.some(({ forecast }) => forecast.isPriority)) return Math.max(...days);
  return Math.max(Math.min(...days), ...own.flatMap(({ doses }) => doses.map(({ day }) => day)));
}

const least = (days: readonly Day[]): Day | undefined => (days.length > 0 ? Math.min(...days) : undefined);
