/**
 * A login's secret under a PIN: scrypt of the PIN, then HMAC-SHA256 under a random key of this device that script
 * cannot read out, then HKDF. Neither the PIN nor a copy of the sealed bytes is enough without the device's key.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { asBufferSource, deriveAesKey, openBytes, sealBytes, subtleCrypto } from '../store/seal-keys.ts';

export interface PinWrap {
  /** HMAC key, not extractable; of this login alone, gone when the login is. */
  readonly device: CryptoKey;
  readonly salt: Uint8Array;
  /** log2 of scrypt's N. */
  readonly logN: number;
  readonly sealed: Uint8Array;
}

/** Digits. */
const MIN_PIN = 6;
/** 64 MiB and about a third of a second on a desktop, with r = 8 and p = 1: the cost NIP-49 has here too. */
const LOG_N = 16;
const SEAL = 'keychart/pin/v1';

/** In words what is wrong with a new PIN; undefined if nothing. */
export function wrongPin(pin: string): string | undefined {
  if (!/^\d+$/.test(pin)) return 'A PIN is made of digits only.';
  if (pin.length < MIN_PIN) return `A PIN has at least ${MIN_PIN} digits.`;
  if (new Set(pin).size < 3 || isRow(pin)) return 'This PIN is among the first anybody would try.';
  return undefined;
}

/** 123456, 987654 */
function isRow(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])));
  return steps.size === 1;
}

export async function wrapUnderPin(secret: Uint8Array, pin: string, logN = LOG_N): Promise<PinWrap> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const device = await subtleCrypto().generateKey(hmac, false, ['sign']);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await pinKey({ device, salt, logN }, pin);
  return { device, salt, logN, sealed: await sealBytes(key, SEAL, secret) };
}

/** undefined: the PIN is wrong (or a byte was changed, which nobody can tell from a wrong PIN). */
export async function openWithPin(wrap: PinWrap, pin: string): Promise<Uint8Array | undefined> {
  const key = await pinKey(wrap, pin);
  return openBytes(key, SEAL, wrap.sealed).catch(() => undefined);
}

async function pinKey({ device, salt, logN }: Omit<PinWrap, 'sealed'>, pin: string): Promise<CryptoKey> {
  const stretched = await scryptAsync(pin, salt, { N: 2 ** logN, r: 8, p: 1, dkLen: 32 });
  const bound = new Uint8Array(await subtleCrypto().sign('HMAC', device, asBufferSource(stretched)));
  const key = await deriveAesKey(bound, salt, SEAL);
  stretched.fill(0);
  bound.fill(0);
  return key;
}
