/**
 * What the relay asks of a place that keeps events. Calls are synchronous on purpose: "answer the stored
 * events, then go live" happens between two turns of the event loop, so nothing can fall into the gap.
 * A store proves nothing: signatures and authority were checked before.
 */
import type { Filter, NostrEvent, VerifiedEvent } from '@keychart/nostr';

/** All that "who may see it" may depend on, so that COUNT can ask once per group instead of once per event. */
export interface Routing {
  readonly kind: number;
  readonly pubkey: string;
  /** The first `p` tag: a record's channel, a gift wrap's addressee. */
  readonly p: string | null;
}

export interface EventHead extends Routing {
  readonly id: string;
  /** Unix seconds. */
  readonly created_at: number;
}

export type Sees = (routing: Routing) => boolean;

export interface StoredEvent extends EventHead {
  /** The event as JSON text, exactly as it goes out. */
  readonly raw: string;
}

/** A filter as a policy may narrow it: what is not on the wire is never taken from there. */
export type StoreFilter = Filter & {
  /** The first `p` tag is one of these, whatever other `p` tags the filter asks for. */
  readonly firstP?: readonly string[];
  /** The field to look up by; absent: the store's choice. */
  readonly by?: 'firstP' | 'authors' | 'kinds' | '#p';
};

export interface NewEvent {
  readonly event: VerifiedEvent;
  readonly raw: string;
}

/** `superseded`: a newer version of a replaceable event is there; `deleted`: its author deleted it (NIP-09). */
export type InsertResult = 'stored' | 'duplicate' | 'superseded' | 'deleted';

export interface PageRequest {
  /** Unix seconds; events that expired by then (NIP-40) are left out. */
  readonly now: number;
  readonly limit: number;
  /**
   * After the limit, go on to the end of that second, and beyond the filter's `until` second: a client that pages
   * with the oldest time it got as the next `until` always advances.
   */
  readonly wholeSecond: boolean;
  /** The page ends here whatever the second. */
  readonly hardCap: number;
  /** The page counts as full when its JSON is this long. */
  readonly maxBytes: number;
  readonly sees: Sees;
}

export interface Page {
  /** Newest first; of the same second, the lower id first. */
  readonly events: StoredEvent[];
  /** Nothing else matches. */
  readonly complete: boolean;
}

export interface EventStore {
  /** One transaction: when it returns everything is on disk; when it throws (StoreError) nothing is. */
  insert(batch: readonly NewEvent[]): InsertResult[];
  /**
   * Hands over, one by one and newest first, what matches any of `parts` and may be seen: a reader gets the first
   * while the last is still being looked for. Each event once. True when nothing else matches.
   */
  read(parts: readonly StoreFilter[], page: PageRequest, take: (event: StoredEvent) => void): boolean;
  /** `read` of one filter, collected. */
  query(filter: StoreFilter, page: PageRequest): Page;
  /** How many different events match any of the filters and may be seen. */
  count(filters: readonly StoreFilter[], now: number, sees: Sees): number;
  /** All events of these kinds, oldest first. */
  eventsOfKinds(kinds: readonly number[]): NostrEvent[];
  /** Whether an event of this id is stored. */
  has(id: string): boolean;
  removeExpired(now: number): number;
  nextExpiry(): number | undefined;
  size(): number;
  close(): void;
}

/** The batch was not stored. The message is in plain words and fit for an `OK false`. */
export class StoreError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
  }
}

export function headOf(event: NostrEvent): EventHead {
  const p = event.tags.find((tag) => tag[0] === 'p')?.[1] ?? null;
  return { id: event.id, kind: event.kind, pubkey: event.pubkey, created_at: event.created_at, p };
}
