// Keys of the sealed store. All of them are non-extractable CryptoKeys: while unlocked, script can use them but
// cannot read them out. Derivation is HKDF-SHA256 (RFC 5869) with one label per purpose.

export interface SealKeys {
  /** AES-256-GCM over values. Random 96-bit nonces: good for 2^32 values (NIST SP 800-38D §8.3). */
  readonly value: CryptoKey;
  /** HMAC-SHA256 over path segments. */
  readonly name: CryptoKey;
}

export const NONCE_LENGTH = 12;
export const TAG_LENGTH = 16;

/** WebCrypto's types want an ArrayBuffer behind the view; it takes any view, and we never share memory. */
export function asBufferSource(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}

/** The platform's WebCrypto; browsers leave it out on pages served without https. */
export function subtleCrypto(): SubtleCrypto {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle)
    throw new Error('Encryption is not available here: open Keychart over https (or on localhost).');
  return subtle;
}

/** `secret`: the store's 32-byte data key. */
export async function deriveSealKeys(secret: Uint8Array): Promise<SealKeys> {
  const [value, name] = await Promise.all([
    deriveAesKey(secret, new Uint8Array(0), 'keychart/store/value/v1'),
    deriveHmacKey(secret, 'keychart/store/name/v1'),
  ]);
  return { value, name };
}

export async function deriveAesKey(secret: Uint8Array, salt: Uint8Array, label: string): Promise<CryptoKey> {
  const base = await importHkdf(secret, 'deriveKey');
  return subtleCrypto().deriveKey(hkdf(salt, label), base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** 16 bytes that tell whether `secret` is the right one, without saying anything else of it. */
export async function deriveCheck(secret: Uint8Array, salt: Uint8Array, label: string): Promise<Uint8Array> {
  const base = await importHkdf(secret, 'deriveBits');
  return new Uint8Array(await subtleCrypto().deriveBits(hkdf(salt, label), base, 128));
}

/** nonce ‖ ciphertext ‖ tag. `aad` binds the value to its place. */
export async function sealBytes(key: CryptoKey, aad: string, plain: Uint8Array): Promise<Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const sealed = await subtleCrypto().encrypt(gcm(nonce, aad), key, asBufferSource(plain));
  const out = new Uint8Array(NONCE_LENGTH + sealed.byteLength);
  out.set(nonce);
  out.set(new Uint8Array(sealed), NONCE_LENGTH);
  return out;
}

/** Throws (an OperationError) if key, place or a single bit is not as it was when sealed. */
export async function openBytes(key: CryptoKey, aad: string, sealed: Uint8Array): Promise<Uint8Array> {
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) throw new RangeError('sealed value is too short');
  const nonce = sealed.subarray(0, NONCE_LENGTH);
  const body = asBufferSource(sealed.subarray(NONCE_LENGTH));
  return new Uint8Array(await subtleCrypto().decrypt(gcm(nonce, aad), key, body));
}

async function deriveHmacKey(secret: Uint8Array, label: string): Promise<CryptoKey> {
  const base = await importHkdf(secret, 'deriveKey');
  const algorithm: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return subtleCrypto().deriveKey(hkdf(new Uint8Array(0), label), base, algorithm, false, ['sign']);
}

function importHkdf(secret: Uint8Array, usage: 'deriveKey' | 'deriveBits'): Promise<CryptoKey> {
  return subtleCrypto().importKey('raw', asBufferSource(secret), 'HKDF', false, [usage]);
}

function hkdf(salt: Uint8Array, label: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: asBufferSource(salt), info: new TextEncoder().encode(label) };
}

function gcm(nonce: Uint8Array, aad: string): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv: asBufferSource(nonce),
    additionalData: new TextEncoder().encode(aad),
    tagLength: 8 * TAG_LENGTH,
  };
}
