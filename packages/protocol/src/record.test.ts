import {
  conversationKeyFromX,
  decrypt,
  encrypt,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
} from '@keychart/nostr';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivePairKey, patientSharedX, practiceConversationKey } from './pair-key.ts';
import {
  MAX_RECORD_BYTES,
  markers,
  paddedSizes,
  padRecord,
  patientContent,
  RecordTooLargeError,
  recordChannel,
  recordLinks,
  sealRecord,
} from './record.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;
/** Every kind of character: ASCII, accents, emoji, half a surrogate pair, controls. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'é', '漢', '💉', '\ud83d', '\u0000'), fc.string()),
});

describe('padding', () => {
  test('the JSON comes back, the size is the smallest of the list that holds it', () => {
    fc.assert(
      fc.property(fc.dictionary(text, text, { maxKeys: 8 }), fc.nat(21_000), (object, more) => {
        const json = JSON.stringify({ ...object, filler: 'x'.repeat(more) });
        if (bytes(json) > MAX_RECORD_BYTES) {
          expect(() => padRecord(json)).toThrow(RecordTooLargeError);
          return;
        }
        const padded = padRecord(json);
        expect(JSON.parse(padded)).toEqual(JSON.parse(json));
        const size = bytes(padded);
        expect(paddedSizes).toContain(size);
        for (const smaller of paddedSizes) if (smaller < size) expect(smaller).toBeLessThan(bytes(json));
      }),
    );
  });

  test.each([...paddedSizes])('at the edge of %i bytes', (size) => {
    const exactly = (count: number) => `"${'é'.repeat((count - 2) >> 1)}${count % 2 ? 'x' : ''}"`;
    expect(bytes(exactly(size))).toBe(size);
    expect(padRecord(exactly(size))).toBe(exactly(size));
    expect(bytes(padRecord(exactly(size - 1)))).toBe(size);
    if (size === MAX_RECORD_BYTES) expect(() => padRecord(exactly(size + 1))).toThrow(/20001 bytes/);
    else expect(bytes(padRecord(exactly(size + 1)))).toBe(paddedSizes[paddedSizes.indexOf(size) + 1]);
  });
});

const pair = derivePairKey(new Uint8Array(32).fill(0x11), { c: 'clin', n: 1, ref: new Uint8Array(16), g: 0 });
const patient = getPublicKey(new Uint8Array(32).fill(6));
const patientKey = conversationKeyFromX(patientSharedX(pair, patient));
const practiceKey = practiceConversationKey(pair);
const seal = (json: string, confidential = false, links: Parameters<typeof sealRecord>[0]['links'] = []) =>
  sealRecord(
    {
      kind: 2113,
      createdAt: 1,
      json,
      Q: pair.Q,
      practiceKey,
      patient: { pubkey: patient, key: patientKey },
      confidential,
      blind: '38f8c0cb-6aea-8ee1-9f04-bc0ce6ac009c',
      links,
    },
    { encrypt, decrypt },
  );

describe('a sealed record', () => {
  test('both sides read the same JSON, and nothing of it is in the clear', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: 'grapheme' }), (note) => {
        const json = JSON.stringify({ resourceType: 'Observation', note });
        const event = seal(json);
        expect(JSON.parse(decrypt(event.content, practiceKey))).toEqual(JSON.parse(json));
        expect(JSON.parse(decrypt(patientContent(event)!, patientKey))).toEqual(JSON.parse(json));
        expect(event.tags.flat()).not.toContain(note);
        expect(event.tags.map(([name]) => name)).toEqual(['p', 'p', 'pt', 'patient-content']);
      }),
      { numRuns: 30 },
    );
  });

  test('two of one bucket are of one length: the size tells the bucket only', () => {
    const lengths = [2, 100, 500].map((n) => seal(JSON.stringify('x'.repeat(n))).content.length);
    expect(new Set(lengths).size).toBe(1);
  });

  test('the largest stays far under the limits of NIP-44 (65,535 bytes) and of a relay message', () => {
    for (const unit of ['x', '"', '漢', '💉', '\u0001']) {
      const count = Math.floor((MAX_RECORD_BYTES - 2) / (bytes(JSON.stringify(unit)) - 2));
      const json = JSON.stringify(unit.repeat(count));
      expect(bytes(json)).toBeGreaterThan(MAX_RECORD_BYTES - 8);
      const event = finalizeEvent(seal(json), generateSecretKey());
      expect(bytes(event.content)).toBeLessThan(65_536);
      expect(bytes(patientContent(event)!)).toBeLessThan(65_536);
      expect(bytes(JSON.stringify(['EVENT', event]))).toBeLessThan(131_072);
    }
  });

  test('too large is refused before anything is encrypted', () => {
    const never = () => {
      throw new Error('encrypted');
    };
    const input = { ...({} as Parameters<typeof sealRecord>[0]), json: 'x'.repeat(20_001), links: [] };
    expect(() => sealRecord(input, { encrypt: never, decrypt: never })).toThrow(RecordTooLargeError);
  });

  test('in `sens` the patient’s key is nowhere on the wire', () => {
    const event = seal('{}', true);
    expect(JSON.stringify(event)).not.toContain(patient);
    expect(recordChannel(event)).toBe(pair.Q);
  });

  test('links come back with their markers; other e tags are not links', () => {
    const links = markers.map((marker, i) => ({ id: String(i).repeat(64), marker }));
    const event = seal('{}', false, links);
    expect(recordLinks(event)).toEqual(links);
    const odd = [['e', 'x'], ['e', 'x', '', 'root'], ['e'], ['e', '', '', 'reply'], ['q', 'x', '', 'reply']];
    expect(recordLinks({ tags: odd })).toEqual([]);
    expect(recordChannel({ tags: [['pt', 'x'], ['p']] })).toBeUndefined();
  });
});
