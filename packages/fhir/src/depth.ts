/** Levels of objects and arrays a resource may have; deeper input is refused, so that no reader's stack can be exhausted. */
export const MAX_DEPTH = 64;

/** Is a JSON value nested deeper than `limit` levels? Goes no deeper itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit < 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, limit - 1));
  for (const key in value) if (isDeeperThan((value as Record<string, unknown>)[key], limit - 1)) return true;
  return false;
}
