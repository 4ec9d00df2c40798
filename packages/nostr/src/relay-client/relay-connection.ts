/**
 * One relay, one socket at a time: opens it, proves who we are before anything else is sent (NIP-42), tells its
 * state, and tries again when it dies. Knows nothing of requests; those are in `relay-requests.ts`.
 */
import {
  platformWebSocket,
  type TimerHandle,
  timers,
  type WebSocketConstructor,
  type WebSocketLike,
} from '../platform.ts';
import type { Signer } from '../signer.ts';
import { relayAuth } from './relay-auth.ts';
import { heartbeat as startHeartbeat } from './relay-heartbeat.ts';
import { parseRelayMessage, type RelayMessage } from './relay-messages.ts';

export type RelayStatus = 'connecting' | 'authenticating' | 'live' | 'offline' | 'refused' | 'closed';

export interface RelayState {
  status: RelayStatus;
  /** Why, in plain words; empty when there is nothing to say. */
  detail: string;
}

/** The relay could not be asked, or the socket went before the answer. Nothing is known about the outcome. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}

export interface ConnectionOptions {
  /** Every key is authenticated on the connection; none means that we stay anonymous. */
  signers: readonly Signer[];
  WebSocket?: WebSocketConstructor;
  /** Unix seconds. */
  now?: () => number;
  /** Milliseconds before the next attempt, given the number of failures in a row (from 1). */
  backoff?: (failures: number) => number;
  /** Refuse a relay that does not ask who we are. Default true. */
  requireAuth?: boolean;
  /** Milliseconds to wait for the socket, for AUTH and for the answer to AUTH. */
  connectTimeout?: number;
  authTimeout?: number;
  /** Milliseconds of silence before the relay is asked for a sign of life; the same again, and the socket is given up. */
  heartbeat?: number;
  /** NOTICE texts and frames that we could not read. */
  onNotice?: (text: string) => void;
}

export interface RelayConnection {
  readonly state: RelayState;
  readonly now: () => number;
  /** Unix seconds of the last frame, 0 before the first. */
  readonly lastHeard: number;
  onState(listener: (state: RelayState) => void): () => void;
  /** Everything but AUTH and its answers. */
  onMessage(listener: (message: RelayMessage) => void): void;
  /** Resolves when live; rejects with OfflineError when that is not about to happen. */
  whenLive(): Promise<void>;
  /** Resolves when no AUTH is under way. */
  authSettled(): Promise<void>;
  /** Throws OfflineError unless live. */
  send(message: readonly unknown[]): void;
  /** The socket is believed dead: drop it and connect again. */
  drop(why: string): void;
  /** Do not wait for the next attempt. */
  reconnect(): void;
  close(): Promise<void>;
}

const defaultBackoff = (failures: number) =>
  Math.min(30_000, 500 * 2 ** Math.min(failures - 1, 10)) * (0.5 + Math.random() / 2);
/** A refusal is looked at again now and then: somebody may have been added to the list meanwhile. */
const REFUSED_RETRY = 60_000;
/** A connection that lived shorter than this counts as another failure. */
const STABLE_SECONDS = 5;

interface CloseEventLike {
  code?: number;
  reason?: unknown;
}

