/** What every connection of a relay shares. */
import type { Filter, Verifier } from '@keychart/nostr';
import type { Audit } from './audit/happening.ts';
import type { Incoming } from './ingest.ts';
import type { RelayLimits } from './limits.ts';
import type { LiveIndex } from './live-index.ts';
import type { Peer, RelayPolicy } from './policy.ts';
import type { EventStore, Routing } from './store/store.ts';

/** Never holds content, tags or keys of patients. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** A connection as the rest of the relay needs it. */
export interface Reader extends Peer {
  readonly audit: { delivered(): void };
  sees(routing: Routing): boolean;
  write(...parts: Buffer[]): void;
  /** Reads nothing more from its socket until every reason is released. */
  hold(reason: string): void;
  release(reason: string): void;
}

export interface LiveSubscription {
  readonly id: string;
  readonly connection: Reader;
  readonly filters: readonly Filter[];
  /** `["EVENT","<id>",` */
  readonly prefix: string;
}

export interface Hub {
  readonly store: EventStore;
  readonly policy: RelayPolicy;
  readonly limits: RelayLimits;
  readonly verifier: Verifier;
  readonly live: LiveIndex<LiveSubscription>;
  readonly counts: { messages: number; delivered: number; dropped: number };
  /** Unix seconds. */
  now(): number;
  /** The addresses this relay answers to, for AUTH. */
  urls(): string | readonly string[];
  log(entry: LogEntry): void;
  readonly audit: Audit;
  /** The number of the next connection. */
  nextNumber(): number;
  /** Takes one message off a key's allowance, over all its connections. */
  spend(pubkey: string): boolean;
  ingest(item: Incoming, from: Reader): void;
}
