/** What every connection of a relay shares. */
import type { Verifier } from '@keychart/nostr';
import type { Audit } from './audit/happening.ts';
import type { Connection, LiveSubscription } from './connection.ts';
import type { Incoming } from './ingest.ts';
import type { RelayLimits } from './limits.ts';
import type { LiveIndex } from './live-index.ts';
import type { RelayPolicy } from './policy.ts';
import type { EventStore } from './store/store.ts';

/** Never holds content, tags or keys of patients. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly data?: Readonly<Record<string, string | number>>;
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
  ingest(item: Incoming, from: Connection): void;
  left(connection: Connection): void;
}
