/** NIP-44 version 2 on node:crypto (OpenSSL): the same format code and vectors as the pure one, five times its speed. */
import { isUtf8 } from 'node:buffer';
import { createCipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isWellFormed } from '../hex.ts';
import {
  type ConversationKey,
  checkPayload,
  type Nip44,
  Nip44Error,
  pad,
  splitPayload,
  unpad,
} from '../nips/nip44-format.ts';

const VERSION = Buffer.of(2);

/** HKDF-expand(key, nonce, 76) by hand: node's hkdf always extracts first. */
function messageKeys(key: Uint8Array, nonce: Uint8Array): Buffer {
  if (key.length !== 32) throw new Nip44Error('the conversation key must be 32 bytes');
  if (nonce.length !== 32) throw new Nip44Error('the nonce must be 32 bytes');
  const okm = Buffer.allocUnsafe(96);
  const block = Buffer.allocUnsafe(65);
  block.set(nonce, 32);
  for (let counter = 1; counter <= 3; counter++) {
    block[64] = counter;
    // T(0) is empty: the first block leaves out the 32 bytes in front.
    const hmac = createHmac('sha256', key).update(counter === 1 ? block.subarray(32) : block);
    const digest = hmac.digest();
    okm.set(digest, (counter - 1) * 32);
    block.set(digest, 0);
  }
  return okm;
}

/** ChaCha20 with the block counter at 0: OpenSSL takes u32le(counter) ‖ nonce as its 16-byte iv. */
function chacha20(okm: Buffer, data: Uint8Array): Buffer {
  const iv = Buffer.alloc(16);
  okm.copy(iv, 4, 32, 44);
  return createCipheriv('chacha20', okm.subarray(0, 32), iv).update(data);
}

function macOf(okm: Buffer, nonce: Uint8Array, ciphertext: Uint8Array): Buffer {
  return createHmac('sha256', okm.subarray(44, 76)).update(nonce).update(ciphertext).digest();
}

function encrypt(plaintext: string, key: ConversationKey, nonce: Uint8Array = randomBytes(32)): string {
  if (!isWellFormed(plaintext)) throw new Nip44Error('the text is not valid Unicode');
  const okm = messageKeys(key, nonce);
  const ciphertext = chacha20(okm, pad(Buffer.from(plaintext, 'utf8')));
  return Buffer.concat([VERSION, nonce, ciphertext, macOf(okm, nonce, ciphertext)]).toString('base64');
}

function decrypt(payload: string, key: ConversationKey): string {
  checkPayload(payload);
  const data = Buffer.from(payload, 'base64');
  // Buffer skips what is not base64; only the canonical spelling of the same bytes may pass.
  if (data.toString('base64') !== payload) throw new Nip44Error('invalid base64');
  const { nonce, ciphertext, mac } = splitPayload(data);
  const okm = messageKeys(key, nonce);
  if (!timingSafeEqual(macOf(okm, nonce, ciphertext), mac)) throw new Nip44Error('invalid MAC');
  const text = unpad(chacha20(okm, ciphertext)) as Buffer;
  if (!isUtf8(text)) throw new Nip44Error('the decrypted text is not valid UTF-8');
  return text.toString('utf8');
}

/** The native implementation of the seam. */
export const nodeNip44: Nip44 = { encrypt, decrypt };
