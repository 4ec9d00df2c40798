/**
 * One client: its proven keys, its subscriptions, what waits to be written to it. Speaks the wire; decides
 * nothing that is the policy's.
 */
import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { checkAuth, type Filter, type NostrEvent } from '@keychart/nostr';
import type { WebSocket } from 'ws';
import { type ConnectionAudit, connectionAudit } from './audit/connection-audit.ts';
import { type ClientMessage, parseClientMessage } from './client-message.ts';
import { eventFrames, eventPrefix, textFrame } from './frame.ts';
import type { Hub, LiveSubscription, Reader } from './hub.ts';
import type { ReadScope } from './policy.ts';
import type { Routing } from './store/store.ts';
import { storedAnswer } from './stored-answer.ts';
import { TokenBucket } from './token-bucket.ts';

/** Bytes waiting for a socket above which its next stored answer is not yet read from the store. */
const ENOUGH_WAITING = 1_048_576;

export class Connection implements Reader {
  readonly address: string;
  readonly number: number;
  readonly audit: ConnectionAudit;
  readonly pubkeys = new Set<string>();
  readonly openedAt: number;
  alive = true;
  readonly #hub: Hub;
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  readonly #challenge = randomBytes(16).toString('hex');
  readonly #subscriptions = new Map<string, LiveSubscription>();
  readonly #bucket: TokenBucket;
  readonly #holds = new Set<string>();
  #asked: { id: string; filters: Filter[] }[] = [];
  #scope: ReadScope;
  #challenged = false;
  #allowed = false;
  #malformed = 0;
  /** Bytes of stored answers it asked for and may still be reading: no sign of slowness. */
  #answerBytes = 0;
  #corked = false;
  #closed = false;
  /** Why it was ended here; a peer's own words about its end are not kept. */
  #why = '';
  /** Messages behind an AUTH whose signature is being checked. */
  #behindAuth: string[] | undefined;

