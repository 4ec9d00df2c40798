/**
 * The CDC growth charts of 2000 with the BMI extension of 2022. L, M and S between two rows of a table lie on a straight
 * line, as in CDC's own programs.
 */
import type { Sex } from '../request-reader.ts';
import { CDC_2000 } from './cdc-2000-figures.ts';
import { extendedBmi } from './extended-bmi.ts';
import type { GrowthChart } from './growth-chart.ts';
import { type Lms, modifiedZ, plainLms } from './lms.ts';
import { unpackSeries } from './packed-series.ts';
import { between } from './who-charts.ts';

export type CdcIndicator = keyof typeof CDC_2000;

interface Shape {
  readonly name: string;
  readonly axis: 'ageMonths' | 'lengthCm';
  readonly from: number;
  readonly to: number;
  /** Modified z-scores beyond these are biologically implausible (CDC, Modified z-scores in the growth charts, 2016). */
  readonly limits: readonly [low: number, high: number];
}

const SHAPES: Readonly<Record<CdcIndicator, Shape>> = {
  infantWeight: { name: 'weight for age', axis: 'ageMonths', from: 0, to: 36, limits: [-5, 8] },
  // Its last row is 35.5 months; the line goes on to the end of the printed chart.
  infantLength: { name: 'length for age', axis: 'ageMonths', from: 0, to: 36, limits: [-5, 4] },
  head: { name: 'head circumference for age', axis: 'ageMonths', from: 0, to: 36, limits: [-5, 5] },
  weightForLength: { name: 'weight for length', axis: 'lengthCm', from: 45, to: 103.5, limits: [-4, 8] },
  weight: { name: 'weight for age', axis: 'ageMonths', from: 24, to: 240, limits: [-5, 8] },
  stature: { name: 'stature for age', axis: 'ageMonths', from: 24, to: 240, limits: [-5, 4] },
  bmi: { name: 'BMI for age', axis: 'ageMonths', from: 24, to: 240, limits: [-4, 8] },
  weightForStature: { name: 'weight for stature', axis: 'lengthCm', from: 77, to: 121.5, limits: [-4, 8] },
};

const made = new Map<string, GrowthChart>();

export function cdcChart(indicator: CdcIndicator, sex: Sex): GrowthChart {
  const key = `${indicator} ${sex}`;
  const chart = made.get(key) ?? makeChart(indicator, sex);
  made.set(key, chart);
  return chart;
}

function makeChart(indicator: CdcIndicator, sex: Sex): GrowthChart {
  const { name, axis, from, to, limits } = SHAPES[indicator];
  const [textL, textM, textS] = CDC_2000[indicator][sex];
  const m = unpackSeries(textM, 0);
  const l = unpackSeries(textL, m.length);
  const s = unpackSeries(textS, m.length);
  const row = (index: number): Lms => ({ l: l[index]!, m: m[index]!, s: s[index]! });
  // Rows stand at the first whole number, then at every half, then mostly at the last whole number.
  const rows = m.length;
  const place = (index: number): number => (index === 0 ? from : Math.min(to, from + index - 0.5));
  const lmsAt = (x: number): Lms => {
    const index = Math.max(0, Math.min(rows - 2, Math.floor(x - from + 0.5)));
    const start = place(index);
    return between(row(index), row(index + 1), (x - start) / (place(index + 1) - start));
  };
  return {
    name: `CDC 2000 ${name}${indicator === 'bmi' ? ', extended 2022' : ''}`,
    reference: 'cdc',
    axis,
    from,
    to,
    lms: lmsAt,
    method: indicator === 'bmi' ? (x) => extendedBmi(sex, x) : () => plainLms,
    implausible: (value, x) => {
      const z = modifiedZ(value, lmsAt(x));
      return z < limits[0] || z > limits[1];
    },
  };
}
