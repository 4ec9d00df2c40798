/**
 * NIP-44 version 2, the part that is not cryptography: padding, the layout of a payload, its bounds.
 * Shared by the pure and the native implementation so that they cannot differ in it.
 */
declare const conversation: unique symbol;
/** 32 bytes: HKDF-extract(ikm = shared x, salt = "nip44-v2"). Symmetric between the two parties. */
export type ConversationKey = Uint8Array & { readonly [conversation]: true };

/** A payload that cannot be read, or a text that cannot be written. */
export class Nip44Error extends Error {
  override readonly name = 'Nip44Error';
}

/** The seam between implementations: same bytes in, same bytes out, checked by the same vectors. */
export interface Nip44 {
  /** Text of 1 to 65,535 bytes of UTF-8. Throws Nip44Error. `nonce` (32 bytes) is for vectors only. */
  encrypt(plaintext: string, key: ConversationKey, nonce?: Uint8Array): string;
  /** Throws Nip44Error, before any decryption if the MAC does not fit. */
  decrypt(payload: string, key: ConversationKey): string;
}

/**
 * Longer texts need the six-byte length prefix of the later revision of NIP-44, which older readers reject:
 * we read it but never write it.
 */
export const MAX_PLAINTEXT_BYTES = 65_535;
/** Base64 characters we are willing to decode: about 1 MiB of text. */
const MAX_PAYLOAD_CHARACTERS = 1_600_000;

/** Padded length: the next multiple of 32 up to 256, then eighths of the next power of two. */
export function paddedLength(length: number): number {
  if (!Number.isSafeInteger(length) || length < 1) throw new Nip44Error('nothing to encrypt');
  if (length <= 32) return 32;
  const nextPower = 2 ** (Math.floor(Math.log2(length - 1)) + 1);
  const chunk = nextPower <= 256 ? 32 : nextPower / 8;
  return chunk * (Math.floor((length - 1) / chunk) + 1);
}

/** u16be(length) ‖ text ‖ zeros. */
export function pad(text: Uint8Array): Uint8Array {
  if (text.length < 1) throw new Nip44Error('an empty text cannot be encrypted');
  if (text.length > MAX_PLAINTEXT_BYTES) {
    throw new Nip44Error(
      `the text has ${text.length} bytes; at most ${MAX_PLAINTEXT_BYTES} can be encrypted`,
    );
  }
  const padded = new Uint8Array(2 + paddedLength(text.length));
  padded[0] = text.length >>> 8;
  padded[1] = text.length & 0xff;
  padded.set(text, 2);
  return padded;
}

/** The text inside a padded block, as a view. The length must be the one the padding rule gives. */
export function unpad(padded: Uint8Array): Uint8Array {
  let length = (padded[0]! << 8) | padded[1]!;
  let prefix = 2;
  if (length === 0) {
    // Later revision: two zero bytes, then u32be(length), only for texts that need it.
    length = padded[2]! * 0x1000000 + ((padded[3]! << 16) | (padded[4]! << 8) | padded[5]!);
    prefix = 6;
    if (length <= MAX_PLAINTEXT_BYTES) throw new Nip44Error('invalid padding');
  }
  if (padded.length !== prefix + paddedLength(length)) throw new Nip44Error('invalid padding');
  return padded.subarray(prefix, prefix + length);
}

export interface PayloadParts {
  nonce: Uint8Array;
  ciphertext: Uint8Array;
  mac: Uint8Array;
}

/** Refuses by length and version before base64 is touched. */
export function checkPayload(payload: string): void {
  if (typeof payload !== 'string') throw new Nip44Error('the payload is not a string');
  if (payload.startsWith('#')) throw new Nip44Error('unknown encryption version');
  if (payload.length < 132) throw new Nip44Error(`invalid payload length: ${payload.length}`);
  if (payload.length > MAX_PAYLOAD_CHARACTERS) throw new Nip44Error('the payload is too long');
}

/** version(1) ‖ nonce(32) ‖ ciphertext ‖ mac(32), as views. */
export function splitPayload(data: Uint8Array): PayloadParts {
  if (data.length < 99) throw new Nip44Error(`invalid data length: ${data.length}`);
  if (data[0] !== 2) throw new Nip44Error(`unknown encryption version ${data[0]}`);
  return {
    nonce: data.subarray(1, 33),
    ciphertext: data.subarray(33, -32),
    mac: data.subarray(-32),
  };
}
