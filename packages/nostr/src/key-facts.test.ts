import { secp256k1 } from '@noble/curves/secp256k1.js';
import { expect, test } from 'vitest';
import { bytesToHex, hexToBytes } from './hex.ts';
import { isPublicKey, isSecretKey } from './key-facts.ts';

const N = secp256k1.Point.Fn.ORDER;
const hex = (value: bigint) => value.toString(16).padStart(64, '0');

test.each([
  ['0', 0n, false],
  ['1', 1n, true],
  ['the order less one', N - 1n, true],
  ['the order', N, false],
  ['all ones', 2n ** 256n - 1n, false],
])('%s as a secret key', (_, value, expected) => {
  expect(isSecretKey(hexToBytes(hex(value)))).toBe(expected);
});

test('BIP-340’s public keys that are none: not on the curve, and beyond the field', () => {
  expect(isPublicKey('eefdea4cdb677750a420fee807eacf21eb9898ae79b9768766e4faa04a2d4a34')).toBe(false);
  expect(isPublicKey('fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc30')).toBe(false);
  expect(isPublicKey('0'.repeat(64))).toBe(false);
});

test('the same answers as the curve library for 400 random values, about half of them points', () => {
  let points = 0;
  for (let n = 0; n < 400; n++) {
    const x = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
    let isPoint = true;
    try {
      secp256k1.Point.fromHex(`02${x}`);
    } catch {
      isPoint = false;
    }
    expect(isPublicKey(x), x).toBe(isPoint);
    points += isPoint ? 1 : 0;
  }
  expect(points).toBeGreaterThan(100);
  expect(points).toBeLessThan(300);
});
