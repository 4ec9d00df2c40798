/**
 * NIP-01 events: canonical form, id, BIP-340 signature, and the structural check of what came off a wire.
 * Verification here recomputes everything from the seven fields; nothing is ever remembered on the object.
 */
import { schnorr } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, isHex32, isHex64, isWellFormed, utf8ToBytes } from './hex.ts';

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

declare const verified: unique symbol;
/** An event whose id and signature somebody checked. The brand exists for the compiler only. */
export type VerifiedEvent = NostrEvent & { readonly [verified]: true };

/** What `parseEvent` takes at most; a relay may be stricter. */
export const EVENT_LIMITS = {
  tags: 10_000,
  tagItems: 2_000,
  /** UTF-16 units of content and all tag items together. */
  characters: 4_000_000,
  /** 9999-12-31T23:59:59Z: every later step may print the time with four-digit years. */
  createdAt: 253_402_300_799,
  kind: 65_535,
} as const;

/** NIP-01: `[0, pubkey, created_at, kind, tags, content]` without white space. */
export function serializeEvent(event: UnsignedEvent): string {
  return JSON.stringify([0, event.pubkey, event.created_at, event.kind, event.tags, event.content]);
}

/** sha256 of the canonical form, 64 hex digits. */
export function eventId(event: UnsignedEvent): string {
  return bytesToHex(sha256(utf8ToBytes(serializeEvent(event))));
}

/**
 * Checks freshly parsed JSON and copies the seven fields of an event into a new plain object; anything else
 * on it (cached "verified" marks, prototypes, extra fields) is left behind. Proves structure, not signature.
 */
export function parseEvent(value: unknown): NostrEvent | { error: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'an event must be a JSON object' };
  }
  const { id, pubkey, created_at, kind, tags, content, sig } = value as Record<string, unknown>;
  if (!isHex32(id)) return { error: 'id must be 64 lower-case hex digits' };
  if (!isHex32(pubkey)) return { error: 'pubkey must be 64 lower-case hex digits' };
  if (!isHex64(sig)) return { error: 'sig must be 128 lower-case hex digits' };
  if (!isIntegerUpTo(kind, EVENT_LIMITS.kind)) return { error: 'kind must be an integer from 0 to 65535' };
  if (!isIntegerUpTo(created_at, EVENT_LIMITS.createdAt)) {
    return { error: 'created_at must be a whole number of seconds since 1970' };
  }
  if (typeof content !== 'string') return { error: 'content must be a string' };
  const copied = copyTags(tags, content);
  if ('error' in copied) return copied;
  return { id, pubkey, created_at, kind, tags: copied.tags, content, sig };
}

function copyTags(tags: unknown, content: string): { tags: string[][] } | { error: string } {
  if (!Array.isArray(tags)) return { error: 'tags must be an array' };
  if (tags.length > EVENT_LIMITS.tags) return { error: `more than ${EVENT_LIMITS.tags} tags` };
  // Two texts that differ only in lone surrogates have the same UTF-8, hence the same id: an attacker could
  // show different readers different contents under one signature.
  if (!isWellFormed(content)) return { error: 'content is not valid Unicode' };
  let characters = content.length;
  const copy: string[][] = [];
  for (const tag of tags as unknown[]) {
    if (!Array.isArray(tag)) return { error: 'each tag must be an array' };
    if (tag.length > EVENT_LIMITS.tagItems)
      return { error: `a tag of more than ${EVENT_LIMITS.tagItems} items` };
    const items: string[] = [];
    for (const item of tag as unknown[]) {
      if (typeof item !== 'string') return { error: 'each tag item must be a string' };
      if (!isWellFormed(item)) return { error: 'a tag item is not valid Unicode' };
      characters += item.length;
      items.push(item);
    }
    copy.push(items);
  }
  if (characters > EVENT_LIMITS.characters) return { error: 'the event is too large' };
  return { tags: copy };
}

function isIntegerUpTo(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}

/** Signs a template. Throws if the secret key is not a valid scalar or a field is out of its bounds. */
export function finalizeEvent(template: EventTemplate, secretKey: Uint8Array): VerifiedEvent {
  return finalizeWith(template, getPublicKey(secretKey), eventId, (id) =>
    bytesToHex(schnorr.sign(hexToBytes(id), secretKey)),
  );
}

/** `finalizeEvent` with the hash and the signature made elsewhere (a native library). Throws on bad fields. */
export function finalizeWith(
  template: EventTemplate,
  pubkey: string,
  hash: (event: UnsignedEvent) => string,
  sign: (id: string) => string,
): VerifiedEvent {
  const { kind, created_at, tags, content } = template;
  const unsigned: UnsignedEvent = { kind, created_at, tags: tags.map((tag) => [...tag]), content, pubkey };
  const id = hash(unsigned);
  const event = parseEvent({ ...unsigned, id, sig: '0'.repeat(128) });
  if ('error' in event) throw new TypeError(`template: ${event.error}`);
  event.sig = sign(id);
  return event as VerifiedEvent;
}

/** Recomputes the id and checks the BIP-340 signature. Returns the same object, branded, or undefined. */
export function verifyEvent(event: NostrEvent): VerifiedEvent | undefined {
  return verifyEventWith(event, eventId, (sig, id, pubkey) =>
    schnorr.verify(hexToBytes(sig), hexToBytes(id), hexToBytes(pubkey)),
  );
}

/** `verifyEvent` with the hash and the signature check done elsewhere. A throwing check counts as "no". */
export function verifyEventWith(
  event: NostrEvent,
  hash: (event: UnsignedEvent) => string,
  check: (sig: string, id: string, pubkey: string) => boolean,
): VerifiedEvent | undefined {
  if (!isHex32(event.id) || !isHex32(event.pubkey) || !isHex64(event.sig)) return undefined;
  if (hash(event) !== event.id) return undefined;
  return check(event.sig, event.id, event.pubkey) ? (event as VerifiedEvent) : undefined;
}

/** The x-only public key, 64 hex digits. Throws if the key is not 32 bytes or not a valid scalar. */
export function getPublicKey(secretKey: Uint8Array): string {
  return bytesToHex(schnorr.getPublicKey(secretKey));
}

/** 32 random bytes that are a valid secp256k1 scalar. */
export function generateSecretKey(): Uint8Array {
  return schnorr.utils.randomSecretKey();
}

/** The value of the first tag of that name. */
export function tagValue(event: { tags: readonly (readonly string[])[] }, name: string): string | undefined {
  for (const tag of event.tags) if (tag[0] === name && tag[1] !== undefined) return tag[1];
  return undefined;
}

/** The values of all tags of that name, in order. */
export function tagValues(event: { tags: readonly (readonly string[])[] }, name: string): string[] {
  const values: string[] = [];
  for (const tag of event.tags) if (tag[0] === name && tag[1] !== undefined) values.push(tag[1]);
  return values;
}

export type KindClass = 'regular' | 'replaceable' | 'ephemeral' | 'addressable';

/** NIP-01, "Kinds". */
export function kindClass(kind: number): KindClass {
  if (kind === 0 || kind === 3 || (kind >= 10_000 && kind < 20_000)) return 'replaceable';
  if (kind >= 20_000 && kind < 30_000) return 'ephemeral';
  if (kind >= 30_000 && kind < 40_000) return 'addressable';
  return 'regular';
}

/** Newest first; of the same second, the lower id first (NIP-01's order of stored events). */
export function compareEvents(a: NostrEvent, b: NostrEvent): number {
  return b.created_at - a.created_at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
