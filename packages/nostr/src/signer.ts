/**
 * Who signs: the one door to a person's secret key. Today a key in memory; a passkey, a browser extension or
 * a remote signer fit the same interface. The batch forms exist because those ask the person once per call.
 */
import type { EventTemplate, VerifiedEvent } from './event.ts';

export interface Signer {
  /** 64 hex digits. */
  getPublicKey(): Promise<string>;
  signEvent(template: EventTemplate): Promise<VerifiedEvent>;
  /** All or nothing: rejects if one template is wrong. */
  signEvents(templates: readonly EventTemplate[]): Promise<VerifiedEvent[]>;
  /** `peer`: public key, 64 hex digits. Rejects with Nip44Error. */
  nip44Encrypt(peer: string, plaintext: string): Promise<string>;
  nip44Decrypt(peer: string, payload: string): Promise<string>;
  /** One answer per item, in order; an item that fails is an Error in its place. */
  nip44EncryptAll(items: readonly { peer: string; text: string }[]): Promise<(string | Error)[]>;
  nip44DecryptAll(items: readonly { peer: string; payload: string }[]): Promise<(string | Error)[]>;
  /** Forgets the key; every later call rejects. */
  close(): void;
}

/** The signer was asked and did not do it: refused, silent, or wrong. Nothing is known of what was asked about. */
export class SignerUnavailableError extends Error {
  override readonly name = 'SignerUnavailableError';
}
