/**
 * What a clinician should look at in a row of measurements of one kind: a value nobody believes, one below the 3rd percentile,
 * a move across two major percentile lines. A question to the clinician, never a diagnosis.
 */
import type { Finding } from '../finding.ts';
import type { GrowthAssessment } from './assess-growth.ts';

export interface AssessedMeasurement {
  readonly ageDays: number;
  readonly assessment: GrowthAssessment;
}

export interface GrowthFlag extends Finding {
  readonly kind: 'implausible' | 'below-3rd' | 'crossed-two-lines';
  /** Age at the measurement that raises it. */
  readonly ageDays: number;
}

/** The lines of the CDC charts. */
export const MAJOR_LINES = [5, 10, 25, 50, 75, 90, 95] as const;
const LOOKS_BACK_DAYS = 731;
/** Closer together, two measurements differ by error more than by growth. */
const APART_DAYS = 28;

/**
 * @param series one measure of one child, in any order. Crossings are sought within a reference only: the step from WHO to
 * CDC at 24 months moves percentiles by itself. An implausible value raises nothing else.
 */
export function growthFlags(series: readonly AssessedMeasurement[]): GrowthFlag[] {
  const ordered = [...series].sort((one, other) => one.ageDays - other.ageDays);
  const believed = ordered.filter(({ assessment }) => !assessment.implausible);
  return ordered.flatMap((each) => {
    const { ageDays, assessment } = each;
    if (assessment.implausible) return [implausible(each)];
    const flags: GrowthFlag[] = [];
    if (assessment.percentile < 3) {
      const reason = `${tidy(assessment.percentile)} percentile is below the 3rd (z ${assessment.z.toFixed(2)}, ${assessment.chart})`;
      flags.push({ kind: 'below-3rd', severity: 'moderate', ageDays, reason, source: assessment.chart });
    }
    const crossed = furthestCrossing(each, believed);
    return crossed === undefined ? flags : [...flags, crossed];
  });
}

/** How many major lines lie between two percentiles. */
export const linesCrossed = (from: number, to: number): number =>
  MAJOR_LINES.filter((line) => (from - line) * (to - line) < 0).length;

function implausible({ ageDays, assessment }: AssessedMeasurement): GrowthFlag {
  const limits = assessment.reference === 'who' ? 'WHO' : 'CDC';
  return {
    kind: 'implausible',
    severity: 'moderate',
    ageDays,
    reason: `the value lies beyond the limits ${limits} sets for believable ones (z ${assessment.z.toFixed(1)}): measure again`,
    source: assessment.chart,
  };
}

function furthestCrossing(
  later: AssessedMeasurement,
  all: readonly AssessedMeasurement[],
): GrowthFlag | undefined {
  const { ageDays, assessment } = later;
  const crossings = all
    .filter((each) => {
      const days = ageDays - each.ageDays;
      return days >= APART_DAYS && days <= LOOKS_BACK_DAYS && each.assessment.chart === assessment.chart;
    })
    .map((earlier) => ({
      earlier,
      lines: linesCrossed(earlier.assessment.percentile, assessment.percentile),
    }))
    .filter(({ lines }) => lines >= 2)
    .sort((one, other) => other.lines - one.lines || other.earlier.ageDays - one.earlier.ageDays);
  const [first] = crossings;
  if (first === undefined) return undefined;
  const from = first.earlier.assessment.percentile;
  const way = assessment.percentile < from ? 'down' : 'up';
  return {
    kind: 'crossed-two-lines',
    severity: 'moderate',
    ageDays,
    reason: `${way} across ${first.lines} major percentile lines in ${ageDays - first.earlier.ageDays} days, from ${tidy(from)} to ${tidy(assessment.percentile)}`,
    source: assessment.chart,
  };
}

const tidy = (percentile: number): string =>
  percentile < 1 || percentile > 99 ? percentile.toFixed(1) : percentile.toFixed(0);
