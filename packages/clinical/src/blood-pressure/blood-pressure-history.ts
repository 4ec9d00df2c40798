/** A patient's blood pressure Observations with percentiles and stages, each with the height measured nearest to it in time. */
import { ageOn, type Observation, type Patient } from '@keychart/fhir';
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { vitalReadings } from '../read-vitals.ts';
import { assessBloodPressure, type BloodPressureAssessment } from './assess-blood-pressure.ts';

export interface AssessedPressure {
  readonly date: string;
  readonly ageDays: number;
  readonly sbp: number;
  readonly dbp: number;
  readonly heightCm?: number;
  readonly observationId?: string;
  /** The problem names `heightCm` when no height is near enough. */
  readonly assessment: BloodPressureAssessment | InputProblem;
}

/** A child's height holds this long for its blood pressure. */
const HEIGHT_HOLDS_DAYS = 183;
const NOT_MEANT: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled', 'registered']);

/** In the order of their dates. @returns a problem naming `gender` or `birthDate` when the patient has none that can be used. */
export function bloodPressureHistory(
  patient: Patient,
  observations: readonly Observation[],
): AssessedPressure[] | InputProblem {
  const { gender: sex, birthDate } = patient;
  if (sex !== 'male' && sex !== 'female') return inputProblem('gender', 'is neither male nor female');
  if (birthDate === undefined || birthDate.length < 10)
    return inputProblem('birthDate', 'is missing or not a full date');
  const dated = observations.flatMap((observation) => {
    const date = observation.effectiveDateTime?.slice(0, 10);
    const age = date === undefined ? undefined : ageOn(birthDate, date);
    if (date === undefined || age === undefined || NOT_MEANT.has(observation.status)) return [];
    const readings = new Map(vitalReadings(observation).map(({ key, value }) => [key, value]));
    return { date, ageDays: age.days, readings, id: observation.id };
  });
  const heights = dated.flatMap(({ ageDays, readings }) => {
    const heightCm = readings.get('height');
    return heightCm === undefined ? [] : { ageDays, heightCm };
  });
  return dated
    .flatMap(({ date, ageDays, readings, id }) => {
      const [sbp, dbp] = [readings.get('systolic'), readings.get('diastolic')];
      if (sbp === undefined || dbp === undefined) return [];
      const heightCm = nearest(heights, ageDays);
      const measured = { ageDays, sbp, dbp, ...(heightCm === undefined ? {} : { heightCm }) };
      const assessment = assessBloodPressure({ sex, ...measured });
      return { date, ...measured, ...(id === undefined ? {} : { observationId: id }), assessment };
    })
    .sort((one, other) => one.ageDays - other.ageDays);
}

function nearest(
  heights: readonly { ageDays: number; heightCm: number }[],
  ageDays: number,
): number | undefined {
  const distance = (height: { ageDays: number }) => Math.abs(height.ageDays - ageDays);
  const [first] = heights
    .filter((height) => distance(height) <= HEIGHT_HOLDS_DAYS)
    .sort((one, other) => distance(one) - distance(other));
  return first?.heightCm;
}
