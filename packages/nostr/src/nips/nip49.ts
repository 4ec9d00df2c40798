/**
 * NIP-49: a secret key locked with a passphrase (`ncryptsec`): scrypt, then XChaCha20-Poly1305.
 * Works in slices of a few milliseconds, so that a page stays alive while scrypt runs.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { concatBytes, randomBytes } from '@noble/hashes/utils.js';
import { bech32 } from '@scure/base';

const VERSION = 2;
const LENGTH = 1 + 1 + 16 + 24 + 1 + 32 + 16;
/** 2^22 · 1 KiB = 4 GiB: beyond it a pasted string could exhaust the machine. */
const MAX_LOG_N = 22;

/** `keySecurity`: 0 known to have been handled carelessly, 1 known not to, 2 not tracked. */
export interface EncryptOptions {
  /** log2 of scrypt's N; 16 needs 64 MiB and about a third of a second. */
  logN?: number;
  keySecurity?: 0 | 1 | 2;
}

/** Locks a 32-byte secret key. The passphrase is normalised to NFKC, as the NIP demands. */
export async function encryptSecretKey(
  secretKey: Uint8Array,
  passphrase: string,
  { logN = 16, keySecurity = 2 }: EncryptOptions = {},
): Promise<string> {
  if (secretKey.length !== 32) throw new TypeError('secretKey must be 32 bytes');
  if (!Number.isInteger(logN) || logN < 1 || logN > MAX_LOG_N)
    throw new TypeError(`logN must be 1…${MAX_LOG_N}`);
  const salt = randomBytes(16);
  const nonce = randomBytes(24);
  const aad = Uint8Array.of(keySecurity);
  const key = await stretch(passphrase, salt, logN);
  const ciphertext = xchacha20poly1305(key, nonce, aad).encrypt(secretKey);
  key.fill(0);
  const bytes = concatBytes(Uint8Array.of(VERSION, logN), salt, nonce, aad, ciphertext);
  return bech32.encode('ncryptsec', bech32.toWords(bytes), 1_000);
}

/** Unlocks an `ncryptsec`. The error tells a damaged text from a wrong passphrase. */
export async function decryptSecretKey(
  ncryptsec: string,
  passphrase: string,
): Promise<Uint8Array | { error: string }> {
  const decoded = bech32.decodeUnsafe(ncryptsec.trim().toLowerCase(), 1_000);
  if (!decoded) return { error: 'this ncryptsec is damaged: its checksum does not fit' };
  if (decoded.prefix !== 'ncryptsec') return { error: `this begins with ${decoded.prefix}1, not ncryptsec1` };
  const bytes = bech32.fromWordsUnsafe(decoded.words);
  if (!bytes || bytes.length !== LENGTH) return { error: 'this ncryptsec has the wrong length' };
  if (bytes[0] !== VERSION)
    return { error: `this ncryptsec is of version ${bytes[0]}; only version 2 is known` };
  const logN = bytes[1] as number;
  if (logN < 1 || logN > MAX_LOG_N)
    return { error: `this ncryptsec demands more memory than we allow (2^${logN})` };
  const key = await stretch(passphrase, bytes.slice(2, 18), logN);
  try {
    return xchacha20poly1305(key, bytes.slice(18, 42), bytes.slice(42, 43)).decrypt(bytes.slice(43));
  } catch {
    return { error: 'the passphrase is wrong' };
  } finally {
    key.fill(0);
  }
}

function stretch(passphrase: string, salt: Uint8Array, logN: number): Promise<Uint8Array> {
  const maxmem = 2 ** MAX_LOG_N * 1024 + 2 ** 20;
  return scryptAsync(passphrase.normalize('NFKC'), salt, { N: 2 ** logN, r: 8, p: 1, dkLen: 32, maxmem });
}