export function openConnection(url: string, options: ConnectionOptions): RelayConnection {
  const {
    signers,
    requireAuth = true,
    connectTimeout = 15_000,
    authTimeout = 10_000,
    heartbeat = 30_000,
  } = options;
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const backoff = options.backoff ?? defaultBackoff;
  const Socket = options.WebSocket ?? platformWebSocket();

  let state: RelayState = { status: 'connecting', detail: '' };
  let socket: WebSocketLike | undefined;
  let failures = 0;
  let liveSince = 0;
  let lastHeard = 0;
  let stepTimer: TimerHandle;
  let retryTimer: TimerHandle;
  let authenticating: Promise<void> = Promise.resolve();
  const auth = relayAuth(url, signers, now, authTimeout);
  const beat = startHeartbeat(
    heartbeat,
    (message) => socket?.send(JSON.stringify(message)),
    () => drop('the relay fell silent'),
  );
  const stateListeners = new Set<(state: RelayState) => void>();
  const messageListeners: ((message: RelayMessage) => void)[] = [];

  function become(status: RelayStatus, detail = ''): void {
    if (state.status === status && state.detail === detail) return;
    state = { status, detail };
    for (const listener of [...stateListeners]) listener(state);
  }

  function open(): void {
    // A refusal stays visible while it is being retried.
    if (state.status !== 'refused') become('connecting', state.detail);
    let opened: WebSocketLike;
    try {
      opened = new Socket(url);
    } catch (error) {
      fail(
        'offline',
        `the address cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      );
      return;
    }
    socket = opened;
    const mine = () => socket === opened;
    stepTimer = timers.setTimeout(
      () => mine() && fail('offline', 'the relay does not answer'),
      connectTimeout,
    );
    opened.onopen = () => mine() && onOpen();
    opened.onmessage = (event: { data: unknown }) => mine() && onFrame(event.data);
    opened.onerror = () => undefined; // a close always follows and says more
    opened.onclose = (event: CloseEventLike) => mine() && closedBy(event);
  }

  function onOpen(): void {
    timers.clearTimeout(stepTimer);
    if (!requireAuth) {
      goLive('');
      return;
    }
    if (state.status !== 'refused') become('authenticating');
    stepTimer = timers.setTimeout(
      () =>
        fail(
          'refused',
          'the relay did not ask who we are: it does not protect records, or it is not a practice relay',
        ),
      authTimeout,
    );
  }

  function onFrame(data: unknown): void {
    lastHeard = now();
    beat.heard();
    const message = parseRelayMessage(data);
    if ('error' in message) options.onNotice?.(`the relay sent ${message.error}`);
    else if (message.type === 'AUTH') authenticating = authenticate(message.challenge);
    else if (message.type === 'NOTICE') options.onNotice?.(message.message);
    else if (message.type === 'OK' && auth.answered(message.id, message)) return;
    else for (const listener of messageListeners) listener(message);
  }

  /** Proves every key. One that is accepted suffices; the others are told in the detail. Never rejects. */
  async function authenticate(challenge: string): Promise<void> {
    const mine = socket;
    timers.clearTimeout(stepTimer);
    if (signers.length === 0) {
      if (requireAuth) fail('refused', 'the relay asks who we are, and no key is unlocked');
      return;
    }
    const refusals = await auth.prove(challenge, (message) => {
      if (socket !== mine) return false;
      mine?.send(JSON.stringify(message));
      return true;
    });
    if (socket !== mine) return;
    const reasons = refusals.join('; ');
    if (refusals.length < signers.length) {
      goLive(refusals.length === 0 ? '' : `not every key was accepted: ${reasons}`);
    } else if (requireAuth) fail('refused', `the relay does not accept this key: ${reasons}`);
    else options.onNotice?.(`authentication failed: ${reasons}`);
  }

  function goLive(detail: string): void {
    timers.clearTimeout(stepTimer);
    if (state.status !== 'live') {
      liveSince = now();
      lastHeard = now();
      beat.start();
    }
    become('live', detail);
  }

  /** A removed member is told so; somebody whose rights merely changed is back at once. */
  function closedBy({ code, reason }: CloseEventLike): void {
    const words = typeof reason === 'string' ? reason : '';
    if (words !== '') {
      const status = /^(restricted|blocked|auth-required):/.test(words) ? 'refused' : 'offline';
      fail(status, `the relay closed the connection: ${words}`, 0);
    } else if (code === undefined || code === 1006) fail('offline', 'the relay cannot be reached');
    else fail('offline', `the relay closed the connection (${code})`);
  }

  function fail(
    status: 'offline' | 'refused',
    detail: string,
    leastWait = status === 'refused' ? REFUSED_RETRY : 0,
  ): void {
    const lived = state.status === 'live' && now() - liveSince >= STABLE_SECONDS;
    failures = lived ? 1 : failures + 1;
    letGo();
    retryTimer = timers.setTimeout(open, Math.max(leastWait, backoff(failures)));
    become(status, detail);
  }

  function letGo(): void {
    const old = socket;
    socket = undefined;
    timers.clearTimeout(stepTimer);
    beat.stop();
    timers.clearTimeout(retryTimer);
    auth.abandon();
    old?.close();
  }

  function drop(why: string): void {
    if (socket) fail('offline', why);
  }

  function whenLive(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = ({ status, detail }: RelayState): boolean => {
        if (status === 'connecting' || status === 'authenticating') return false;
        if (status === 'live') resolve();
        else reject(new OfflineError(detail || status));
        return true;
      };
      if (settle(state)) return;
      const listener = (next: RelayState) => {
        if (settle(next)) stateListeners.delete(listener);
      };
      stateListeners.add(listener);
    });
  }

  async function close(): Promise<void> {
    if (state.status === 'closed') return;
    const old = socket;
    const gone = new Promise<void>((resolve) => {
      if (!old) return resolve();
      const limit = timers.setTimeout(resolve, 1_000);
      old.onclose = () => {
        timers.clearTimeout(limit);
        resolve();
      };
    });
    letGo();
    become('closed');
    await gone;
  }

  open();
  return {
    get state() {
      return state;
    },
    get lastHeard() {
      return lastHeard;
    },
    now,
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    onMessage: (listener) => messageListeners.push(listener),
    whenLive,
    authSettled: () => authenticating,
    send(message) {
      if (state.status !== 'live' || !socket) throw new OfflineError(state.detail || state.status);
      socket.send(JSON.stringify(message));
    },
    drop,
    reconnect() {
      if (socket || state.status === 'closed') return;
      timers.clearTimeout(retryTimer);
      open();
    },
    close,
  };
}
