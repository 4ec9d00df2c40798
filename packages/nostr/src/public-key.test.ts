/** Every way to a public key gives the same one. */
import { expect, test } from 'vitest';
import { generateSecretKey, getPublicKey, wasmPublicKey } from './index.ts';
import { nativeSecp256k1, nodePublicKey } from './node/index.ts';

test('WebAssembly, native and JavaScript agree, and leave the secret as it was', async () => {
  const wasm = await wasmPublicKey();
  const ways = [wasm, nodePublicKey, nativeSecp256k1()?.publicKey].filter((way) => way !== undefined);
  for (let i = 0; i < 50; i++) {
    const secret = generateSecretKey();
    const before = Buffer.from(secret).toString('hex');
    for (const way of ways) expect(way(secret), before).toBe(getPublicKey(secret));
    expect(Buffer.from(secret).toString('hex')).toBe(before);
  }
});

test('vector 2 of BIP-340', async () => {
  const secret = Buffer.from('c90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b14e5c9', 'hex');
  const known = 'dd308afec5777e13121fa72b9cc1b7cc0139715309b086c960e18fd969774eb8';
  for (const way of [await wasmPublicKey(), nodePublicKey, getPublicKey]) expect(way(secret)).toBe(known);
});

test('what is no secret key is refused, and the next one is answered rightly all the same', async () => {
  const wasm = await wasmPublicKey();
  const secret = generateSecretKey();
  for (const wrong of [new Uint8Array(32), new Uint8Array(32).fill(255)]) {
    expect(() => nodePublicKey(wrong)).toThrow();
    expect(() => wasm(wrong)).toThrow();
    expect(wasm(secret)).toBe(getPublicKey(secret));
  }
});
