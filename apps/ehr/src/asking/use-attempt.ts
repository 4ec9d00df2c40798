/** Tries something that may be refused: busy meanwhile, the reason in words afterwards. */
import { faultText } from '@keychart/react';
import { useState } from 'react';
import { refusalText } from '../words/refusal-text.ts';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface Attempt {
  readonly busy: boolean;
  readonly failure: string | undefined;
  /** @returns what came of it; undefined where it was refused or is under way already. */
  readonly run: <T extends Outcome>(work: () => Promise<T>) => Promise<Extract<T, { ok: true }> | undefined>;
}

export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  return {
    busy,
    failure,
    async run<T extends Outcome>(work: () => Promise<T>) {
      if (busy) return undefined;
      setBusy(true);
      setFailure(undefined);
      try {
        const outcome = await work();
        if (outcome.ok) return outcome as Extract<T, { ok: true }>;
        setFailure(refusalText(outcome.reason));
      } catch (fault) {
        setFailure(faultText(fault));
      } finally {
        setBusy(false);
      }
      return undefined;
    },
  };
}
