import { describe, expect, it } from 'vitest';
import {
  countMessage,
  eoseMessage,
  eventId,
  expirationOf,
  fetchRelayInformation,
  idDifficulty,
  isExpired,
  isProtected,
  mineEvent,
  PROTECTED_TAG,
  parseCountAnswer,
  parseHints,
  parseRelayInformation,
  provenWork,
} from '../index.ts';

describe('NIP-11', () => {
  it('takes what it knows and leaves the rest', () => {
    const given = {
      name: 'x',
      self: 'ab',
      supported_nips: [1, 'x', 42],
      limitation: { max_limit: 5, odd: {} },
      a: 1,
    };
    expect(parseRelayInformation(given)).toEqual({
      name: 'x',
      self: 'ab',
      supported_nips: [1, 42],
      limitation: { max_limit: 5 },
    });
    expect(parseRelayInformation(null)).toHaveProperty('error');
  });

  it('asks over HTTP and says what went wrong', async () => {
    const asked: unknown[] = [];
    const fetch = async (...args: unknown[]) => {
      asked.push(args);
      return { ok: true, status: 200, json: async () => ({ name: 'x' }) };
    };
    expect(await fetchRelayInformation('wss://a.example/r', fetch)).toEqual({ name: 'x' });
    expect(asked).toEqual([['https://a.example/r', { headers: { Accept: 'application/nostr+json' } }]]);
    const missing = async () => ({ ok: false, status: 404, json: async () => null });
    expect(await fetchRelayInformation('ws://a.example', missing)).toEqual({
      error: 'the relay answered 404',
    });
    const broken = () => Promise.reject(new Error('no route'));
    expect(await fetchRelayInformation('ws://a.example', broken)).toEqual({
      error: 'the relay cannot be asked: no route',
    });
    expect(await fetchRelayInformation('a.example', fetch)).toHaveProperty('error');
  });
});

describe('NIP-13', () => {
  it('counts as the NIP does', () => {
    expect(idDifficulty('000000000e9d97a1ab09fc381030b346cdd7a142ad57e6df0b46dc9bef6c7e2d')).toBe(36);
    expect(idDifficulty('6f')).toBe(1);
    expect(idDifficulty('ff')).toBe(0);
    expect(idDifficulty('0'.repeat(64))).toBe(256);
    const id = '000006d8c378af1779d2feebc7603a125d99eca0ccf1085959b307f64e5dd358';
    expect(provenWork({ id, tags: [['nonce', '776797', '20']] })).toBe(20);
    expect(provenWork({ id, tags: [['nonce', '776797', '10']] })).toBe(10);
    expect(provenWork({ id, tags: [['nonce', '776797', '30']] })).toBe(0);
    expect(provenWork({ id, tags: [['nonce', '776797']] })).toBe(0);
    expect(provenWork({ id, tags: [] })).toBe(0);
  });

  it('mines, and stops when told to', async () => {
    const event = {
      pubkey: 'ab'.repeat(32),
      kind: 1,
      created_at: 1,
      tags: [['nonce', 'old', '1']],
      content: '',
    };
    const mined = await mineEvent(event, 9);
    expect(provenWork({ id: eventId(mined), tags: mined.tags })).toBe(9);
    expect(mined.tags).toHaveLength(1);
    const abort = new AbortController();
    abort.abort();
    await expect(mineEvent(event, 64, abort.signal)).rejects.toThrow('stopped');
    await expect(mineEvent(event, 65)).rejects.toThrow('bits');
  });
});

describe('NIP-40, 45, 67, 70', () => {
  it('expires', () => {
    const at = (time: string) => ({ tags: [['expiration', time]] });
    expect(expirationOf(at('1600000000'))).toBe(1_600_000_000);
    for (const odd of ['', 'soon', '-1', '1.5', '1e9']) expect(expirationOf(at(odd))).toBeUndefined();
    expect(isExpired(at('100'), 99)).toBe(false);
    expect(isExpired(at('100'), 100)).toBe(true);
    expect(isExpired({ tags: [] }, 100)).toBe(false);
  });

  it('counts', () => {
    expect(countMessage('s', { count: 3 })).toEqual(['COUNT', 's', { count: 3 }]);
    expect(parseCountAnswer({ count: 3, approximate: true, hll: 'x' })).toEqual({
      count: 3,
      approximate: true,
    });
    for (const odd of [null, 3, {}, { count: -1 }, { count: '3' }])
      expect(parseCountAnswer(odd)).toHaveProperty('error');
  });

  it('finishes', () => {
    expect(eoseMessage('s', 'finish')).toEqual(['EOSE', 's', ['finish']]);
    expect(eoseMessage('s')).toEqual(['EOSE', 's']);
    expect(parseHints(['finish', 'future', 1])).toEqual({ finish: true, more: false });
    for (const none of [undefined, 'finish', {}, []])
      expect(parseHints(none)).toEqual({ finish: false, more: false });
  });

  it('protects', () => {
    expect(isProtected({ tags: [['p', 'x'], [...PROTECTED_TAG]] })).toBe(true);
    expect(
      isProtected({
        tags: [
          ['-', 'x'],
          ['p', '-'],
        ],
      }),
    ).toBe(false);
  });
});
