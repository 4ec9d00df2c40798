/**
 * The WHO Child Growth Standards as charts, birth to day 1856 (5 years). Ages are whole days, as WHO tabulates them: a
 * fraction is rounded, the half downwards, so that 24 months are day 730 as in WHO's tables by month.
 * Lengths between two tenths of a centimetre are interpolated, as in WHO's own igrowup programs.
 */
import type { Sex } from '../request-reader.ts';
import type { GrowthChart } from './growth-chart.ts';
import { type Lms, plainLms, restrictedLms } from './lms.ts';
import { unpackSeries } from './packed-series.ts';
import { WHO_2006 } from './who-2006-figures.ts';

export type WhoIndicator = keyof typeof WHO_2006;

interface Shape {
  readonly name: string;
  /** Start of the axis and step; without it the axis is age in days. */
  readonly lengths?: { readonly from: number; readonly to: number };
  /** z-scores beyond these are flagged by WHO as implausible (Interpreting growth indicators; igrowup flags). */
  readonly limits: readonly [low: number, high: number];
  readonly weightBased: boolean;
}

const LAST_DAY = 1856;
/** From this day on WHO's length-for-age and BMI-for-age tables are of children measured standing. */
export const FIRST_STANDING_DAY = 731;
/** What lying adds to standing height, in cm (WHO, as applied by igrowup). */
export const LYING_ADDS_CM = 0.7;

const SHAPES: Readonly<Record<WhoIndicator, Shape>> = {
  weight: { name: 'weight for age', limits: [-6, 5], weightBased: true },
  length: { name: 'length/height for age', limits: [-6, 6], weightBased: false },
  bmi: { name: 'BMI for age', limits: [-5, 5], weightBased: true },
  head: { name: 'head circumference for age', limits: [-5, 5], weightBased: false },
  weightForLength: {
    name: 'weight for length',
    lengths: { from: 45, to: 110 },
    limits: [-5, 5],
    weightBased: true,
  },
  weightForHeight: {
    name: 'weight for height',
    lengths: { from: 65, to: 120 },
    limits: [-5, 5],
    weightBased: true,
  },
};

const made = new Map<string, GrowthChart>();

export function whoChart(indicator: WhoIndicator, sex: Sex): GrowthChart {
  const key = `${indicator} ${sex}`;
  const chart = made.get(key) ?? makeChart(indicator, sex);
  made.set(key, chart);
  return chart;
}

function makeChart(indicator: WhoIndicator, sex: Sex): GrowthChart {
  const { name, lengths, limits, weightBased } = SHAPES[indicator];
  const [textL, textM, textS] = WHO_2006[indicator][sex];
  const m = unpackSeries(textM, 0);
  const l = unpackSeries(textL, m.length);
  const s = unpackSeries(textS, m.length);
  const row = (index: number): Lms => ({ l: l[index]!, m: m[index]!, s: s[index]! });
  const method = weightBased ? restrictedLms : plainLms;
  const lmsAt = (x: number): Lms => {
    if (lengths === undefined) return row(Math.max(0, Math.ceil(x - 0.5)));
    // A tenth that floating point misses by a hair is meant.
    const place = Math.round((x - lengths.from) * 1e7) / 1e6;
    const below = Math.min(Math.floor(place), m.length - 1);
    return between(row(below), row(Math.min(below + 1, m.length - 1)), place - below);
  };
  return {
    name: `WHO 2006 ${name}`,
    reference: 'who',
    axis: lengths === undefined ? 'ageDays' : 'lengthCm',
    from: lengths?.from ?? 0,
    to: lengths?.to ?? LAST_DAY,
    lms: lmsAt,
    method: () => method,
    implausible: (value, x) => {
      const z = method.z(value, lmsAt(x));
      return z < limits[0] || z > limits[1];
    },
  };
}

/** Straight line between two rows of figures. */
export function between(first: Lms, second: Lms, part: number): Lms {
  if (part === 0) return first;
  return {
    l: first.l + (second.l - first.l) * part,
    m: first.m + (second.m - first.m) * part,
    s: first.s + (second.s - first.s) * part,
  };
}
