/**
 * Which live subscriptions may want an event: an inverted index from ids, tag values, authors and kinds, each
 * filter entered under its most selective field. The caller still matches the filter and asks the policy.
 */
import type { Filter, NostrEvent } from '@keychart/nostr';

export interface LiveIndex<S> {
  add(subscription: S, filters: readonly Filter[]): void;
  remove(subscription: S, filters: readonly Filter[]): void;
  /** Each candidate once. */
  candidates(event: NostrEvent): Iterable<S>;
}

const ANY = '*';

export function createLiveIndex<S>(): LiveIndex<S> {
  const entries = new Map<string, Set<S>>();
  return {
    add(subscription, filters) {
      for (const key of filters.flatMap(keysOf)) {
        const set = entries.get(key);
        if (set) set.add(subscription);
        else entries.set(key, new Set([subscription]));
      }
    },
    remove(subscription, filters) {
      for (const key of filters.flatMap(keysOf)) {
        const set = entries.get(key);
        set?.delete(subscription);
        if (set?.size === 0) entries.delete(key);
      }
    },
    candidates(event) {
      const sets = eventKeys(event)
        .map((key) => entries.get(key))
        .filter((set) => set !== undefined);
      return sets.length === 1 && sets[0] ? sets[0] : new Set(sets.flatMap((set) => [...set]));
    },
  };
}

function keysOf(filter: Filter): string[] {
  if (filter.ids) return filter.ids.map((id) => `i${id}`);
  for (const [key, values] of Object.entries(filter)) {
    if (key.startsWith('#') && Array.isArray(values)) return values.map((value) => `${key}${value}`);
  }
  if (filter.authors) return filter.authors.map((author) => `a${author}`);
  if (filter.kinds) return filter.kinds.map((kind) => `k${kind}`);
  return [ANY];
}

function eventKeys(event: NostrEvent): string[] {
  const keys = [`i${event.id}`, `a${event.pubkey}`, `k${event.kind}`, ANY];
  for (const [name, value] of event.tags) {
    if (name?.length === 1 && value !== undefined) keys.push(`#${name}${value}`);
  }
  return keys;
}
