/** One timer for the next of many moments: set anew whenever the next moment changes, never polled. */
const LONGEST = 2_000_000_000; // setTimeout takes 31 bits of milliseconds

export class Deadline {
  readonly #reached: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(reached: () => void) {
    this.#reached = reached;
  }

  /** Milliseconds of the wall clock; undefined clears it. */
  set(atMs: number | undefined, nowMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (atMs === undefined) return;
    this.#timer = setTimeout(this.#reached, Math.min(LONGEST, Math.max(0, atMs - nowMs)));
    this.#timer.unref();
  }
}
