import { describe, expect, test } from 'vitest';
import { isInputProblem } from '../input-problem.ts';
import { assessGrowth } from './assess-growth.ts';

const answer = (request: Record<string, unknown>) => {
  const result = assessGrowth(request);
  if (isInputProblem(result)) throw new Error(`${result.error.field}: ${result.error.message}`);
  return result;
};
const problem = (request: Record<string, unknown>) => {
  const result = assessGrowth(request);
  return isInputProblem(result) ? result.error.field : result;
};

describe('values as the charts print them', () => {
  // Simplified field tables of the WHO standards: −2, 0, +2 z; printed to 0.1.
  test.each([
    ['weight', 'male', 365, 7.7, -2],
    ['weight', 'male', 365, 9.6, 0],
    ['weight', 'male', 365, 12.0, 2],
    ['weight', 'female', 183, 5.7, -2],
    ['length', 'female', 365, 74.0, 0],
    ['length', 'male', 0, 46.1, -2],
    ['hc', 'male', 0, 34.5, 0],
  ])('WHO %s %s day %i: %f is %f z', (measure, sex, ageDays, value, z) => {
    expect(Math.abs(answer({ measure, sex, ageDays, value }).z - z)).toBeLessThan(0.08);
  });

  // 50th percentiles of the printed CDC charts.
  test.each([
    ['weight', 'male', 5, 18.4],
    ['height', 'female', 10, 138.2],
    ['bmi', 'male', 15, 19.8],
    ['height', 'male', 20, 176.8],
  ])('CDC %s %s %i years: %f is the median', (measure, sex, ageYears, value) => {
    const { z, reference, percentile } = answer({ measure, sex, ageYears, value });
    expect(reference).toBe('cdc');
    expect(Math.abs(z)).toBeLessThan(0.05);
    expect(Math.abs(percentile - 50)).toBeLessThan(2);
  });

  test('obesity is graded by the percent of the 95th', () => {
    const result = answer({ measure: 'bmi', sex: 'f', ageMonths: 144.756, value: 32.72873877 });
    expect(result.percentOf95).toBeCloseTo(129.47, 2);
    expect(result.z).toBeCloseTo(2.437, 3);
    expect(result.percentile).toBeLessThan(100);
  });

  test('beyond 3 z WHO counts in steps of the distance from 2 to 3', () => {
    const heavy = answer({ measure: 'weight', sex: 'm', ageDays: 0, value: 5.5 });
    expect(heavy.z).toBeGreaterThan(3);
    expect(heavy.z).toBeLessThan(5);
  });
});

describe('which chart', () => {
  test('WHO under 24 months, CDC from then, unless asked', () => {
    const of = (ageMonths: number, reference?: string) =>
      answer({ measure: 'weight', sex: 'f', ageMonths, value: 12, ...(reference ? { reference } : {}) });
    expect(of(23.99).reference).toBe('who');
    expect(of(24).reference).toBe('cdc');
    expect(of(24, 'who').chart).toBe('WHO 2006 weight for age');
    expect(of(20, 'cdc').chart).toBe('CDC 2000 weight for age');
  });

  test('24 months are day 730 of WHO, as in its tables by month', () => {
    const month = answer({ measure: 'length', sex: 'm', ageMonths: 24, value: 88, reference: 'who' });
    const day = answer({ measure: 'length', sex: 'm', ageDays: 730, value: 88, reference: 'who' });
    expect(month.z).toBe(day.z);
    // One day later the table is of children standing.
    expect(month.z).toBeLessThan(
      answer({ measure: 'length', sex: 'm', ageDays: 731, value: 88, reference: 'who' }).z,
    );
  });

  test('weight for length needs no age and is for height from 24 months', () => {
    expect(answer({ measure: 'wfl', sex: 'm', value: 7.4, lengthCm: 66 }).chart).toBe(
      'WHO 2006 weight for length',
    );
    const old = { measure: 'wfl', sex: 'm', value: 14, lengthCm: 96, ageMonths: 36 };
    expect(answer(old).chart).toBe('CDC 2000 weight for stature');
    expect(answer({ ...old, reference: 'who' }).chart).toBe('WHO 2006 weight for height');
  });

  test('lying and standing differ by 0.7 cm on the WHO charts', () => {
    const at = (ageDays: number, value: number, position?: string) =>
      answer({
        measure: 'height',
        sex: 'f',
        ageDays,
        value,
        reference: 'who',
        ...(position ? { position } : {}),
      }).z;
    expect(at(900, 90, 'lying')).toBe(at(900, 89.3));
    expect(at(900, 90, 'standing')).toBe(at(900, 90));
    expect(at(600, 80, 'standing')).toBe(at(600, 80.7));
  });

  test('age is corrected for preterm birth until 24 months', () => {
    const of = (ageDays: number) =>
      answer({ measure: 'weight', sex: 'm', ageDays, value: 9, gestationWeeks: 32, reference: 'who' });
    expect(of(200)).toMatchObject({ correctedAgeDays: 144 });
    expect(of(200).z).toBe(answer({ measure: 'weight', sex: 'm', ageDays: 144, value: 9 }).z);
    expect(of(731)).not.toHaveProperty('correctedAgeDays');
    const term = { measure: 'weight', sex: 'm', ageDays: 100, value: 6, gestationWeeks: 37 };
    expect(answer(term)).not.toHaveProperty('correctedAgeDays');
    expect(problem({ measure: 'weight', sex: 'm', ageDays: 30, value: 2, gestationWeeks: 30 })).toBe(
      'ageDays',
    );
  });
});

