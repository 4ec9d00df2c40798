/** What a login key yields on a device: the store's key, and names under which its things lie, telling nothing. */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export interface LoginKeys {
  /** Wraps the data key of the sealed store. */
  readonly store: Uint8Array<ArrayBuffer>;
  /** Seals the pinned practice. */
  readonly practice: Uint8Array<ArrayBuffer>;
  /** Name of the database; from the secret, so that a public key does not lead to it. */
  readonly name: string;
  /** Under which its ways to log in are kept together; tells nothing either. */
  readonly owner: string;
}

/** `secret`: 32 bytes; the login's secret key, or the random secret of this device where a signer holds the key. */
export function loginKeys(secret: Uint8Array): LoginKeys {
  const derive = (use: string, length = 32) =>
    Uint8Array.from(hkdf(sha256, secret, utf8ToBytes('keychart-login-v1'), utf8ToBytes(use), length));
  return {
    store: derive('store'),
    practice: derive('practice'),
    name: bytesToHex(derive('name', 12)),
    owner: bytesToHex(derive('owner', 12)),
  };
}
