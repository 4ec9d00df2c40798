/** NIP-45: asking how many events match, without getting them. */

export interface CountAnswer {
  count: number;
  approximate?: boolean;
}

/** The relay's message for a COUNT request. */
export function countMessage(subscription: string, answer: CountAnswer): ['COUNT', string, CountAnswer] {
  return ['COUNT', subscription, answer];
}

/** The third element of a COUNT message, freshly parsed. */
export function parseCountAnswer(value: unknown): CountAnswer | { error: string } {
  if (typeof value !== 'object' || value === null) return { error: 'a COUNT answer must be an object' };
  const { count, approximate } = value as Record<string, unknown>;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
    return { error: 'count must be a whole number' };
  }
  return approximate === true ? { count, approximate } : { count };
}
