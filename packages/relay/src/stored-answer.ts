/**
 * The stored events that answer a REQ: what the peer may see of each filter, merged newest first, and whether
 * that is all (NIP-67). A page never ends in the middle of what a client would skip by paging with `until`.
 */
import type { Filter } from '@keychart/nostr';
import type { RelayLimits } from './limits.ts';
import type { ReadScope } from './policy.ts';
import type { EventStore, Page, PageRequest, StoredEvent } from './store.ts';

export interface AnswerOptions {
  readonly store: EventStore;
  readonly scope: ReadScope;
  readonly limits: RelayLimits;
  readonly wholeSeconds: boolean;
  readonly now: number;
}

export function storedAnswer(filters: readonly Filter[], options: AnswerOptions): Page {
  const first = filters[0];
  if (filters.length === 1 && first) return filterAnswer(first, options).page;
  const answers = filters.map((filter) => filterAnswer(filter, options));
  // Where our own limit cut one filter, older events of the others wait for the next page too: the client goes
  // on from the oldest event it got, and would miss what lies between.
  return merge(
    answers.map(({ page }) => page),
    answers.filter(({ page, ownCut }) => ownCut && !page.complete).map(({ page }) => page),
  );
}

function filterAnswer(filter: Filter, options: AnswerOptions): { page: Page; ownCut: boolean } {
  const { store, scope, limits, wholeSeconds, now } = options;
  const asked = filter.limit ?? Number.POSITIVE_INFINITY;
  const ownCut = asked > limits.page || wholeSeconds;
  if (asked === 0) return { page: { events: [], complete: false }, ownCut: false };
  const limit = Math.min(asked, limits.page);
  const request = {
    now,
    limit,
    wholeSecond: ownCut,
    hardCap: limits.pageHardCap,
    maxBytes: limits.pageBytes,
    sees: scope.sees,
  };
  const parts = scope.narrow ? scope.narrow(filter) : [filter];
  const only = parts[0];
  if (parts.length === 1 && only) return { page: store.query(only, request), ownCut };
  const pages = parts.map((part) => store.query(part, request));
  const merged = merge(
    pages,
    pages.filter((page) => !page.complete),
  );
  return { page: cut(merged, filter.until, request), ownCut };
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

/** The same end of a page as the store's, for pages merged here. */
function cut(
  page: Page,
  until: number | undefined,
  { limit, wholeSecond, hardCap }: Pick<PageRequest, 'limit' | 'wholeSecond' | 'hardCap'>,
): Page {
  let end = Math.min(limit, page.events.length);
  while (wholeSecond && end < Math.min(hardCap, page.events.length)) {
    const last = page.events[end - 1]?.created_at;
    if (last !== until && last !== page.events[end]?.created_at) break;
    end += 1;
  }
  return end >= page.events.length ? page : { events: page.events.slice(0, end), complete: false };
}
