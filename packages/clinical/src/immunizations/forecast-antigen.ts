/** Everything about one antigen: relevant series (§5), each evaluated and forecast (§6, §7), and the best of them (§8). */
import { bestSeries } from './best-series.ts';
import { evaluateSeries } from './evaluate-series.ts';
import { type ForecastSetting, forecastSeries } from './forecast-series.ts';
import { type GivenDose, isAtAge, type PatientCase } from './patient-case.ts';
import type { PatientSeries } from './patient-series.ts';
import type { AgedCode, Antigen, AntigenSeries, PreparedSchedule } from './prepared-schedule.ts';

export interface AntigenResult {
  readonly antigen: Antigen;
  readonly doses: readonly GivenDose[];
  readonly best: readonly PatientSeries[];
  /** No series applies to this patient: its doses cannot be judged, nothing is due. */
  readonly isIrrelevant: boolean;
}

/** @param doses those that carry the antigen, in order. */
export function forecastAntigen(
  antigen: Antigen,
  doses: readonly GivenDose[],
  patient: PatientCase,
  schedule: PreparedSchedule,
): AntigenResult {
  const relevant = relevantSeries(antigen, patient);
  const done = new Map<AntigenSeries, PatientSeries>();
  const begun = new Set<AntigenSeries>();
  const setting: ForecastSetting = {
    antigen,
    patient,
    conflicts: schedule.conflicts,
    // A series that asks whether a group is complete looks at the other series; one that asks for itself gets a no.
    isCompleted: (groups) =>
      relevant.some((series) => groups.has(series.group) && work(series)?.forecast.status === 'complete'),
    isImmune: isImmune(antigen, patient),
    isContraindicated: antigen.contraindications.some(
      (rule) => patient.observations.has(rule.code) && isAtAge(rule, patient.assessment, patient),
    ),
    ruledOut: ruledOutVaccines(antigen, patient),
  };
  const work = (series: AntigenSeries): PatientSeries | undefined => {
    if (begun.has(series)) return done.get(series);
    begun.add(series);
    const evaluation = evaluateSeries(series, doses, patient, schedule.conflicts, setting.isCompleted);
    const result = { series, ...evaluation, forecast: forecastSeries(evaluation, setting) };
    done.set(series, result);
    return result;
  };
  for (const series of relevant) work(series);
  const all = relevant.flatMap((series) => done.get(series) ?? []);
  return { antigen, doses, best: bestSeries(all, patient), isIrrelevant: relevant.length === 0 };
}

/**
 * Tables 5-4 and 5-5. One step beyond them: where no series of the antigen is relevant and the only thing that stands against
 * one is that the patient is still too young for its indication, it is forecast ahead, so that the day it begins is known.
 */
function relevantSeries({ series }: Antigen, patient: PatientCase): readonly AntigenSeries[] {
  const suitable = series.filter(({ genders }) => genders.length === 0 || genders.includes(patient.gender));
  if (patient.observations.size === 0) return suitable.filter(({ type }) => type !== 'risk');
  const indicated = (atAge: (indication: AgedCode) => boolean) =>
    suitable.filter(
      ({ type, indications }) =>
        type !== 'risk' || indications.some((each) => patient.observations.has(each.code) && atAge(each)),
    );
  const relevant = indicated((each) => isAtAge(each, patient.assessment, patient));
  return relevant.length > 0
    ? relevant
    : indicated(({ from }) => from !== undefined && patient.assessment < patient.atAge(from));
}

/** Table 7-3. */
function isImmune({ immunityObservations, immunityBirths }: Antigen, patient: PatientCase): boolean {
  if (immunityObservations.some((code) => patient.observations.has(code))) return true;
  return immunityBirths.some(
    ({ before, country, unless }) =>
      patient.birth < before &&
      !unless.some((code) => patient.observations.has(code)) &&
      (country === undefined || country === patient.country),
  );
}

/** Table 7-6. */
function ruledOutVaccines({ vaccineContraindications }: Antigen, patient: PatientCase): ReadonlySet<string> {
  return new Set(
    vaccineContraindications
      .filter(({ code }) => patient.observations.has(code))
      .flatMap(({ vaccines }) => vaccines.filter((vaccine) => isAtAge(vaccine, patient.assessment, patient)))
      .map(({ code }) => code),
  );
}
