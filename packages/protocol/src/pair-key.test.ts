import { getConversationKey, sharedX } from '@keychart/nostr';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { blindPatient, derivePairKey, PRACTICE_WIDE, practiceConversationKey } from './pair-key.ts';

const ref = hexToBytes('000102030405060708090a0b0c0d0e0f');
const filled = (byte: number) => new Uint8Array(32).fill(byte);

// The vectors of wire.md §2.
test('pair key, channel and blinded patient id', () => {
  const address = { c: 'clin', n: 1, ref, g: 0 };
  const pair = derivePairKey(filled(0x11), address);
  expect(bytesToHex(pair.q)).toBe('6e89e44b8021e40dec079aba5089bf67945968b51d5da8bf578d1f8851a05fed');
  expect(pair.Q).toBe('a2e4b82e1621a415d10ee0c6a6ccdd4838cdc74bf020c0fc51805c9647b3924f');
  expect(blindPatient(filled(0x11), address)).toBe('38f8c0cb-6aea-8ee1-9f04-bc0ce6ac009c');
});

test('both sides of the patient agree on the ECDH x', () => {
  const pair = derivePairKey(filled(0x11), { c: 'clin', n: 1, ref, g: 0 });
  const six = hexToBytes('6'.padStart(64, '0'));
  const x = sharedX(six, pair.Q);
  expect(bytesToHex(x)).toBe('0aa6d831904af3c95848c77991fba944046eab25ed5c94fa6a9c4400761eb56c');
});

test.each([
  { s: 0x11, c: 'clin', n: 1, g: 1, Q: '54783349c2ba33044cfa7c113ccf6f42a2f43074febf8d5e57d7799721c819b8' },
  { s: 0x22, c: 'clin', n: 2, g: 0, Q: '8f100dbcb93ebe86709e4b831d52fadbb89f7d46171ff0149c0bf5b72afc15de' },
  { s: 0x33, c: 'sens', n: 1, g: 0, Q: 'f3a78bdbfb1ef6d42e1132f79e3d800f5d5e7c1b9369a586ca4203136d1316c5' },
])('channel of $c epoch $n generation $g', ({ s, c, n, g, Q }) => {
  expect(derivePairKey(filled(s), { c, n, ref, g }).Q).toBe(Q);
});

test('the practice-wide channel differs from every patient and is its own counterparty', () => {
  const pair = derivePairKey(filled(0x11), { c: 'clin', n: 1, ref: PRACTICE_WIDE, g: 0 });
  expect(pair.Q).not.toBe(derivePairKey(filled(0x11), { c: 'clin', n: 1, ref, g: 0 }).Q);
  expect(practiceConversationKey(pair)).toEqual(getConversationKey(pair.q, pair.Q));
});
