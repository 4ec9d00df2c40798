/** NIP-07: the signer of a browser extension, `window.nostr`. It lives in the page and asks the person in a window of its own. */

import type { EventTemplate } from '../event.ts';
import type { FarSigner } from './checked-signer.ts';

/** `window.nostr`, as far as we use it. Its methods want to be called on it. */
export interface Nip07 {
  getPublicKey(): Promise<unknown>;
  signEvent(template: EventTemplate): Promise<unknown>;
  nip44?: {
    encrypt(peer: string, text: string): Promise<unknown>;
    decrypt(peer: string, payload: string): Promise<unknown>;
  };
}

/** In words why this cannot be used; undefined if it can. */
export function wrongExtension(extension: unknown): string | undefined {
  const { getPublicKey, signEvent, nip44 } = (extension ?? {}) as Partial<Nip07>;
  if (typeof getPublicKey !== 'function' || typeof signEvent !== 'function')
    return 'there is no key extension in this browser: install one, or log in another way';
  if (typeof nip44?.encrypt !== 'function' || typeof nip44.decrypt !== 'function')
    return 'the key extension of this browser is too old (it cannot encrypt by NIP-44): update it, or log in another way';
  return undefined;
}

/** @param extension one that `wrongExtension` found nothing against. */
export function nip07Signer(extension: Nip07): FarSigner {
  return {
    getPublicKey: () => extension.getPublicKey(),
    signEvent: (template) => extension.signEvent(template),
    nip44Encrypt: async (peer, text) => extension.nip44?.encrypt(peer, text),
    nip44Decrypt: async (peer, payload) => extension.nip44?.decrypt(peer, payload),
  };
}
