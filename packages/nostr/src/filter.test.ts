import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FILTER_LIMITS,
  type Filter,
  matchFilter,
  matchFilters,
  type NostrEvent,
  parseFilter,
} from './index.ts';

const hex = (n: number) => n.toString(16).padStart(64, '0');
const sig = '0'.repeat(128);

/** The slow obvious reading of NIP-01: for each condition that a filter states, some value fits. */
function obviously(filter: Filter, event: NostrEvent): boolean {
  const conditions: boolean[] = [];
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    if (key === 'ids') conditions.push(new Set(value as string[]).has(event.id));
    else if (key === 'authors') conditions.push(new Set(value as string[]).has(event.pubkey));
    else if (key === 'kinds') conditions.push(new Set(value as number[]).has(event.kind));
    else if (key === 'since') conditions.push(!(event.created_at < (value as number)));
    else if (key === 'until') conditions.push(!(event.created_at > (value as number)));
    else if (key.startsWith('#')) {
      const ours = event.tags.filter((tag) => `#${tag[0]}` === key && tag.length >= 2).map((tag) => tag[1]);
      conditions.push(ours.some((own) => (value as string[]).some((wanted) => wanted === own)));
    }
  }
  return conditions.every(Boolean);
}

const small = fc.nat(4);
const key = small.map(hex);
const tagName = fc.constantFrom('p', 'e', 't', 'P', 'expiration');
const events: fc.Arbitrary<NostrEvent> = fc.record({
  id: key,
  pubkey: key,
  kind: small,
  created_at: small,
  tags: fc.array(
    fc.oneof(
      fc.tuple(tagName),
      fc.tuple(tagName, key),
      fc.tuple(tagName, key, key),
      fc.constant([] as string[]),
    ),
    { maxLength: 4 },
  ),
  content: fc.constant(''),
  sig: fc.constant(sig),
});
const keys = fc.array(key, { maxLength: 3 });
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    ids: keys,
    authors: keys,
    kinds: fc.array(small, { maxLength: 3 }),
    since: small,
    until: small,
    limit: small,
    '#p': keys,
    '#e': keys,
    '#t': keys,
    '#P': keys,
  },
  { requiredKeys: [] },
);

describe('matchFilter', () => {
  it('agrees with the slow obvious reading', () => {
    // fast-check prints seed and path with a counter-example.
    fc.assert(
      fc.property(filters, events, (filter, event) => {
        expect(matchFilter(filter, event)).toBe(obviously(filter, event));
      }),
      { numRuns: 20_000 },
    );
  });

  it('any filter of several suffices; none matches nothing', () => {
    fc.assert(
      fc.property(fc.array(filters, { maxLength: 3 }), events, (several, event) => {
        expect(matchFilters(several, event)).toBe(several.some((filter) => obviously(filter, event)));
      }),
    );
  });
});

describe('parseFilter', () => {
  it('gives back what it takes, as a copy', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const given = JSON.parse(JSON.stringify(filter)) as Filter;
        const parsed = parseFilter(given);
        expect(parsed).toEqual(filter);
        if (given.ids) expect((parsed as Filter).ids).not.toBe(given.ids);
      }),
    );
    expect(parseFilter({ search: 'x', '#Z': [''] })).toEqual({ search: 'x', '#Z': [''] });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['an array', []],
    ['an unknown field', { author: [hex(1)] }],
    ['an AND filter of another NIP', { '&t': ['a'] }],
    ['a tag of two letters', { '#pt': ['x'] }],
    ['ids as text', { ids: hex(1) }],
    ['an id prefix', { ids: ['00'] }],
    ['an author in capitals', { authors: ['AB'.repeat(32)] }],
    ['#p that is no key', { '#p': ['x'] }],
    ['kinds as text', { kinds: ['1'] }],
    ['kinds too large', { kinds: [65_536] }],
    ['since as text', { since: '1' }],
    ['until a fraction', { until: 1.5 }],
    ['limit negative', { limit: -1 }],
    ['since null', { since: null }],
    ['#t with a number', { '#t': [1] }],
    ['search too long', { search: 'x'.repeat(FILTER_LIMITS.searchLength + 1) }],
    ['too many values', { kinds: Array.from({ length: FILTER_LIMITS.values + 1 }, () => 1) }],
  ])('refuses %s', (_name, value) => {
    expect(parseFilter(value)).toHaveProperty('error', expect.any(String));
  });

  it('is not fooled by __proto__', () => {
    const parsed = parseFilter(JSON.parse('{"__proto__":{"ids":[]}}'));
    expect(parsed).toHaveProperty('error');
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseFilter(value)));
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('ids', '#p', 'since', 'kinds'), (value, field) => {
        parseFilter({ [field]: value });
      }),
    );
  });
});
