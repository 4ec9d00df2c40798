/**
 * Everything a filter matches, however many answers that takes: pages with `until` until the relay says "finish"
 * (NIP-67) or, on relays without it, until nothing older comes. `until` cannot look inside a second: one with more
 * events than a page is asked for with growing limits.
 */
import type { NostrEvent } from '../event.ts';
import type { Filter } from '../filter.ts';

/** One answer: what came between REQ and EOSE. */
export interface Page {
  events: NostrEvent[];
  /** Events as counted on the wire, unreadable ones included. */
  received: number;
  finish: boolean;
  more: boolean;
}

export interface PagingOptions {
  ask: (filter: Filter) => Promise<Page>;
  /** Called with new events only; the next page is not handed over before the promise resolves. */
  onPage: (events: NostrEvent[]) => void | Promise<void>;
  pageSize: number;
  /** Ids already handed out; shared between the filters of one query. */
  seen: Set<string>;
  stopped: () => boolean;
}

/** The largest answer asked for when one second holds more than a page. */
const MAX_ANSWER = 64_000;
/** No relay cuts off answers at fewer events than this; a smaller answer is the whole of it. */
const SMALLEST_CAP = 100;

/**
 * Returns whether everything was delivered for certain. Rejects when `ask` or `onPage` does.
 * Relays answer newest first: an answer that reaches past a second holds all of that second.
 */
export async function pageThrough(filter: Filter, options: PagingOptions): Promise<boolean> {
  const { pageSize, stopped } = options;
  const deliver = delivery(filter, options);
  let complete = true;
  let until = filter.until;
  let limit = pageSize;
  let largest = 0;
  while (!stopped() && until !== -1) {
    if (limit === pageSize) limit = Math.min(pageSize, deliver.wanted());
    const page = await options.ask({ ...filter, ...(until !== undefined && { until }), limit });
    await deliver.take(page.events);
    largest = Math.max(largest, page.received);
    if (deliver.wanted() <= 0) break;
    // A full page is not taken at its word: a relay may count our own `limit` as having been served in full.
    if (page.finish && page.received < limit) break;
    const oldest = oldestOf(page.events, until);
    if (oldest === undefined) {
      // Nothing at all is the end; nothing but unreadable events hides what lies behind them.
      complete &&= page.received === 0 && !page.more;
      break;
    }
    if (until === undefined || oldest < until) {
      until = oldest;
      limit = pageSize;
    } else if (page.received >= limit && limit < MAX_ANSWER) {
      limit = Math.max(limit * 2, pageSize * 2);
    } else {
      // There was room, and still nothing older came: the end, or a cap of the relay within this second.
      const whole = !page.more && page.received < Math.max(SMALLEST_CAP, largest);
      if (whole) break;
      const second: Filter = { ...filter, since: until, until };
      complete = (await drainByValue(second, page.received, options, deliver)) && complete;
      until -= 1;
      limit = pageSize;
      if (until < (filter.since ?? 0)) break;
    }
  }
  await deliver.settled();
  return complete && !stopped();
}

/** Splits a second that the relay cuts off by the values of the filter; the smaller questions may fit. */
async function drainByValue(
  second: Filter,
  cap: number,
  options: PagingOptions,
  deliver: Delivery,
): Promise<boolean> {
  const entry = Object.entries(second).find(([, values]) => Array.isArray(values) && values.length > 1);
  if (!entry) return false;
  const [name, values] = entry as [string, unknown[]];
  let complete = true;
  for (const value of values) {
    if (options.stopped()) return false;
    const narrow: Filter = { ...second, [name]: [value] };
    const page = await options.ask({ ...narrow, limit: cap + 1 });
    await deliver.take(page.events);
    const whole = page.finish || (page.received < cap && !page.more);
    complete = (whole || (await drainByValue(narrow, cap, options, deliver))) && complete;
  }
  return complete;
}

interface Delivery {
  take(events: NostrEvent[]): Promise<void>;
  /** Events still wanted under the caller's own `limit`. */
  wanted(): number;
  settled(): Promise<void>;
}

/** Hands out new events, one page at a time, while the next one is already being asked for. */
function delivery({ limit = Number.MAX_SAFE_INTEGER }: Filter, { onPage, seen }: PagingOptions): Delivery {
  let handed = 0;
  let previous: Promise<void> = Promise.resolve();
  return {
    wanted: () => limit - handed,
    settled: () => previous,
    async take(events) {
      const fresh = events.filter(({ id }) => !seen.has(id)).slice(0, limit - handed);
      for (const { id } of fresh) seen.add(id);
      handed += fresh.length;
      await previous;
      if (fresh.length === 0) return;
      previous = (async () => onPage(fresh))();
      // The rejection is reported by the next `take` or `settled`; until then it is not unhandled.
      previous.catch(() => undefined);
    },
  };
}

function oldestOf(events: readonly NostrEvent[], until: number | undefined): number | undefined {
  let oldest: number | undefined;
  for (const { created_at } of events) {
    if (until !== undefined && created_at > until) continue; // not what was asked for
    if (oldest === undefined || created_at < oldest) oldest = created_at;
  }
  return oldest;
}
