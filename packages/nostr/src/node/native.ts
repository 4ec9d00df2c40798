/**
 * libsecp256k1 through bcrypto, an optional dependency: BIP-340 checks, signatures and ECDH at twenty times the
 * speed of JavaScript. Taken only if it is really native and answers a published vector rightly.
 */
import { createHash, hash as oneShotHash } from 'node:crypto';
import { createRequire } from 'node:module';
import {
  type EventTemplate,
  finalizeWith,
  serializeEvent,
  type UnsignedEvent,
  type VerifiedEvent,
} from '../event.ts';
import { type ConversationKey, conversationKeyFromX } from '../nips/nip44.ts';

/** The part of `bcrypto/lib/schnorr` that we use; all arguments are Buffers. */
interface BcryptoSchnorr {
  native: number;
  sign(message: Buffer, secretKey: Buffer): Buffer;
  verify(message: Buffer, signature: Buffer, pubkey: Buffer): boolean;
  publicKeyCreate(secretKey: Buffer): Buffer;
  derive(pubkey: Buffer, secretKey: Buffer): Buffer;
}

export interface NativeSecp256k1 {
  /** Hex in, boolean out; never throws. Messages are 32 bytes. */
  verify(sig: string, id: string, pubkey: string): boolean;
  /** x-only, hex. */
  publicKey(secretKey: Uint8Array): string;
  finalize(template: EventTemplate, secretKey: Uint8Array): VerifiedEvent;
  conversationKey(secretKey: Uint8Array, peer: string): ConversationKey;
}

let loaded: NativeSecp256k1 | undefined | null = null;

/** The native library, or undefined where it is not installed or not sound. Asked once. */
export function nativeSecp256k1(): NativeSecp256k1 | undefined {
  if (loaded === null) loaded = load();
  return loaded;
}

function load(): NativeSecp256k1 | undefined {
  let schnorr: BcryptoSchnorr;
  try {
    schnorr = createRequire(import.meta.url)('bcrypto/lib/schnorr.js') as BcryptoSchnorr;
  } catch {
    return undefined; // optional dependency: not installed, or not compiled for this Node
  }
  if (schnorr.native !== 2) return undefined; // its JavaScript fallback is no faster than ours
  const native = bind(schnorr);
  return isSound(native) ? native : undefined;
}

function bind(schnorr: BcryptoSchnorr): NativeSecp256k1 {
  const hex = (text: string) => Buffer.from(text, 'hex');
  return {
    verify: (sig, id, pubkey) => {
      try {
        return schnorr.verify(hex(id), hex(sig), hex(pubkey));
      } catch {
        return false; // wrong lengths
      }
    },
    publicKey: (secretKey) => schnorr.publicKeyCreate(view(secretKey)).toString('hex'),
    finalize: (template, secretKey) => {
      const key = view(secretKey);
      const pubkey = schnorr.publicKeyCreate(key).toString('hex');
      return finalizeWith(template, pubkey, nativeEventId, (id) =>
        schnorr.sign(hex(id), key).toString('hex'),
      );
    },
    conversationKey: (secretKey, peer) => conversationKeyFromX(schnorr.derive(hex(peer), view(secretKey))),
  };
}

/** The same memory as a Buffer: no second copy of a secret key lies about. */
function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Vector 1 of BIP-340, and the same with its last bit changed. */
function isSound(native: NativeSecp256k1): boolean {
  const pubkey = 'dff1d77f2a671c5f36183726db2341be58feae1da2deced843240f7b502ba659';
  const message = '243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89';
  const valid =
    '6896bd60eeae296db48a229ff71dfe071bde413e6d43f917dc8dcf8c78de33418906d11ac976abccb20b091292bff4ea897efcb639ea871cfa95f6de339e4b0a';
  const forged = `${valid.slice(0, -2)}0b`;
  return native.verify(valid, message, pubkey) && !native.verify(forged, message, pubkey);
}

/** `eventId` by OpenSSL. */
export function nativeEventId(event: UnsignedEvent): string {
  const text = serializeEvent(event);
  // `crypto.hash` came with Node 20.12 and spares an object per event.
  return oneShotHash ? oneShotHash('sha256', text, 'hex') : createHash('sha256').update(text).digest('hex');
}
