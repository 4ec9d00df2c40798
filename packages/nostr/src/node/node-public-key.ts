/** `getPublicKey` with the native library where it is installed. */
import { getPublicKey } from '../event.ts';
import type { PublicKeyOf } from '../public-key.ts';
import { nativeSecp256k1 } from './native.ts';

export const nodePublicKey: PublicKeyOf = (secretKey) =>
  (nativeSecp256k1()?.publicKey ?? getPublicKey)(secretKey);
