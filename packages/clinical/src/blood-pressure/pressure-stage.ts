/**
 * Stages of blood pressure by AAP 2017, table 3. Under 13 years by the printed tables, read at completed years and the
 * percentile of height, or by the adult limits where those are lower; from 13 years by the adult limits.
 */
import type { Sex } from '../request-reader.ts';
import { type TablePercentile, tablePressure } from './aap-table.ts';
import type { Pressure } from './regression.ts';

export type PressureStage = 'normal' | 'elevated' | 'stage1' | 'stage2';

/** The lowest pressures of a stage, in mmHg: one of the two is enough. */
export interface StageLimit {
  readonly sbp: number;
  readonly dbp: number;
}

export type StageLimits = Readonly<Record<Exclude<PressureStage, 'normal'>, StageLimit>>;

const ADULT: StageLimits = {
  elevated: { sbp: 120, dbp: 80 },
  stage1: { sbp: 130, dbp: 80 },
  stage2: { sbp: 140, dbp: 90 },
};
const ADULT_FROM_YEARS = 13;
/** Stage 2 begins this much above the 95th percentile. */
const STAGE_2_ABOVE = 12;

export function stageLimits(sex: Sex, ageYears: number, heightZ: number): StageLimits {
  if (ageYears >= ADULT_FROM_YEARS) return ADULT;
  const row = Math.floor(ageYears);
  const at = (pressure: Pressure, percentile: TablePercentile) =>
    Math.round(tablePressure(sex, pressure, percentile, row, heightZ));
  const limit = (percentile: TablePercentile, above: number, adult: StageLimit): StageLimit => ({
    sbp: Math.min(at('sbp', percentile) + above, adult.sbp),
    dbp: Math.min(at('dbp', percentile) + above, adult.dbp),
  });
  return {
    elevated: limit(90, 0, ADULT.elevated),
    stage1: limit(95, 0, ADULT.stage1),
    stage2: limit(95, STAGE_2_ABOVE, ADULT.stage2),
  };
}

export function pressureStage(sbp: number, dbp: number, limits: StageLimits): PressureStage {
  const reached = (limit: StageLimit) => sbp >= limit.sbp || dbp >= limit.dbp;
  if (reached(limits.stage2)) return 'stage2';
  if (reached(limits.stage1)) return 'stage1';
  return reached(limits.elevated) ? 'elevated' : 'normal';
}
