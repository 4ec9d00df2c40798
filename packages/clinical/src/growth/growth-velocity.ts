/**
 * How fast a child grows between two measurements. Over a short time the error of measuring outweighs the growth: a height
 * velocity over less than half a year, or a weight velocity over less than four weeks, is marked as short. No percentiles.
 */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { DAYS_PER_YEAR } from '../request-reader.ts';

export interface GrowthPoint {
  readonly ageDays: number;
  /** cm or kg. */
  readonly value: number;
}

export interface GrowthVelocity {
  /** cm or kg a year. */
  readonly perYear: number;
  /** Of a weight: grams a day, as it is counted in infancy. */
  readonly gramsPerDay?: number;
  readonly days: number;
  readonly short: boolean;
}

const SHORTEST_DAYS = { height: 182, weight: 28 } as const;

export function growthVelocity(
  measure: 'height' | 'weight',
  earlier: GrowthPoint,
  later: GrowthPoint,
): GrowthVelocity | InputProblem {
  for (const [field, { ageDays, value }] of Object.entries({ earlier, later })) {
    if (!(ageDays >= 0)) return inputProblem(`${field}.ageDays`, 'is not an age; expected days since birth');
    if (!(value > 0) || !Number.isFinite(value))
      return inputProblem(`${field}.value`, `is not a ${measure}; expected a number above 0`);
  }
  const days = later.ageDays - earlier.ageDays;
  if (!(days > 0)) return inputProblem('later.ageDays', 'is not after earlier.ageDays');
  const perDay = (later.value - earlier.value) / days;
  return {
    perYear: perDay * DAYS_PER_YEAR,
    ...(measure === 'weight' ? { gramsPerDay: perDay * 1000 } : {}),
    days,
    short: days < SHORTEST_DAYS[measure],
  };
}