  constructor(hub: Hub, ws: WebSocket, socket: Duplex, address: string) {
    this.#hub = hub;
    this.#ws = ws;
    this.#socket = socket;
    this.address = address;
    this.openedAt = hub.now();
    this.number = hub.nextNumber();
    this.audit = connectionAudit(hub.audit, this, hub.now);
    const { messagesPerSecond, messageBurst } = hub.limits;
    this.#bucket = new TokenBucket(messagesPerSecond, messageBurst, Date.now());
    this.#scope = hub.policy.scope(this);
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      this.#received(data, isBinary);
    });
    ws.on('pong', () => {
      this.alive = true;
    });
    // Giant frames, bad UTF-8 and broken framing end here; ws closes the socket with the fitting code.
    ws.on('error', (error) => {
      this.#why ||= 'it broke the protocol';
      hub.log({ level: 'info', message: 'a connection broke the protocol', data: { reason: error.message } });
    });
    ws.on('close', (code) => {
      this.#left(code);
    });
    socket.on('drain', () => {
      this.#answerBytes = 0;
      this.#answerNext();
    });
    if (hub.policy.auth === 'required') this.#sendChallenge();
  }

  /** Bytes written that the peer's socket has not taken yet. */
  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  get subscriptionCount(): number {
    return this.#subscriptions.size;
  }

  /** Ends the conversation in good order; a peer that does not close back is cut off. */
  close(code: number, reason: string): void {
    this.#uncork();
    this.#why ||= reason;
    this.#ws.close(code, reason.slice(0, 120));
    setTimeout(() => {
      this.terminate();
    }, 1000).unref();
  }

  terminate(reason = ''): void {
    this.#why ||= reason;
    this.#ws.terminate();
  }

  ping(): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
  }

  /** Reads no further until released; TCP slows the sender down, nothing is lost. */
  hold(reason: string): void {
    this.#holds.add(reason);
    this.#ws.pause();
  }

  release(reason: string): void {
    this.#holds.delete(reason);
    if (this.#holds.size === 0) this.#ws.resume();
  }

  sees(routing: Routing): boolean {
    if (this.#scope.expiresAt <= this.#hub.now()) this.#scope = this.#hub.policy.scope(this);
    return this.#scope.sees(routing);
  }

  /** Access may have changed: what is no longer allowed ends now, what is left goes on narrower. */
  rescope(): void {
    this.#scope = this.#hub.policy.scope(this);
    const refusal = this.#hub.policy.mayTalk(this);
    if (refusal === undefined) {
      this.#allowed = true;
      return;
    }
    if (!this.#allowed) return;
    for (const subscription of [...this.#subscriptions.values()]) {
      this.#unsubscribe(subscription.id);
      this.#send('CLOSED', subscription.id, refusal);
    }
    this.#asked = [];
    this.close(1008, refusal);
  }

  /** A whole frame, in one or more parts. */
  write(...parts: Buffer[]): void {
    if (this.#closed) return;
    if (this.#socket.writableLength > this.#hub.limits.sendBuffer + this.#answerBytes) {
      this.#hub.log({ level: 'warn', message: 'a connection reads too slowly and was dropped' });
      this.#hub.counts.dropped += 1;
      this.terminate('it read too slowly');
      return;
    }
    if (!this.#corked) {
      this.#corked = true;
      this.#socket.cork();
      process.nextTick(() => {
        this.#uncork();
      });
    }
    for (const part of parts) this.#socket.write(part);
  }

  #uncork(): void {
    if (!this.#corked) return;
    this.#corked = false;
    this.#socket.uncork();
  }

  #send(...message: unknown[]): void {
    this.write(textFrame(JSON.stringify(message)));
  }

  #sendChallenge(): void {
    this.#challenged = true;
    this.#send('AUTH', this.#challenge);
  }

  #received(data: Buffer, isBinary: boolean) {
    this.#hub.counts.messages += 1;
    const wait = this.#bucket.take(Date.now());
    if (wait > 0) {
      this.hold('rate');
      setTimeout(() => {
        this.release('rate');
      }, wait).unref();
    }
    if (isBinary) return this.#wrong('invalid: this relay speaks text frames only');
    const text = data.toString('utf8');
    if (this.#behindAuth) this.#behindAuth.push(text);
    else this.#handle(text, data.length);
  }

  #handle(text: string, bytes: number) {
    const message = parseClientMessage(text, this.#hub.limits);
    switch (message.type) {
      case 'MALFORMED':
        this.audit.refused('message', 'invalid: not a message');
        return this.#wrong(message.reason);
      case 'BAD_EVENT':
        this.audit.refused('EVENT', 'invalid: not an event');
        return this.#send('OK', message.id, false, message.reason);
      case 'BAD_REQ':
        this.audit.refused('REQ', 'invalid: not a request');
        return this.#send('CLOSED', message.id, message.reason);
      case 'CLOSE':
        return this.#unsubscribe(message.id);
      case 'AUTH':
        return this.#authenticate(message.event);
      case 'EVENT':
        return this.#event(message.event, bytes);
      case 'REQ':
      case 'COUNT':
        return this.#request(message);
    }
  }

  /** The reason to refuse any message now, if there is one. */
  #refusal(): string | undefined {
    const refusal = this.#hub.policy.mayTalk(this);
    if (refusal !== undefined) return refusal;
    for (const pubkey of this.pubkeys) {
      if (!this.#hub.spend(pubkey)) return 'rate-limited: too many messages with this key; slow down';
    }
    return undefined;
  }

  #event(event: NostrEvent, bytes: number) {
    const answer = (accepted: boolean, reason: string) => {
      if (!accepted && reason.startsWith('auth-required:') && !this.#challenged) this.#sendChallenge();
      this.#send('OK', event.id, accepted, reason);
    };
    const refusal = this.#refusal();
    if (refusal !== undefined) {
      this.audit.refused('EVENT', refusal, event.kind);
      return answer(false, refusal);
    }
    this.#hub.ingest({ event, peer: this, bytes, answer }, this);
  }

  #request(message: ClientMessage & { type: 'REQ' | 'COUNT' }) {
    const { type, id, filters } = message;
    const refusal = this.#refusal();
    if (refusal !== undefined) {
      this.audit.refused(type, refusal);
      return this.#send('CLOSED', id, refusal);
    }
    if (type === 'COUNT') return this.#count(id, filters);
    this.#unsubscribe(id);
    const open = this.#subscriptions.size + this.#asked.length;
    if (open >= this.#hub.limits.subscriptions) {
      return this.#send('CLOSED', id, `error: more than ${this.#hub.limits.subscriptions} subscriptions`);
    }
    this.#asked.push({ id, filters });
    if (this.#asked.length === 1) this.#answerNext();
  }

  #count(id: string, filters: Filter[]): void {
    const { policy, store, now } = this.#hub;
    const scope = policy.scope(this);
    const parts = scope.narrow ? filters.flatMap(scope.narrow) : filters;
    const count = store.count(parts, now(), scope.sees);
    this.audit.queried('COUNT', filters, count);
    this.#send('COUNT', id, { count });
  }

  /** Answers as many waiting requests as the peer is reading; the rest when its socket has drained. */
  #answerNext(): void {
    while (!this.#closed && this.#socket.writableLength < ENOUGH_WAITING) {
      const next = this.#asked.shift();
      if (!next) return;
      this.#answer(next.id, next.filters);
    }
  }

  #answer(id: string, filters: Filter[]): void {
    const { policy, store, limits, now } = this.#hub;
    this.#scope = policy.scope(this);
    const options = { store, scope: this.#scope, limits, wholeSeconds: policy.wholeSeconds, now: now() };
    const prefix = eventPrefix(id);
    const frames = eventFrames(prefix, (chunk) => {
      this.#answerBytes += chunk.length;
      this.write(chunk);
      // Out with it: the reader takes the first events while the next are being found.
      this.#uncork();
    });
    let served = 0;
    const complete = storedAnswer(filters, options, (raw) => {
      served += 1;
      frames.add(raw);
    });
    frames.end();
    this.audit.queried('REQ', filters, served);
    // NIP-67: "finish" only when nothing else matches; without it the client pages on.
    this.#send('EOSE', id, ...(complete ? [['finish']] : []));
    const subscription = { id, connection: this, filters, prefix };
    this.#subscriptions.set(id, subscription);
    this.#hub.live.add(subscription, filters);
  }

  #unsubscribe(id: string): void {
    this.#asked = this.#asked.filter((asked) => asked.id !== id);
    const subscription = this.#subscriptions.get(id);
    if (!subscription) return;
    this.#subscriptions.delete(id);
    this.#hub.live.remove(subscription, subscription.filters);
  }

  #authenticate(event: NostrEvent) {
    const { now, urls, verifier, limits } = this.#hub;
    const answer = checkAuth(event, {
      relayUrl: urls(),
      challenge: this.#challenge,
      now: now(),
      verify: () => true,
    });
    if ('error' in answer) {
      this.audit.refused('AUTH', answer.error);
      return this.#send('OK', event.id, false, answer.error);
    }
    if (this.pubkeys.size >= limits.keys && !this.pubkeys.has(event.pubkey)) {
      return this.#send('OK', event.id, false, `error: more than ${limits.keys} keys on one connection`);
    }
    this.#behindAuth = [];
    this.hold('auth');
    verifier
      .verify([event])
      .then(([proven]) => {
        this.#authenticated(event, proven === true);
      })
      .catch((error: unknown) => {
        this.#hub.log({
          level: 'error',
          message: 'AUTH could not be checked',
          data: { reason: String(error) },
        });
        this.close(1011, 'error: AUTH could not be checked');
      });
  }

  #authenticated(event: NostrEvent, proven: boolean): void {
    if (this.#closed) return;
    this.release('auth');
    if (proven) {
      this.audit.authenticated(event.pubkey);
      this.pubkeys.add(event.pubkey);
      this.#scope = this.#hub.policy.scope(this);
      if (this.#hub.policy.mayTalk(this) === undefined) this.#allowed = true;
    } else this.audit.refused('AUTH', 'invalid: the signature is wrong');
    this.#send('OK', event.id, proven, proven ? '' : 'invalid: the signature is wrong');
    const waiting = this.#behindAuth ?? [];
    this.#behindAuth = undefined;
    for (const text of waiting) {
      // Another AUTH among them makes the rest wait again.
      if (this.#behindAuth) (this.#behindAuth as string[]).push(text);
      else this.#handle(text, text.length);
    }
  }

  #wrong(reason: string): void {
    this.#malformed += 1;
    this.#send('NOTICE', reason);
    if (this.#malformed >= this.#hub.limits.malformed)
      this.close(1008, 'invalid: too many malformed messages');
  }

  #left(code: number): void {
    this.#closed = true;
    for (const id of [...this.#subscriptions.keys()]) this.#unsubscribe(id);
    this.#asked = [];
    this.audit.closed(code, this.#why || 'by the peer');
  }
}
