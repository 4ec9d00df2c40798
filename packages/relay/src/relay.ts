/**
 * A Nostr relay as a library: a store, a policy and sockets. It is attached to an HTTP server of the caller,
 * who also owns the store and the verifier.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NostrEvent, VerifiedEvent, Verifier } from '@keychart/nostr';
import { WebSocketServer } from 'ws';
import type { Audit } from './audit/happening.ts';
import { besideMainThread } from './beside-main-thread.ts';
import { Connection } from './connection.ts';
import { Deadline } from './deadline.ts';
import { deliverLive } from './deliver-live.ts';
import type { Hub, LiveSubscription, LogEntry, Reader } from './hub.ts';
import { createIngest } from './ingest.ts';
import { defaultLimits, type RelayLimits } from './limits.ts';
import { createLiveIndex } from './live-index.ts';
import type { RelayPolicy } from './policy.ts';
import { type RelayInfo, relayInfo } from './relay-info.ts';
import { expiryOf } from './store/sqlite-insert.ts';
import { type EventStore, headOf } from './store/store.ts';
import { TokenBucket } from './token-bucket.ts';

export interface RelayOptions {
  readonly store: EventStore;
  readonly policy: RelayPolicy;
  readonly verifier: Verifier;
  /** The address clients name in AUTH; several, or a function where the port is known late. */
  readonly url: string | readonly string[] | (() => string | readonly string[]);
  readonly info?: RelayInfo;
  readonly limits?: Partial<RelayLimits>;
  /** Unix seconds. */
  readonly now?: () => number;
  readonly log?: (entry: LogEntry) => void;
  /** Told of every connection, query, refusal and accepted event; must not throw, and return at once. */
  readonly audit?: Audit;
  /** The client's address; by default the socket's. Set it behind a proxy you trust. */
  readonly addressOf?: (request: IncomingMessage) => string;
}

export interface RelayStats {
  readonly connections: number;
  readonly subscriptions: number;
  readonly messages: number;
  readonly stored: number;
  readonly refused: number;
  readonly delivered: number;
  readonly droppedSlow: number;
  readonly batches: number;
  readonly largestBatch: number;
  readonly waitingBytes: number;
}

export type PublishResult =
  | { readonly accepted: true; readonly message: string }
  | { readonly accepted: false; readonly reason: string };

export interface Relay {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers NIP-11 requests; false when the request asks for something else. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean;
  /** Takes the server's upgrades, and its NIP-11 requests if nobody else listens for requests. */
  attach(server: Server): void;
  /** The NIP-11 document. */
  info(): Record<string, unknown>;
  /** An event of this process, under the same rules as a connection that proved to be its author. */
  publish(event: NostrEvent): Promise<PublishResult>;
  stats(): RelayStats;
  /** Stores and answers what came in, then closes all connections. Store and verifier stay the caller's. */
  close(): Promise<void>;
}

