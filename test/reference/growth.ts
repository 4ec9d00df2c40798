/** Growth: CDC's SAS output, the CDC cases of rcpchgrowth, WHO's igrowup survey; each within the tolerance its source states. */

import { isInputProblem } from '@keychart/clinical';
import { assessGrowth } from '@keychart/clinical/growth';
import { type ReferenceSet, readReferenceTable, Tally } from './reference-set.ts';

type Row = Readonly<Record<string, string>>;

const SAS = 'growth/cases_cdc_sas.csv';
const RCPCH = 'growth/cases_cdc_rcpch.csv';
const IGROWUP = 'growth/cases_who_igrowup_survey.csv';

function zOf(request: Record<string, unknown>): number {
  const answer = assessGrowth(request);
  return isInputProblem(answer) ? Number.NaN : answer.z;
}

function compare(tally: Tally, request: Record<string, unknown>, expected: string, tolerance: number): void {
  const z = zOf(request);
  tally.count(
    Math.abs(z - Number(expected)) <= tolerance,
    () => `${JSON.stringify(request)} expected ${expected}, got ${JSON.stringify(assessGrowth(request))}`,
  );
}

const sas: ReferenceSet = {
  name: 'growth: CDC SAS program, z-scores within 0.001',
  mark: 1,
  needs: [SAS],
  run: () => {
    const tally = new Tally();
    for (const { sex, age_months, ...row } of readReferenceTable(SAS)) {
      const of = (measure: string, value: string | undefined) => ({
        measure,
        sex,
        ageMonths: Number(age_months),
        value: Number(value),
        reference: 'cdc',
      });
      compare(tally, of('weight', row.weight_kg), row.waz!, 0.001);
      compare(tally, of('height', row.height_cm), row.haz!, 0.001);
      compare(tally, of('bmi', row.bmi), row.bmiz_extended!, 0.001);
    }
    return tally.result();
  },
};

const sasPercentiles: ReferenceSet = {
  name: 'growth: CDC SAS program, percentiles and percent of the 95th within 0.01',
  mark: 1,
  needs: [SAS],
  run: () => {
    const tally = new Tally();
    for (const row of readReferenceTable(SAS)) {
      const base = { sex: row.sex, ageMonths: Number(row.age_months) };
      const answer = assessGrowth({ ...base, measure: 'bmi', value: Number(row.bmi) });
      const [percentile, share] = isInputProblem(answer) ? [] : [answer.percentile, answer.percentOf95];
      const near = (got: number | undefined, expected: string | undefined) =>
        Math.abs((got ?? Number.NaN) - Number(expected)) <= 0.01;
      tally.count(
        near(percentile, row.bmi_pct_extended) && near(share, row.bmi_pct_of_p95),
        () => `${JSON.stringify(row)} got ${percentile} ${share}`,
      );
    }
    return tally.result();
  },
};

const rcpch: ReferenceSet = {
  name: 'growth: rcpchgrowth CDC cases within 0.002',
  mark: 1,
  needs: [RCPCH],
  run: () => {
    const tally = new Tally();
    for (const { measure, sex, birth_date, observation_date, value, expected_z } of readReferenceTable(
      RCPCH,
    )) {
      const ageDays = (Date.parse(observation_date!) - Date.parse(birth_date!)) / 86_400_000;
      compare(tally, { measure, sex, ageDays, value: Number(value) }, expected_z!, 0.002);
    }
    return tally.result();
  },
};

const igrowup: ReferenceSet = {
  name: 'growth: WHO igrowup survey within 0.015',
  mark: 1,
  needs: [IGROWUP],
  run: () => {
    const tally = new Tally();
    for (const row of readReferenceTable(IGROWUP))
      for (const each of igrowupCases(row)) compare(tally, ...each, 0.015);
    return tally.result();
  },
};

function igrowupCases(row: Row): [request: Record<string, unknown>, expected: string][] {
  const base = { sex: row.sex, ageDays: Number(row.age_days), reference: 'who' };
  const position = row.measure_l_or_h === 'l' ? 'lying' : row.measure_l_or_h === 'h' ? 'standing' : undefined;
  const length = { ...base, ...(position ? { position } : {}) };
  const weight = Number(row.weight_kg);
  const all: [Record<string, unknown>, string][] = [
    [{ ...base, measure: 'weight', value: weight }, row.waz!],
    [{ ...length, measure: 'height', value: Number(row.stature_cm) }, row.haz!],
    [{ ...length, measure: 'wfl', value: weight, lengthCm: Number(row.stature_cm) }, row.whz!],
    [{ ...base, measure: 'bmi', value: Number(row.bmi) }, row.bmiz!],
    [{ ...base, measure: 'hc', value: Number(row.head_cm) }, row.hcz!],
  ];
  return all.filter(([, expected]) => expected !== '');
}

export const sets: readonly ReferenceSet[] = [sas, sasPercentiles, rcpch, igrowup];
