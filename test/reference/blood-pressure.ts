/**
 * Blood pressure: every cell of the AAP 2017 tables, found again by inverting the percentile. The height of a column is the
 * CDC height of that percentile on the birthday; the table's own convention, the height half a year later, is counted apart.
 */

import { isInputProblem } from '@keychart/clinical';
import { assessBloodPressure } from '@keychart/clinical/blood-pressure';
import { cdcChart, valueOnChart } from '@keychart/clinical/growth';
import { type ReferenceSet, readReferenceTable, Tally } from './reference-set.ts';

const TABLE = 'bp/aap2017_bp_percentiles.csv';
const Z: Readonly<Record<string, number>> = {
  5: -1.6448536,
  10: -1.2815516,
  25: -0.6744898,
  50: 0,
  75: 0.6744898,
  90: 1.2815516,
  95: 1.6448536,
};
type Row = Readonly<Record<string, string>>;
type Pressure = 'sbp' | 'dbp';

function heightOf({ sex, age_years, height_percentile }: Row, monthsLater: number): number {
  const months = 12 * Number(age_years);
  const chart = cdcChart(months + monthsLater < 24 ? 'infantLength' : 'stature', sex as 'male' | 'female');
  return valueOnChart(chart, Z[height_percentile!]!, months + monthsLater);
}

/** The pressure at which the percentile is reached, by halving; NaN where the engine refuses. */
function invert(row: Row, heightCm: number, pressure: Pressure, percentile: number): number {
  let [low, high] = [31, 199];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    const other = pressure === 'sbp' ? { dbp: 30 } : { sbp: 200 };
    const answer = assessBloodPressure({
      sex: row.sex,
      ageYears: Number(row.age_years),
      heightCm,
      ...other,
      [pressure]: middle,
    });
    if (isInputProblem(answer)) return Number.NaN;
    if (answer[`${pressure}Percentile`] < percentile) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function tallyOf(monthsLater: number): Tally {
  const tally = new Tally();
  for (const row of readReferenceTable(TABLE)) {
    const heightCm = heightOf(row, monthsLater);
    const [percentile, plus] = row.bp_percentile!.split('+').map(Number);
    for (const pressure of ['sbp', 'dbp'] as const) {
      const found = invert(row, heightCm, pressure, percentile!) + (plus ?? 0);
      tally.count(
        Math.abs(found - Number(row[pressure])) <= 1,
        () => `${Object.values(row).join(' ')} at ${heightCm.toFixed(1)} cm: ${pressure} ${found.toFixed(2)}`,
      );
    }
  }
  return tally;
}

const cells: ReferenceSet = {
  name: 'blood pressure: every cell of AAP 2017 within 1 mmHg',
  mark: 1,
  needs: [TABLE],
  run: () => {
    const later = tallyOf(6);
    const share = ((100 * later.right) / later.cases).toFixed(1);
    return tallyOf(0).result([
      `with the height half a year later and the same age: ${share} % within 1 mmHg`,
    ]);
  },
};

const stages: ReferenceSet = {
  name: 'blood pressure: stages at and 1 mmHg below every limit of AAP 2017 under 13 years',
  mark: 1,
  needs: [TABLE],
  run: () => {
    const tally = new Tally();
    const adult = { 90: [120, 80], 95: [130, 80], '95+12': [140, 90] } as const;
    const stageAt = { 90: 'elevated', 95: 'stage1', '95+12': 'stage2' } as const;
    const order = ['normal', 'elevated', 'stage1', 'stage2'];
    for (const row of readReferenceTable(TABLE)) {
      const line = row.bp_percentile as keyof typeof adult | '50';
      if (line === '50' || Number(row.age_years) >= 13) continue;
      const base = { sex: row.sex, ageYears: Number(row.age_years), heightCm: heightOf(row, 0) };
      const [systolic, diastolic] = adult[line];
      const check = (sbp: number, dbp: number, atLeast: boolean) => {
        const answer = assessBloodPressure({ ...base, sbp, dbp });
        const stage = isInputProblem(answer) ? undefined : answer.stage;
        const reached = stage !== undefined && order.indexOf(stage) >= order.indexOf(stageAt[line]);
        tally.count(
          stage !== undefined && reached === atLeast,
          () => `${Object.values(row).join(' ')}: ${sbp}/${dbp} ${stage}`,
        );
      };
      check(Math.min(Number(row.sbp), systolic), 30, true);
      check(Math.min(Number(row.sbp), systolic) - 1, 30, false);
      check(101, Math.min(Number(row.dbp), diastolic), true);
      const below = assessBloodPressure({ ...base, sbp: 70, dbp: Math.min(Number(row.dbp), diastolic) - 1 });
      tally.count(
        isInputProblem(below) || order.indexOf(below.stage) < order.indexOf(stageAt[line]),
        () => `${Object.values(row).join(' ')}: dbp 1 below`,
      );
    }
    return tally.result();
  },
};

const heights: ReferenceSet = {
  name: 'blood pressure: height z-scores at the columns of the table',
  mark: 1,
  needs: [TABLE],
  run: () => {
    const tally = new Tally();
    for (const row of readReferenceTable(TABLE)) {
      const answer = assessBloodPressure({
        sex: row.sex,
        ageYears: Number(row.age_years),
        heightCm: heightOf(row, 0),
        sbp: 100,
        dbp: 60,
      });
      const z = isInputProblem(answer) ? Number.NaN : answer.heightZ;
      tally.count(
        Math.abs(z - Z[row.height_percentile!]!) < 0.001,
        () => `${Object.values(row).join(' ')}: ${z}`,
      );
    }
    return tally.result();
  },
};

export const sets: readonly ReferenceSet[] = [cells, stages, heights];
