/**
 * A policy answers small questions with nothing (yes) or with the sentence that goes out as it is
 * (`restricted: …`, NIP-01's prefixes). It never touches a socket.
 */
import type { Filter, NostrEvent, VerifiedEvent } from '@keychart/nostr';
import type { EventStore, Sees, StoreFilter } from './store/store.ts';

/** Undefined: nothing against it. */
export type Refusal = string | undefined;

export interface Peer {
  readonly address: string;
  /** Its number among the connections of this process, from 1; absent: this process itself. */
  readonly number?: number;
  /** Keys this connection proved to hold (NIP-42). */
  readonly pubkeys: ReadonlySet<string>;
}

/** What one peer may see, fixed until `expiresAt`. */
export interface ReadScope {
  readonly sees: Sees;
  /** Filters that together match at most what the peer may see of this one; absent: the filter itself. */
  readonly narrow?: (filter: Filter) => StoreFilter[];
  /** Unix seconds at which the answer changes by itself; Infinity: never. */
  readonly expiresAt: number;
}

export interface RelayPolicy {
  readonly name: string;
  /** `required`: the challenge is sent at once; `optional`: when something needs it. */
  readonly auth: 'required' | 'optional';
  /** Does a page go on to the end of its last second, even beyond the limit asked for? */
  readonly wholeSeconds: boolean;
  /** Called once, before the first connection. */
  load(store: EventStore): void;
  mayConnect(address: string): Refusal;
  /** May this peer ask or send anything at all? */
  mayTalk(peer: Peer): Refusal;
  /** In the order of arrival, after the signature was checked and everything before it was committed. */
  mayWrite(event: VerifiedEvent, peer: Peer): Refusal;
  scope(peer: Peer): ReadScope;
  /** Does storing this kind change anybody's access? */
  governs(kind: number): boolean;
  /**
   * A governing event is in the transaction being written: what follows is judged by it. `load` is called again
   * if the transaction fails.
   */
  governed(event: NostrEvent): void;
  /** The next second after `now` at which somebody's access starts or ends by itself. */
  nextDeadline(now: number): number | undefined;
}
