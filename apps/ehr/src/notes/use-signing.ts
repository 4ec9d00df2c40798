/** Signing: one write at a time, the refusal in words, the text kept whatever happens. */
import type { WriteOutcome } from '@keychart/chart';
import { useRef, useState } from 'react';

export interface Signing {
  readonly busy: boolean;
  readonly failure: string | undefined;
  /** Runs a write; resolves with its ids, or undefined when it failed and `failure` says why. */
  readonly run: (write: () => Promise<WriteOutcome>) => Promise<readonly string[] | undefined>;
  readonly refuse: (reason: string) => void;
}

export function useSigning(): Signing {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const running = useRef(false);
  const run: Signing['run'] = async (write) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await write();
      if (outcome.ok) return outcome.ids;
      setFailure(
        [outcome.reason, ...outcome.issues.map(({ path, message }) => `${path}: ${message}`)].join(' '),
      );
    } catch (fault) {
      setFailure(fault instanceof Error ? fault.message : String(fault));
    } finally {
      running.current = false;
      setBusy(false);
    }
    return undefined;
  };
  return { busy, failure, run, refuse: setFailure };
}
