/** The fastest verifier this machine has: native, else WebAssembly, else JavaScript. */
import { verifyEventWith } from '../event.ts';
import { nobleVerifier, type SyncVerifier, syncVerifier, wasmVerifier } from '../verifier.ts';
import { nativeEventId, nativeSecp256k1 } from './native.ts';

/** libsecp256k1 through bcrypto; undefined where that is not installed. */
export async function nativeVerifier(): Promise<SyncVerifier | undefined> {
  const native = nativeSecp256k1();
  if (!native) return undefined;
  return syncVerifier(
    'native',
    (event) => verifyEventWith(event, nativeEventId, native.verify) !== undefined,
  );
}

/** Native → WebAssembly → JavaScript: the first that works here. */
export async function bestVerifier(): Promise<SyncVerifier> {
  const native = await nativeVerifier();
  if (native) return native;
  try {
    return await wasmVerifier();
  } catch {
    return nobleVerifier(); // no WebAssembly: slower, same answers
  }
}
