/** Hexadecimal and bytes, as every NIP writes them: lower case, fixed length. */
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export { bytesToHex, hexToBytes, utf8ToBytes };

const HEX64 = /^[0-9a-f]{64}$/;
const HEX128 = /^[0-9a-f]{128}$/;

/** 32 bytes as 64 lower-case hex digits: an id or an x-only public key (which may still not be on the curve). */
export function isHex32(value: unknown): value is string {
  return typeof value === 'string' && value.length === 64 && HEX64.test(value);
}

/** 64 bytes as 128 lower-case hex digits: a signature. */
export function isHex64(value: unknown): value is string {
  return typeof value === 'string' && value.length === 128 && HEX128.test(value);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Is the string free of lone surrogates, so that UTF-8 can carry it without loss? */
export function isWellFormed(text: string): boolean {
  // ES2024 has it natively (constant time for one-byte strings); the ES2023 library does not declare it.
  const native = (text as { isWellFormed?: () => boolean }).isWellFormed;
  return native ? native.call(text) : !LONE_SURROGATE.test(text);
}
