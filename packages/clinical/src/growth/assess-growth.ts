/**
 * One measurement in, its z-score and percentile out. Refuses what cannot be meant and says which field is at fault;
 * a value that can be meant but lies beyond the authors' limits comes back flagged `implausible`.
 */
import { type InputProblem, inputProblem, isInputProblem } from '../input-problem.ts';
import { type Age, RequestReader } from '../request-reader.ts';
import { chooseChart, GROWTH_MEASURES, type GrowthMeasure } from './choose-chart.ts';
import { correctedAge } from './corrected-age.ts';
import { bmi95 } from './extended-bmi.ts';
import { type GrowthChart, isOnChart, percentileOf, zOnChart } from './growth-chart.ts';
import { type MeasuredValue, readMeasured } from './read-measured.ts';

export interface GrowthAssessment {
  readonly z: number;
  /** 0 to 100. */
  readonly percentile: number;
  readonly reference: 'who' | 'cdc';
  readonly chart: string;
  /** The value half of the children are below, in the unit of the measure. */
  readonly median: number;
  /** BMI from 2 years: percent of the 95th percentile, by which obesity is graded. */
  readonly percentOf95?: number;
  /** Beyond the limits WHO (z) or CDC (modified z) set for believable values: measure again. */
  readonly implausible: boolean;
  /** The age the chart was read at, when it was corrected for preterm birth. */
  readonly correctedAgeDays?: number;
  /** The value after the 0.7 cm between lying and standing. */
  readonly adjustedValue?: number;
}

/**
 * @param request `{measure: weight|length|height|hc|bmi|wfl, sex, ageDays|ageMonths|ageYears, value}` in kg, cm or kg/m²;
 * `unit` (UCUM) when `value` is in another; `lengthCm` for wfl; `reference: who|cdc`; `gestationWeeks` for preterm birth;
 * `position: lying|standing` when the child was not measured as usual at its age (WHO charts only).
 */
export function assessGrowth(request: Readonly<Record<string, unknown>>): GrowthAssessment | InputProblem {
  const read = new RequestReader(request);
  const measure = read.word('measure', GROWTH_MEASURES);
  if (measure === undefined) read.refuse('measure', `is missing; expected ${GROWTH_MEASURES.join(', ')}`);
  const sex = read.sex();
  const noAge = measure === 'wfl' && !read.hasAge();
  const born = noAge ? undefined : read.age();
  const reference = read.word('reference', ['who', 'cdc']);
  const gestationWeeks = read.has('gestationWeeks')
    ? read.number('gestationWeeks', { low: 20, high: 45, unit: 'weeks' })
    : undefined;
  if (read.problem || measure === undefined) return read.problem ?? inputProblem('measure', 'is missing');

  const age = born && gestationWeeks ? correctedAge(born, gestationWeeks) : born;
  if (age !== undefined && age.days < 0)
    return inputProblem(read.ageField(), 'is before term by the corrected age; these charts begin at term');
  const chart = chooseChart({ measure, sex, age, reference: reference ?? defaultReference(born) });
  if (isInputProblem(chart)) return chart;
  const measured = readMeasured(read, measure, chart, age);
  if (isInputProblem(measured)) return measured;
  const { value, adjusted } = measured;
  const x = placeOn(chart, measured, age);
  if (!isOnChart(chart, x)) return offChart(chart, x, read);
  return {
    ...scores(chart, measure, value, x),
    ...(age !== born && age !== undefined ? { correctedAgeDays: Math.round(age.days) } : {}),
    ...(adjusted ? { adjustedValue: measure === 'wfl' ? measured.lengthCm! : value } : {}),
  };
}

// The chart is chosen by the age since birth: it does not go back to WHO when the correction ends at 24 months.
const defaultReference = (born: Age | undefined) => (born === undefined || born.months < 24 ? 'who' : 'cdc');

const placeOn = (chart: GrowthChart, { lengthCm }: MeasuredValue, age: Age | undefined): number => {
  if (chart.axis === 'lengthCm') return lengthCm ?? Number.NaN;
  return chart.axis === 'ageDays' ? Math.ceil((age?.days ?? 0) - 0.5) : (age?.months ?? 0);
};

function scores(chart: GrowthChart, measure: GrowthMeasure, value: number, x: number): GrowthAssessment {
  const z = zOnChart(chart, value, x);
  const lms = chart.lms(x);
  return {
    z: to(6, z),
    percentile: to(6, percentileOf(z)),
    reference: chart.reference,
    chart: chart.name,
    median: to(4, lms.m),
    ...(measure === 'bmi' && chart.reference === 'cdc'
      ? { percentOf95: to(6, (100 * value) / bmi95(lms)) }
      : {}),
    implausible: chart.implausible(value, x),
  };
}

const to = (decimals: number, value: number): number => Number(value.toFixed(decimals));

function offChart(chart: GrowthChart, x: number, read: RequestReader): InputProblem {
  const field = chart.axis === 'lengthCm' ? 'lengthCm' : read.ageField();
  const unit = { ageDays: 'days', ageMonths: 'months', lengthCm: 'cm' }[chart.axis];
  const place = Number(x.toFixed(2));
  return inputProblem(
    field,
    `${place} ${unit} is not on the chart ${chart.name}, which goes from ${chart.from} to ${chart.to} ${unit}`,
  );
}
