/** The key extension of the page (NIP-07), `window.nostr`. */
import { type Nip07, nip07Signer, wrongExtension } from '@keychart/nostr';
import type { PageDoor } from './page-door.ts';

const extension = () => (globalThis as { nostr?: unknown }).nostr;

export const hasExtension = (): boolean => extension() !== undefined;

/** Why no extension can be used here; undefined if one can. */
export const whyNoExtension = (): string | undefined => wrongExtension(extension());

export const callExtension: PageDoor['extension'] = (method, args) => {
  const wrong = whyNoExtension();
  if (wrong !== undefined) return Promise.reject(new Error(wrong));
  const far = nip07Signer(extension() as Nip07);
  return (far[method] as (...values: unknown[]) => Promise<unknown>)(...args);
};
