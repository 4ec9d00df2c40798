/**
 * NIP-44 version 2 on @noble: HKDF-SHA256, ChaCha20, HMAC-SHA256, encrypt then MAC.
 * The steps carry the names of the NIP; `nip44.vectors.json` is the judge.
 */
import { chacha20 } from '@noble/ciphers/chacha.js';
import { equalBytes } from '@noble/ciphers/utils.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { expand, extract } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, randomBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { hexToBytes, isHex32, isWellFormed, utf8ToBytes } from '../hex.ts';
import { decodeUtf8 } from '../utf8.ts';
import {
  type ConversationKey,
  checkPayload,
  type Nip44,
  Nip44Error,
  pad,
  splitPayload,
  unpad,
} from './nip44-format.ts';

export { type ConversationKey, type Nip44, Nip44Error };

const SALT = utf8ToBytes('nip44-v2');
const VERSION = new Uint8Array([2]);

/** Unhashed ECDH: the x coordinate (32 bytes) of sk · P. Throws if either key is not valid. */
export function sharedX(secretKey: Uint8Array, pubkey: string): Uint8Array {
  if (!isHex32(pubkey)) throw new TypeError('pubkey must be 64 lower-case hex digits');
  return secp256k1.getSharedSecret(secretKey, hexToBytes(`02${pubkey}`)).slice(1, 33);
}

/** HKDF-extract(salt "nip44-v2", ikm = x); `x` is 32 bytes of unhashed ECDH. */
export function conversationKeyFromX(x: Uint8Array): ConversationKey {
  if (x.length !== 32) throw new TypeError('x must be 32 bytes');
  return extract(sha256, x, SALT) as ConversationKey;
}

/** The key two parties share; the same from either side. Throws if either key is not valid. */
export function getConversationKey(secretKey: Uint8Array, pubkey: string): ConversationKey {
  return conversationKeyFromX(sharedX(secretKey, pubkey));
}

/** HKDF-expand(conversation key, nonce, 76): chacha key 32, chacha nonce 12, hmac key 32. */
export function messageKeys(key: ConversationKey, nonce: Uint8Array) {
  if (key.length !== 32) throw new Nip44Error('the conversation key must be 32 bytes');
  if (nonce.length !== 32) throw new Nip44Error('the nonce must be 32 bytes');
  const keys = expand(sha256, key, nonce, 76);
  return { chachaKey: keys.subarray(0, 32), chachaNonce: keys.subarray(32, 44), hmacKey: keys.subarray(44) };
}

/** See `Nip44.encrypt`. */
export function encrypt(
  plaintext: string,
  key: ConversationKey,
  nonce: Uint8Array = randomBytes(32),
): string {
  if (!isWellFormed(plaintext)) throw new Nip44Error('the text is not valid Unicode');
  const { chachaKey, chachaNonce, hmacKey } = messageKeys(key, nonce);
  const ciphertext = chacha20(chachaKey, chachaNonce, pad(utf8ToBytes(plaintext)));
  const mac = hmac(sha256, hmacKey, concatBytes(nonce, ciphertext));
  return base64.encode(concatBytes(VERSION, nonce, ciphertext, mac));
}

/** See `Nip44.decrypt`. */
export function decrypt(payload: string, key: ConversationKey): string {
  checkPayload(payload);
  const { nonce, ciphertext, mac } = splitPayload(decodeBase64(payload));
  const { chachaKey, chachaNonce, hmacKey } = messageKeys(key, nonce);
  const expected = hmac(sha256, hmacKey, concatBytes(nonce, ciphertext));
  if (!equalBytes(expected, mac)) throw new Nip44Error('invalid MAC');
  try {
    return decodeUtf8(unpad(chacha20(chachaKey, chachaNonce, ciphertext)));
  } catch (error) {
    throw error instanceof Nip44Error ? error : new Nip44Error('the decrypted text is not valid UTF-8');
  }
}

function decodeBase64(payload: string): Uint8Array {
  try {
    return base64.decode(payload);
  } catch {
    throw new Nip44Error('invalid base64');
  }
}

/** The pure implementation of the seam. */
export const nip44: Nip44 = { encrypt, decrypt };
