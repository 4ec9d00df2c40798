/** A relay in a few lines for the tests of the client: one array of events, and every way to misbehave. */
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { checkAuth, type Filter, matchFilters, type NostrEvent } from '../src/index.ts';

export interface SmallRelayOptions {
  /** Send a challenge; default true. */
  asks?: boolean;
  /** Answer to AUTH: undefined takes it, a string refuses, 'silence' says nothing. */
  authAnswer?: string;
  /** Most events in one answer. */
  cap?: number;
  /** Say finish / more (NIP-67). */
  hints?: boolean;
  /** Do not answer EVENT with OK. */
  noOk?: boolean;
  /** Refuse everything before AUTH, but send the challenge only then. */
  lazyAuth?: boolean;
  port?: number;
}

export interface SmallRelay {
  url: string;
  port: number;
  events: NostrEvent[];
  /** Everything received, as [verb, …]. */
  received: unknown[][];
  /** Called with each message before it is handled; returning true swallows it. */
  intercept: ((message: unknown[], socket: WebSocket) => boolean) | undefined;
  sockets: Set<WebSocket>;
  connections: number;
  deliver(event: NostrEvent): void;
  close(): Promise<void>;
}

export async function smallRelay(options: SmallRelayOptions = {}): Promise<SmallRelay> {
  const { asks = true, cap = 500, hints = true } = options;
  const server = new WebSocketServer({ port: options.port ?? 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const subscriptions = new Map<WebSocket, Map<string, Filter[]>>();
  const relay: SmallRelay = {
    url: `ws://127.0.0.1:${port}`,
    port,
    events: [],
    received: [],
    intercept: undefined,
    sockets: new Set(),
    connections: 0,
    deliver(event) {
      relay.events.push(event);
      for (const [socket, subs] of subscriptions) {
        for (const [id, filters] of subs) {
          if (matchFilters(filters, event)) socket.send(JSON.stringify(['EVENT', id, event]));
        }
      }
    },
    async close() {
      for (const socket of relay.sockets) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  server.on('connection', (socket) => {
    relay.connections += 1;
    relay.sockets.add(socket);
    const subs = new Map<string, Filter[]>();
    subscriptions.set(socket, subs);
    const challenge = `challenge ${relay.connections}`;
    const authed = new Set<string>();
    const say = (...message: unknown[]) => socket.send(JSON.stringify(message));
    socket.on('close', () => {
      relay.sockets.delete(socket);
      subscriptions.delete(socket);
    });
    if (asks && !options.lazyAuth) say('AUTH', challenge);

    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as [string, ...unknown[]];
      relay.received.push(message);
      if (relay.intercept?.(message, socket)) return;
      const [verb, first, ...rest] = message;
      if (verb === 'AUTH') {
        const event = first as NostrEvent;
        if (options.authAnswer === 'silence') return;
        const checked = checkAuth(event, {
          relayUrl: relay.url,
          challenge,
          now: Math.floor(Date.now() / 1000),
        });
        const error = 'error' in checked ? checked.error : options.authAnswer;
        if (error === undefined) authed.add(event.pubkey);
        say('OK', event.id, error === undefined, error ?? '');
        return;
      }
      if (options.lazyAuth && authed.size === 0) {
        say('AUTH', challenge);
        if (verb === 'EVENT') say('OK', (first as NostrEvent).id, false, 'auth-required: who are you?');
        else say('CLOSED', first, 'auth-required: who are you?');
        return;
      }
      if (verb === 'EVENT') {
        if (options.noOk) return;
        relay.deliver(first as NostrEvent);
        say('OK', (first as NostrEvent).id, true, '');
      } else if (verb === 'REQ') {
        const filters = rest as Filter[];
        subs.set(first as string, filters);
        const { page, finish } = stored(relay.events, filters, cap);
        for (const event of page) say('EVENT', first, event);
        say('EOSE', first, ...(hints ? [[finish ? 'finish' : 'more']] : []));
      } else if (verb === 'COUNT') {
        say('COUNT', first, {
          count: relay.events.filter((event) => matchFilters(rest as Filter[], event)).length,
        });
      } else if (verb === 'CLOSE') subs.delete(first as string);
    });
  });
  return relay;
}

function stored(
  events: readonly NostrEvent[],
  filters: Filter[],
  cap: number,
): { page: NostrEvent[]; finish: boolean } {
  const page = new Map<string, NostrEvent>();
  let finish = true;
  for (const filter of filters) {
    const matching = events
      .filter((event) => matchFilters([filter], event))
      .sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? -1 : 1));
    const limit = Math.min(cap, filter.limit ?? cap);
    if (matching.length > limit) finish = false;
    for (const event of matching.slice(0, limit)) page.set(event.id, event);
  }
  return { page: [...page.values()], finish };
}
