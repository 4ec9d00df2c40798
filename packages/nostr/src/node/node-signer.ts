/** `localSigner` with the native library where it is installed: for servers and imports. */
import { finalizeEvent } from '../event.ts';
import { getConversationKey } from '../nips/nip44.ts';
import type { Signer } from '../signer.ts';
import { localSigner } from '../signers/local-signer.ts';
import { nativeSecp256k1 } from './native.ts';
import { nodeNip44 } from './node-nip44.ts';

/** Takes a copy of the key; `close()` zeroes it. Throws if the key is not valid. */
export function nodeSigner(secretKey: Uint8Array): Signer {
  const native = nativeSecp256k1();
  return localSigner(secretKey, {
    finalize: native?.finalize ?? finalizeEvent,
    conversationKey: native?.conversationKey ?? getConversationKey,
    nip44: nodeNip44,
  });
}
