/** An antigen series as it stands for one patient: its target doses, what each given dose was found to be, and its forecast. */
import type { Day } from './calendar-date.ts';
import type { GivenDose } from './patient-case.ts';
import type { AntigenSeries, SeriesDose } from './prepared-schedule.ts';

export type EvaluationStatus = 'valid' | 'not valid' | 'extraneous' | 'sub-standard';

export interface DoseEvaluation {
  readonly dose: GivenDose;
  readonly status: EvaluationStatus;
  /** Short phrases: `age: too young`, `interval: too soon`. Empty for a plain valid dose. */
  readonly reasons: readonly string[];
  readonly isInadvertent: boolean;
  /** Number of the target dose it was held against; undefined for a dose after the last one. */
  readonly targetNumber: number | undefined;
}

export interface TargetDose {
  readonly rule: SeriesDose;
  status: 'not satisfied' | 'satisfied' | 'skipped';
  satisfiedBy: GivenDose | undefined;
}

export type SeriesStatus =
  | 'not complete'
  | 'complete'
  | 'immune'
  | 'contraindicated'
  | 'aged out'
  | 'not recommended';

export interface ForecastDates {
  readonly earliest: Day;
  readonly recommended: Day;
  readonly pastDue: Day | undefined;
  readonly latest: Day | undefined;
}

export interface SeriesForecast {
  readonly status: SeriesStatus;
  readonly reasons: readonly string[];
  readonly doseNumber: number;
  /** The target dose forecast; undefined when none is. */
  readonly target: TargetDose | undefined;
  readonly dates: ForecastDates | undefined;
  /** CVX codes the rules name for the dose, if they name any. */
  readonly vaccines: readonly string[];
  /** CVX codes of all that may preferably be given. */
  readonly suitable: readonly string[];
  /** FORECASTPRIORITY-1. */
  readonly isPriority: boolean;
}

export interface PatientSeries {
  readonly series: AntigenSeries;
  readonly targets: readonly TargetDose[];
  readonly evaluations: readonly DoseEvaluation[];
  readonly forecast: SeriesForecast;
}
