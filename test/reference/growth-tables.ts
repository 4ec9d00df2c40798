/** The growth figures themselves: every row of the published tables, and the curves CDC prints beside them. */
import { cdcChart, valueOnChart, whoChart, zOnChart } from '@keychart/clinical/growth';
import { type ReferenceSet, readReferenceTable, Tally } from './reference-set.ts';

const WHO_BY_MONTH = 'growth/who2006_lms_by_month_0-24mo.csv';
const WHO_BY_LENGTH = 'growth/who2006_lms_weight_for_length_height.csv';
const CDC = 'growth/cdc2000_lms.csv';
const CDC_EXTENDED = 'growth/cdc2022_extended_bmi.csv';
const Z95 = 1.6448536269514722;

const whoIndicators = {
  weight_for_age_kg: 'weight',
  length_height_for_age_cm: 'length',
  bmi_for_age_kg_m2: 'bmi',
  head_circumference_for_age_cm: 'head',
  weight_for_length: 'weightForLength',
  weight_for_height: 'weightForHeight',
} as const;

const cdcIndicators = {
  'weight_for_age_0-36mo_kg': 'infantWeight',
  'length_for_age_0-36mo_cm': 'infantLength',
  'head_circumference_for_age_0-36mo_cm': 'head',
  weight_for_length_kg: 'weightForLength',
  'weight_for_age_2-20y_kg': 'weight',
  'stature_for_age_2-20y_cm': 'stature',
  'bmi_for_age_2-20y_kg_m2': 'bmi',
  weight_for_stature_kg: 'weightForStature',
} as const;

type Sex = 'male' | 'female';

const near = (got: number, expected: string | undefined, tolerance: number) =>
  Math.abs(got - Number(expected)) <= tolerance;

const who: ReferenceSet = {
  name: 'growth: L, M and S of every row of the WHO tables',
  mark: 1,
  needs: [WHO_BY_MONTH, WHO_BY_LENGTH],
  run: () => {
    const tally = new Tally();
    for (const row of [...readReferenceTable(WHO_BY_MONTH), ...readReferenceTable(WHO_BY_LENGTH)]) {
      const chart = whoChart(whoIndicators[row.measure as keyof typeof whoIndicators], row.sex as Sex);
      const { l, m, s } = chart.lms(Number(row.age_days_used ?? row.stature_cm));
      tally.count(
        near(l, row.L, 1e-9) && near(m, row.M, 1e-9) && near(s, row.S, 1e-9),
        () => `${JSON.stringify(row)} got ${l} ${m} ${s}`,
      );
    }
    return tally.result();
  },
};

const cdc: ReferenceSet = {
  name: 'growth: L, M, S, 5th, 50th and 95th percentile of every row of the CDC tables',
  mark: 1,
  needs: [CDC],
  run: () => {
    const tally = new Tally();
    // CDC's BMI table goes half a month beyond 20 years, our chart ends there.
    for (const row of readReferenceTable(CDC).filter(({ x }) => x !== '240.5')) {
      const chart = cdcChart(cdcIndicators[row.measure as keyof typeof cdcIndicators], row.sex as Sex);
      const x = Number(row.x);
      const { l, m, s } = chart.lms(x);
      const curves = [-Z95, 0, Z95].map((z) => valueOnChart(chart, z, x));
      const printed = [row.P5, row.P50, row.P95];
      tally.count(
        near(l, row.L, 1e-9) &&
          near(m, row.M, 1e-9) &&
          near(s, row.S, 1e-9) &&
          curves.every((value, index) => near(value, printed[index], 1e-4)),
        () => `${JSON.stringify(row)} got ${l} ${m} ${s} ${curves.join(' ')}`,
      );
    }
    return tally.result();
  },
};

const extended: ReferenceSet = {
  name: 'growth: extended BMI percentiles of CDC 2022, within 0.001 kg/m² both ways',
  mark: 1,
  needs: [CDC_EXTENDED],
  run: () => {
    const tally = new Tally();
    const percentiles = {
      P95: Z95,
      P98: 2.0537489106,
      P99: 2.326347874,
      'P99.9': 3.0902323062,
      'P99.99': 3.7190164855,
    };
    for (const row of readReferenceTable(CDC_EXTENDED).filter(
      ({ age_months }) => Number(age_months) <= 240,
    )) {
      const chart = cdcChart('bmi', row.sex as Sex);
      const months = Number(row.age_months);
      const wrong = Object.entries(percentiles).filter(([name, z]) => {
        const value = valueOnChart(chart, z, months);
        return !near(value, row[name], 0.001) || Math.abs(zOnChart(chart, value, months) - z) > 1e-6;
      });
      tally.count(
        wrong.length === 0,
        () => `${row.sex} ${months} months: ${wrong.map(([name]) => name).join(' ')}`,
      );
    }
    return tally.result();
  },
};

export const sets: readonly ReferenceSet[] = [who, cdc, extended];
