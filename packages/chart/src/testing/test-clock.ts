/** For tests: the world's time, which a test sets ahead. */
export interface TestClock {
  /** Seconds by which it is ahead. */
  ahead: number;
  /** Seconds since 1970. */
  readonly now: () => number;
}

export function testClock(): TestClock {
  const clock: TestClock = { ahead: 0, now: () => Math.floor(Date.now() / 1000) + clock.ahead };
  return clock;
}
