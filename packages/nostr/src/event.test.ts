import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { getEventHash, finalizeEvent as toolsFinalize } from 'nostr-tools/pure';
import { describe, expect, it } from 'vitest';
import {
  bytesToHex,
  compareEvents,
  EVENT_LIMITS,
  eventId,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
  hexToBytes,
  isWellFormed,
  kindClass,
  type NostrEvent,
  parseEvent,
  serializeEvent,
  tagValue,
  tagValues,
  verifyEvent,
} from './index.ts';
import { nativeEventId } from './node/index.ts';

/** The example of NIP-13: a real event with an id and a signature made by others. */
const PUBLISHED = {
  id: '000006d8c378af1779d2feebc7603a125d99eca0ccf1085959b307f64e5dd358',
  pubkey: 'a48380f4cfcc1ad5378294fcac36439770f9c878dd880ffa94bb74ea54a6f243',
  created_at: 1651794653,
  kind: 1,
  tags: [['nonce', '776797', '20']],
  content: "It's just me mining my own business",
  sig: '284622fc0a3f4f1303455d5175f7ba962a3300d136085b9566801bc2e0699de0c7e31e44c81fb40ad9049173742e904713c3594a1da0fc5d2382a25c11aba977',
};

const secret = generateSecretKey();
const template = { kind: 1, created_at: 1_800_000_000, tags: [['p', 'ab'.repeat(32)]], content: 'hello' };
const event = finalizeEvent(template, secret);

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const templates = fc.record({
  kind: fc.nat(65_535),
  created_at: fc.nat(4_000_000_000),
  tags: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 5 }),
  content: text,
});

describe('NIP-01 events', () => {
  it('takes a published event', () => {
    const parsed = parseEvent(PUBLISHED);
    expect(parsed).toEqual(PUBLISHED);
    expect(eventId(PUBLISHED)).toBe(PUBLISHED.id);
    expect(verifyEvent(PUBLISHED)).toBe(PUBLISHED);
  });

  it('serialises as the NIP says', () => {
    const unsigned = {
      pubkey: 'ab',
      created_at: 1,
      kind: 2,
      tags: [['e', 'x']],
      content: 'a"b\\c\n\r\t\b\fü🍕',
    };
    expect(serializeEvent(unsigned)).toBe('[0,"ab",1,2,[["e","x"]],"a\\"b\\\\c\\n\\r\\t\\b\\fü🍕"]');
  });

  it('signs, verifies and agrees on ids with another library', () => {
    fc.assert(
      fc.property(templates, (drawn) => {
        const unsigned = { ...drawn, pubkey: getPublicKey(secret) };
        expect(eventId(unsigned)).toBe(getEventHash(unsigned));
        expect(nativeEventId(unsigned)).toBe(eventId(unsigned));
        expect(createHash('sha256').update(serializeEvent(unsigned)).digest('hex')).toBe(eventId(unsigned));
      }),
    );
    fc.assert(
      fc.property(templates, (drawn) => {
        const signed = finalizeEvent(drawn, secret);
        expect(verifyEvent(signed)).toBe(signed);
        expect(parseEvent(JSON.parse(JSON.stringify(signed)))).toEqual(signed);
      }),
      { numRuns: 15 },
    );
  });

  it('does not believe a forgery, and remembers nothing on the object', () => {
    expect(verifyEvent({ ...event, content: 'forged' })).toBeUndefined();
    const marked = toolsFinalize({ ...template }, secret);
    expect(verifyEvent({ ...marked, content: 'forged' } as NostrEvent)).toBeUndefined();
    const parsed = parseEvent({ ...marked, content: 'forged' }) as NostrEvent;
    expect(Object.getOwnPropertySymbols(parsed)).toEqual([]);
    expect(verifyEvent(event)).toBe(event);
    event.content = 'changed afterwards';
    expect(verifyEvent(event)).toBeUndefined();
    event.content = 'hello';
  });

  it('does not sign what nobody would take', () => {
    expect(() => finalizeEvent({ ...template, kind: 65_536 }, secret)).toThrow('kind');
    expect(() => finalizeEvent({ ...template, created_at: 1.5 }, secret)).toThrow('created_at');
    expect(() => finalizeEvent({ ...template, content: '\ud800' }, secret)).toThrow('Unicode');
    expect(() => finalizeEvent(template, new Uint8Array(32))).toThrow();
    const tags = [['t', 'a']];
    const signed = finalizeEvent({ ...template, tags }, secret);
    tags[0]?.push('later');
    expect(verifyEvent(signed)).toBeDefined();
  });

  it('sorts newest first, the lower id first within a second', () => {
    const at = (created_at: number, id: string) => ({ ...event, created_at, id });
    const order = [at(1, 'a'), at(2, 'b'), at(2, 'a')].sort(compareEvents);
    expect(order.map(({ created_at, id }) => `${created_at}${id}`)).toEqual(['2a', '2b', '1a']);
    expect(compareEvents(event, event)).toBe(0);
  });

  it('finds tags', () => {
    const tagged = { tags: [['a'], ['p'], ['p', '1'], ['p', '2', 'x']] };
    expect(tagValue(tagged, 'p')).toBe('1');
    expect(tagValues(tagged, 'p')).toEqual(['1', '2']);
    expect(tagValue(tagged, 'a')).toBeUndefined();
  });

  it('classifies kinds', () => {
    expect([0, 3, 10_000, 19_999].map(kindClass)).toEqual(Array(4).fill('replaceable'));
    expect([1, 2, 4, 1059, 9_999, 40_000].map(kindClass)).toEqual(Array(6).fill('regular'));
    expect([20_000, 29_999].map(kindClass)).toEqual(Array(2).fill('ephemeral'));
    expect([30_000, 39_999].map(kindClass)).toEqual(Array(2).fill('addressable'));
  });
});

