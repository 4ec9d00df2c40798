/** A half-open socket looks like a quiet one: after a silence we ask for something that does not exist. */
import { type TimerHandle, timers } from '../platform.ts';

export interface Heartbeat {
  start(): void;
  /** Anything came. */
  heard(): void;
  stop(): void;
}

/** `interval`: milliseconds of silence before asking, and again before `silent` is called. */
export function heartbeat(
  interval: number,
  send: (message: unknown[]) => void,
  silent: () => void,
): Heartbeat {
  let timer: TimerHandle;
  let quiet = true;

  function wait(): void {
    quiet = true;
    timer = timers.setTimeout(() => (quiet ? ask() : wait()), interval);
  }

  function ask(): void {
    send(['REQ', 'alive?', { ids: ['0'.repeat(64)], limit: 1 }]);
    timer = timers.setTimeout(() => {
      if (quiet) return silent();
      send(['CLOSE', 'alive?']);
      wait();
    }, interval);
  }

  return {
    start: wait,
    heard: () => {
      quiet = false;
    },
    stop: () => timers.clearTimeout(timer),
  };
}
