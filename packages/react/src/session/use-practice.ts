/**
 * Who is logged in and at which practice. Both come with the first records: until then they are blank, and afterwards they
 * may change (a new role), so they are asked for again whenever the connection changes.
 */
import type { Chart, Identity, Practice } from '@keychart/chart';
import { useEffect, useState } from 'react';
import { faultText } from '../watch/fault-text.ts';

export interface Known {
  readonly identity: Identity;
  readonly practice: Practice;
}

const ASK_AGAIN_MS = 250;

/**
 * @param stamp changes with the connection.
 * @param named wait for the person's name too: staff have one in the practice's directory, a family's key has none.
 */
export function usePractice(
  chart: Chart,
  stamp: string | undefined,
  named: boolean,
): { known: Known | undefined; error: string | undefined } {
  const [known, setKnown] = useState<Known>();
  const [error, setError] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is the reason to ask again
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const [identity, practice] = await Promise.all([chart.identity(), chart.practice()]);
      if (over) return;
      if (practice.name === '' || (named && identity.name === ''))
        timer = setTimeout(() => void ask().catch(fail), ASK_AGAIN_MS);
      else
        setKnown((before) =>
          before !== undefined && JSON.stringify(before) === JSON.stringify({ identity, practice })
            ? before
            : { identity, practice },
        );
    };
    const fail = (fault: unknown) => {
      if (!over) setError(faultText(fault));
    };
    ask().catch(fail);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [chart, stamp, named]);
  return { known, error };
}
