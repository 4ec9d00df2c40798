/** Log in with a key that is in a signer on another device (NIP-46). Its form is loaded when it is chosen. */
import { lazy } from 'react';
import type { LoginWay } from './login-way.ts';

export const remoteSignerWay: LoginWay = {
  key: 'remote',
  link: 'Use a remote signer',
  isOffered: () => true,
  Form: lazy(async () => ({ default: (await import('./remote-signer-form.tsx')).RemoteSignerForm })),
};
