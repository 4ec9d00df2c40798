/** Asks the chart something it cannot watch, and asks again when told; the last answer stays until the next is there. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { faultText } from './fault-text.ts';

export interface Asked<T> {
  readonly value: T | undefined;
  /** Plain words when asking failed. */
  readonly error: string | undefined;
  readonly again: () => void;
}

/**
 * @param subject what is asked about; a change drops the old answer at once. Undefined: nothing is asked.
 * @param stamp a change is a reason to ask again.
 * @param ask is handed a way to tell whether anybody still waits for its answer.
 */
export function useAsk<T>(
  subject: string | undefined,
  stamp: unknown,
  ask: (isOver: () => boolean) => Promise<T>,
): Asked<T> {
  const [answer, setAnswer] = useState<{ subject: string | undefined; value?: T; error?: string }>({
    subject,
  });
  const [round, setRound] = useState(0);
  const start = useEffectEvent(ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: stamp and round are the reasons to ask again
  useEffect(() => {
    if (subject === undefined) return;
    let over = false;
    start(() => over).then(
      (value) => {
        if (!over) setAnswer({ subject, value });
      },
      (fault: unknown) => {
        if (!over) setAnswer({ subject, error: faultText(fault) });
      },
    );
    return () => {
      over = true;
    };
  }, [subject, stamp, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const current = answer.subject === subject ? answer : undefined;
  return { value: current?.value, error: current?.error, again };
}
