/** How much of a liquid holds a dose, rounded to what an oral syringe or spoon can measure. */
import { roundTo } from '../unit-conversion.ts';
import type { Strength } from './formulary.ts';

/** Marks of the usual oral syringes: up to this volume, in steps of. In mL. */
const STEPS = [
  [1, 0.05],
  [3, 0.1],
  [5, 0.2],
  [10, 0.5],
  [Number.POSITIVE_INFINITY, 1],
] as const;

/** The step in mL in which that volume can be measured. */
export const measurableStep = (volumeMl: number): number => STEPS.find(([upTo]) => volumeMl <= upTo)![1];

/** To the nearest measurable volume; where that is more than `most`, to the one below. All in mL. */
export function measurableVolume(volumeMl: number, most = Number.POSITIVE_INFINITY): number {
  const step = measurableStep(volumeMl);
  const nearest = roundTo(Math.round(volumeMl / step) * step, 2);
  const rounded = nearest > most + 1e-9 ? roundTo(Math.floor(most / step + 1e-9) * step, 2) : nearest;
  return rounded;
}

/** Amount of the first ingredient in one mL, in the unit of the strength; undefined for what is no liquid. */
export function amountPerMl({ amounts, per }: Strength): number | undefined {
  return per?.unit === 'mL' ? amounts[0]! / per.value : undefined;
}
