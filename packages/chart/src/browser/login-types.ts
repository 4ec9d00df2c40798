/** What the page and the worker say to each other about logging in. */

export type App = 'ehr' | 'portal';

/** What opens a login kept on this device. */
export type SavedKind = 'passphrase' | 'pin' | 'passkey';

/** A login kept on this device: its label is what the person typed, nothing else is in the clear. */
export interface SavedLogin {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly kind: SavedKind;
}

/** One of a person's ways to log in; `sheet`: a recovery sheet on paper, of which this device keeps the date only. */
export interface LoginWayKept extends Omit<SavedLogin, 'kind'> {
  readonly kind: SavedKind | 'sheet';
}

/** Where the key of an open session is: on this device, in a remote signer, or in a browser extension. */
export type KeyPlace = 'here' | 'remote' | 'extension';

export type LoginMethod =
  | { readonly nsec: string }
  | { readonly ncryptsec: string; readonly passphrase: string }
  /** Id of a saved login. */
  | { readonly saved: string; readonly passphrase: string }
  | { readonly saved: string; readonly pin: string }
  /** The page asks the authenticator. */
  | { readonly saved: string; readonly passkey: true }
  /** NIP-07: `window.nostr` of the page. */
  | { readonly extension: true }
  /** NIP-46: `bunker://…` from the signer. */
  | { readonly bunker: string }
  /** NIP-46: the signer answers to the address shown to the person; `relay`: where both meet. */
  | { readonly invite: string };

/** What the person is shown while a remote signer is waited for. */
export interface RemoteSteps {
  /** `nostrconnect://…`, to be scanned or pasted by the signer. */
  onInvite?(address: string): void;
  /** The signer asks to be confirmed on this page of its own (https). */
  onConfirm?(url: string): void;
  /** The answer to an invitation is with the practice; `again`: it had one before. */
  onAnswered?(again: boolean): void;
}

export interface SessionOptions {
  /** `ws:` address of the relay. */
  readonly relay: string;
  /** R, hex, where it is known from a connection string; else the one pinned on this device, else the server's. */
  readonly practice?: string;
  /** Token of an invitation's link: answered with this key, and opened once an administrator's device has let it in. */
  readonly invitation?: string;
}

export type Opened =
  | { readonly ok: true; readonly npub: string; readonly place: KeyPlace }
  | { readonly ok: false; readonly reason: string };
