/** The printed tables of AAP 2017 at any height z-score: straight lines between the columns, the outer columns beyond them. */
import { normalQuantile } from '../normal-distribution.ts';
import type { Sex } from '../request-reader.ts';
import { AAP_2017, HEIGHT_PERCENTILES } from './aap-2017-figures.ts';
import type { Pressure } from './regression.ts';

export const TABLE_PERCENTILES = [50, 90, 95] as const;
export type TablePercentile = (typeof TABLE_PERCENTILES)[number];

export const FIRST_YEAR = 1;
export const LAST_YEAR = 17;
export const COLUMN_Z: readonly number[] = HEIGHT_PERCENTILES.map((each) => normalQuantile(each / 100));

/**
 * mmHg. A row holds from the birthday to half a year after it, the age its heights are of; from there a straight line leads
 * to the next row. Pass completed years to read the row itself.
 */
export function tablePressure(
  sex: Sex,
  pressure: Pressure,
  percentile: TablePercentile,
  ageYears: number,
  heightZ: number,
): number {
  const rows = rowsOf(AAP_2017[sex][pressure][`p${percentile}`]);
  const place = Math.min(Math.max(ageYears, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR;
  const below = Math.floor(place);
  const part = Math.max(0, 2 * (place - below) - 1);
  const first = atHeight(rows[below]!, heightZ);
  return part === 0 ? first : first + (atHeight(rows[below + 1]!, heightZ) - first) * part;
}

const read = new Map<string, number[][]>();

function rowsOf(text: string): number[][] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const rows = text.split(' ').map((row) => {
    const [start, steps] = row.split('+');
    const values = [Number(start)];
    for (const [step] of steps!.matchAll(/-?\d/g)) values.push(values.at(-1)! + Number(step));
    return values;
  });
  read.set(text, rows);
  return rows;
}

function atHeight(row: readonly number[], z: number): number {
  const right = COLUMN_Z.findIndex((column) => column >= z);
  if (right === 0) return row[0]!;
  if (right < 0) return row.at(-1)!;
  const [from, to] = [COLUMN_Z[right - 1]!, COLUMN_Z[right]!];
  return row[right - 1]! + ((row[right]! - row[right - 1]!) * (z - from)) / (to - from);
}
