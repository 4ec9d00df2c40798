/**
 * Pair keys, blinded patient ids and epoch links: the derivations of wire.md §2 and §4, clause by clause.
 * Pure arithmetic over secrets; stores nothing.
 */
import {
  type ConversationKey,
  conversationKeyFromX,
  getPublicKey,
  type PublicKeyOf,
  sharedX,
} from '@keychart/nostr';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** `s[c,n]`: 32 random bytes. */
export type EpochSecret = Uint8Array;
/** Random 16-byte internal patient id; never on the wire. Sixteen zero bytes: the practice-wide channel. */
export type PatientRef = Uint8Array;

export const PRACTICE_WIDE: PatientRef = new Uint8Array(16);

export interface ChannelAddress {
  /** Compartment. */
  readonly c: string;
  /** Epoch, from 1. */
  readonly n: number;
  readonly ref: PatientRef;
  /** Access generation, from 0. */
  readonly g: number;
}

export interface PairKey {
  /** Secret scalar, 32 bytes. */
  readonly q: Uint8Array;
  /** x-only public key, hex: the channel. */
  readonly Q: string;
}

function u32be(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function toBytes32(value: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let i = 31; i >= 0; i--) {
    bytes[i] = Number(value & 0xffn);
    value >>= 8n;
  }
  return bytes;
}

/**
 * `q = (HKDF(s[c,n], "nehr-edpk-v1", c ‖ 00 ‖ n ‖ ref ‖ g, 48) mod (N − 1)) + 1`, `Q = x-only(q·G)`.
 * @param publicKeyOf the multiplication, where the platform has a faster one.
 */
export function derivePairKey(
  secret: EpochSecret,
  { c, n, ref, g }: ChannelAddress,
  publicKeyOf: PublicKeyOf = getPublicKey,
): PairKey {
  const info = concatBytes(utf8ToBytes(c), new Uint8Array(1), u32be(n), ref, u32be(g));
  const okm = hkdf(sha256, secret, utf8ToBytes('nehr-edpk-v1'), info, 48);
  // 48 bytes before the reduction: the bias of `mod (N − 1)` is below 2^-128.
  const scalar = (BigInt(`0x${bytesToHex(okm)}`) % (secp256k1.Point.Fn.ORDER - 1n)) + 1n;
  const q = toBytes32(scalar);
  return { q, Q: publicKeyOf(q) };
}

/** `HMAC-SHA256(s[c,n], "nehr-pt-v1\0" ‖ c ‖ 00 ‖ n ‖ ref ‖ g)[0..16]` written as a UUIDv8. */
export function blindPatient(secret: EpochSecret, { c, n, ref, g }: ChannelAddress): string {
  const message = concatBytes(
    utf8ToBytes('nehr-pt-v1\0'),
    utf8ToBytes(c),
    new Uint8Array(1),
    u32be(n),
    ref,
    u32be(g),
  );
  const bytes = hmac(sha256, secret, message).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80; // version 8
  bytes[8] = (bytes[8]! & 0x3f) | 0x80; // RFC 9562 variant
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The practice reads with the pair key alone: conversation key of (q, Q). The shared point is ±q²·G, so a
 * multiplication of the base point (its tables are ready) does what an ECDH would, several times faster.
 */
export function practiceConversationKey(
  { q }: PairKey,
  publicKeyOf: PublicKeyOf = getPublicKey,
): ConversationKey {
  const scalar = BigInt(`0x${bytesToHex(q)}`);
  const square = secp256k1.Point.Fn.mul(scalar, scalar);
  return conversationKeyFromX(hexToBytes(publicKeyOf(toBytes32(square))));
}

/** ECDH x of (q, P): what a keyring or a guardian grant hands over. */
export function patientSharedX({ q }: PairKey, patient: string): Uint8Array {
  return sharedX(q, patient);
}

export { conversationKeyFromX as conversationKeyOfGrant };

/** Key under which an EpochLink carries `s[c,n]`: `HKDF(s[c,n+1], "link")`. */
export function epochLinkKey(next: EpochSecret): ConversationKey {
  return hkdf(sha256, next, undefined, utf8ToBytes('link'), 32) as ConversationKey;
}