export function createRelay(options: RelayOptions): Relay {
  const { store, policy, url } = options;
  const verifier = besideMainThread(options.verifier);
  const limits: RelayLimits = { ...defaultLimits, ...options.limits };
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const log = options.log ?? (() => undefined);
  const audit = options.audit ?? (() => undefined);
  let numbered = 0;
  const connections = new Set<Connection>();
  const perAddress = new Map<string, number>();
  const perKey = new Map<string, TokenBucket>();
  const live = createLiveIndex<LiveSubscription>();
  const counts = { messages: 0, delivered: 0, dropped: 0 };
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    clientTracking: false,
  });
  let closing = false;
  policy.load(store);

  const accessDeadline = new Deadline(() => {
    rescopeAll();
  });
  const expiryDeadline = new Deadline(() => {
    sweepExpired();
  });
  const heartbeat = setInterval(beat, limits.pingSeconds * 1000);
  heartbeat.unref();

  const ingest = createIngest({
    store,
    policy,
    verifier,
    now,
    batch: limits.batch,
    deliver,
    audit,
    governed: rescopeAll,
    breathe,
    failed: (error) => {
      log({ level: 'error', message: 'events could not be stored', data: { reason: String(error) } });
    },
  });
  let held: Reader[] = [];

  const hub: Hub = {
    store,
    policy,
    limits,
    verifier,
    live,
    counts,
    now,
    log,
    audit,
    nextNumber: () => {
      numbered += 1;
      return numbered;
    },
    urls: typeof url === 'function' ? url : () => url,
    spend,
    ingest: (item, from) => {
      ingest.push(item);
      if (ingest.waitingBytes <= limits.ingestBytes) return;
      if (held.length === 0) void ingest.idle().then(releaseHeld);
      held.push(from);
      from.hold('ingest');
    },
  };
  armAccessDeadline();
  sweepExpired();

  function left(connection: Connection): void {
    connections.delete(connection);
    const others = (perAddress.get(connection.address) ?? 1) - 1;
    if (others > 0) perAddress.set(connection.address, others);
    else perAddress.delete(connection.address);
  }

  function releaseHeld(): void {
    const waiting = held;
    held = [];
    for (const connection of waiting) connection.release('ingest');
  }

  function spend(pubkey: string): boolean {
    let bucket = perKey.get(pubkey);
    if (!bucket) {
      bucket = new TokenBucket(limits.keyMessagesPerSecond, limits.keyMessageBurst, Date.now());
      perKey.set(pubkey, bucket);
    }
    return bucket.tryTake(Date.now());
  }

  function deliver(event: VerifiedEvent, raw: string): void {
    counts.delivered += deliverLive(live.candidates(event), event, raw, headOf(event));
    if (expiryOf(event) !== null) armExpiryDeadline();
  }

  /** Writers wait for readers, but not for one that has stopped reading: that one is dropped at its own bound. */
  async function breathe(): Promise<void> {
    const end = Date.now() + 500;
    while (Date.now() < end) {
      let waiting = 0;
      for (const connection of connections) waiting += connection.waitingBytes;
      if (waiting <= limits.deliveryBytes) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  function rescopeAll(): void {
    for (const connection of connections) connection.rescope();
    armAccessDeadline();
  }

  function armAccessDeadline(): void {
    const next = policy.nextDeadline(now());
    accessDeadline.set(next === undefined ? undefined : next * 1000, Date.now());
  }

  function armExpiryDeadline(): void {
    const next = store.nextExpiry();
    expiryDeadline.set(next === undefined ? undefined : next * 1000, Date.now());
  }

  function sweepExpired(): void {
    try {
      const events = store.removeExpired(now());
      if (events > 0) {
        audit({ what: 'expired', events });
        setImmediate(sweepExpired);
      } else armExpiryDeadline();
    } catch (error) {
      log({
        level: 'error',
        message: 'expired events could not be removed',
        data: { reason: String(error) },
      });
    }
  }

  function beat(): void {
    for (const connection of connections) {
      connection.audit.tellDelivered();
      const silent = policy.auth === 'required' && connection.pubkeys.size === 0;
      if (silent && now() - connection.openedAt >= limits.authSeconds) {
        connection.close(1008, 'auth-required: nobody authenticated in time');
      } else if (connection.alive) {
        connection.alive = false;
        connection.ping();
      } else connection.terminate('it stopped answering');
    }
    const atMs = Date.now();
    for (const [pubkey, bucket] of perKey) if (bucket.isFull(atMs)) perKey.delete(pubkey);
  }

  function refuseUpgrade(socket: Duplex, status: string, reason: string): void {
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${reason}\n`);
  }

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const address = options.addressOf?.(request) ?? request.socket.remoteAddress ?? '';
    const refusal = policy.mayConnect(address);
    if (refusal) return refuseUpgrade(socket, '403 Forbidden', refusal);
    const sameAddress = perAddress.get(address) ?? 0;
    if (closing || connections.size >= limits.connections || sameAddress >= limits.connectionsPerAddress) {
      return refuseUpgrade(socket, '503 Service Unavailable', 'this relay takes no more connections now');
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
      const connection = new Connection(hub, ws, socket, address);
      connections.add(connection);
      ws.on('close', () => left(connection));
    });
  }

  function info(): Record<string, unknown> {
    return relayInfo(options.info ?? {}, limits, policy);
  }

  function handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    if (!request.headers.accept?.includes('application/nostr+json')) return false;
    response.writeHead(200, {
      'content-type': 'application/nostr+json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': 'GET',
    });
    response.end(JSON.stringify(info()));
    return true;
  }

  return {
    handleUpgrade,
    handleRequest,
    info,
    attach: (server) => {
      const alone = server.listenerCount('request') === 0;
      server.on('upgrade', handleUpgrade);
      if (!alone) return;
      server.on('request', (request, response) => {
        if (!handleRequest(request, response)) {
          response
            .writeHead(426, { 'content-type': 'text/plain' })
            .end('This is a Nostr relay: use a WebSocket.\n');
        }
      });
    },
    publish: (event) =>
      new Promise((resolve) => {
        ingest.push({
          event,
          peer: { address: 'this process', pubkeys: new Set([event.pubkey]) },
          bytes: event.content.length,
          answer: (accepted, message) => {
            resolve(accepted ? { accepted, message } : { accepted: false, reason: message });
          },
        });
      }),
    stats: () => ({
      connections: connections.size,
      subscriptions: [...connections].reduce((sum, connection) => sum + connection.subscriptionCount, 0),
      messages: counts.messages,
      delivered: counts.delivered,
      droppedSlow: counts.dropped,
      ...ingest.counts,
      waitingBytes: ingest.waitingBytes,
    }),
    close: async () => {
      closing = true;
      clearInterval(heartbeat);
      accessDeadline.set(undefined, 0);
      expiryDeadline.set(undefined, 0);
      for (const connection of connections) connection.hold('closing');
      await ingest.idle();
      for (const connection of connections) {
        connection.release('closing');
        connection.close(1001, 'the relay is shutting down');
      }
      const deadline = Date.now() + 2000;
      while (connections.size > 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      sockets.close();
      verifier.close();
    },
  };
}
