/**
 * One relay, one socket at a time: opens it, proves who we are before anything else is sent (NIP-42), tells its
 * state, and tries again when it dies. Knows nothing of requests; those are in `relay-requests.ts`.
 */
import { makeAuthTemplate } from './nip42.ts';
import {
  platformWebSocket,
  type TimerHandle,
  timers,
  type WebSocketConstructor,
  type WebSocketLike,
} from './platform.ts';
import { parseRelayMessage, type RelayMessage } from './relay-messages.ts';
import type { Signer } from './signer.ts';

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
  let heardSinceProbe = true;
  let stepTimer: TimerHandle;
  let retryTimer: TimerHandle;
  let beatTimer: TimerHandle;
  let auth: Promise<void> = Promise.resolve();
  const authAnswers = new Map<string, (answer: { accepted: boolean; message: string }) => void>();
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
    opened.onclose = (event: { code?: number; reason?: unknown }) =>
      mine() && fail('offline', closeReason(event));
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
    heardSinceProbe = true;
    const message = parseRelayMessage(data);
    if ('error' in message) options.onNotice?.(`the relay sent ${message.error}`);
    else if (message.type === 'AUTH') auth = authenticate(message.challenge);
    else if (message.type === 'NOTICE') options.onNotice?.(message.message);
    else if (message.type === 'OK' && authAnswers.has(message.id)) authAnswers.get(message.id)?.(message);
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
    const answers = await Promise.all(signers.map((signer) => proveKey(signer, challenge, mine)));
    if (socket !== mine) return;
    const refusals = answers.filter((answer) => answer !== undefined);
    if (refusals.length < answers.length) {
      goLive(refusals.length === 0 ? '' : `not every key was accepted: ${refusals.join('; ')}`);
    } else if (requireAuth) {
      fail('refused', `the relay does not accept this key: ${refusals.join('; ')}`);
    } else options.onNotice?.(`authentication failed: ${refusals.join('; ')}`);
  }

  /** Undefined when accepted, else the reason. */
  async function proveKey(
    signer: Signer,
    challenge: string,
    mine: WebSocketLike | undefined,
  ): Promise<string | undefined> {
    let id: string | undefined;
    let limit: TimerHandle;
    try {
      const event = await signer.signEvent(makeAuthTemplate(url, challenge, now()));
      if (socket !== mine) return 'the connection went away';
      id = event.id;
      const answered = new Promise<{ accepted: boolean; message: string }>((resolve) => {
        authAnswers.set(event.id, resolve);
        limit = timers.setTimeout(
          () => resolve({ accepted: false, message: 'it did not answer' }),
          authTimeout,
        );
      });
      mine?.send(JSON.stringify(['AUTH', event]));
      const { accepted, message } = await answered;
      return accepted ? undefined : message || 'no reason given';
    } catch (error) {
      return `signing failed: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      timers.clearTimeout(limit);
      if (id !== undefined) authAnswers.delete(id);
    }
  }

  function goLive(detail: string): void {
    timers.clearTimeout(stepTimer);
    if (state.status !== 'live') {
      liveSince = now();
      lastHeard = now();
      beat();
    }
    become('live', detail);
  }

  /** A half-open socket looks like a quiet one: after a silence we ask for something that does not exist. */
  function beat(): void {
    timers.clearTimeout(beatTimer);
    heardSinceProbe = false;
    beatTimer = timers.setTimeout(() => {
      if (state.status !== 'live') return;
      if (heardSinceProbe) return beat();
      socket?.send(JSON.stringify(['REQ', 'alive?', { ids: ['0'.repeat(64)], limit: 1 }]));
      beatTimer = timers.setTimeout(() => {
        if (!heardSinceProbe) return drop('the relay fell silent');
        if (state.status !== 'live') return;
        socket?.send(JSON.stringify(['CLOSE', 'alive?']));
        beat();
      }, heartbeat);
    }, heartbeat);
  }

  function fail(status: 'offline' | 'refused', detail: string): void {
    const lived = state.status === 'live' && now() - liveSince >= STABLE_SECONDS;
    failures = lived ? 1 : failures + 1;
    letGo();
    const wait = status === 'refused' ? Math.max(REFUSED_RETRY, backoff(failures)) : backoff(failures);
    retryTimer = timers.setTimeout(open, wait);
    become(status, detail);
  }

  function letGo(): void {
    const old = socket;
    socket = undefined;
    timers.clearTimeout(stepTimer);
    timers.clearTimeout(beatTimer);
    timers.clearTimeout(retryTimer);
    for (const answer of [...authAnswers.values()])
      answer({ accepted: false, message: 'the connection went away' });
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
    authSettled: () => auth,
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

function closeReason({ code, reason }: { code?: number; reason?: unknown }): string {
  const words = typeof reason === 'string' ? reason : '';
  if (words !== '') return `the relay closed the connection: ${words}`;
  return code === undefined || code === 1006
    ? 'the relay cannot be reached'
    : `the relay closed the connection (${code})`;
}
