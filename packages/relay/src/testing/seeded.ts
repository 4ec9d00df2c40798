/** For tests: a small seeded generator (mulberry32), so that a failure can be run again. */
export interface Seeded {
  readonly seed: number;
  /** 0 … n−1 */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  some<T>(items: readonly T[], most: number): T[];
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('pick: nothing to pick from');
    return items[below(items.length)] as T;
  };
  return {
    seed,
    below,
    pick,
    chance: (probability) => next() < probability,
    some: (items, most) => Array.from({ length: 1 + below(most) }, () => pick(items)),
  };
}

/** A new seed each run, or the one of KEYCHART_SEED to repeat a failure. */
export function testSeed(): number {
  return Number(process.env.KEYCHART_SEED ?? Date.now() % 1_000_000_007);
}
