/**
 * Which chart a measurement belongs on: WHO under 24 months and CDC from 24 months, unless the request names one
 * (CDC, Use of WHO and CDC growth charts, MMWR Recomm Rep 2010;59(RR-9)).
 */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import type { Age, Sex } from '../request-reader.ts';
import { cdcChart } from './cdc-charts.ts';
import type { GrowthChart, GrowthReference } from './growth-chart.ts';
import { FIRST_STANDING_DAY, whoChart } from './who-charts.ts';

export const GROWTH_MEASURES = ['weight', 'length', 'height', 'hc', 'bmi', 'wfl'] as const;
/** hc: head circumference; wfl: weight for length or height. */
export type GrowthMeasure = (typeof GROWTH_MEASURES)[number];

interface ChartRequest {
  readonly measure: GrowthMeasure;
  readonly sex: Sex;
  /** Undefined only for wfl: a child measured lying. */
  readonly age: Age | undefined;
  readonly reference?: GrowthReference | undefined;
}

const CDC_FROM_MONTHS = 24;
const CDC_INFANT_TO_MONTHS = 36;

export function chooseChart({ measure, sex, age, reference }: ChartRequest): GrowthChart | InputProblem {
  const months = age?.months ?? 0;
  const chosen = reference ?? (months < CDC_FROM_MONTHS ? 'who' : 'cdc');
  return chosen === 'who' ? onWho(measure, sex, age?.days ?? 0) : onCdc(measure, sex, months);
}

function onWho(measure: GrowthMeasure, sex: Sex, days: number): GrowthChart {
  if (measure === 'wfl')
    return whoChart(Math.ceil(days - 0.5) < FIRST_STANDING_DAY ? 'weightForLength' : 'weightForHeight', sex);
  if (measure === 'hc') return whoChart('head', sex);
  return whoChart(measure === 'height' ? 'length' : measure, sex);
}

function onCdc(measure: GrowthMeasure, sex: Sex, months: number): GrowthChart | InputProblem {
  const infant = months < CDC_FROM_MONTHS;
  switch (measure) {
    case 'weight':
      return cdcChart(infant ? 'infantWeight' : 'weight', sex);
    case 'height':
      return cdcChart(infant ? 'infantLength' : 'stature', sex);
    case 'length':
      return months <= CDC_INFANT_TO_MONTHS
        ? cdcChart('infantLength', sex)
        : inputProblem('measure', 'CDC charts length to 36 months; give height, measured standing');
    case 'hc':
      return cdcChart('head', sex);
    case 'wfl':
      return cdcChart(infant ? 'weightForLength' : 'weightForStature', sex);
    case 'bmi':
      return infant
        ? inputProblem('measure', 'CDC has no BMI chart under 24 months; give reference who, or measure wfl')
        : cdcChart('bmi', sex);
  }
}
