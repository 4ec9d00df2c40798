/**
 * The distribution of systolic or diastolic pressure for one sex, age and height.
 *
 * The regression gives it. AAP printed it cut to whole mmHg, for the age of a birthday and the height half a year later, so
 * that a table looked up by height percentile lies up to 2 mmHg above the regression of a child just past its birthday.
 * Both are ways the guideline offers; the distribution is therefore held within the millimetre that ends at the table's value.
 */
import { normalBelow, normalQuantile } from '../normal-distribution.ts';
import type { Sex } from '../request-reader.ts';
import { COLUMN_Z, TABLE_PERCENTILES, tablePressure } from './aap-table.ts';
import { type Pressure, regressionPressures } from './regression.ts';
import { REGRESSION_PERCENTILES } from './rosner-2008-figures.ts';

export interface ChildSize {
  readonly sex: Sex;
  readonly ageYears: number;
  readonly heightCm: number;
  readonly heightZ: number;
  /** Height of a child of this age and sex at the table's lowest column. */
  readonly lowestColumnCm: number;
}

export interface PressureCurve {
  /** 0 to 100; rises with the pressure. */
  percentile(mmHg: number): number;
  /** mmHg at a percentile. */
  pressure(percentile: number): number;
}

const NODE_Z: readonly number[] = REGRESSION_PERCENTILES.map((each) => normalQuantile(each / 100));
const TABLE_NODES = TABLE_PERCENTILES.map((each) => REGRESSION_PERCENTILES.indexOf(each));
/** A little less than 1: at the table's own ages and heights, its value reaches the percentile and 1 mmHg less does not. */
const BAND = 0.99;
/** Two regressions may touch far out; the distribution goes on rising. */
const SMALLEST_STEP = 0.5;

export function pressureCurve(pressure: Pressure, child: ChildSize): PressureCurve {
  const { sex, ageYears, heightCm } = child;
  const values = regressionPressures(sex, pressure, ageYears, heightCm);
  const moves = heldToTable(pressure, child, values);
  const nodes = values.map((value, index) => value + moveAt(NODE_Z[index]!, moves));
  for (let index = 1; index < nodes.length; index += 1) {
    nodes[index] = Math.max(nodes[index]!, nodes[index - 1]! + SMALLEST_STEP);
  }
  return {
    percentile: (mmHg) => 100 * normalBelow(along(nodes, NODE_Z, mmHg)),
    pressure: (percentile) => along(NODE_Z, nodes, normalQuantile(percentile / 100)),
  };
}

/** By how much the regression is moved at each percentile of the table. */
function heldToTable(pressure: Pressure, child: ChildSize, values: readonly number[]): number[] {
  const { sex, ageYears, heightZ, lowestColumnCm } = child;
  const tooShort = heightZ < COLUMN_Z[0]!;
  // Below the lowest column the regression goes on as it leaves it; above the highest it rises out of the band.
  const held = tooShort ? regressionPressures(sex, pressure, ageYears, lowestColumnCm) : values;
  return TABLE_PERCENTILES.map((percentile, index) => {
    const printed = tablePressure(sex, pressure, percentile, ageYears, heightZ);
    const value = held[TABLE_NODES[index]!]!;
    const highest = heightZ > COLUMN_Z.at(-1)! ? Math.max(value, printed) : printed;
    return Math.min(Math.max(value, printed - BAND), highest) - value;
  });
}

function moveAt(z: number, moves: readonly number[]): number {
  const zs = TABLE_NODES.map((node) => NODE_Z[node]!);
  if (z <= zs[0]!) return moves[0]!;
  if (z >= zs.at(-1)!) return moves.at(-1)!;
  return along(zs, moves, z);
}

/** Straight lines through rising points, the outer ones prolonged. */
function along(xs: readonly number[], ys: readonly number[], x: number): number {
  let right = xs.findIndex((each, index) => index > 0 && each >= x);
  if (right < 0) right = xs.length - 1;
  const [x0, x1, y0, y1] = [xs[right - 1]!, xs[right]!, ys[right - 1]!, ys[right]!];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
