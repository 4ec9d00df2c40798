import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, matchFilter, type NostrEvent } from '../index.ts';
import { type Page, pageThrough } from './relay-paging.ts';

interface Store {
  /** Events per second, newest last, with the number of kinds they are spread over. */
  seconds: number[];
  kinds: number;
  cap: number;
  hints: 'both' | 'finish' | 'none';
  order: 'id' | 'reversed';
}

function eventsOf({ seconds, kinds }: Store): NostrEvent[] {
  let serial = 0;
  return seconds.flatMap((count, second) =>
    Array.from({ length: count }, () => {
      serial += 1;
      const id = Math.imul(serial, 2_654_435_761).toString(16).padStart(64, '0').replace('-', 'f');
      return { id, pubkey: id, kind: serial % kinds, created_at: second * 3, tags: [], content: '', sig: '' };
    }),
  );
}

/** A relay as NIP-01 describes it: newest first, lower id first, cut off at its own cap. */
function relayOf(events: readonly NostrEvent[], store: Store) {
  let questions = 0;
  const ask = async (filter: Filter): Promise<Page> => {
    questions += 1;
    if (questions > 5_000) throw new Error('paging does not end');
    const byId = (a: NostrEvent, b: NostrEvent) => (a.id < b.id ? -1 : 1) * (store.order === 'id' ? 1 : -1);
    const matching = events
      .filter((event) => matchFilter(filter, event))
      .sort((a, b) => b.created_at - a.created_at || byId(a, b));
    const page = matching.slice(0, Math.min(store.cap, filter.limit ?? store.cap));
    const all = page.length === matching.length;
    return {
      events: page,
      received: page.length,
      finish: store.hints !== 'none' && all,
      more: store.hints === 'both' && !all,
    };
  };
  return ask;
}

const stores: fc.Arbitrary<Store> = fc.record({
  seconds: fc.array(fc.oneof(fc.nat(5), fc.nat(60), fc.nat(600)), { maxLength: 12 }),
  kinds: fc.integer({ min: 1, max: 5 }),
  cap: fc.oneof(fc.constant(1_000_000), fc.integer({ min: 100, max: 700 })),
  hints: fc.constantFrom('both', 'finish', 'none'),
  order: fc.constantFrom('id', 'reversed'),
});
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    kinds: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
    since: fc.nat(36),
    until: fc.nat(36),
    limit: fc.nat(800),
  },
  { requiredKeys: [] },
);

async function paged(store: Store, filter: Filter, pageSize: number) {
  const events = eventsOf(store);
  const got: NostrEvent[] = [];
  const complete = await pageThrough(filter, {
    ask: relayOf(events, store),
    onPage: (page) => void got.push(...page),
    pageSize,
    seen: new Set(),
    stopped: () => false,
  });
  const wanted = events.filter((event) => matchFilter(filter, event));
  return { got, complete, wanted: Math.min(wanted.length, filter.limit ?? wanted.length) };
}

const pageSizes = fc.constantFrom(20, 100, 500);

describe('paging', () => {
  it('never says complete when it is not, and gives each event once', async () => {
    // fast-check prints seed and path with a counter-example.
    await fc.assert(
      fc.asyncProperty(stores, filters, pageSizes, async (store, filter, pageSize) => {
        const { got, complete, wanted } = await paged(store, filter, pageSize);
        expect(new Set(got.map(({ id }) => id)).size).toBe(got.length);
        expect(got.every((event) => matchFilter(filter, event))).toBe(true);
        expect(got.length).toBeLessThanOrEqual(wanted);
        if (complete) expect(got.length).toBe(wanted);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is complete with hints wherever no single second exceeds the cap of the relay', async () => {
    await fc.assert(
      fc.asyncProperty(stores, filters, pageSizes, async (store, filter, pageSize) => {
        if (store.hints === 'none') store.hints = 'finish';
        const roomy = { ...store, cap: Math.max(store.cap, Math.max(0, ...store.seconds) + 1) };
        const { got, complete, wanted } = await paged(roomy, filter, pageSize);
        expect({ complete, count: got.length }).toEqual({ complete: true, count: wanted });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is complete without hints when something older proves the end of each large second', async () => {
    await fc.assert(
      fc.asyncProperty(stores, pageSizes, async (store, pageSize) => {
        const seconds = [3, ...store.seconds];
        const proven: Store = {
          ...store,
          seconds,
          hints: 'none',
          cap: Math.max(store.cap, ...seconds.map((n) => n + 4)),
        };
        const { got, complete, wanted } = await paged(proven, {}, pageSize);
        expect({ complete, count: got.length }).toEqual({ complete: true, count: wanted });
      }),
      { numRuns: 500 },
    );
  });
});
