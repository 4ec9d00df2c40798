import { describe, expect, it } from 'vitest';
import {
  checkHttpAuth,
  createHttpAuth,
  generateSecretKey,
  getPublicKey,
  localSigner,
  rememberUses,
  verifyEvent,
} from '../index.ts';

const NOW = 1_800_000_000;
const signer = localSigner(generateSecretKey());
const request = { url: 'https://chart.example/api/x?a=1', method: 'POST', body: '{"a":1}' };
const firstUse = () => true;
const error = (pattern: RegExp) => ({ error: expect.stringMatching(pattern) });

describe('NIP-98', () => {
  it('finds the example event of the NIP genuine, and its tag wrong', () => {
    // As it stands in the base64 of the NIP: the signature holds, but the address is in `url` instead of `u`.
    const published = {
      id: 'fe964e758903360f28d8424d092da8494ed207cba823110be3a57dfe4b578734',
      pubkey: '63fe6318dc58583cfe16810f86dd09e18bfd76aabc24a0081ce2856f330504ed',
      content: '',
      kind: 27235,
      created_at: 1682327852,
      tags: [
        ['url', 'https://api.snort.social/api/v1/n5sp/list'],
        ['method', 'GET'],
      ],
      sig: '5ed9d8ec958bc854f997bdc24ac337d005af372324747efe4a00e24f4c30437ff4dd8308684bed467d9d6be3e5a517bb43b1732cc7d33949a3aaf86705c22184',
    };
    expect(verifyEvent(published)).toBeDefined();
    const header = `Nostr ${Buffer.from(JSON.stringify(published)).toString('base64')}`;
    const facts = {
      url: 'https://api.snort.social/api/v1/n5sp/list',
      method: 'GET',
      now: 1682327852,
      firstUse,
    };
    expect(checkHttpAuth(header, facts)).toEqual(error(/another address/));
  });

  it('authorises exactly one request, once', async () => {
    const header = await createHttpAuth(request, signer, NOW);
    const facts = { ...request, now: NOW + 30, firstUse: rememberUses(() => NOW + 30) };
    expect(checkHttpAuth(header, facts)).toMatchObject({ pubkey: await signer.getPublicKey() });
    expect(checkHttpAuth(header, facts)).toEqual(error(/used before/));
    const other = { ...facts, firstUse };
    expect(checkHttpAuth(header, { ...other, url: 'https://chart.example/api/x?a=2' })).toEqual(
      error(/address/),
    );
    expect(checkHttpAuth(header, { ...other, method: 'DELETE' })).toEqual(error(/method/));
    expect(checkHttpAuth(header, { ...other, body: '{"a":2}' })).toEqual(error(/body/));
    expect(checkHttpAuth(header, { ...other, now: NOW + 61 })).toEqual(error(/61 seconds old/));
    expect(checkHttpAuth(header, { ...other, now: NOW - 61 })).toEqual(error(/61 seconds in the future/));
    expect(checkHttpAuth(header, { ...other, method: 'post' })).not.toHaveProperty('error');
  });

  it('refuses two addresses in one token, a forged signer and what is not a token', async () => {
    const twice = {
      ...(await signer.signEvent({
        kind: 27235,
        created_at: NOW,
        tags: [
          ['u', request.url],
          ['u', 'https://chart.example/other'],
          ['method', 'GET'],
        ],
        content: '',
      })),
    };
    const encode = (value: unknown) => `Nostr ${Buffer.from(JSON.stringify(value)).toString('base64')}`;
    const facts = { url: request.url, method: 'GET', now: NOW, firstUse };
    expect(checkHttpAuth(encode(twice), facts)).toEqual(error(/another address/));
    const good = await createHttpAuth({ url: request.url, method: 'get' }, signer, NOW);
    const event = JSON.parse(Buffer.from(good.slice(6), 'base64').toString()) as object;
    const forged = encode({ ...event, pubkey: getPublicKey(generateSecretKey()) });
    expect(checkHttpAuth(good, facts)).not.toHaveProperty('error');
    expect(checkHttpAuth(forged, facts)).toEqual(error(/signature/));
    for (const odd of [
      undefined,
      '',
      'Bearer x',
      'Nostr !!',
      'Nostr e30=',
      encode([]),
      `Nostr ${'A'.repeat(9_000)}`,
    ]) {
      expect(checkHttpAuth(odd, facts)).toHaveProperty('error');
    }
  });

  it('forgets used ids once they have expired', () => {
    let time = NOW;
    const uses = rememberUses(() => time);
    expect(uses('a', NOW + 60)).toBe(true);
    expect(uses('a', NOW + 60)).toBe(false);
    time = NOW + 200;
    expect(uses('b', NOW + 260)).toBe(true);
    expect(uses('a', NOW + 260)).toBe(true);
  });
});
