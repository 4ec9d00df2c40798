/** What a growth chart is: figures along an axis, a way to z-scores, and the limits beyond which a value is implausible. */
import { normalBelow } from '../normal-distribution.ts';
import type { Lms, ZMethod } from './lms.ts';

export type GrowthReference = 'who' | 'cdc';
export type GrowthAxis = 'ageDays' | 'ageMonths' | 'lengthCm';

export interface GrowthChart {
  /** As it may be printed: `WHO 2006 length for age`. */
  readonly name: string;
  readonly reference: GrowthReference;
  readonly axis: GrowthAxis;
  /** Ends of the axis, both on the chart. */
  readonly from: number;
  readonly to: number;
  /** Figures at a point of the axis; meaningless beyond its ends. */
  lms(x: number): Lms;
  method(x: number): ZMethod;
  /** Beyond the limits the reference's authors set for values that are not believed. */
  implausible(value: number, x: number): boolean;
}

export const isOnChart = (chart: GrowthChart, x: number): boolean => x >= chart.from && x <= chart.to;

export const zOnChart = (chart: GrowthChart, value: number, x: number): number =>
  chart.method(x).z(value, chart.lms(x));

/** The value with this z-score at a point of the chart: a point of a curve. NaN where the distribution has ended before. */
export const valueOnChart = (chart: GrowthChart, z: number, x: number): number =>
  chart.method(x).value(z, chart.lms(x));

/** 0 to 100. */
export const percentileOf = (z: number): number => 100 * normalBelow(z);
