import type { Observation, Patient } from '@keychart/fhir';
import { expect, test } from 'vitest';
import { bloodPressureHistory } from '../blood-pressure/index.ts';
import { isInputProblem } from '../input-problem.ts';
import { vitalObservations } from '../vital-observations.ts';
import type { VitalKey } from '../vital-signs.ts';
import { assessGrowth } from './assess-growth.ts';
import { growthHistory } from './growth-history.ts';

const child: Patient = { resourceType: 'Patient', id: 'child', gender: 'female', birthDate: '2020-02-29' };
const taken = (at: string, values: Partial<Record<VitalKey, number>>): Observation[] =>
  vitalObservations({ subject: 'Patient/child', at, values });

const history = (patient: Patient, observations: readonly Observation[]) => {
  const result = growthHistory(patient, observations);
  if (isInputProblem(result)) throw new Error(result.error.message);
  return result;
};

test('observations of a visit become measurements, BMI and weight for length are formed', () => {
  const { measurements, flags } = history(child, [
    ...taken('2024-02-29T10:00:00-05:00', { weight: 16, height: 102, systolic: 95, diastolic: 55 }),
    ...taken('2021-02-28', { weight: 8.9, height: 74, head: 45 }),
  ]);
  expect(measurements.map(({ date, measure, ageDays }) => [date, measure, ageDays])).toEqual([
    ['2021-02-28', 'weight', 365],
    ['2021-02-28', 'height', 365],
    ['2021-02-28', 'hc', 365],
    ['2021-02-28', 'wfl', 365],
    ['2021-02-28', 'bmi', 365],
    ['2024-02-29', 'weight', 1461],
    ['2024-02-29', 'height', 1461],
    ['2024-02-29', 'wfl', 1461],
    ['2024-02-29', 'bmi', 1461],
  ]);
  expect(measurements[0]!.assessment).toEqual(
    assessGrowth({ measure: 'weight', sex: 'female', ageDays: 365, value: 8.9 }),
  );
  expect(measurements.every(({ assessment }) => !isInputProblem(assessment))).toBe(true);
  expect(flags).toEqual([]);
});

test('a fall across lines is flagged with its measure; what was entered in error does not count', () => {
  const thin = taken('2020-12-01', { weight: 6.6 });
  const early = taken('2020-06-01', { weight: 6.2 });
  const { flags } = history(child, [...early, ...thin]);
  expect(flags.map(({ kind, measure }) => [kind, measure])).toContainEqual(['crossed-two-lines', 'weight']);
  const wrong = thin.map((each): Observation => ({ ...each, status: 'entered-in-error' }));
  expect(history(child, [...early, ...wrong]).flags).toEqual([]);
});

test('gestation from an Observation corrects the age', () => {
  const gestation: Observation = {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '76516-4' }] },
    valueQuantity: { value: 217, code: 'd' },
  };
  const { gestationWeeks, measurements } = history(child, [
    gestation,
    ...taken('2020-08-29', { weight: 6.5 }),
  ]);
  expect(gestationWeeks).toBe(31);
  expect(measurements[0]!.assessment).toMatchObject({ correctedAgeDays: 182 - 63 });
});

test('a length coded as taken lying is what is usual under two years', () => {
  const [height] = taken('2021-12-01', { height: 84 });
  const standing: Observation = {
    ...height!,
    code: { coding: [{ system: 'http://loinc.org', code: '8302-2' }] },
  };
  const lying: Observation = {
    ...height!,
    code: { coding: [{ system: 'http://loinc.org', code: '8306-3' }] },
  };
  expect(history(child, [lying]).measurements[0]!.assessment).toEqual(
    history(child, [standing]).measurements[0]!.assessment,
  );
});

test('a patient without sex or birth date is a problem that names it', () => {
  expect(growthHistory({ ...child, gender: 'unknown' }, [])).toMatchObject({ error: { field: 'gender' } });
  expect(growthHistory({ ...child, birthDate: '2020' }, [])).toMatchObject({ error: { field: 'birthDate' } });
});

test('blood pressure takes the nearest height within half a year', () => {
  const pressures = bloodPressureHistory(child, [
    ...taken('2024-02-29', { systolic: 112, diastolic: 55 }),
    ...taken('2024-05-01', { height: 104 }),
    ...taken('2023-12-01', { height: 100 }),
    ...taken('2025-02-28', { systolic: 98, diastolic: 55 }),
  ]);
  expect(pressures).toMatchObject([
    { date: '2024-02-29', heightCm: 104, assessment: { stage: 'stage1' } },
    { date: '2025-02-28', assessment: { error: { field: 'heightCm' } } },
  ]);
});
