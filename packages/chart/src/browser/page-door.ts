/** What the worker may ask of its page: to show a step of logging in, and to call the extension that lives there. */
import type { FarSigner } from '@keychart/nostr';
import type { Remote } from 'comlink';
import type { PageSide } from './login-source.ts';

type FarCall = 'getPublicKey' | 'signEvent' | 'nip44Encrypt' | 'nip44Decrypt';

/** Flat, so that one proxy carries it. */
export interface PageDoor {
  onTaken(): void;
  onInvite(address: string): void;
  onConfirm(url: string): void;
  onAnswered(again: boolean): void;
  extension(method: FarCall, args: readonly unknown[]): Promise<unknown>;
}

/** In the worker. */
export function pageSide(door: Remote<PageDoor>): PageSide {
  const extension: FarSigner = {
    getPublicKey: () => door.extension('getPublicKey', []),
    signEvent: (template) => door.extension('signEvent', [template]),
    nip44Encrypt: (...args) => door.extension('nip44Encrypt', args),
    nip44Decrypt: (...args) => door.extension('nip44Decrypt', args),
  };
  return {
    onInvite: (address) => void door.onInvite(address),
    onConfirm: (url) => void door.onConfirm(url),
    onAnswered: (again) => void door.onAnswered(again),
    extension,
  };
}
