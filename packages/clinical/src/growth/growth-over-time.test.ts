/** Velocity, target height and flags: what a row of measurements tells. */
import { describe, expect, test } from 'vitest';
import { isInputProblem } from '../input-problem.ts';
import { assessGrowth } from './assess-growth.ts';
import { cdcChart } from './cdc-charts.ts';
import { valueOnChart } from './growth-chart.ts';
import { growthCurve } from './growth-curve.ts';
import { type AssessedMeasurement, growthFlags, linesCrossed } from './growth-flags.ts';
import { growthVelocity } from './growth-velocity.ts';
import { midParentalHeight } from './mid-parental-height.ts';
import { whoChart } from './who-charts.ts';

describe('velocity', () => {
  test('centimetres a year, marked short under half a year', () => {
    const year = growthVelocity('height', { ageDays: 2000, value: 110 }, { ageDays: 2365.25, value: 116 });
    expect(year).toMatchObject({ perYear: 6, short: false });
    const soon = growthVelocity('height', { ageDays: 2000, value: 110 }, { ageDays: 2090, value: 111.5 });
    expect(soon).toMatchObject({ short: true });
  });

  test('grams a day', () => {
    const infant = growthVelocity('weight', { ageDays: 10, value: 3.5 }, { ageDays: 40, value: 4.4 });
    expect(infant).toMatchObject({ days: 30, short: false });
    expect(!isInputProblem(infant) && infant.gramsPerDay).toBeCloseTo(30, 9);
  });

  test.each([
    [{ ageDays: -1, value: 3 }, { ageDays: 5, value: 4 }, 'earlier.ageDays'],
    [{ ageDays: 1, value: -3 }, { ageDays: 5, value: 4 }, 'earlier.value'],
    [{ ageDays: 5, value: 3 }, { ageDays: 5, value: 4 }, 'later.ageDays'],
  ])('%j to %j is a problem with %s', (earlier, later, field) => {
    expect(growthVelocity('weight', earlier, later)).toMatchObject({ error: { field } });
  });
});

test('target height is 13 cm apart for a brother and a sister', () => {
  const boy = midParentalHeight('male', 165, 178);
  const girl = midParentalHeight('female', 165, 178);
  expect(boy).toMatchObject({ cm: 178, lowCm: 169.5, highCm: 186.5 });
  expect(girl).toMatchObject({ cm: 165 });
  expect(!isInputProblem(boy) && boy.percentile).toBeCloseTo(56.4, 0);
  expect(midParentalHeight('male', 1.65, 178)).toMatchObject({ error: { field: 'motherCm' } });
});

describe('curves', () => {
  test('any percentile, ends included', () => {
    const points = growthCurve(cdcChart('stature', 'female'), 50);
    expect(points[0]).toEqual({ x: 24, value: valueOnChart(cdcChart('stature', 'female'), 0, 24) });
    expect(points.at(-1)!.x).toBe(240);
    expect(growthCurve(whoChart('weight', 'male'), 97, { from: 0, to: 730, step: 1 })).toHaveLength(731);
    expect(() => growthCurve(whoChart('weight', 'male'), 0)).toThrow('percentile');
  });
});

describe('flags', () => {
  const boyAt = (ageDays: number, percentileZ: number): AssessedMeasurement => {
    const value = valueOnChart(whoChart('weight', 'male'), percentileZ, ageDays);
    const assessment = assessGrowth({ measure: 'weight', sex: 'm', ageDays, value });
    if (isInputProblem(assessment)) throw new Error(assessment.error.message);
    return { ageDays, assessment };
  };

  test('a child along its line raises none', () => {
    expect(growthFlags([60, 120, 180, 270, 365].map((ageDays) => boyAt(ageDays, -1)))).toEqual([]);
  });

  test('two major lines down, whatever the order they come in', () => {
    const series = [boyAt(180, 0.2), boyAt(365, -1.4)];
    const flags = growthFlags(series);
    expect(flags).toMatchObject([{ kind: 'crossed-two-lines', ageDays: 365 }]);
    expect(flags[0]!.reason).toMatch(/^down across 3 major percentile lines in 185 days, from 58 to 8$/);
    expect(growthFlags([...series].reverse())).toEqual(flags);
  });

  test('one line, or within four weeks, is not a crossing', () => {
    expect(growthFlags([boyAt(180, 0.2), boyAt(365, -0.5)])).toEqual([]);
    expect(growthFlags([boyAt(180, 0.2), boyAt(200, -1.4)])).toEqual([]);
    expect(linesCrossed(50, 24)).toBe(1);
    expect(linesCrossed(51, 24)).toBe(2);
  });

  test('below the 3rd, and an implausible value that raises nothing else', () => {
    expect(growthFlags([boyAt(180, -1.95)])).toMatchObject([{ kind: 'below-3rd' }]);
    const flags = growthFlags([boyAt(180, 0), boyAt(365, -6.5)]);
    expect(flags.map(({ kind }) => kind)).toEqual(['implausible']);
  });

  test('the step from WHO to CDC is no crossing', () => {
    const at = (ageDays: number, value: number): AssessedMeasurement => {
      const assessment = assessGrowth({ measure: 'weight', sex: 'f', ageDays, value });
      if (isInputProblem(assessment)) throw new Error(assessment.error.message);
      return { ageDays, assessment };
    };
    const series = [at(700, 10.6), at(760, 10.4)];
    expect(linesCrossed(series[0]!.assessment.percentile, series[1]!.assessment.percentile)).toBeGreaterThan(
      1,
    );
    expect(growthFlags(series)).toEqual([]);
  });
});
