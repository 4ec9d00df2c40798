/** Levels of objects and arrays a resource may have; deeper input is refused, so that no reader's stack can be exhausted. */
export const MAX_DEPTH = 64;

/** Is a JSON value nested deeper than `limit` levels? Does not recurse itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= limit; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      for (const child of Object.values(item))
        if (typeof child === 'object' && child !== null) next.push(child);
    }
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}
