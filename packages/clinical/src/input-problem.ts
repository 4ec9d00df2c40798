/**
 * What every room of this package answers to input it cannot work with: the field and a sentence, never a number.
 * An expected failure, so it is returned and not thrown; the command line prints it as it is.
 */

export interface InputProblem {
  readonly error: {
    /** Name of the input field, as the caller spelled it in the request: `value`, `doses[2].date`. */
    readonly field: string;
    /** What is wrong and what is expected. */
    readonly message: string;
  };
}

export const inputProblem = (field: string, message: string): InputProblem => ({ error: { field, message } });

/** True for an answer that is a problem with the input and not a result. */
export function isInputProblem(answer: unknown): answer is InputProblem {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false;
  const { error } = answer;
  return typeof error === 'object' && error !== null && 'field' in error;
}
