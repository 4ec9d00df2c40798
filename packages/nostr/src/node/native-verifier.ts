/** The fastest verifier this machine has: native, else WebAssembly, else JavaScript. */
import { verifyEventWith } from '../event.ts';
import {
  nobleVerifier,
  type SyncVerifier,
  syncVerifier,
  type Verifier,
  wasmVerifier,
} from '../verifier/verifier.ts';
import { nativeEventId, nativeSecp256k1 } from './native.ts';
import { wasmPoolVerifier } from './wasm-pool.ts';

/** libsecp256k1 through bcrypto; undefined where that is not installed. */
export async function nativeVerifier(): Promise<SyncVerifier | undefined> {
  const native = nativeSecp256k1();
  if (!native) return undefined;
  return syncVerifier(
    'native',
    (event) => verifyEventWith(event, nativeEventId, native.verify) !== undefined,
  );
}

/** Native → WebAssembly on threads → WebAssembly here → JavaScript: the first that works. */
export async function bestVerifier(): Promise<Verifier> {
  const native = await nativeVerifier();
  if (native) return native;
  return wasmPoolVerifier()
    .catch(() => wasmVerifier())
    .catch(() => nobleVerifier());
}
