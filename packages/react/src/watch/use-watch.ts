/** Follows something the chart can watch, for as long as the component stands and the key stays the same. */
import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { faultText } from './fault-text.ts';

type Unwatch = () => void;

export interface Watched<T> {
  readonly value: T | undefined;
  /** Plain words when watching failed. */
  readonly error: string | undefined;
}

/**
 * @param key what is watched; a change drops the old value at once, so that no patient's data shows under another.
 * Undefined: nothing is watched.
 */
export function useWatch<T>(
  key: string | undefined,
  watch: (callback: (value: T) => void) => Promise<Unwatch>,
): Watched<T> {
  const [state, setState] = useState<{ key: string | undefined; value?: T; error?: string }>({ key });
  const start = useEffectEvent(watch);
  useEffect(() => {
    if (key === undefined) return;
    let over = false;
    let stop: Unwatch | undefined;
    start((value) => {
      // While a chart streams in, updates come fast: drawn in slices, they never hold up a key stroke.
      if (!over) startTransition(() => setState({ key, value }));
    }).then(
      (unwatch) => {
        if (over) unwatch();
        else stop = unwatch;
      },
      (fault: unknown) => {
        if (!over) setState({ key, error: faultText(fault) });
      },
    );
    return () => {
      over = true;
      stop?.();
    };
  }, [key]);
  const current = state.key === key ? state : undefined;
  return { value: current?.value, error: current?.error };
}
