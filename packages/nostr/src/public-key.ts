/**
 * The public key of a secret one by libsecp256k1 in WebAssembly: several times the speed of JavaScript, which counts
 * where thousands of channels are derived. The library overwrites the secret in its own memory after each use.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** 32 bytes that are a valid scalar to an x-only public key, hex. Throws on others. */
export type PublicKeyOf = (secretKey: Uint8Array) => string;

/** Vectors 0 and 2 of BIP-340. */
const KNOWN = [
  ['3'.padStart(64, '0'), 'f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9'],
  [
    'c90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b14e5c9',
    'dd308afec5777e13121fa72b9cc1b7cc0139715309b086c960e18fd969774eb8',
  ],
] as const;

/** Rejects where WebAssembly is not to be had, or answers a published vector wrongly. */
export async function wasmPublicKey(): Promise<PublicKeyOf> {
  const { initNostrWasm } = await import('./verifier/wasm-module.js');
  const wasm = await initNostrWasm();
  const publicKeyOf: PublicKeyOf = (secretKey) => bytesToHex(wasm.getPublicKey(secretKey));
  // A wrong one would seal records for a channel that nobody reads.
  for (const [secret, expected] of KNOWN)
    if (publicKeyOf(hexToBytes(secret)) !== expected)
      throw new Error('this WebAssembly gives a wrong public key');
  return publicKeyOf;
}
