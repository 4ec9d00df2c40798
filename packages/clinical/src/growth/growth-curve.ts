/** A percentile curve of a growth chart, as points to draw. */
import { normalQuantile } from '../normal-distribution.ts';
import { DAYS_PER_MONTH } from '../request-reader.ts';
import { type GrowthChart, valueOnChart } from './growth-chart.ts';

export interface CurvePoint {
  /** On the axis of the chart: age in days or months, or length in cm. */
  readonly x: number;
  readonly value: number;
}

interface CurveRange {
  readonly from?: number;
  readonly to?: number;
  /** Distance of two points; a month or a centimetre unless given. */
  readonly step?: number;
}

/**
 * @param percentile between 0 and 100, ends excluded; any, not only the printed ones.
 * @returns both ends of the range and the steps between; points where the distribution has ended are left out.
 */
export function growthCurve(chart: GrowthChart, percentile: number, range: CurveRange = {}): CurvePoint[] {
  if (!(percentile > 0 && percentile < 100)) throw new RangeError('percentile: not between 0 and 100');
  const from = Math.max(range.from ?? chart.from, chart.from);
  const to = Math.min(range.to ?? chart.to, chart.to);
  const step = range.step ?? (chart.axis === 'ageDays' ? DAYS_PER_MONTH : 1);
  if (!(step > 0)) throw new RangeError('step: not above 0');
  const z = normalQuantile(percentile / 100);
  const points: CurvePoint[] = [];
  for (let x = from; x < to; x += step) points.push({ x, value: valueOnChart(chart, z, x) });
  if (to >= from) points.push({ x: to, value: valueOnChart(chart, z, to) });
  return points.filter(({ value }) => Number.isFinite(value));
}
