/**
 * What a relay tells whoever keeps a log of it: who came, asked, got, gave and was refused. Never content, and of
 * filters only kinds and numbers are kept (see `gather.ts`).
 */
import type { Filter, NostrEvent } from '@keychart/nostr';

export type Happening =
  /** `connection` numbers the connections of one process, from 1. */
  | { readonly what: 'opened'; readonly connection: number; readonly from: string }
  | { readonly what: 'authenticated'; readonly connection: number; readonly key: string }
  | {
      readonly what: 'closed';
      readonly connection: number;
      readonly keys: readonly string[];
      readonly from: string;
      /** WebSocket close code; 1006: cut off. */
      readonly code: number;
      readonly reason: string;
      /** How long it was open. */
      readonly seconds: number;
    }
  | {
      readonly what: 'queried';
      readonly connection: number;
      readonly keys: readonly string[];
      readonly how: 'REQ' | 'COUNT';
      readonly filters: readonly Filter[];
      /** Events sent; for COUNT the number told. */
      readonly served: number;
    }
  /** Events sent to open subscriptions since the last time it was told. */
  | {
      readonly what: 'delivered';
      readonly connection: number;
      readonly keys: readonly string[];
      readonly events: number;
    }
  | {
      readonly what: 'refused';
      /** 0: this process itself. */
      readonly connection: number;
      readonly keys: readonly string[];
      readonly how: 'EVENT' | 'REQ' | 'COUNT' | 'AUTH' | 'message' | 'HTTP';
      readonly kind?: number;
      readonly reason: string;
    }
  /** Stored and on disk; ephemeral events are not told of. */
  | { readonly what: 'accepted'; readonly event: NostrEvent }
  | { readonly what: 'expired'; readonly events: number };

export type Audit = (happening: Happening) => void;
