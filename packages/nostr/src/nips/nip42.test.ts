import { describe, expect, it } from 'vitest';
import {
  checkAuth,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
  makeAuthTemplate,
  normalizeRelayUrl,
} from '../index.ts';

const secret = generateSecretKey();
const NOW = 1_800_000_000;
const expectation = { relayUrl: 'wss://chart.example/relay', challenge: 'c1', now: NOW };
const made = (url = 'wss://chart.example/relay', challenge = 'c1', at = NOW) =>
  finalizeEvent(makeAuthTemplate(url, challenge, at), secret);

describe('NIP-42', () => {
  it('takes a fresh answer to this challenge for this relay', () => {
    expect(made()).toMatchObject({ kind: 22242, content: '' });
    for (const url of ['wss://chart.example/relay', 'WSS://Chart.Example:443/relay/']) {
      expect(checkAuth(made(url), expectation)).toEqual({ pubkey: getPublicKey(secret) });
    }
    const aliases = { ...expectation, relayUrl: ['ws://127.0.0.1:7000', 'wss://chart.example/relay'] };
    expect(checkAuth(made(), aliases)).toEqual({ pubkey: getPublicKey(secret) });
  });

  it.each([
    ['another challenge', made(undefined, 'c2'), 'invalid: the challenge is not the one I sent'],
    ['another relay', made('wss://evil.example/relay'), 'invalid: the AUTH event names another relay'],
    ['another path', made('wss://chart.example/'), 'invalid: the AUTH event names another relay'],
    ['no relay', { ...made(), tags: [['challenge', 'c1']] }, 'invalid: the AUTH event names another relay'],
    ['a slow clock', made(undefined, 'c1', NOW - 660), /11 minutes behind: set the clock/],
    ['a fast clock', made(undefined, 'c1', NOW + 900), /15 minutes ahead: set the clock/],
    ['another kind', { ...made(), kind: 1 }, 'invalid: AUTH needs an event of kind 22242'],
    [
      'a forged key',
      { ...made(), pubkey: getPublicKey(generateSecretKey()) },
      'invalid: the signature is wrong',
    ],
  ])('refuses %s', (_name, event, words) => {
    expect(checkAuth(event, expectation)).toEqual({ error: expect.stringMatching(words) });
  });

  it('normalises relay addresses', () => {
    expect(normalizeRelayUrl('ws://A.example:80')).toBe('ws://a.example');
    expect(normalizeRelayUrl('ws://a.example:8080/X/')).toBe('ws://a.example:8080/X');
    expect(normalizeRelayUrl('wss://a.example/?k=v')).toBe('wss://a.example?k=v');
    expect(normalizeRelayUrl('https://a.example')).toBeUndefined();
    expect(normalizeRelayUrl('')).toBeUndefined();
  });
});
