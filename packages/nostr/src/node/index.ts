/** The Node door of @keychart/nostr: the same operations with OpenSSL and, where installed, libsecp256k1. */
export { type NativeSecp256k1, nativeEventId, nativeSecp256k1 } from './native.ts';
export { bestVerifier, nativeVerifier } from './native-verifier.ts';
export { nodeNip44 } from './node-nip44.ts';
export { nodePublicKey } from './node-public-key.ts';
export { nodeSigner } from './node-signer.ts';
export { type PoolOptions, wasmPoolVerifier } from './wasm-pool.ts';
