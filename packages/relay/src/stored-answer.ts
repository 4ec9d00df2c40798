/**
 * The stored events that answer a REQ: what the peer may see of each filter, merged newest first, and whether
 * that is all (NIP-67). A page never ends in the middle of what a client would skip by paging with `until`.
 */
import type { Filter } from '@keychart/nostr';
import type { RelayLimits } from './limits.ts';
import type { ReadScope } from './policy.ts';
import type { EventStore, Page, StoredEvent } from './store/store.ts';

export interface AnswerOptions {
  readonly store: EventStore;
  readonly scope: ReadScope;
  readonly limits: RelayLimits;
  readonly wholeSeconds: boolean;
  readonly now: number;
}

/** Hands over the events as JSON text as they are found. True when nothing else matches. */
export function storedAnswer(
  filters: readonly Filter[],
  options: AnswerOptions,
  take: (raw: string) => void,
): boolean {
  const first = filters[0];
  if (filters.length === 1 && first) return readFilter(first, options, ({ raw }) => take(raw)).complete;
  const answers = filters.map((filter) => {
    const events: StoredEvent[] = [];
    return { events, ...readFilter(filter, options, (event) => events.push(event)) };
  });
  // Where our own limit cut one filter, older events of the others wait for the next page too: the client goes
  // on from the oldest event it got, and would miss what lies between.
  const page = merge(
    answers,
    answers.filter(({ ownCut, complete }) => ownCut && !complete),
  );
  for (const { raw } of page.events) take(raw);
  return page.complete;
}

function readFilter(
  filter: Filter,
  { store, scope, limits, wholeSeconds, now }: AnswerOptions,
  take: (event: StoredEvent) => void,
): { complete: boolean; ownCut: boolean } {
  const asked = filter.limit ?? Number.POSITIVE_INFINITY;
  const ownCut = asked > limits.page || wholeSeconds;
  if (asked === 0) return { complete: false, ownCut: false };
  const request = {
    now,
    limit: Math.min(asked, limits.page),
    wholeSecond: ownCut,
    hardCap: limits.pageHardCap,
    maxBytes: limits.pageBytes,
    sees: scope.sees,
  };
  const parts = scope.narrow ? scope.narrow(filter) : [filter];
  return { complete: store.read(parts, request, take), ownCut };
}

/** The union without what is older than the end of any of the `cuts`. */
function merge(pages: readonly Page[], cuts: readonly Page[]): Page {
  const horizon = Math.max(0, ...cuts.map((page) => page.events.at(-1)?.created_at ?? 0));
  const byId = new Map<string, StoredEvent>();
  let left = 0;
  for (const page of pages) {
    for (const event of page.events) {
      if (event.created_at >= horizon) byId.set(event.id, event);
      else left += 1;
    }
  }
  const events = [...byId.values()].sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? -1 : 1));
  return { events, complete: left === 0 && pages.every((page) => page.complete) };
}
