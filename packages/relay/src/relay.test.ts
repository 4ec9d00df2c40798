/** The NIPs, over real sockets and a real store, with the open policy. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPolicy } from './open-policy.ts';
import { seconds, signed, startTestRelay, type TestRelay, testKey } from './testing/test-client.ts';

let it: TestRelay;
beforeAll(async () => {
  it = await startTestRelay({ policy: openPolicy(), info: { name: 'Test' } });
});
afterAll(() => it.stop());

test('NIP-01: an event is stored, answered, found again and delivered live', async () => {
  const key = testKey();
  const reader = await it.connect();
  const writer = await it.connect();
  const sub = await reader.subscribe({ authors: [key.pk] });
  const event = signed(key, { content: 'é 漢 \u0000 "quoted" \\ 😀', tags: [['t', 'x']] });
  expect(await writer.publish(event)).toEqual([true, '']);
  expect(await writer.publish(event)).toEqual([true, 'duplicate: already have this event']);
  expect((await reader.next(([type, id]) => type === 'EVENT' && id === sub))[2]).toEqual(event);
  expect(await writer.request({ ids: [event.id] })).toEqual({ events: [event], complete: true });
  expect(await writer.request({ '#t': ['x'], authors: [key.pk] })).toEqual({
    events: [event],
    complete: true,
  });
});

test('NIP-01: a wrong id or signature is refused', async () => {
  const client = await it.connect();
  const event = signed(testKey(), { content: 'a' });
  for (const forged of [
    { ...event, content: 'b' },
    { ...event, sig: event.sig.replace(/^../, (two) => (two === '00' ? '01' : '00')) },
  ]) {
    const [accepted, message] = await client.publish(forged);
    expect(accepted).toBe(false);
    expect(message).toMatch(/^invalid: /);
  }
  client.send('EVENT', { ...event, kind: 'one' });
  expect(await client.next(([type, id]) => type === 'OK' && id === event.id)).toEqual([
    'OK',
    event.id,
    false,
    'invalid: kind must be an integer from 0 to 65535',
  ]);
});

test('NIP-01: replaceable and addressable events keep the newest, of one second the lower id', async () => {
  const key = testKey();
  const client = await it.connect();
  const at = seconds();
  const old = signed(key, { kind: 10_002, created_at: at - 10, content: 'old' });
  const twins = [1, 2, 3].map((n) => signed(key, { kind: 10_002, created_at: at, content: `${n}` }));
  for (const event of [twins[0], old, twins[1], twins[2]]) {
    expect((await client.publish(event as typeof old))[0]).toBe(true);
  }
  const lowest = twins.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  expect((await client.request({ authors: [key.pk], kinds: [10_002] })).events).toEqual([lowest]);

  const list = (d: string, content: string, created_at: number) =>
    signed(key, { kind: 30_000, created_at, content, tags: [['d', d]] });
  const newest = list('a', '2', at);
  for (const event of [list('a', '1', at - 1), list('b', '1', at), newest]) await client.publish(event);
  expect((await client.request({ authors: [key.pk], kinds: [30_000] })).events).toHaveLength(2);
  expect((await client.request({ authors: [key.pk], '#d': ['a'] })).events).toEqual([newest]);
});

test('NIP-01: ephemeral events are delivered and not stored', async () => {
  const key = testKey();
  const client = await it.connect();
  const sub = await client.subscribe({ authors: [key.pk] });
  const event = signed(key, { kind: 20_001 });
  expect(await client.publish(event)).toEqual([true, '']);
  expect((await client.next(([type, id]) => type === 'EVENT' && id === sub))[2]).toEqual(event);
  expect((await client.request({ ids: [event.id] })).events).toEqual([]);
});

test('NIP-01: newest first, limit, several filters, REQ replaces, CLOSE ends', async () => {
  const key = testKey();
  const client = await it.connect();
  const at = seconds() - 100;
  const events = [0, 1, 2, 2, 2, 5].map((n, i) => signed(key, { created_at: at + n, content: `${i}` }));
  for (const event of events) await client.publish(event);
  const order = events.toSorted((a, b) => b.created_at - a.created_at || (a.id < b.id ? -1 : 1));
  expect((await client.request({ authors: [key.pk] })).events).toEqual(order);
  expect((await client.request({ authors: [key.pk], limit: 2 })).events).toEqual(order.slice(0, 2));
  const [first, last] = [order[0]!, order.at(-1)!];
  const both = await client.request({ ids: [last.id] }, { ids: [first.id, last.id] });
  expect(both).toEqual({ events: [first, last], complete: true });

  client.send('REQ', 'same', { authors: [key.pk], limit: 0 });
  await client.next(([type, id]) => type === 'EOSE' && id === 'same');
  client.send('REQ', 'same', { authors: ['0'.repeat(64)] });
  await client.next(([type, id]) => type === 'EOSE' && id === 'same');
  await client.publish(signed(key, { content: 'after' }));
  client.send('CLOSE', 'same');
  await client.count({});
  expect(client.messages.filter(([type, id]) => type === 'EVENT' && id === 'same')).toEqual([]);
});

test('NIP-67: finish when that is all, nothing when there is more', async () => {
  const key = testKey();
  const client = await it.connect();
  const events = [0, 1, 2].map((n) => signed(key, { created_at: 1_700_000_000 + n }));
  for (const event of events) await client.publish(event);
  const complete = async (limit: number) => (await client.request({ authors: [key.pk], limit })).complete;
  expect([await complete(2), await complete(3), await complete(4)]).toEqual([false, true, true]);
  expect((await client.request({ authors: [key.pk] }, { authors: [key.pk], limit: 1 })).complete).toBe(false);
});

test('NIP-09: a deletion request deletes what its author wrote, now and later', async () => {
  const [key, other] = [testKey(), testKey()];
  const client = await it.connect();
  const mine = signed(key, { content: 'mine' });
  const later = signed(key, { content: 'later' });
  const theirs = signed(other, { content: 'theirs' });
  const list = signed(key, { kind: 30_000, created_at: seconds() - 5, tags: [['d', 'x']] });
  for (const event of [mine, theirs, list]) await client.publish(event);
  const tags = [...[mine, later, theirs].map((event) => ['e', event.id]), ['a', `30000:${key.pk}:x`]];
  const deletion = signed(key, { kind: 5, tags });
  expect(await client.publish(deletion)).toEqual([true, '']);
  const left = await client.request({ authors: [key.pk, other.pk] });
  expect(left.events.map((event) => event.id).sort()).toEqual([theirs.id, deletion.id].sort());
  for (const event of [mine, later, list]) {
    expect(await client.publish(event)).toEqual([false, 'blocked: its author has deleted this event']);
  }
});

test('NIP-40: an expired event is refused, an expiring one disappears on its own', async () => {
  const key = testKey();
  const client = await it.connect();
  const expiring = (at: number) => signed(key, { tags: [['expiration', String(at)]] });
  expect((await client.publish(expiring(seconds() - 1)))[0]).toBe(false);
  expect(await client.publish(expiring(seconds() + 2))).toEqual([true, '']);
  expect(await client.count({ authors: [key.pk] })).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 2300));
  expect(await client.count({ authors: [key.pk] })).toBe(0);
  expect((await client.request({ authors: [key.pk] })).events).toEqual([]);
  expect(it.store.nextExpiry()).toBeUndefined();
});

test('NIP-45: counts every event once', async () => {
  const key = testKey();
  const client = await it.connect();
  for (const t of ['a', 'b', 'c'])
    await client.publish(
      signed(key, {
        tags: [
          ['t', t],
          ['t', 'all'],
        ],
      }),
    );
  expect(await client.count({ authors: [key.pk] }, { '#t': ['a', 'all'], authors: [key.pk] })).toBe(3);
});

test('NIP-42 and 70: a protected event is taken from its author only', async () => {
  const key = testKey();
  const client = await it.connect();
  const event = signed(key, { tags: [['-']] });
  expect((await client.publish(event))[1]).toMatch(/^auth-required: /);
  expect((await client.authenticate(testKey())).slice(2)).toEqual([true, '']);
  expect((await client.publish(event))[0]).toBe(false);
  expect((await client.authenticate(key)).slice(2)).toEqual([true, '']);
  expect(await client.publish(event)).toEqual([true, '']);
});

test('NIP-11: the document lists what the relay does', async () => {
  const body = await new Promise<string>((resolve, reject) => {
    const url = it.url.replace('ws:', 'http:');
    request(url, { headers: { accept: 'application/nostr+json' } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
  const document = JSON.parse(body) as { name: string; supported_nips: number[] };
  expect(document.name).toBe('Test');
  expect(document.supported_nips).toEqual(expect.arrayContaining([1, 9, 11, 40, 42, 45, 59, 67, 70]));
});
