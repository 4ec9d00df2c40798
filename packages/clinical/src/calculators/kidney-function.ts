/**
 * Estimated glomerular filtration rate by the bedside Schwartz formula, 0.413 × height / serum creatinine, for children of
 * 1 to 18 years and creatinine measured by an enzymatic method traceable to IDMS (Schwartz et al., J Am Soc Nephrol
 * 2009;20:629–37). Category by KDIGO 2012, from 2 years, when filtration has matured.
 */
import type { InputProblem } from '../input-problem.ts';
import { RequestReader } from '../request-reader.ts';
import { convertUnit } from './convert-unit.ts';
import { MOLAR_MASS } from './molar-mass.ts';

export interface KidneyFunction {
  /** mL/min/1.73 m². */
  readonly egfr: number;
  readonly unit: 'mL/min/{1.73_m2}';
  readonly category?: 'G1' | 'G2' | 'G3a' | 'G3b' | 'G4' | 'G5';
  readonly arithmetic: string;
}

const FACTOR = 0.413;
const CATEGORIES = [
  ['G1', 90],
  ['G2', 60],
  ['G3a', 45],
  ['G3b', 30],
  ['G4', 15],
  ['G5', 0],
] as const;

/** @param request `{ageYears|ageMonths|ageDays, heightCm, creatinine, unit?: mg/dL|umol/L}`; mg/dL unless told. */
export function kidneyFunction(request: Readonly<Record<string, unknown>>): KidneyFunction | InputProblem {
  const read = new RequestReader(request);
  const years = read.age().months / 12;
  if (years < 1 || years > 18)
    read.refuse(read.ageField(), 'is outside 1 to 18 years, for which the formula was made');
  const heightCm = read.number('heightCm', { low: 50, high: 230, unit: 'cm' });
  const unit = read.word('unit', ['mg/dL', 'umol/L']) ?? 'mg/dL';
  const [low, high] = unit === 'mg/dL' ? [0.05, 25] : [4, 2200];
  const given = read.number('creatinine', { low, high, unit });
  if (read.problem) return read.problem;
  const creatinine = convertUnit(given, unit, 'mg/dL', MOLAR_MASS.creatinine);
  if (typeof creatinine !== 'number') return creatinine;
  const egfr = (FACTOR * heightCm) / creatinine;
  const category = CATEGORIES.find(([, from]) => egfr >= from)?.[0];
  return {
    egfr: Number(egfr.toFixed(1)),
    unit: 'mL/min/{1.73_m2}',
    ...(years >= 2 && category ? { category } : {}),
    arithmetic: `${FACTOR} × ${heightCm} cm / ${Number(creatinine.toFixed(3))} mg/dL`,
  };
}
