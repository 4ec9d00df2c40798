import { decrypt as toolsDecrypt } from 'nostr-tools/nip49';
import { describe, expect, it } from 'vitest';
import { bytesToHex, decryptSecretKey, encryptSecretKey, generateSecretKey } from '../index.ts';

const PUBLISHED =
  'ncryptsec1qgg9947rlpvqu76pj5ecreduf9jxhselq2nae2kghhvd5g7dgjtcxfqtd67p9m0w57lspw8gsq6yphnm8623nsl8xn9j4jdzz84zm3frztj3z7s35vpzmqf6ksu8r89qk5z2zxfmu5gv8th8wclt0h4p';
const error = (pattern: RegExp) => ({ error: expect.stringMatching(pattern) });

describe('NIP-49', () => {
  it('unlocks the example of the NIP', async () => {
    const key = await decryptSecretKey(` ${PUBLISHED}\n`, 'nostr');
    expect(bytesToHex(key as Uint8Array)).toBe(
      '3501454135014541350145413501453fefb02227e449e57cf4d3a3ce05378683',
    );
  });

  it('tells a wrong passphrase from a damaged text', async () => {
    expect(await decryptSecretKey(PUBLISHED, 'Nostr')).toEqual(error(/passphrase is wrong/));
    expect(await decryptSecretKey(PUBLISHED.replace('9947', '9948'), 'nostr')).toEqual(error(/checksum/));
    expect(
      await decryptSecretKey('npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg', 'x'),
    ).toEqual(error(/begins with npub1/));
  });

  it('round trips, with the passphrase in any normal form, and others can read it', async () => {
    const secret = generateSecretKey();
    const locked = await encryptSecretKey(secret, 'A\u030Ange\u0301', { logN: 4 });
    expect(locked).toMatch(/^ncryptsec1/);
    expect(await decryptSecretKey(locked, '\u00C5ng\u00E9')).toEqual(secret);
    expect(toolsDecrypt(locked, 'Ång\u00E9')).toEqual(secret);
  });

  it('leaves the thread to others while it works', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await encryptSecretKey(generateSecretKey(), 'x', { logN: 14 });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
  });

  it('names a wrong argument', async () => {
    await expect(encryptSecretKey(new Uint8Array(31), 'x')).rejects.toThrow('secretKey');
    await expect(encryptSecretKey(new Uint8Array(32), 'x', { logN: 23 })).rejects.toThrow('logN');
  });
});
