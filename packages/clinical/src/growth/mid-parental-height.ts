/**
 * Mid-parental (target) height: the mean of the parents' heights, moved by half the 13 cm between adult men and women, and a
 * range of 8.5 cm to either side (Tanner, Goldstein and Whitehouse, Arch Dis Child 1970;45:755–62; the range is about ±2 SD).
 */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { normalBelow } from '../normal-distribution.ts';
import type { Sex } from '../request-reader.ts';
import { cdcChart } from './cdc-charts.ts';
import { zOnChart } from './growth-chart.ts';

const HALF_SEX_DIFFERENCE_CM = 6.5;
const RANGE_CM = 8.5;
const ADULT_MONTHS = 240;

export interface TargetHeight {
  readonly cm: number;
  readonly lowCm: number;
  readonly highCm: number;
  /** Of the target at 20 years on the CDC chart. */
  readonly z: number;
  readonly percentile: number;
}

export function midParentalHeight(sex: Sex, motherCm: number, fatherCm: number): TargetHeight | InputProblem {
  for (const [field, height] of Object.entries({ motherCm, fatherCm })) {
    if (!(height >= 120 && height <= 230))
      return inputProblem(field, `${height} cannot be right; expected 120 to 230 cm: is the unit another?`);
  }
  const cm = (motherCm + fatherCm) / 2 + (sex === 'male' ? HALF_SEX_DIFFERENCE_CM : -HALF_SEX_DIFFERENCE_CM);
  const z = zOnChart(cdcChart('stature', sex), cm, ADULT_MONTHS);
  return { cm, lowCm: cm - RANGE_CM, highCm: cm + RANGE_CM, z, percentile: 100 * normalBelow(z) };
}
