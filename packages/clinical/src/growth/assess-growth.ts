/** One measurement in, its z-score and percentile out. */
import { inputProblem } from '../input-problem.ts';

export function assessGrowth(_request: Readonly<Record<string, unknown>>): object {
  return inputProblem('measure', 'is not computed yet');
}
