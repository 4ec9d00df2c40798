/**
 * The front door: a patient's doses in, what each was worth and what is due out. Follows CDC's CDSi logic specification 4.6
 * over whatever schedule it is given; supports judgement and does not replace it.
 */
import { type InputProblem, isInputProblem } from '../input-problem.ts';
import { type Day, formatDay } from './calendar-date.ts';
import { type AntigenResult, forecastAntigen } from './forecast-antigen.ts';
import { forecastGroup, type GroupForecast } from './forecast-group.ts';
import { dosesByAntigen, type GivenDose, type PatientCase } from './patient-case.ts';
import type { DoseEvaluation, EvaluationStatus, SeriesStatus } from './patient-series.ts';
import type { PreparedSchedule } from './prepared-schedule.ts';
import { readRequest } from './read-request.ts';

export interface AntigenEvaluation {
  readonly antigen: string;
  readonly group: string;
  readonly status: EvaluationStatus;
  /** Why it is not valid, or what made it valid after all; absent for a plain valid dose. */
  readonly reason?: string;
  /** Where several things were wrong, the rest. */
  readonly alsoBecause?: readonly string[];
  /** Number of the target dose it was held against. */
  readonly target?: number;
}

export interface EvaluatedDose {
  readonly date: string;
  readonly cvx: string;
  readonly mvx?: string;
  /** One per antigen the product carries. */
  readonly evaluations: readonly AntigenEvaluation[];
  /** Antigens it carries for which no series applies to this patient: given for travel, say, without the observation. */
  readonly unjudged?: readonly string[];
}

export interface GroupAnswer {
  readonly group: string;
  readonly seriesType: 'standard' | 'risk';
  /** The rules followed, one series per antigen. */
  readonly series: readonly string[];
  readonly status: SeriesStatus;
  readonly doseNumber: number | null;
  readonly earliest: string | null;
  readonly recommended: string | null;
  readonly pastDue: string | null;
  readonly latest: string | null;
  readonly reasons: readonly string[];
  /** Antigens still needed. */
  readonly antigens: readonly string[];
  /** CVX codes of what to give; where the rules name no product of choice, any that suits the age. */
  readonly vaccines: readonly string[];
}

export interface ImmunizationAnswer {
  /** Name of the schedule the answer rests on. */
  readonly schedule: string;
  readonly doses: readonly EvaluatedDose[];
  /** Of several entries of one group the one to act on comes first. */
  readonly groups: readonly GroupAnswer[];
}

/** @param request see `ImmunizationRequest`; read field by field, so that plain JSON may be passed as it came. */
export function forecastImmunizations(
  request: Readonly<Record<string, unknown>>,
  schedule: PreparedSchedule,
): ImmunizationAnswer | InputProblem {
  const patient = readRequest(request, schedule);
  if (isInputProblem(patient)) return patient;
  const doses = dosesByAntigen(patient, schedule);
  const results = schedule.antigens.map((antigen) =>
    forecastAntigen(antigen, doses.get(antigen.name) ?? [], patient, schedule),
  );
  return {
    schedule: schedule.name,
    doses: evaluatedDoses(patient, results),
    groups: schedule.groups.flatMap((rule) =>
      forecastGroup(rule, results, patient.assessment).map(groupAnswer),
    ),
  };
}

function evaluatedDoses(patient: PatientCase, results: readonly AntigenResult[]): EvaluatedDose[] {
  const doses = patient.doses.toSorted((a, b) => a.index - b.index);
  const evaluations = doses.map((): AntigenEvaluation[] => []);
  const unjudged = doses.map((): string[] => []);
  for (const result of results)
    for (const dose of result.doses) {
      const found = antigenEvaluation(dose, result);
      if (found) evaluations[dose.index]?.push(found);
      else if (result.isIrrelevant) unjudged[dose.index]?.push(result.antigen.name);
    }
  return doses.map(({ day, cvx, mvx, index }) => ({
    date: formatDay(day),
    cvx,
    ...(mvx === undefined ? {} : { mvx }),
    evaluations: evaluations[index] ?? [],
    ...(unjudged[index]?.length ? { unjudged: unjudged[index] } : {}),
  }));
}

/** Best first: what one of the patient's series accepts counts, whatever another says of it. */
const RANK: readonly EvaluationStatus[] = ['valid', 'extraneous', 'sub-standard', 'not valid'];

function antigenEvaluation(dose: GivenDose, { antigen, best }: AntigenResult): AntigenEvaluation | undefined {
  let chosen: DoseEvaluation | undefined;
  for (const { evaluations } of best) {
    const found = evaluations.find((each) => each.dose === dose);
    if (found && (!chosen || RANK.indexOf(found.status) < RANK.indexOf(chosen.status))) chosen = found;
  }
  return chosen && { antigen: antigen.name, group: antigen.group, ...told(chosen) };
}

function told({
  status,
  reasons,
  targetNumber,
}: DoseEvaluation): Omit<AntigenEvaluation, 'antigen' | 'group'> {
  const [reason, ...rest] = reasons;
  return {
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(rest.length === 0 ? {} : { alsoBecause: rest }),
    ...(targetNumber === undefined ? {} : { target: targetNumber }),
  };
}

const dateOrNull = (day: Day | undefined) => (day === undefined ? null : formatDay(day));

const groupAnswer = (forecast: GroupForecast): GroupAnswer => ({
  group: forecast.group,
  seriesType: forecast.seriesType,
  series: forecast.series.map(({ series }) => series.name),
  status: forecast.status,
  doseNumber: forecast.doseNumber ?? null,
  earliest: dateOrNull(forecast.earliest),
  recommended: dateOrNull(forecast.recommended),
  pastDue: dateOrNull(forecast.pastDue),
  latest: dateOrNull(forecast.latest),
  reasons: forecast.reasons,
  antigens: forecast.antigens,
  vaccines: forecast.vaccines,
});
