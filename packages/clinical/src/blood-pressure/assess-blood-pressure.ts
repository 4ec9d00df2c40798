/** One blood pressure in, its percentiles for age, sex and height and its stage out (AAP 2017, 1 to 17 years). */
import { chooseChart } from '../growth/choose-chart.ts';
import { isOnChart, valueOnChart, zOnChart } from '../growth/growth-chart.ts';
import { type InputProblem, inputProblem, isInputProblem } from '../input-problem.ts';
import { checkVital } from '../plausibility.ts';
import { type Age, RequestReader, type Sex } from '../request-reader.ts';
import { COLUMN_Z, FIRST_YEAR, LAST_YEAR } from './aap-table.ts';
import { type ChildSize, pressureCurve } from './pressure-curve.ts';
import { type PressureStage, pressureStage, type StageLimits, stageLimits } from './pressure-stage.ts';

export interface BloodPressureAssessment {
  /** By CDC 2000, as AAP's tables are. */
  readonly heightZ: number;
  /** 0 to 100, by age, sex and height. */
  readonly sbpPercentile: number;
  readonly dbpPercentile: number;
  readonly stage: PressureStage;
  /** The lowest pressures of each stage for this child, in mmHg. */
  readonly limits: StageLimits;
}

/** @param request `{sex, ageYears|ageMonths|ageDays, heightCm, sbp, dbp}`, pressures in mmHg. */
export function assessBloodPressure(
  request: Readonly<Record<string, unknown>>,
): BloodPressureAssessment | InputProblem {
  const read = new RequestReader(request);
  const sex = read.sex();
  const age = read.age();
  const heightCm = read.number('heightCm', { low: 40, high: 230, unit: 'cm' });
  const sbp = read.number('sbp', { low: 30, high: 300, unit: 'mmHg' });
  const dbp = read.number('dbp', { low: 10, high: 200, unit: 'mmHg' });
  if (sbp <= dbp) read.refuse('dbp', 'is not lower than sbp');
  if (read.problem) return read.problem;
  const ageYears = age.months / 12;
  if (ageYears < FIRST_YEAR || ageYears >= LAST_YEAR + 1) {
    return inputProblem(read.ageField(), 'is outside the tables of AAP 2017, which are for 1 to 17 years');
  }
  const child = sizeOf(sex, age, ageYears, heightCm);
  if (isInputProblem(child)) return child;
  const limits = stageLimits(sex, ageYears, child.heightZ);
  return {
    heightZ: rounded(child.heightZ),
    sbpPercentile: rounded(pressureCurve('sbp', child).percentile(sbp)),
    dbpPercentile: rounded(pressureCurve('dbp', child).percentile(dbp)),
    stage: pressureStage(sbp, dbp, limits),
    limits,
  };
}

const rounded = (value: number): number => Number(value.toFixed(4));

/** A child with its height on the CDC chart: recumbent length under 24 months, stature from then. */
export function sizeOf(sex: Sex, age: Age, ageYears: number, heightCm: number): ChildSize | InputProblem {
  const chart = chooseChart({ measure: 'height', sex, age, reference: 'cdc' });
  if (isInputProblem(chart)) return chart;
  const doubt = checkVital('height', heightCm, age.days);
  if (doubt.level !== 'plausible' || !isOnChart(chart, age.months)) {
    const [low, high] = ('range' in doubt && doubt.range) || [];
    const range = low === undefined ? '' : ` (${low.toFixed(0)} to ${high?.toFixed(0)} cm is already wide)`;
    return inputProblem(
      'heightCm',
      `${heightCm} cm cannot be right at this age${range}: is the unit another?`,
    );
  }
  return {
    sex,
    ageYears,
    heightCm,
    heightZ: zOnChart(chart, heightCm, age.months),
    lowestColumnCm: valueOnChart(chart, COLUMN_Z[0]!, age.months),
  };
}
