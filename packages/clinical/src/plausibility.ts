/**
 * Is a typed vital sign believable at this age? A question to the person typing, never a finding about the patient.
 * The bounds are our own and deliberately wide: for size they lie outside the limits at which the WHO growth standards
 * (2006) call a value biologically implausible (weight −6/+5 z, length ±6 z, head ±5 z) and, above 5 years, well outside the CDC 2000
 * charts; for rates, pressure and temperature they lie well outside the PALS (2020) tables of normal values. Not for diagnosis.
 */
import type { VitalKey } from './vital-signs.ts';

/** `[age in days, lowest, highest]`; between two ages the bounds run in a straight line. */
type Knot = readonly [days: number, low: number, high: number];

const YEAR = 365.25;
const BOUNDS: Partial<Record<VitalKey, readonly Knot[]>> = {
  // kg; the lowest at birth is an extremely preterm baby.
  weight: [
    [0, 0.4, 6.5],
    [91, 1.8, 11],
    [183, 3, 14],
    [365, 4, 18],
    [2 * YEAR, 5.5, 26],
    [5 * YEAR, 8, 55],
    [8 * YEAR, 11, 90],
    [12 * YEAR, 16, 160],
    [18 * YEAR, 22, 300],
    [120 * YEAR, 22, 350],
  ],
  // cm
  height: [
    [0, 24, 64],
    [91, 36, 76],
    [183, 45, 84],
    [365, 54, 94],
    [2 * YEAR, 62, 110],
    [5 * YEAR, 76, 142],
    [8 * YEAR, 88, 170],
    [12 * YEAR, 100, 205],
    [18 * YEAR, 110, 230],
    [120 * YEAR, 100, 230],
  ],
  // cm
  head: [
    [0, 20, 42],
    [91, 28, 50],
    [365, 36, 56],
    [3 * YEAR, 39, 60],
    [120 * YEAR, 42, 68],
  ],
  // mm[Hg]
  systolic: [
    [0, 35, 130],
    [365, 50, 160],
    [10 * YEAR, 60, 190],
    [18 * YEAR, 60, 250],
    [120 * YEAR, 60, 250],
  ],
  diastolic: [
    [0, 15, 90],
    [365, 25, 110],
    [10 * YEAR, 30, 130],
    [18 * YEAR, 30, 150],
    [120 * YEAR, 30, 150],
  ],
  // Cel
  temperature: [
    [0, 33, 41.5],
    [120 * YEAR, 33, 42],
  ],
  // per minute
  heartRate: [
    [0, 70, 250],
    [365, 60, 230],
    [6 * YEAR, 45, 210],
    [18 * YEAR, 30, 200],
    [120 * YEAR, 30, 200],
  ],
  respirations: [
    [0, 15, 100],
    [365, 12, 80],
    [6 * YEAR, 8, 60],
    [18 * YEAR, 6, 50],
    [120 * YEAR, 6, 50],
  ],
  oxygen: [
    [0, 60, 100],
    [120 * YEAR, 60, 100],
  ],
  pain: [
    [0, 0, 10],
    [120 * YEAR, 0, 10],
  ],
};

/** Values that cannot be written at all, whatever the age: they are typing mistakes. */
const NEVER: Partial<Record<VitalKey, readonly [low: number, high: number]>> = {
  weight: [0.2, 700],
  height: [15, 280],
  head: [10, 90],
  systolic: [10, 350],
  diastolic: [0, 250],
  temperature: [20, 46],
  heartRate: [1, 400],
  respirations: [0, 200],
  oxygen: [1, 100],
  pain: [0, 10],
};

export interface Doubt {
  /** `unlikely`: may be written after the person says it is right. `impossible`: is not written. */
  readonly level: 'unlikely' | 'impossible';
  /** The end of a sentence that begins with the value: `is very high for this age`. */
  readonly reason: string;
  /** What is expected, in the metric unit. */
  readonly range?: readonly [low: number, high: number];
}

export type Plausibility = { readonly level: 'plausible' } | Doubt;

/** @param value in the metric unit of the vital sign; @param ageDays undefined when the birth date is not known. */
export function checkVital(key: VitalKey, value: number, ageDays: number | undefined): Plausibility {
  const never = NEVER[key];
  if (!Number.isFinite(value)) return { level: 'impossible', reason: 'is not a number' };
  if (never !== undefined && (value < never[0] || value > never[1])) {
    return { level: 'impossible', reason: 'cannot be right at any age', range: never };
  }
  const bounds = BOUNDS[key];
  if (bounds === undefined) return { level: 'plausible' };
  const [low, high] = ageDays === undefined ? widest(bounds) : boundsAt(bounds, ageDays);
  if (value >= low && value <= high) return { level: 'plausible' };
  const side = value < low ? 'very low' : 'very high';
  return {
    level: 'unlikely',
    reason: ageDays === undefined ? `is ${side}` : `is ${side} for this age`,
    range: [low, high],
  };
}

/** Systolic below or equal to diastolic: two numbers swapped, or one mistyped. */
export function checkPressurePair(systolic: number, diastolic: number): Plausibility {
  if (systolic > diastolic) return { level: 'plausible' };
  return { level: 'impossible', reason: 'must be higher than the diastolic' };
}

function boundsAt(knots: readonly Knot[], days: number): [number, number] {
  let before = knots[0]!;
  for (const knot of knots) {
    if (knot[0] >= days) {
      const span = knot[0] - before[0];
      const part = span === 0 ? 0 : (days - before[0]) / span;
      return [before[1] + (knot[1] - before[1]) * part, before[2] + (knot[2] - before[2]) * part];
    }
    before = knot;
  }
  return [before[1], before[2]];
}

function widest(knots: readonly Knot[]): [number, number] {
  return [Math.min(...knots.map((knot) => knot[1])), Math.max(...knots.map((knot) => knot[2]))];
}
