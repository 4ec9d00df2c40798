/**
 * The requests of one connection: EVENT waits for its OK, REQ for its EOSE, COUNT for its number. Every one of
 * them ends: with the answer, with the relay's refusal, or with OfflineError when the socket goes first.
 */
import type { NostrEvent } from '../event.ts';
import { type Filter, matchFilters } from '../filter.ts';
import { type AbortSignalLike, type TimerHandle, timers } from '../platform.ts';
import { OfflineError, type RelayConnection } from './relay-connection.ts';
import type { RelayMessage } from './relay-messages.ts';
import type { Page } from './relay-paging.ts';

/** The relay ended a request with CLOSED; `message` is its reason. */
export class RelayClosedError extends Error {
  override readonly name = 'RelayClosedError';
}

export type PublishResult = { accepted: true; message: string } | { accepted: false; reason: string };

/** Who gets the messages of one subscription id. */
interface Route {
  filters: readonly Filter[];
  onEvent(event: NostrEvent | undefined): void;
  onStored(hints: { finish: boolean; more: boolean }): void;
  onClosed(reason: string): void;
  onCount?(count: number): void;
  /** The socket is gone; the route has been removed. */
  onDown(error: OfflineError): void;
}

export interface RelayRequests {
  publish(event: NostrEvent): Promise<PublishResult>;
  /** One REQ, up to its EOSE. Rejects with RelayClosedError or OfflineError; aborting gives what came so far. */
  ask(filters: readonly Filter[], signal?: AbortSignalLike): Promise<Page>;
  count(filters: readonly Filter[]): Promise<number>;
  /** Sends REQ and routes what belongs to it. Returns what ends it. Throws OfflineError unless live. */
  openRoute(route: Route, verb?: 'REQ' | 'COUNT'): () => void;
}

/** `answerTimeout`: milliseconds without any sign from the relay until an open request counts as lost. */
export function relayRequests(connection: RelayConnection, answerTimeout: number): RelayRequests {
  const routes = new Map<string, Route>();
  const publishing = new Map<
    string,
    { answer: (result: PublishResult) => void; lost: (error: Error) => void }
  >();
  let counter = 0;
  let frames = 0;

  connection.onMessage(dispatch);
  connection.onState(({ status, detail }) => {
    if (status === 'live' || status === 'authenticating') return;
    const error = new OfflineError(detail || status);
    const openRoutes = [...routes.values()];
    routes.clear();
    for (const route of openRoutes) route.onDown(error);
    for (const { lost } of [...publishing.values()]) lost(error);
  });

  function dispatch(message: RelayMessage): void {
    frames += 1;
    if (message.type === 'OK') {
      const { accepted, message: words } = message;
      publishing
        .get(message.id)
        ?.answer(accepted ? { accepted, message: words } : { accepted, reason: words });
      return;
    }
    if (!('sub' in message)) return;
    const route = routes.get(message.sub);
    if (!route) return;
    if (message.type === 'EVENT') {
      // Attack: a relay slips in an event that nobody asked for, say one of another patient's channel.
      route.onEvent(matchFilters(route.filters, message.event) ? message.event : undefined);
    } else if (message.type === 'BAD_EVENT') route.onEvent(undefined);
    else if (message.type === 'EOSE') route.onStored(message);
    else if (message.type === 'COUNT') route.onCount?.(message.count);
    else if (message.type === 'CLOSED') {
      routes.delete(message.sub);
      route.onClosed(message.reason);
    }
  }

  function openRoute(route: Route, verb: 'REQ' | 'COUNT' = 'REQ'): () => void {
    counter += 1;
    const id = `k${counter}`;
    connection.send([verb, id, ...route.filters]);
    routes.set(id, route);
    return () => {
      if (!routes.delete(id)) return;
      if (verb === 'REQ' && connection.state.status === 'live') connection.send(['CLOSE', id]);
    };
  }

  /**
   * Drops the socket when an answer stays away for `answerTimeout`; a relay that is busy answering other requests
   * (a long queue of events) gets five times that.
   */
  function watch(what: string): { stop(): void } {
    let timer: TimerHandle;
    const wait = (patience: number) => {
      const before = frames;
      timer = timers.setTimeout(() => {
        if (frames > before && patience > 1) wait(patience - 1);
        else connection.drop(`the relay did not answer ${what}`);
      }, answerTimeout);
    };
    wait(5);
    return { stop: () => timers.clearTimeout(timer) };
  }

  function sendEvent(event: NostrEvent): Promise<PublishResult> {
    return new Promise((resolve, reject) => {
      const earlier = publishing.get(event.id);
      if (!earlier) connection.send(['EVENT', event]);
      const timer = watch('an event with OK');
      const done = () => {
        timer.stop();
        publishing.delete(event.id);
      };
      publishing.set(event.id, {
        answer: (result) => {
          done();
          earlier?.answer(result);
          resolve(result);
        },
        lost: (error) => {
          done();
          earlier?.lost(error);
          reject(error);
        },
      });
    });
  }

  function askOnce(filters: readonly Filter[], signal?: AbortSignalLike): Promise<Page> {
    return new Promise((resolve, reject) => {
      const page: Page = { events: [], received: 0, finish: false, more: false };
      const timer = watch('a question');
      const done = () => {
        timer.stop();
        signal?.removeEventListener('abort', aborted);
      };
      const fail = (error: Error) => {
        done();
        reject(error);
      };
      const finish = () => {
        done();
        end();
        resolve(page);
      };
      const aborted = finish;
      let end: () => void = () => undefined;
      try {
        end = openRoute({
          filters,
          onEvent(event) {
            page.received += 1;
            if (event) page.events.push(event);
          },
          onStored(hints) {
            page.finish = hints.finish;
            page.more = hints.more;
            finish();
          },
          onClosed: (reason) => fail(new RelayClosedError(reason)),
          onDown: fail,
        });
      } catch (error) {
        fail(error as Error);
      }
      signal?.addEventListener('abort', aborted);
    });
  }

  function countOnce(filters: readonly Filter[]): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = watch('COUNT');
      const settle = <T>(finish: (value: T) => void) => {
        return (value: T) => {
          timer.stop();
          finish(value);
        };
      };
      const fail = settle(reject);
      try {
        const end = openRoute(
          {
            filters,
            onEvent: () => undefined,
            onStored: () => undefined,
            onCount: settle((count: number) => {
              end();
              resolve(count);
            }),
            onClosed: (reason) => fail(new RelayClosedError(reason)),
            onDown: fail,
          },
          'COUNT',
        );
      } catch (error) {
        fail(error);
      }
    });
  }

  /** A relay may ask for AUTH only when something needs it: once that is settled, the request is made again. */
  async function retryAfterAuth<T>(work: () => Promise<T>, refused: (result: T) => boolean): Promise<T> {
    await connection.whenLive();
    try {
      const result = await work();
      if (!refused(result)) return result;
    } catch (error) {
      if (!(error instanceof RelayClosedError) || !error.message.startsWith('auth-required')) throw error;
    }
    await connection.authSettled();
    return work();
  }

  return {
    publish: (event) =>
      retryAfterAuth(
        () => sendEvent(event),
        (result) => !result.accepted && result.reason.startsWith('auth-required'),
      ),
    ask: (filters, signal) =>
      retryAfterAuth(
        () => askOnce(filters, signal),
        () => false,
      ),
    count: (filters) =>
      retryAfterAuth(
        () => countOnce(filters),
        () => false,
      ),
    openRoute,
  };
}
