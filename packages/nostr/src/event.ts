/**
 * NIP-01 events: canonical form, id and BIP-340 signature.
 * Verification here recomputes everything from the seven fields; nothing is ever remembered on the object.
 */
import { schnorr } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { EventTemplate, NostrEvent, UnsignedEvent } from './event-shape.ts';
import { bytesToHex, hexToBytes, isHex32, isHex64, utf8ToBytes } from './hex.ts';
import { parseEvent } from './parse-event.ts';

export type { EventTemplate, NostrEvent, UnsignedEvent };

declare const verified: unique symbol;
/** An event whose id and signature somebody checked. The brand exists for the compiler only. */
export type VerifiedEvent = NostrEvent & { readonly [verified]: true };

/** NIP-01: `[0, pubkey, created_at, kind, tags, content]` without white space. */
export function serializeEvent(event: UnsignedEvent): string {
  return JSON.stringify([0, event.pubkey, event.created_at, event.kind, event.tags, event.content]);
}

/** sha256 of the canonical form, 64 hex digits. */
export function eventId(event: UnsignedEvent): string {
  return bytesToHex(sha256(utf8ToBytes(serializeEvent(event))));
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
