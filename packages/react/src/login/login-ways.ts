/** Every way to log in. The first one that this device offers is open at the start, the others are a link away. */
import { encryptedKeyWay } from './encrypted-key-way.tsx';
import { extensionWay } from './extension-way.tsx';
import type { LoginWay } from './login-way.ts';
import { remoteSignerWay } from './remote-signer-way.ts';
import { savedLoginWay } from './saved-login-way.tsx';
import { secondDeviceWay } from './second-device-way.ts';
import { secretKeyWay } from './secret-key-way.tsx';

export const LOGIN_WAYS: readonly LoginWay[] = [
  savedLoginWay,
  secretKeyWay,
  secondDeviceWay,
  encryptedKeyWay,
  extensionWay,
  remoteSignerWay,
];
