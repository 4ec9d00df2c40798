/**
 * Reads the measured value of a growth request: its unit, what can be meant at all at this age, and what lying down
 * instead of standing up changes. A value far outside everything seen at an age is most often in another unit.
 */

import { convertUnit } from '../calculators/convert-unit.ts';
import type { InputProblem } from '../input-problem.ts';
import { checkVital } from '../plausibility.ts';
import type { Age, RequestReader } from '../request-reader.ts';
import type { VitalKey } from '../vital-signs.ts';
import type { GrowthMeasure } from './choose-chart.ts';
import type { GrowthChart } from './growth-chart.ts';
import { FIRST_STANDING_DAY, LYING_ADDS_CM } from './who-charts.ts';

export interface MeasuredValue {
  readonly value: number;
  readonly lengthCm?: number;
  /** The length was moved by the difference between lying and standing. */
  readonly adjusted: boolean;
}

interface Expected {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** Vital sign whose bounds by age hold, and how far beyond them a value is still taken. */
  readonly vital?: readonly [key: VitalKey, below: number, above: number];
}

const weight: Expected = { unit: 'kg', low: 0.2, high: 700, vital: ['weight', 0.5, 1.5] };
const length: Expected = { unit: 'cm', low: 15, high: 280, vital: ['height', 0.9, 1.1] };
const EXPECTED: Readonly<Record<GrowthMeasure, Expected>> = {
  weight,
  wfl: weight,
  length,
  height: length,
  hc: { unit: 'cm', low: 10, high: 90, vital: ['head', 0.8, 1.3] },
  bmi: { unit: 'kg/m2', low: 4, high: 200 },
};

export function readMeasured(
  read: RequestReader,
  measure: GrowthMeasure,
  chart: GrowthChart,
  age: Age | undefined,
): MeasuredValue | InputProblem {
  const expected = EXPECTED[measure];
  const value = readValue(read, expected, age);
  const lengthCm =
    measure === 'wfl'
      ? read.number('lengthCm', { low: length.low, high: length.high, unit: 'cm' })
      : undefined;
  const position = read.word('position', ['lying', 'standing']);
  if (read.problem) return read.problem;
  const change = chart.reference === 'who' ? positionChange(measure, position, age) : 0;
  if (lengthCm !== undefined) return { value, lengthCm: lengthCm + change, adjusted: change !== 0 };
  return { value: value + change, adjusted: change !== 0 };
}

function readValue(read: RequestReader, { unit, low, high, vital }: Expected, age: Age | undefined): number {
  const given = read.text('unit') ?? unit;
  if (given === unit) return believed(read, read.number('value', { low, high, unit }), unit, vital, age);
  const one = convertUnit(1, given, unit);
  if (typeof one !== 'number') {
    read.refuse('unit', `${given} cannot be turned into ${unit}; expected a UCUM code such as ${unit}`);
    return Number.NaN;
  }
  const value = read.number('value', { low: low / one, high: high / one, unit: given });
  return believed(read, value * one, unit, vital, age);
}

function believed(
  read: RequestReader,
  value: number,
  unit: string,
  vital: Expected['vital'],
  age: Age | undefined,
): number {
  if (vital === undefined || age === undefined || Number.isNaN(value)) return value;
  const [key, below, above] = vital;
  const doubt = checkVital(key, value, age.days);
  if (doubt.level === 'plausible' || doubt.range === undefined) return value;
  const [low, high] = doubt.range;
  if (value < low * below || value > high * above) {
    const range = `${low.toFixed(1)} to ${high.toFixed(1)} ${unit}`;
    read.refuse(
      'value',
      `${value} ${unit} cannot be right at this age (${range} is already wide): is the unit another?`,
    );
  }
  return value;
}

/** WHO's tables are of lengths to day 730 and of standing heights after it; the other one is moved by 0.7 cm. */
function positionChange(
  measure: GrowthMeasure,
  position: 'lying' | 'standing' | undefined,
  age: Age | undefined,
): number {
  if (position === undefined || !['length', 'height', 'wfl'].includes(measure)) return 0;
  const standingTable = age !== undefined && Math.ceil(age.days - 0.5) >= FIRST_STANDING_DAY;
  if (standingTable) return position === 'lying' ? -LYING_ADDS_CM : 0;
  return position === 'standing' ? LYING_ADDS_CM : 0;
}
