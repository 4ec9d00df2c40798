/** Random filters through the real relay against the slow obvious answer. The seed is in every failure message. */
import { compareEvents, type Filter, matchFilter, matchFilters, type NostrEvent } from '@keychart/nostr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPolicy } from './open-policy.ts';
import { type Seeded, seeded, testSeed } from './testing/seeded.ts';
import { seconds, signed, startTestRelay, type TestRelay, testKey } from './testing/test-client.ts';
import { startTestPractice } from './testing/test-practice.ts';

const random = seeded(testSeed());
const keys = Array.from({ length: 5 }, testKey);
const authors = keys.map((key) => key.pk);
const kinds = [1, 4, 7, 1111, 2113];
const letters = ['a', 'b', 'é', '"', 'p'];
const start = 1_700_000_000;

function randomEvent(at: number): NostrEvent {
  const tags: string[][] = [];
  while (random.chance(0.6)) {
    tags.push(
      random.pick([
        ['t', random.pick(letters)],
        ['T', random.pick(letters)],
        ['p', random.pick(authors)],
        ['p', random.pick(authors), 'extra'],
        ['e', 'f'.repeat(64)],
        ['long', random.pick(letters)],
        ['t'],
        [],
      ]),
    );
  }
  return signed(random.pick(keys), {
    kind: random.pick(kinds),
    created_at: at,
    tags,
    content: `${random.below(1e9)}`,
  });
}

function randomFilter(events: readonly NostrEvent[]): Filter {
  const filter: Filter = {};
  if (random.chance(0.15)) filter.ids = random.some(events, 5).map((event) => event.id);
  if (random.chance(0.3)) filter.authors = random.some(authors, 3);
  if (random.chance(0.3)) filter.kinds = random.some(kinds, 3);
  if (random.chance(0.3)) filter['#t'] = random.some(letters, 3);
  if (random.chance(0.1)) filter['#T'] = random.some(letters, 2);
  if (random.chance(0.3)) filter['#p'] = random.some(authors, 3);
  if (random.chance(0.2)) filter.since = start + random.below(60);
  if (random.chance(0.2)) filter.until = start + random.below(60);
  if (random.chance(0.3)) filter.limit = 1 + random.below(30);
  if (random.chance(0.03)) filter.kinds = [];
  return filter;
}

let it: TestRelay;
const events: NostrEvent[] = [];
beforeAll(async () => {
  it = await startTestRelay({ policy: openPolicy(), limits: { subscriptions: 1000 } });
  for (let n = 0; n < 300; n++) events.push(randomEvent(start + random.below(60)));
  for (const event of events) await it.relay.publish(event);
});
afterAll(() => it.stop());

function oracle(filters: readonly Filter[]): { ids: string[]; complete: boolean; count: number } {
  const found = new Map<string, NostrEvent>();
  let complete = true;
  const sorted = [...events].sort(compareEvents);
  for (const filter of filters) {
    const matching = sorted.filter((event) => matchFilter(filter, event));
    complete &&= matching.length <= (filter.limit ?? Number.POSITIVE_INFINITY);
    for (const event of matching.slice(0, filter.limit)) found.set(event.id, event);
  }
  const ids = [...found.values()].sort(compareEvents).map((event) => event.id);
  return { ids, complete, count: sorted.filter((event) => matchFilters(filters, event)).length };
}

test('REQ and COUNT', async () => {
  const client = await it.connect();
  for (let round = 0; round < 500; round++) {
    const filters = Array.from({ length: 1 + random.below(3) }, () => randomFilter(events));
    const where = `seed ${random.seed}, round ${round}: ${JSON.stringify(filters)}`;
    const answer = await client.request(...filters);
    const wanted = oracle(filters);
    expect(
      answer.events.map((event) => event.id),
      where,
    ).toEqual(wanted.ids);
    expect(answer.complete, where).toBe(wanted.complete);
    expect(await client.count(...filters), where).toBe(wanted.count);
  }
});