test('a value can be given in another unit', () => {
  const { z } = answer({ measure: 'weight', sex: 'm', ageDays: 100, value: 13.6687, unit: '[lb_av]' });
  expect(z).toBeCloseTo(answer({ measure: 'weight', sex: 'm', ageDays: 100, value: 6.2 }).z, 4);
  const grams = answer({ measure: 'weight', sex: 'm', ageDays: 100, value: 6200, unit: 'g' });
  expect(grams.z).toBe(answer({ measure: 'weight', sex: 'm', ageDays: 100, value: 6.2 }).z);
});

test('a value beyond the limits of the authors comes back flagged', () => {
  expect(answer({ measure: 'weight', sex: 'm', ageDays: 365, value: 4.2 })).toMatchObject({
    implausible: true,
  });
  expect(answer({ measure: 'weight', sex: 'm', ageDays: 365, value: 9.6 })).toMatchObject({
    implausible: false,
  });
  expect(answer({ measure: 'bmi', sex: 'm', ageYears: 6, value: 36 })).toMatchObject({ implausible: true });
});

describe('bad input names the field and gives no number', () => {
  const good = { measure: 'weight', sex: 'f', ageDays: 400, value: 9 };
  test.each([
    [{ ...good, measure: undefined }, 'measure'],
    [{ ...good, measure: 'mass' }, 'measure'],
    [{ ...good, sex: undefined }, 'sex'],
    [{ ...good, sex: 'x' }, 'sex'],
    [{ ...good, sex: 1 }, 'sex'],
    [{ ...good, ageDays: undefined }, 'ageDays'],
    [{ ...good, ageDays: -1 }, 'ageDays'],
    [{ ...good, ageDays: '400' }, 'ageDays'],
    [{ ...good, ageDays: null }, 'ageDays'],
    [{ ...good, ageMonths: 20 }, 'ageMonths'],
    [{ ...good, value: -9 }, 'value'],
    [{ ...good, value: 0 }, 'value'],
    [{ ...good, value: '9 kg' }, 'value'],
    [{ ...good, value: Number.NaN }, 'value'],
    [{ ...good, value: 9000 }, 'value'],
    [{ ...good, value: 9, unit: 'cm' }, 'unit'],
    [{ ...good, value: 9, unit: 'pounds' }, 'unit'],
    [{ ...good, measure: 'length', value: 0.75 }, 'value'],
    [{ ...good, measure: 'length', value: 30 }, 'value'],
    [{ ...good, measure: 'wfl' }, 'lengthCm'],
    [{ ...good, measure: 'wfl', lengthCm: 0.75 }, 'lengthCm'],
    [{ ...good, measure: 'wfl', lengthCm: 120 }, 'lengthCm'],
    [{ ...good, measure: 'bmi', value: 17, reference: 'cdc' }, 'measure'],
    [{ ...good, reference: 'nhanes' }, 'reference'],
    [{ ...good, ageDays: 7400, value: 60 }, 'ageDays'],
    [{ ...good, ageDays: 2000, value: 20, reference: 'who' }, 'ageDays'],
    [{ measure: 'hc', sex: 'f', ageYears: 4, value: 50 }, 'ageYears'],
    [{ measure: 'length', sex: 'f', ageYears: 4, value: 100 }, 'measure'],
    [{ ...good, gestationWeeks: 12 }, 'gestationWeeks'],
    [{ ...good, position: 'sitting' }, 'position'],
  ])('%j', (request, field) => {
    expect(problem(request)).toBe(field);
  });
});

test('words may be written in capitals', () => {
  const child = { ageMonths: 30, value: 13 };
  expect(assessGrowth({ ...child, measure: 'Weight', sex: ' M ', reference: 'CDC' })).toEqual(
    assessGrowth({ ...child, measure: 'weight', sex: 'male', reference: 'cdc' }),
  );
});
