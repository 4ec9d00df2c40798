/**
 * The client side of one relay: authenticates before it asks, waits for OK, pages until complete, resubscribes
 * after a reconnect, and says in which state it is. What it hands out is parsed (`parseEvent`) and matches the
 * filter; id and signature are still to be verified, in batches, by whoever takes it.
 */
import type { NostrEvent } from '../event.ts';
import type { Filter } from '../filter.ts';
import type { AbortSignalLike } from '../platform.ts';
import { type ConnectionOptions, openConnection, type RelayState } from './relay-connection.ts';
import { pageThrough } from './relay-paging.ts';
import { type PublishResult, relayRequests } from './relay-requests.ts';
import {
  type RelaySubscription,
  relaySubscription,
  type SubscriptionHandlers,
} from './relay-subscription.ts';

export interface RelayClientOptions extends ConnectionOptions {
  /** Milliseconds without a sign from the relay until an open request counts as lost. Default 20,000. */
  answerTimeout?: number;
  /** Events asked for at once. Default 500. */
  pageSize?: number;
  /**
   * Seconds before the loss of the connection from which subscriptions ask again. Default three days: gift wraps
   * are dated up to two days back, and offline clients send late what they wrote earlier.
   */
  overlap?: number;
}

export interface RelayClient {
  readonly url: string;
  readonly state: RelayState;
  /** Called at each change; returns what ends that. */
  onState(listener: (state: RelayState) => void): () => void;
  /**
   * Resolves with the relay's OK. Rejects with OfflineError when not connected or when the socket goes before it:
   * then the event may or may not be stored, and sending it again does no harm.
   */
  publish(event: NostrEvent): Promise<PublishResult>;
  /**
   * All stored events of the filters, newest first within each, each id once. The next page is handed over when
   * `onPage` has resolved. `complete` is false when aborted or when the relay cuts off a single second.
   * Rejects with OfflineError (socket gone: ask again) or RelayClosedError (refused, with the relay's reason).
   */
  query(
    filters: readonly Filter[],
    onPage: (events: NostrEvent[]) => void | Promise<void>,
    options?: { signal?: AbortSignalLike },
  ): Promise<{ complete: boolean }>;
  subscribe(filters: readonly Filter[], handlers: SubscriptionHandlers): RelaySubscription;
  /** NIP-45. Rejects like `query`. */
  count(filters: readonly Filter[]): Promise<number>;
  /** Try now instead of waiting, for example when the device says that it is online again. */
  reconnect(): void;
  /** Final. Open requests reject with OfflineError. */
  close(): Promise<void>;
}

/** Starts connecting at once. Throws TypeError if the platform has no WebSocket and none is passed. */
export function connectRelay(url: string, options: RelayClientOptions): RelayClient {
  const { answerTimeout = 20_000, pageSize = 500, overlap = 3 * 86_400 } = options;
  const connection = openConnection(url, options);
  const requests = relayRequests(connection, answerTimeout);
  const subscriptions = new Set<ReturnType<typeof relaySubscription>>();
  let wasLive = false;

  connection.onState(({ status }) => {
    const live = status === 'live';
    if (live && !wasLive) for (const subscription of [...subscriptions]) subscription.started();
    wasLive = live;
  });

  return {
    url,
    get state() {
      return connection.state;
    },
    onState: connection.onState,
    publish: requests.publish,
    async query(filters, onPage, { signal } = {}) {
      const seen = new Set<string>();
      let complete = true;
      for (const filter of filters) {
        const whole = await pageThrough(filter, {
          ask: (page) => requests.ask([page], signal),
          onPage,
          pageSize,
          seen,
          stopped: () => signal?.aborted ?? false,
        });
        complete &&= whole;
      }
      return { complete };
    },
    subscribe(filters, handlers) {
      const subscription = relaySubscription(filters, handlers, { connection, requests, overlap, pageSize });
      subscriptions.add(subscription);
      return {
        update: subscription.update,
        close() {
          subscriptions.delete(subscription);
          subscription.close();
        },
      };
    },
    count: requests.count,
    reconnect: connection.reconnect,
    close: connection.close,
  };
}
