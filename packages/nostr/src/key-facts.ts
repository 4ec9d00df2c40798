/**
 * Which 32 bytes are keys of secp256k1, without a curve library: pages check what is typed into a form with this, and
 * leave all real work to the worker. Not in constant time: what is asked about was typed, or is public.
 */
import { bytesToHex } from './hex.ts';

/** The field's prime and the group's order (SEC 2). */
const P = 2n ** 256n - 2n ** 32n - 977n;
const N = 0xffffffff_ffffffff_ffffffff_fffffffe_baaedce6_af48a03b_bfd25e8c_d0364141n;

export function isSecretKey(bytes: Uint8Array): boolean {
  const k = BigInt(`0x${bytesToHex(bytes)}`);
  return bytes.length === 32 && k > 0n && k < N;
}

/** Is there a point with this x coordinate (64 hex digits)? BIP-340, lift_x. */
export function isPublicKey(hex: string): boolean {
  const x = BigInt(`0x${hex}`);
  // Euler's criterion: x³ + 7 has to be a square.
  return x < P && power((x ** 3n + 7n) % P, (P - 1n) / 2n) === 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % P) {
    if (rest & 1n) result = (result * square) % P;
  }
  return result;
}
