/** One blood pressure in, its percentiles and stage out. */
import { inputProblem } from '../input-problem.ts';

export function assessBloodPressure(_request: Readonly<Record<string, unknown>>): object {
  return inputProblem('sbp', 'is not computed yet');
}
