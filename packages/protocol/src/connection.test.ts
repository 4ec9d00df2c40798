import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Connection, formatConnection, parseConnection } from './connection.ts';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const host = fc.constantFrom('ehr.example', 'localhost:4848', '[::1]:8080', 'a.b.example:443', '127.0.0.1');
const path = fc.constantFrom('', 'relay/', 'a/b/');
const connection: fc.Arbitrary<Connection> = fc.record({
  name: fc.string({ unit: 'grapheme' }),
  relay: fc.tuple(fc.constantFrom('ws', 'wss'), host, path).map(([s, h, p]) => `${s}://${h}/${p}`),
  root: hex,
});

test('what is written is read again, whatever the practice is called', () => {
  fc.assert(
    fc.property(connection, (value) => {
      expect(parseConnection(formatConnection(value))).toEqual({ ok: true, value });
      expect(parseConnection(`  ${formatConnection(value)}\n`)).toEqual({ ok: true, value });
    }),
  );
});

test('the JSON form gives the same', () => {
  fc.assert(
    fc.property(connection, fc.boolean(), (value, slash) => {
      const relay = slash ? value.relay : value.relay.replace(/\/$/, '');
      const json = JSON.stringify({
        practice_name: value.name,
        relay,
        practice_pk: value.root,
        billing_api: 1,
      });
      expect(parseConnection(json)).toEqual({ ok: true, value });
    }),
  );
});

const pk = 'a'.repeat(64);
test.each([
  ['', /nostr\+ehr/],
  ['https://ehr.example', /nostr\+ehr/],
  [`nostr+ehr://?pk=${pk}`, /names a host/],
  ['nostr+ehr://ehr.example', /names a host and a key/],
  ['nostr+ehr://ehr.example?name=x', /64 hex/],
  [`nostr+ehr://ehr.example?pk=${'A'.repeat(64)}`, /64 hex/],
  [`nostr+ehr://ehr.example?pk=${pk}0`, /64 hex/],
  ['nostr+ehr://ehr.example?pk=npub1xyz', /64 hex/],
  [`nostr+ehr://ehr.example?pk=${pk}&name=%E0%A4%A`, /name is damaged/],
  [`nostr+ehr://ehr.example?pk=${pk}&pk=${'b'.repeat(64)}`, /twice/],
  [`nostr+ehr://me@ehr.example?pk=${pk}`, /names a host/],
  ['{', /not complete JSON/],
  ['{}', /names no relay/],
  [`{"relay":5,"practice_pk":"${pk}"}`, /names no relay/],
  [`{"relay":"https://x","practice_pk":"${pk}"}`, /names no relay/],
  [`{"relay":"javascript:alert(1)//wss://x","practice_pk":"${pk}"}`, /names no relay/],
  [`{"relay":"wss://me:secret@x","practice_pk":"${pk}"}`, /names no relay/],
  ['{"relay":"wss://x","practice_pk":["a"]}', /64 hex/],
  ['{"relay":"wss://x","practice_pk":null}', /64 hex/],
])('bad input is told in words: %s', (text, words) => {
  expect(parseConnection(text)).toMatchObject({ ok: false, reason: expect.stringMatching(words) });
});

test('a name that is no text is left out, not printed as [object Object]', () => {
  const json = `{"relay":"wss://x","practice_pk":"${pk}","practice_name":{"a":1}}`;
  expect(parseConnection(json)).toEqual({ ok: true, value: { name: '', relay: 'wss://x/', root: pk } });
});

test('no text whatever makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map((s) => `nostr+ehr://${s}`),
      ),
      (text) => {
        expect(typeof parseConnection(text).ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
});
