/**
 * The last answer to each question, so that going back shows a page as it was left. In the memory of one session, gone at a
 * lock; of many questions the oldest are let go.
 */
export interface LastAnswers {
  get(question: string): unknown;
  set(question: string, answer: unknown): void;
}

/** @param most questions remembered. */
export function createLastAnswers(most = 300): LastAnswers {
  const answers = new Map<string, unknown>();
  return {
    get: (question) => answers.get(question),
    set(question, answer) {
      // Put in anew, so that the order of the map is the order of use.
      answers.delete(question);
      answers.set(question, answer);
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    },
  };
}