describe('parseEvent', () => {
  it('copies the seven fields and nothing else', () => {
    const given = JSON.parse(
      `{"extra":1,"__proto__":{"sig":"x"},${JSON.stringify(event).slice(1)}`,
    ) as unknown;
    const parsed = parseEvent(given) as NostrEvent;
    expect(Object.keys(parsed).sort()).toEqual([
      'content',
      'created_at',
      'id',
      'kind',
      'pubkey',
      'sig',
      'tags',
    ]);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(parsed.tags).not.toBe((given as NostrEvent).tags);
  });

  const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item);
  it.each<[string, unknown]>([
    ['null', null],
    ['an array', []],
    ['a string', 'x'],
    ['no id', { ...event, id: undefined }],
    ['id in capitals', { ...event, id: event.id.toUpperCase().replace(/^./, 'A') }],
    ['id too short', { ...event, id: event.id.slice(1) }],
    ['pubkey not hex', { ...event, pubkey: 'z'.repeat(64) }],
    ['sig too long', { ...event, sig: `${event.sig}0` }],
    ['pubkey with a newline', { ...event, pubkey: `${event.pubkey.slice(1)}\n` }],
    ['kind as text', { ...event, kind: '1' }],
    ['kind too large', { ...event, kind: 65_536 }],
    ['kind negative', { ...event, kind: -1 }],
    ['created_at a fraction', { ...event, created_at: 1.5 }],
    ['created_at in the year 10000', { ...event, created_at: 253_402_300_800 }],
    ['created_at infinite', { ...event, created_at: Number.POSITIVE_INFINITY }],
    ['content missing', { ...event, content: null }],
    ['content with a lone surrogate', { ...event, content: 'a\udc00' }],
    ['tags an object', { ...event, tags: {} }],
    ['a tag that is text', { ...event, tags: ['p'] }],
    ['a tag with a number', { ...event, tags: [['p', 1]] }],
    ['a tag with a nested array', { ...event, tags: [['p', ['x']]] }],
    ['a tag with a lone surrogate', { ...event, tags: [['p', '\ud800']] }],
    ['too many tags', { ...event, tags: many(EVENT_LIMITS.tags + 1, ['a']) }],
    ['too many items', { ...event, tags: [many(EVENT_LIMITS.tagItems + 1, 'a')] }],
    ['too large', { ...event, content: 'x'.repeat(EVENT_LIMITS.characters + 1) }],
  ])('refuses %s', (_name, value) => {
    expect(parseEvent(value)).toHaveProperty('error', expect.any(String));
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('id', 'kind', 'tags', 'content', 'sig'), (value, field) => {
        parseEvent(value);
        parseEvent({ ...event, [field]: value });
      }),
    );
  });
});

describe('keys and hex', () => {
  it('derives the published public key', () => {
    const published = hexToBytes('0000000000000000000000000000000000000000000000000000000000000003');
    expect(getPublicKey(published)).toBe('f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9');
    expect(bytesToHex(published)).toMatch(/03$/);
    expect(() => getPublicKey(new Uint8Array(31))).toThrow();
  });

  it('knows lone surrogates, natively and without', () => {
    for (const [value, fine] of [
      ['🍕', true],
      ['\ud83c', false],
      ['\udf55\ud83c', false],
    ] as const) {
      expect(isWellFormed(value)).toBe(fine);
      expect(!/\p{Surrogate}/u.test(value)).toBe(fine);
    }
  });
});