test('live', async () => {
  const client = await it.connect();
  const subs = new Map<string, Filter[]>();
  for (let n = 0; n < 150; n++) {
    const filters = Array.from({ length: 1 + random.below(3) }, () => ({
      ...randomFilter(events),
      limit: 1,
    }));
    subs.set(await client.subscribe(...filters), filters);
  }
  client.messages.length = 0;
  const fresh = Array.from({ length: 60 }, () => randomEvent(start + random.below(60)));
  for (const event of fresh) await it.relay.publish(event);
  await client.count({});
  for (const [id, filters] of subs) {
    const got = client.messages
      .filter(([type, sub]) => type === 'EVENT' && sub === id)
      .map(([, , event]) => (event as NostrEvent).id);
    const wanted = fresh.filter((event) => matchFilters(filters, event)).map((event) => event.id);
    expect(got, `seed ${random.seed}: ${JSON.stringify(filters)}`).toEqual(wanted);
  }
});

test('a family pages through exactly what is theirs, whatever they ask and however small the pages', async () => {
  const practice = await startTestPractice({ limits: { page: 5, pageHardCap: 400 } });
  const { doctor, patientA, patientB } = practice.keys;
  const all: NostrEvent[] = [];
  const began = seconds() - 1000;
  const put = async (event: NostrEvent) => all.push(await practice.put(event));
  for (let n = 0; n < 120; n++) {
    const created_at = began + random.below(12);
    const patient = random.pick(['A', 'B'] as const);
    const [kind, name] = random.pick([
      [2110, 'desk'],
      [2113, 'clin'],
      [2117, 'msg'],
      [2114, 'sens'],
    ] as const);
    const author = kind === 2117 && random.chance(0.5) ? practice.keys[`patient${patient}`] : doctor;
    const tags = [
      ['p', practice.channel[patient][name]],
      ['p', practice.keys[`patient${patient}`].pk],
    ];
    await put(signed(author, { kind, created_at, tags, content: `${n}` }));
  }
  const own = new Set([practice.channel.A.desk, practice.channel.A.clin, practice.channel.A.msg]);
  const client = await practice.connect(patientA);
  const ask = (r: Seeded): Filter => {
    const filter: Filter = { since: began }; // the charter is older
    if (r.chance(0.5)) filter.kinds = r.some([2110, 2113, 2117, 2114], 4);
    if (r.chance(0.3)) filter.authors = r.some([doctor.pk, patientA.pk, patientB.pk], 3);
    if (r.chance(0.4)) {
      filter['#p'] = r.some(
        [...own, practice.channel.A.sens, practice.channel.B.clin, patientA.pk, patientB.pk],
        5,
      );
    }
    if (r.chance(0.3)) filter.since = began + r.below(12);
    return filter;
  };
  for (let round = 0; round < 60; round++) {
    const filter = ask(random);
    const where = `seed ${random.seed}, round ${round}: ${JSON.stringify(filter)}`;
    const got = new Set<string>();
    let until = began + 12;
    for (let page = 0; page < 40; page++) {
      const answer = await client.request({ ...filter, until, ...(random.chance(0.5) && { limit: 3 }) });
      for (const event of answer.events) got.add(event.id);
      if (answer.complete) break;
      const oldest = answer.events.at(-1)?.created_at ?? 0;
      expect(page === 0 || oldest < until, `${where}: paging stands still`).toBe(true);
      until = oldest;
    }
    const wanted = all.filter(
      (event) =>
        matchFilter(filter, event) &&
        // A channel of their own, or written by them.
        (own.has(event.tags[0]?.[1] ?? '') || event.pubkey === patientA.pk),
    );
    expect([...got].sort(), where).toEqual(wanted.map((event) => event.id).sort());
    expect(await client.count({ ...filter, until: began + 12 }), where).toBe(wanted.length);
  }
  await practice.stop();
});
