import { generateSecretKey } from '@keychart/nostr';
import { describe, expect, test } from 'vitest';
import { importPrf, openWithPasskey, wrapUnderPasskey } from './passkey-wrap.ts';

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

describe('a login under a passkey', () => {
  const secret = generateSecretKey();
  const output = bytes(32);
  const prf = () => importPrf(output.slice());
  const wrapped = async () =>
    wrapUnderPasskey(secret, { credentialId: bytes(16), salt: bytes(32), prf: await prf() });

  test('opens with the same output, as often as asked', async () => {
    const wrap = await wrapped();
    expect(await openWithPasskey(wrap, await prf())).toEqual(secret);
    expect(await openWithPasskey(wrap, await prf())).toEqual(secret);
  });

  test('says what to do where the authenticator answers differently', async () => {
    const other = output.slice();
    other[31] = (other[31] ?? 0) ^ 1;
    const opened = await openWithPasskey(await wrapped(), await importPrf(other));
    expect(opened).toEqual({ error: expect.stringMatching(/remove it and add it again/) });
  });

  test('is bound to the credential and to the login', async () => {
    const [mine, other] = [await wrapped(), await wrapped()];
    const stranger = await wrapUnderPasskey(generateSecretKey(), {
      credentialId: mine.credentialId,
      salt: mine.salt,
      prf: await prf(),
    });
    for (const wrong of [
      { ...mine, credentialId: other.credentialId },
      { ...mine, owner: stranger.owner },
      { ...mine, key: stranger.key },
      { ...mine, secret: stranger.secret },
      { ...mine, key: stranger.key, secret: stranger.secret },
    ])
      expect(await openWithPasskey(wrong, await prf())).toHaveProperty('error');
  });

  test('never uses the output as the key, and keeps neither it nor the secret', async () => {
    const wrap = await wrapped();
    const raw = await crypto.subtle.importKey('raw', output, 'AES-GCM', false, ['decrypt']);
    for (const sealed of [wrap.key, wrap.secret, wrap.owner]) {
      const iv = Uint8Array.from(sealed.subarray(0, 12));
      const body = Uint8Array.from(sealed.subarray(12));
      await expect(crypto.subtle.decrypt({ name: 'AES-GCM', iv }, raw, body)).rejects.toThrow();
    }
    const kept = Buffer.concat(Object.values(wrap).map((part) => Buffer.from(part)));
    for (const part of [secret, output]) expect(kept.includes(Buffer.from(part))).toBe(false);
  });

  test('zeroes the output and takes 32 bytes only', async () => {
    const given = bytes(32);
    const key = await importPrf(given);
    expect(given).toEqual(new Uint8Array(32));
    expect(key.extractable).toBe(false);
    await expect(importPrf(bytes(31))).rejects.toThrow('32 bytes');
  });
});
