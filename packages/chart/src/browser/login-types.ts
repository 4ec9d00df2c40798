/** What the page and the worker say to each other about logging in. */

export type App = 'ehr' | 'portal';

/** A login kept on this device: its label is what the person typed, nothing else is in the clear. */
export interface SavedLogin {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly kind: 'passphrase';
}

export type LoginMethod =
  | { readonly nsec: string }
  | { readonly ncryptsec: string; readonly passphrase: string }
  /** Id of a saved login. */
  | { readonly saved: string; readonly passphrase: string };

export interface SessionOptions {
  /** `ws:` address of the relay. */
  readonly relay: string;
  /** R, hex, where it is known from a connection string; else the one pinned on this device, else the server's. */
  readonly practice?: string;
}

export type Opened =
  | { readonly ok: true; readonly npub: string }
  | { readonly ok: false; readonly reason: string };
