/**
 * A live subscription that outlives the socket: after a reconnect it asks again from before the silence, and
 * pages through what one answer did not hold.
 */
import type { NostrEvent } from '../event.ts';
import type { Filter } from '../filter.ts';
import type { RelayConnection } from './relay-connection.ts';
import { pageThrough } from './relay-paging.ts';
import type { RelayRequests } from './relay-requests.ts';

export interface SubscriptionHandlers {
  /** Each id once (of the last 20,000). Parsed, not verified. */
  onEvent(event: NostrEvent): void;
  /** Everything stored has been handed over; again after each reconnect. */
  onStored?(): void;
  /** The relay ended the subscription, or would not start it. It is tried again after the next reconnect. */
  onClosed?(reason: string): void;
}

export interface RelaySubscription {
  close(): void;
  /** Replaces the filters; what was delivered is not delivered again. */
  update(filters: readonly Filter[]): void;
}

export interface SubscriptionOptions {
  connection: RelayConnection;
  requests: RelayRequests;
  /** Seconds before the moment we were last connected from which to ask again. */
  overlap: number;
  pageSize: number;
}

const REMEMBERED_IDS = 20_000;

/** `started()` is to be called whenever the connection has become live. */
export function relaySubscription(
  initial: readonly Filter[],
  handlers: SubscriptionHandlers,
  { connection, requests, overlap, pageSize }: SubscriptionOptions,
): RelaySubscription & { started(): void } {
  let filters = [...initial];
  let end: (() => void) | undefined;
  /** Which REQ is the present one: late pages of an earlier one are not reported as stored. */
  let round = 0;
  /** Unix seconds until which nothing was missed; undefined until everything stored came once. */
  let caughtUpTo: number | undefined;
  let closed = false;
  const delivered = new Set<string>();

  function deliver(event: NostrEvent): void {
    if (closed || delivered.has(event.id)) return;
    delivered.add(event.id);
    if (delivered.size > REMEMBERED_IDS) {
      for (const oldest of delivered) {
        delivered.delete(oldest);
        break;
      }
    }
    handlers.onEvent(event);
  }

  /** The filters as given at first; afterwards without `limit` and from before the gap. */
  function current(): Filter[] {
    if (caughtUpTo === undefined) return filters;
    const from = Math.max(0, caughtUpTo - overlap);
    return filters.map(({ limit: _limit, ...filter }) => ({
      ...filter,
      since: Math.max(filter.since ?? 0, from),
    }));
  }

  function start(): void {
    if (closed || connection.state.status !== 'live') return;
    end?.();
    round += 1;
    const mine = round;
    const asked = current();
    let retried = false;
    end = requests.openRoute({
      filters: asked,
      onEvent: (event) => event && deliver(event),
      onStored: ({ finish }) => {
        void finishStored(asked, finish, mine);
      },
      onClosed: (reason) => {
        end = undefined;
        if (reason.startsWith('auth-required') && !retried) {
          retried = true;
          void connection.authSettled().then(() => mine === round && start());
        } else handlers.onClosed?.(reason);
      },
      onDown: () => {
        end = undefined;
        if (caughtUpTo !== undefined) caughtUpTo = connection.lastHeard;
      },
    });
  }

  async function finishStored(asked: Filter[], finish: boolean, mine: number): Promise<void> {
    const stopped = () => closed || mine !== round;
    try {
      if (!finish) await pageRest(asked, stopped);
    } catch {
      return; // the socket went: the next start asks again from the same moment
    }
    if (stopped()) return;
    caughtUpTo = connection.now();
    handlers.onStored?.();
  }

  /** A filter with `limit` asked for no more than that. */
  async function pageRest(asked: Filter[], stopped: () => boolean): Promise<void> {
    for (const filter of asked) {
      if (filter.limit !== undefined) continue;
      await pageThrough(filter, {
        ask: (page) => requests.ask([page]),
        onPage: (events) => events.forEach(deliver),
        pageSize,
        seen: new Set(),
        stopped,
      });
    }
  }

  start();
  return {
    started: start,
    close() {
      closed = true;
      end?.();
    },
    update(next) {
      filters = [...next];
      caughtUpTo = undefined;
      start();
    },
  };
}
