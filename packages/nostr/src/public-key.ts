/**
 * The public key of a secret one by libsecp256k1 in WebAssembly: several times the speed of JavaScript, which counts
 * where thousands of channels are derived. The library overwrites the secret in its own memory after each use.
 */
import { bytesToHex } from '@noble/hashes/utils.js';

/** 32 bytes that are a valid scalar to an x-only public key, hex. Throws on others. */
export type PublicKeyOf = (secretKey: Uint8Array) => string;

/** Vector 0 of BIP-340, whose secret key is 3; the tests try the others. */
const KNOWN = 'f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9';

/** Rejects where WebAssembly is not to be had, or answers the published vector wrongly. */
export async function wasmPublicKey(): Promise<PublicKeyOf> {
  const { initNostrWasm } = await import('./verifier/wasm-module.js');
  const wasm = await initNostrWasm();
  const publicKeyOf: PublicKeyOf = (secretKey) => bytesToHex(wasm.getPublicKey(secretKey));
  const three = new Uint8Array(32);
  three[31] = 3;
  // A wrong one would seal records for a channel that nobody reads.
  if (publicKeyOf(three) !== KNOWN) throw new Error('WebAssembly gives a wrong key');
  return publicKeyOf;
}
