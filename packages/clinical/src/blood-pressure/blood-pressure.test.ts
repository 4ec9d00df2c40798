import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cdcChart } from '../growth/cdc-charts.ts';
import { valueOnChart } from '../growth/growth-chart.ts';
import { isInputProblem } from '../input-problem.ts';
import { tablePressure } from './aap-table.ts';
import { assessBloodPressure, sizeOf } from './assess-blood-pressure.ts';
import { pressureCurve } from './pressure-curve.ts';

const answer = (request: Record<string, unknown>) => {
  const result = assessBloodPressure(request);
  if (isInputProblem(result)) throw new Error(`${result.error.field}: ${result.error.message}`);
  return result;
};

describe('a boy of 8 years and median height', () => {
  const heightCm = valueOnChart(cdcChart('stature', 'male'), 0, 96);
  const boy = { sex: 'm', ageYears: 8, heightCm };

  test('the table is found again', () => {
    for (const [percentile, name] of [
      [50, 'sbp'],
      [90, 'sbp'],
      [95, 'dbp'],
    ] as const) {
      const printed = tablePressure('male', name, percentile, 8, 0);
      const result = answer({ ...boy, sbp: 100, dbp: 60, [name]: printed });
      const less = answer({ ...boy, sbp: 100, dbp: 60, [name]: printed - 1 });
      expect(result[`${name}Percentile`]).toBeGreaterThanOrEqual(percentile);
      expect(less[`${name}Percentile`]).toBeLessThan(percentile);
    }
  });

  test('stages rise with either pressure', () => {
    const { limits, heightZ } = answer({ ...boy, sbp: 100, dbp: 60 });
    expect(heightZ).toBeCloseTo(0, 3);
    expect(answer({ ...boy, sbp: limits.elevated.sbp - 1, dbp: 60 }).stage).toBe('normal');
    expect(answer({ ...boy, sbp: limits.elevated.sbp, dbp: 60 }).stage).toBe('elevated');
    expect(answer({ ...boy, sbp: 100, dbp: limits.stage1.dbp }).stage).toBe('stage1');
    expect(answer({ ...boy, sbp: limits.stage2.sbp, dbp: 60 }).stage).toBe('stage2');
    expect(limits.stage2.sbp - limits.stage1.sbp).toBe(12);
  });
});

test('from 13 years the adult limits hold', () => {
  const teen = { sex: 'female', ageYears: 13, heightCm: 158 };
  expect(answer({ ...teen, sbp: 119, dbp: 79 }).stage).toBe('normal');
  expect(answer({ ...teen, sbp: 120, dbp: 79 }).stage).toBe('elevated');
  expect(answer({ ...teen, sbp: 119, dbp: 80 }).stage).toBe('stage1');
  expect(answer({ ...teen, sbp: 130, dbp: 70 }).stage).toBe('stage1');
  expect(answer({ ...teen, sbp: 139, dbp: 90 }).stage).toBe('stage2');
  expect(answer({ ...teen, sbp: 140, dbp: 70 }).stage).toBe('stage2');
});

test('under 13 years the adult limits hold where they are lower', () => {
  const tall = { sex: 'male', ageYears: 12.9, heightCm: 176 };
  expect(answer({ ...tall, sbp: 120, dbp: 60 }).stage).toBe('elevated');
  expect(answer({ ...tall, sbp: 130, dbp: 60 }).stage).toBe('stage1');
});

describe('properties', () => {
  const child = fc.record({
    sex: fc.constantFrom('male' as const, 'female' as const),
    ageYears: fc.double({ min: 1, max: 17.99, noNaN: true }),
    z: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
    pressure: fc.constantFrom('sbp' as const, 'dbp' as const),
  });
  const curveOf = ({
    sex,
    ageYears,
    z,
    pressure,
  }: {
    sex: 'male' | 'female';
    ageYears: number;
    z: number;
    pressure: 'sbp' | 'dbp';
  }) => {
    const chart = cdcChart(ageYears < 2 ? 'infantLength' : 'stature', sex);
    const heightCm = valueOnChart(chart, z, ageYears * 12);
    const size = sizeOf(sex, { days: ageYears * 365.25, months: ageYears * 12 }, ageYears, heightCm);
    if (isInputProblem(size)) throw new Error(size.error.message);
    return pressureCurve(pressure, size);
  };

  test('a higher pressure has a higher percentile, and the inverse gives it back', () => {
    fc.assert(
      fc.property(child, fc.double({ min: 1, max: 99, noNaN: true }), (each, percentile) => {
        const curve = curveOf(each);
        const mmHg = curve.pressure(percentile);
        expect(curve.percentile(mmHg)).toBeCloseTo(percentile, 6);
        expect(curve.percentile(mmHg + 1)).toBeGreaterThan(percentile);
        expect(curve.percentile(mmHg - 1)).toBeLessThan(percentile);
      }),
      { numRuns: 1000 },
    );
  });

  test('no jump with age or height, birthdays included', () => {
    fc.assert(
      fc.property(child, fc.constantFrom(50, 90, 95), (each, percentile) => {
        // At 24 months the CDC chart changes from lying to standing.
        fc.pre(Math.abs(each.ageYears - 2) > 0.01);
        const ageYears = Math.min(each.ageYears + 0.002, 17.999);
        const here = curveOf(each).pressure(percentile);
        expect(Math.abs(curveOf({ ...each, ageYears }).pressure(percentile) - here)).toBeLessThan(0.1);
        expect(Math.abs(curveOf({ ...each, z: each.z + 0.002 }).pressure(percentile) - here)).toBeLessThan(
          0.1,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('within 1 mmHg of the printed table at every age of its rows', () => {
    for (const sex of ['male', 'female'] as const) {
      for (let year = 1; year <= 17; year += 1) {
        for (const z of [-1.6, -1, 0, 1, 1.6]) {
          for (const percentile of [50, 90, 95] as const) {
            for (const pressure of ['sbp', 'dbp'] as const) {
              const found = curveOf({ sex, ageYears: year, z, pressure }).pressure(percentile);
              expect(Math.abs(found - tablePressure(sex, pressure, percentile, year, z))).toBeLessThan(1);
            }
          }
        }
      }
    }
  });
});

describe('bad input names the field and gives no number', () => {
  const good = { sex: 'f', ageYears: 9, heightCm: 133, sbp: 100, dbp: 60 };
  test.each([
    [{ ...good, sex: undefined }, 'sex'],
    [{ ...good, ageYears: undefined }, 'ageDays'],
    [{ ...good, ageYears: 0.9 }, 'ageYears'],
    [{ ...good, ageYears: 18 }, 'ageYears'],
    [{ ...good, ageYears: undefined, ageDays: 200 }, 'ageDays'],
    [{ ...good, heightCm: 1.33 }, 'heightCm'],
    [{ ...good, heightCm: 52 }, 'heightCm'],
    [{ ...good, heightCm: undefined }, 'heightCm'],
    [{ ...good, sbp: -100 }, 'sbp'],
    [{ ...good, sbp: 13.3 }, 'sbp'],
    [{ ...good, sbp: '100/60' }, 'sbp'],
    [{ ...good, dbp: 8 }, 'dbp'],
    [{ ...good, sbp: 60, dbp: 100 }, 'dbp'],
  ])('%j', (request, field) => {
    expect(assessBloodPressure(request)).toMatchObject({ error: { field } });
  });
});
