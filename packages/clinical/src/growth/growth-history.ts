/**
 * A patient's Observations as growth: each weight, length or height, head circumference and BMI with its z-score and
 * percentile, BMI and weight for length where they can be formed, and what the whole row tells.
 */
import { ageOn, type Observation, type Patient } from '@keychart/fhir';
import { convertUnit } from '../calculators/convert-unit.ts';
import { type InputProblem, inputProblem, isInputProblem } from '../input-problem.ts';
import { vitalReadings } from '../read-vitals.ts';
import type { Sex } from '../request-reader.ts';
import { assessGrowth, type GrowthAssessment } from './assess-growth.ts';
import type { GrowthMeasure } from './choose-chart.ts';
import { type GrowthFlag, growthFlags } from './growth-flags.ts';

export interface GrowthMeasurement {
  readonly measure: GrowthMeasure;
  /** Calendar date it was taken on. */
  readonly date: string;
  readonly ageDays: number;
  /** kg, cm or kg/m². */
  readonly value: number;
  /** For wfl. */
  readonly lengthCm?: number;
  /** FHIR id; absent for what was formed from two Observations. */
  readonly observationId?: string;
  /** The problem where the charts have no answer: an age beyond their ends, a value nobody can have. */
  readonly assessment: GrowthAssessment | InputProblem;
}

export interface GrowthHistory {
  readonly sex: Sex;
  readonly gestationWeeks?: number;
  /** In the order of their dates. */
  readonly measurements: readonly GrowthMeasurement[];
  readonly flags: readonly (GrowthFlag & { readonly measure: GrowthMeasure })[];
}

interface Taken {
  readonly measure: GrowthMeasure;
  readonly date: string;
  readonly value: number;
  readonly lengthCm?: number;
  readonly position?: 'lying' | 'standing';
  readonly observationId?: string;
}

const MEASURES = { weight: 'weight', height: 'height', head: 'hc', bmi: 'bmi' } as const;
/** LOINC: gestational age at birth; estimated; clinical estimate. */
const GESTATION_CODES: ReadonlySet<string> = new Set(['76516-4', '11884-4', '11885-1']);
const LYING_CODE = '8306-3';
const STANDING_CODE = '8308-9';
const NOT_MEANT: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled', 'registered']);

/** @returns a problem naming `gender` or `birthDate` when the patient has none the charts can be read with. */
export function growthHistory(
  patient: Patient,
  observations: readonly Observation[],
): GrowthHistory | InputProblem {
  const { gender: sex, birthDate } = patient;
  if (sex !== 'male' && sex !== 'female') return inputProblem('gender', 'is neither male nor female');
  if (birthDate === undefined || birthDate.length < 10)
    return inputProblem('birthDate', 'is missing or not a full date');
  const meant = observations.filter(({ status }) => !NOT_MEANT.has(status));
  const gestationWeeks = meant.map(gestationOf).find((weeks) => weeks !== undefined);
  const measurements = withFormed(meant.flatMap(takenOf))
    .flatMap((taken) => {
      const age = ageOn(birthDate, taken.date);
      return age === undefined ? [] : [assessed(taken, age.days, sex, gestationWeeks)];
    })
    .sort((one, other) => one.ageDays - other.ageDays);
  return {
    sex,
    ...(gestationWeeks === undefined ? {} : { gestationWeeks }),
    measurements,
    flags: flagsOf(measurements),
  };
}

function assessed(
  taken: Taken,
  ageDays: number,
  sex: Sex,
  gestationWeeks: number | undefined,
): GrowthMeasurement {
  const { observationId, position, ...measurement } = taken;
  const { date, ...request } = { ...measurement, sex, ageDays, ...(position ? { position } : {}) };
  const assessment = assessGrowth(gestationWeeks === undefined ? request : { ...request, gestationWeeks });
  return { ...measurement, ageDays, assessment, ...(observationId === undefined ? {} : { observationId }) };
}

function takenOf(observation: Observation): Taken[] {
  const date =
    observation.effectiveDateTime?.slice(0, 10) ?? observation.effectivePeriod?.start?.slice(0, 10);
  if (date === undefined || date.length < 10) return [];
  const position = positionOf(observation);
  return vitalReadings(observation).flatMap(({ key, value }) => {
    const measure = key in MEASURES ? MEASURES[key as keyof typeof MEASURES] : undefined;
    if (measure === undefined) return [];
    return {
      measure,
      date,
      value,
      ...(position && measure === 'height' ? { position } : {}),
      ...(observation.id === undefined ? {} : { observationId: observation.id }),
    };
  });
}

function positionOf({ code }: Observation): 'lying' | 'standing' | undefined {
  const codes = code?.coding?.map((coding) => coding.code) ?? [];
  if (codes.includes(LYING_CODE)) return 'lying';
  return codes.includes(STANDING_CODE) ? 'standing' : undefined;
}

/** Weight for length of every day with both, and BMI where nobody wrote one down. */
function withFormed(taken: readonly Taken[]): Taken[] {
  const formed = [...new Set(taken.map(({ date }) => date))].flatMap((date) => {
    const of = (measure: GrowthMeasure) =>
      taken.find((each) => each.date === date && each.measure === measure);
    const [weight, height, bmi] = [of('weight'), of('height'), of('bmi')];
    if (weight === undefined || height === undefined || !(height.value > 0)) return [];
    const { position } = height;
    const wfl: Taken = {
      measure: 'wfl',
      date,
      value: weight.value,
      lengthCm: height.value,
      ...(position ? { position } : {}),
    };
    const value = weight.value / (height.value / 100) ** 2;
    return bmi === undefined ? [wfl, { measure: 'bmi' as const, date, value }] : [wfl];
  });
  return [...taken, ...formed];
}

function gestationOf({ code, valueQuantity }: Observation): number | undefined {
  const isGestation = code?.coding?.some(
    (coding) => coding.code !== undefined && GESTATION_CODES.has(coding.code),
  );
  const { value, code: unit } = valueQuantity ?? {};
  if (!isGestation || value === undefined) return undefined;
  const weeks = convertUnit(value, unit ?? 'wk', 'wk');
  return typeof weeks === 'number' && weeks >= 20 && weeks <= 45 ? weeks : undefined;
}

function flagsOf(measurements: readonly GrowthMeasurement[]): (GrowthFlag & { measure: GrowthMeasure })[] {
  const measures = new Set(measurements.map(({ measure }) => measure));
  return [...measures].flatMap((measure) => {
    const series = measurements.flatMap(({ measure: each, ageDays, assessment }) =>
      each === measure && !isInputProblem(assessment) ? [{ ageDays, assessment }] : [],
    );
    return growthFlags(series).map((flag) => ({ ...flag, measure }));
  });
}
