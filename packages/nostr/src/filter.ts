/** NIP-01 filters: the structural check of what came off a wire, and matching. */
import type { NostrEvent } from './event.ts';
import { isHex32 } from './hex.ts';

export interface Filter {
  ids?: string[];
  authors?: string[];
  kinds?: number[];
  /** Unix seconds, inclusive. */
  since?: number;
  /** Unix seconds, inclusive. */
  until?: number;
  limit?: number;
  /** NIP-50; needs an index, so `matchFilter` does not look at it. */
  search?: string;
  [tag: `#${string}`]: string[] | undefined;
}

/** What `parseFilter` takes at most; a relay may be stricter. */
export const FILTER_LIMITS = { values: 20_000, valueLength: 4_096, searchLength: 256 } as const;

const TAG_KEY = /^#[A-Za-z]$/;
const WHOLE_NUMBERS = new Set(['since', 'until', 'limit']);

/** Checks freshly parsed JSON; returns a new plain filter. A field we do not know is refused, not ignored. */
export function parseFilter(value: unknown): Filter | { error: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'a filter must be a JSON object' };
  }
  const filter: Record<string, unknown> = {};
  let values = 0;
  for (const [key, field] of Object.entries(value)) {
    const error = fieldError(key, field);
    if (error !== undefined) return { error };
    if (Array.isArray(field)) values += field.length;
    if (values > FILTER_LIMITS.values)
      return { error: `a filter of more than ${FILTER_LIMITS.values} values` };
    filter[key] = Array.isArray(field) ? [...field] : field;
  }
  return filter as Filter;
}

function fieldError(key: string, field: unknown): string | undefined {
  if (key === 'ids' || key === 'authors' || key === '#e' || key === '#p') {
    return everyItem(field, isHex32) ? undefined : `${key} must be an array of 64 lower-case hex digits each`;
  }
  if (key === 'kinds') {
    return everyItem(field, (kind) => isWhole(kind) && kind <= 65_535)
      ? undefined
      : 'kinds must be an array of integers from 0 to 65535';
  }
  if (WHOLE_NUMBERS.has(key)) return isWhole(field) ? undefined : `${key} must be a whole number`;
  if (key === 'search') {
    return typeof field === 'string' && field.length <= FILTER_LIMITS.searchLength
      ? undefined
      : `search must be a string of at most ${FILTER_LIMITS.searchLength} characters`;
  }
  if (!TAG_KEY.test(key)) return `unknown filter field ${JSON.stringify(key.slice(0, 40))}`;
  return everyItem(field, (item) => typeof item === 'string' && item.length <= FILTER_LIMITS.valueLength)
    ? undefined
    : `${key} must be an array of strings`;
}

function everyItem(field: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(field) && field.every(test);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Does the event satisfy every field of the filter? `limit` and `search` play no part; `[]` matches nothing. */
export function matchFilter(filter: Filter, event: NostrEvent): boolean {
  if (filter.kinds && !filter.kinds.includes(event.kind)) return false;
  if (filter.since !== undefined && event.created_at < filter.since) return false;
  if (filter.until !== undefined && event.created_at > filter.until) return false;
  if (filter.authors && !filter.authors.includes(event.pubkey)) return false;
  if (filter.ids && !filter.ids.includes(event.id)) return false;
  for (const key in filter) {
    if (key.charCodeAt(0) !== 35) continue; // '#'
    const wanted = filter[key as `#${string}`];
    if (wanted && !hasTag(event, key.slice(1), wanted)) return false;
  }
  return true;
}

function hasTag(event: NostrEvent, name: string, wanted: readonly string[]): boolean {
  for (const tag of event.tags) {
    if (tag[0] === name && tag[1] !== undefined && wanted.includes(tag[1])) return true;
  }
  return false;
}

/** Does any of the filters match? */
export function matchFilters(filters: readonly Filter[], event: NostrEvent): boolean {
  return filters.some((filter) => matchFilter(filter, event));
}
