/** Properties every growth chart has; a failure prints fast-check's seed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CDC_2000 } from './cdc-2000-figures.ts';
import { type CdcIndicator, cdcChart } from './cdc-charts.ts';
import { type GrowthChart, percentileOf, valueOnChart, zOnChart } from './growth-chart.ts';
import { growthCurve } from './growth-curve.ts';
import { WHO_2006 } from './who-2006-figures.ts';
import { LYING_ADDS_CM, type WhoIndicator, whoChart } from './who-charts.ts';

const sexes = ['male', 'female'] as const;
const charts: readonly GrowthChart[] = sexes.flatMap((sex) => [
  ...(Object.keys(WHO_2006) as WhoIndicator[]).map((each) => whoChart(each, sex)),
  ...(Object.keys(CDC_2000) as CdcIndicator[]).map((each) => cdcChart(each, sex)),
]);
const anyChart = fc.constantFrom(...charts);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyZ = fc.double({ min: -4, max: 4, noNaN: true });
const placeOn = (chart: GrowthChart, part: number) => {
  const x = chart.from + part * (chart.to - chart.from);
  return chart.axis === 'ageDays' ? Math.round(x) : x;
};

test('the inverse of a z-score is the value it came from', () => {
  fc.assert(
    fc.property(anyChart, share, anyZ, (chart, part, z) => {
      const x = placeOn(chart, part);
      const value = valueOnChart(chart, z, x);
      fc.pre(Number.isFinite(value));
      expect(zOnChart(chart, value, x)).toBeCloseTo(z, 7);
      expect(valueOnChart(chart, zOnChart(chart, value, x), x)).toBeCloseTo(value, 6);
    }),
    { numRuns: 2000 },
  );
});

test('a larger value never has a lower percentile', () => {
  fc.assert(
    fc.property(
      anyChart,
      share,
      anyZ,
      fc.double({ min: 1e-6, max: 2, noNaN: true }),
      (chart, part, z, more) => {
        const x = placeOn(chart, part);
        const value = valueOnChart(chart, z, x);
        fc.pre(Number.isFinite(value));
        const [low, high] = [zOnChart(chart, value, x), zOnChart(chart, value * (1 + more), x)];
        expect(high).toBeGreaterThan(low);
        expect(percentileOf(high)).toBeGreaterThanOrEqual(percentileOf(low));
      },
    ),
    { numRuns: 2000 },
  );
});

test('curves do not cross', () => {
  for (const chart of charts) {
    const curves = [1, 3, 5, 50, 85, 95, 97, 99].map((percentile) => growthCurve(chart, percentile));
    for (let index = 1; index < curves.length; index += 1) {
      const [lower, upper] = [curves[index - 1]!, curves[index]!];
      expect(upper).toHaveLength(lower.length);
      expect(upper.every(({ value }, at) => value > lower[at]!.value)).toBe(true);
    }
  }
});

describe('continuity', () => {
  /** A child standing still on its value never jumps by more than this in z. */
  const still = (chart: GrowthChart, z: number, x: number, step: number) =>
    Math.abs(zOnChart(chart, valueOnChart(chart, z, x), x + step) - z);

  test('along the axis of every chart', () => {
    fc.assert(
      fc.property(anyChart, share, fc.double({ min: -3, max: 3, noNaN: true }), (chart, part, z) => {
        const step = chart.axis === 'ageDays' ? 1 : 0.001;
        const x = Math.min(placeOn(chart, part), chart.to - step);
        const standing = chart.axis === 'ageDays' && x === 730;
        // High up on some charts of CDC no weight has that z: the power of the curve ends below it.
        fc.pre(!standing && Number.isFinite(valueOnChart(chart, z, x)));
        // A newborn's weight falls and rises within days: WHO's own tables move by a fifth of a z a day there.
        expect(still(chart, z, x, step)).toBeLessThan(chart.axis === 'ageDays' && x < 60 ? 0.25 : 0.06);
      }),
      { numRuns: 2000 },
    );
  });

  test('from lying to standing, with the 0.7 cm', () => {
    for (const sex of sexes) {
      for (const z of [-2, 0, 2]) {
        const length = valueOnChart(whoChart('length', sex), z, 730);
        expect(zOnChart(whoChart('length', sex), length - LYING_ADDS_CM, 731)).toBeCloseTo(z, 1);
        for (const lengthCm of [70, 85, 100]) {
          const weight = valueOnChart(whoChart('weightForLength', sex), z, lengthCm);
          const standing = zOnChart(whoChart('weightForHeight', sex), weight, lengthCm - LYING_ADDS_CM);
          expect(Math.abs(standing - z)).toBeLessThan(0.01);
        }
      }
    }
  });

  test('where the extended BMI begins, and between the two CDC weight charts', () => {
    for (const sex of sexes) {
      for (let months = 24; months <= 240; months += 7.3) {
        const bmi = cdcChart('bmi', sex);
        const at95 = valueOnChart(bmi, 1.6448536269514722, months);
        expect(zOnChart(bmi, at95 + 1e-7, months) - zOnChart(bmi, at95 - 1e-7, months)).toBeLessThan(1e-5);
      }
      for (const z of [-2, 0, 2]) {
        const weight = valueOnChart(cdcChart('infantWeight', sex), z, 24);
        expect(Math.abs(zOnChart(cdcChart('weight', sex), weight, 24) - z)).toBeLessThan(0.02);
      }
    }
  });

  test('from WHO to CDC at 24 months a child moves by the known difference of the two, not more', () => {
    // Leanest children move most: CDC's lower weights at this age lie higher than WHO's.
    const largest = { weight: 0, stature: 0, median: 0 };
    for (const sex of sexes) {
      for (let step = -20; step <= 20; step += 1) {
        const z = step / 10;
        const weight = valueOnChart(whoChart('weight', sex), z, 730);
        const height = valueOnChart(whoChart('length', sex), z, 731);
        const moved = {
          weight: Math.abs(zOnChart(cdcChart('weight', sex), weight, 24) - z),
          stature: Math.abs(zOnChart(cdcChart('stature', sex), height, 24.02) - z),
        };
        largest.weight = Math.max(largest.weight, moved.weight);
        largest.stature = Math.max(largest.stature, moved.stature);
        if (z === 0) largest.median = Math.max(largest.median, moved.weight, moved.stature);
      }
    }
    expect(largest.median).toBeLessThan(0.5);
    expect(largest.weight).toBeLessThan(1.05);
    expect(largest.stature).toBeLessThan(0.75);
  });
});
