/** One way to log in, as the door knows it. A new way is a file with its form and a line in `login-ways.ts`. */
import type { LoginMethod, RemoteSteps, SavedLogin } from '@keychart/chart/browser';
import type { ComponentType, ReactNode } from 'react';

/** What is known of this device before anybody is logged in. */
export interface KeptHere {
  readonly saved: readonly SavedLogin[];
  readonly forget: (id: string) => void;
}

export type Attempt = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface LoginWayProps {
  readonly here: KeptHere;
  /** `steps`: what is to be shown while a remote signer is waited for. */
  readonly onLogin: (method: LoginMethod, steps?: RemoteSteps) => Promise<Attempt>;
  /** Links to the other ways; they stand below the button. */
  readonly others: ReactNode;
}

export interface LoginWay {
  readonly key: string;
  /** On the link that leads to it: `Use a secret key`. */
  readonly link: string;
  readonly isOffered: (here: KeptHere) => boolean;
  readonly Form: ComponentType<LoginWayProps>;
}

export const MISSING_PASSPHRASE: Attempt & { ok: false } = { ok: false, reason: 'Type the passphrase.' };
