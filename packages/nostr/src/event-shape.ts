/** The fields of a NIP-01 event, before and after it is signed. */

export interface EventTemplate {
  kind: number;
  /** Unix time in seconds. */
  created_at: number;
  tags: string[][];
  content: string;
}

export interface UnsignedEvent extends EventTemplate {
  /** x-only public key, 64 hex digits. */
  pubkey: string;
}

export interface NostrEvent extends UnsignedEvent {
  id: string;
  sig: string;
}
