/** Did the machine sleep between two looks at the clock? Pure. */

export const LOOK_EVERY_MS = 5_000;

/** Browsers let timers of a hidden tab run once a minute at least; longer than that, nothing ran at all. */
const ASLEEP_MS = 90_000;

interface Circumstances {
  /** The page was on the screen at the look before. */
  readonly seen: boolean;
  /** A machine with a mouse or touchpad. A phone freezes what is in the background, which is no sleep. */
  readonly desk: boolean;
}

/** @param gapMs between two looks that should be `LOOK_EVERY_MS` apart. Below 0: the clock was set back, which hides a sleep. */
export function hasSlept(gapMs: number, { seen, desk }: Circumstances): boolean {
  if (gapMs < -ASLEEP_MS) return true;
  return gapMs > ASLEEP_MS && (seen || desk);
}
