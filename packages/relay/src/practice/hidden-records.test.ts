/**
 * A guardian whose child has many confidential records and one whose child has none get answers of one shape: as many
 * events, the same hints that there is more, the same silence, and in about the same time.
 */
import type { NostrEvent } from '@keychart/nostr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds, signed, type TestClient, type TestKey, testKey } from '../testing/test-client.ts';
import { startTestPractice, type TestPractice } from '../testing/test-practice.ts';

const OPEN = 20;
const HIDDEN_BETWEEN = 20;
const OBSERVATION = 2113;

let it: TestPractice;
let [withHidden, without]: TestClient[] = [];
let [ofA, ofB]: TestKey[] = [];
const hidden: NostrEvent[] = [];
const start = seconds() - 3000;

const record = (Q: string, at: number) =>
  signed(it.keys.doctor, { kind: OBSERVATION, created_at: at, tags: [['p', Q]], content: String(at) });

beforeAll(async () => {
  it = await startTestPractice();
  [ofA, ofB] = [testKey(), testKey()];
  await it.put(it.access(it.channel.A.clin, { readers: [{ pk: ofA.pk }] }));
  await it.put(it.access(it.channel.B.clin, { readers: [{ pk: ofB.pk }] }));
  for (let i = 0; i < OPEN; i++) {
    const at = start + i * (HIDDEN_BETWEEN + 1);
    await it.put(record(it.channel.A.clin, at));
    await it.put(record(it.channel.B.clin, at));
    for (let j = 1; j <= HIDDEN_BETWEEN; j++) hidden.push(await it.put(record(it.channel.A.sens, at + j)));
  }
  [withHidden, without] = [await it.connect(ofA), await it.connect(ofB)];
}, 60_000);
afterAll(() => it.stop());

const end = start + OPEN * (HIDDEN_BETWEEN + 1);
const kinds = [OBSERVATION];
const questions = {
  everything: () => ({ kinds }),
  'the newest few': () => ({ kinds, limit: 5 }),
  'exactly all': () => ({ kinds, limit: OPEN }),
  'one more than all': () => ({ kinds, limit: OPEN + 1 }),
  'a page before a second': () => ({ kinds, until: start + 200, limit: 3 }),
  'what is after a second': () => ({ kinds, since: end - 100 }),
  'where only confidential ones are': () => ({ kinds, since: start + 1, until: start + HIDDEN_BETWEEN }),
  'one second': () => ({ kinds, since: start + 5, until: start + 5 }),
  'by author': () => ({ authors: [it.keys.doctor.pk], limit: 7 }),
  'none wanted': () => ({ kinds, limit: 0 }),
};

test.each(Object.entries(questions))('%s: as many, and the same hint that there is more', async (_, ask) => {
  const [one, other] = [await withHidden!.request(ask()), await without!.request(ask())];
  expect(one.events.map(({ created_at }) => created_at)).toEqual(
    other.events.map(({ created_at }) => created_at),
  );
  expect(one.complete).toBe(other.complete);
  expect(one.closed).toEqual(other.closed);
  expect(await withHidden!.count(ask())).toEqual(await without!.count(ask()));
});

test('the id or the channel of a confidential record is answered as one that does not exist', async () => {
  const nothing = 'f'.repeat(64);
  for (const [known, unknown] of [
    [{ ids: [hidden[7]!.id] }, { ids: [nothing] }],
    [
      { kinds, '#p': [it.channel.A.sens] },
      { kinds, '#p': [nothing] },
    ],
    [
      { ids: hidden.slice(0, 50).map(({ id }) => id), limit: 1 },
      { ids: [nothing], limit: 1 },
    ],
  ]) {
    expect(await withHidden!.request(known!)).toEqual(await withHidden!.request(unknown!));
    expect(await withHidden!.count(known!)).toEqual(await withHidden!.count(unknown!));
  }
});

test('paged to the end both come in the same pages', async () => {
  const pages = async (client: TestClient) => {
    const sizes: number[] = [];
    for (let until = end; sizes.length < 50; ) {
      const { events, complete } = await client.request({ kinds, until, limit: 6 });
      sizes.push(events.length);
      if (complete || events.length === 0) break;
      until = events.at(-1)!.created_at - 1;
    }
    return sizes;
  };
  expect(await pages(withHidden!)).toEqual(await pages(without!));
});

test('live: of a confidential record nothing arrives, not even a word', async () => {
  await withHidden!.subscribe({ kinds, limit: 0 });
  const unread = withHidden!.messages.length;
  await it.put(record(it.channel.A.sens, seconds()));
  // The answer comes after whatever was sent before it.
  await withHidden!.count({ ids: ['0'.repeat(64)] });
  expect(withHidden!.messages.slice(unread)).toEqual([]);
  const open = await it.put(record(it.channel.A.clin, seconds()));
  expect((await withHidden!.next(([type]) => type === 'EVENT'))[2]).toEqual(open);
});

/** Milliseconds. */
async function timed(client: TestClient): Promise<number> {
  const began = performance.now();
  await client.request({ kinds, limit: 10 });
  await client.count({ kinds });
  return performance.now() - began;
}
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

test('the time of an answer does not tell: asked in turns, the medians are of one size', async () => {
  const [one, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < 80; round++) {
    one.push(await timed(withHidden!));
    other.push(await timed(without!));
  }
  // A load on the machine falls on both alike; four hundred records read and thrown away would be many times as much.
  expect(median(one)).toBeLessThan(3 * median(other) + 3);
}, 60_000);
