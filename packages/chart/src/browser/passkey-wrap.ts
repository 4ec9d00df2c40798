/**
 * A login's secret under a passkey: a random key of 32 bytes seals the secret (AES-256-GCM), and is itself sealed under
 * HKDF-SHA256 of the authenticator's PRF output, bound to the credential and to the login's public key. The PRF output
 * is never a key by itself, so another use of the same output yields nothing here.
 */
import { getPublicKey } from '@keychart/nostr';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { asBufferSource, openBytes, sealBytes, subtleCrypto } from '../store/seal-keys.ts';

export interface PasskeyWrap {
  /** As the authenticator knows it; random, tells nothing. */
  readonly credentialId: Uint8Array<ArrayBuffer>;
  /** 32 random bytes, input of the PRF. */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** The public key, sealed: it is part of the binding and would name the person in the clear. */
  readonly owner: Uint8Array;
  /** The random key, sealed under the PRF. */
  readonly key: Uint8Array;
  /** The secret, sealed under the random key. */
  readonly secret: Uint8Array;
}

/** What an authenticator gave for one credential and salt. */
export interface PasskeyAnswer {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** The PRF output as an HKDF key that cannot be read out. */
  readonly prf: CryptoKey;
}

const SEALS = {
  owner: 'keychart/passkey/owner/v1',
  key: 'keychart/passkey/key/v1',
  secret: 'keychart/passkey/secret/v1',
} as const;

/** Throws if the output is not 32 bytes. The bytes are zeroed. */
export async function importPrf(output: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  if (output.length !== 32) throw new TypeError('output must be 32 bytes');
  const key = await subtleCrypto().importKey('raw', output, 'HKDF', false, ['deriveKey']);
  output.fill(0);
  return key;
}

/** `secret`: 32 bytes, a valid secp256k1 secret key. */
export async function wrapUnderPasskey(
  secret: Uint8Array,
  { credentialId, salt, prf }: PasskeyAnswer,
): Promise<PasskeyWrap> {
  const owner = getPublicKey(secret);
  const random = crypto.getRandomValues(new Uint8Array(32));
  const wrap = {
    credentialId,
    salt,
    owner: await sealBytes(await ownerKey(prf, credentialId), SEALS.owner, hexToBytes(owner)),
    key: await sealBytes(await boundKey(prf, credentialId, owner), SEALS.key, random),
    secret: await sealBytes(await rawKey(random), SEALS.secret, secret),
  };
  random.fill(0);
  return wrap;
}

/** The secret, or in words why it does not open. */
export async function openWithPasskey(
  wrap: PasskeyWrap,
  prf: CryptoKey,
): Promise<Uint8Array | { error: string }> {
  try {
    const owner = bytesToHex(
      await openBytes(await ownerKey(prf, wrap.credentialId), SEALS.owner, wrap.owner),
    );
    const bound = await boundKey(prf, wrap.credentialId, owner);
    const random = await openBytes(bound, SEALS.key, wrap.key);
    const secret = await openBytes(await rawKey(random), SEALS.secret, wrap.secret);
    random.fill(0);
    // Attack: who can write to this device's database puts another login's wrap in the place of this one.
    if (getPublicKey(secret) !== owner) return { error: NOT_OPENED };
    return secret;
  } catch {
    return { error: NOT_OPENED };
  }
}

const NOT_OPENED =
  'this passkey answers differently than when it was added, so it does not open the login: log in another way, remove it and add it again';

const ownerKey = (prf: CryptoKey, credentialId: Uint8Array) =>
  deriveUnder(prf, `keychart/passkey/owner/v1/${bytesToHex(credentialId)}`);

const boundKey = (prf: CryptoKey, credentialId: Uint8Array, owner: string) =>
  deriveUnder(prf, `keychart/passkey/key/v1/${bytesToHex(credentialId)}/${owner}`);

function deriveUnder(prf: CryptoKey, info: string): Promise<CryptoKey> {
  const params = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(info),
  };
  return subtleCrypto().deriveKey(params, prf, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

const rawKey = (bytes: Uint8Array) =>
  subtleCrypto().importKey('raw', asBufferSource(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
