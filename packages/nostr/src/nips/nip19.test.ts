import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesToHex,
  decodeNip19,
  generateSecretKey,
  getPublicKey,
  hexToBytes,
  naddrEncode,
  neventEncode,
  noteEncode,
  nprofileEncode,
  npubEncode,
  nsecEncode,
  parseNpub,
  parseNsec,
} from '../index.ts';

const NPUB = 'npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg';
const NPUB_HEX = '7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e';
const NSEC = 'nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5';
const NSEC_HEX = '67dea2ed018072d675f5415ecfaed7d2597555e202d85b3d65ea4e58d2d92ffa';
const NPROFILE =
  'nprofile1qqsrhuxx8l9ex335q7he0f09aej04zpazpl0ne2cgukyawd24mayt8gpp4mhxue69uhhytnc9e3k7mgpz4mhxue69uhkg6nzv9ejuumpv34kytnrdaksjlyr9p';
const PROFILE = {
  pubkey: '3bf0c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d',
  relays: ['wss://r.x.com', 'wss://djbas.sadkb.com'],
};
const error = (pattern: RegExp) => ({ error: expect.stringMatching(pattern) });

describe('NIP-19', () => {
  it('reads and writes the examples of the NIP', () => {
    expect(decodeNip19(NPUB)).toEqual({ type: 'npub', data: NPUB_HEX });
    expect(npubEncode(NPUB_HEX)).toBe(NPUB);
    expect(decodeNip19(NSEC)).toEqual({ type: 'nsec', data: hexToBytes(NSEC_HEX) });
    expect(nsecEncode(hexToBytes(NSEC_HEX))).toBe(NSEC);
    expect(decodeNip19(NPROFILE)).toEqual({ type: 'nprofile', data: PROFILE });
    expect(decodeNip19(nprofileEncode(PROFILE))).toEqual({ type: 'nprofile', data: PROFILE });
    expect(npubEncode(PROFILE.pubkey)).toBe(
      'npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
    );
  });

  it('round trips the other forms', () => {
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex);
    const kind = fc.nat(65_535);
    const relays = fc.array(
      fc.webUrl({ validSchemes: ['wss'] }).filter((url) => url.length < 200),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        key,
        key,
        kind,
        relays,
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (a, b, k, r, name) => {
          expect(decodeNip19(noteEncode(a))).toEqual({ type: 'note', data: a });
          const nevent = { id: a, relays: r, author: b, kind: k };
          expect(decodeNip19(neventEncode(nevent))).toEqual({ type: 'nevent', data: nevent });
          const naddr = { identifier: name, pubkey: a, kind: k, relays: r };
          expect(decodeNip19(`nostr:${naddrEncode(naddr)}`)).toEqual({ type: 'naddr', data: naddr });
        },
      ),
    );
  });

  it('finds every single mistyped character of a key', () => {
    for (const name of [NPUB, NSEC]) {
      for (let at = 0; at < name.length; at++) {
        for (const other of 'qz1b') {
          if (name[at] === other) continue;
          expect(decodeNip19(name.slice(0, at) + other + name.slice(at + 1))).toHaveProperty('error');
        }
      }
      expect(decodeNip19(name.slice(0, -1))).toEqual(error(/checksum/));
      expect(decodeNip19(`${name}q`)).toEqual(error(/checksum/));
    }
  });

  it('says in plain words what is wrong', () => {
    expect(decodeNip19('  ')).toEqual(error(/nothing was entered/));
    expect(decodeNip19(NPUB_HEX)).toEqual(error(/hexadecimal/));
    expect(decodeNip19(NPUB.replace('e', 'f'))).toEqual(error(/checksum of this npub/));
    expect(decodeNip19(NPUB.replace('elf', 'ebf'))).toEqual(error(/"b" cannot occur/));
    expect(decodeNip19(`${NPUB.slice(0, 20)}A${NPUB.slice(21)}`)).toEqual(error(/capital and small/));
    expect(decodeNip19('hello')).toEqual(error(/not a Nostr key/));
    expect(decodeNip19('ncryptsec1qqqqqq')).toEqual(error(/passphrase/));
    expect(decodeNip19('x'.repeat(6_000))).toEqual(error(/too long/));
    expect(parseNsec(NPUB)).toEqual(error(/a public key \(npub\); the secret key begins with nsec1/));
    expect(parseNsec(nsecEncode(new Uint8Array(32)))).toEqual(error(/no valid secret key/));
    expect(parseNsec(noteEncode(NPUB_HEX))).toEqual(error(/name of an event/));
    expect(parseNpub(NSEC)).toEqual(error(/never give it to anybody/));
    expect(parseNpub(noteEncode(NPUB_HEX))).toEqual(error(/name of an event/));
  });

  it('takes capitals, spaces around and nprofile', () => {
    expect(parseNpub(` ${NPUB.toUpperCase()}\n`)).toBe(NPUB_HEX);
    expect(parseNpub(NPROFILE)).toBe(PROFILE.pubkey);
    const secret = generateSecretKey();
    expect(getPublicKey(parseNsec(nsecEncode(secret)) as Uint8Array)).toBe(getPublicKey(secret));
  });

  it('does not write what cannot be read', () => {
    expect(() => npubEncode('AB'.repeat(32))).toThrow('pubkey');
    expect(() => nsecEncode(new Uint8Array(31))).toThrow('secretKey');
    expect(() => naddrEncode({ identifier: 'x'.repeat(256), pubkey: NPUB_HEX, kind: 1 })).toThrow('255');
  });
});
