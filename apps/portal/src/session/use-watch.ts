/** Follows something the chart can watch, for as long as the component stands and the key stays the same. */
import { startTransition, useEffect, useEffectEvent, useState } from 'react';

type Unwatch = () => void;

export interface Watched<T> {
  readonly value: T | undefined;
  /** Plain words when watching failed. */
  readonly error: string | undefined;
}

/** @param key what is watched; a change drops the old value at once, so that no patient's data shows under another. */
export function useWatch<T>(
  key: string,
  watch: (callback: (value: T) => void) => Promise<Unwatch>,
): Watched<T> {
  const [state, setState] = useState<{ key: string; value?: T; error?: string }>({ key });
  const start = useEffectEvent(watch);
  useEffect(() => {
    let over = false;
    let stop: Unwatch | undefined;
    start((value) => {
      // Drawn in slices: a chart that streams in never blocks a finger.
      if (!over) startTransition(() => setState({ key, value }));
    }).then(
      (unwatch) => {
        if (over) unwatch();
        else stop = unwatch;
      },
      (fault: unknown) => {
        if (!over) setState({ key, error: fault instanceof Error ? fault.message : String(fault) });
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
