/** Hostile and unlucky input: the relay answers or closes, stays up, and stays within its memory. */
import { randomBytes } from 'node:crypto';
import { type Socket, connect as tcp } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { RelayLimits } from './limits.ts';
import { openPolicy } from './open-policy.ts';
import { seeded, testSeed } from './testing/seeded.ts';
import { signed, startTestRelay, type TestRelay, testKey } from './testing/test-client.ts';
import { startTestPractice } from './testing/test-practice.ts';

let it: TestRelay;
const start = async (limits: Partial<RelayLimits> = {}) => {
  it = await startTestRelay({ policy: openPolicy(), limits });
};
afterEach(() => it.stop());

/** A socket after the WebSocket handshake, on which anything can be written. */
async function rawSocket(url: string): Promise<Socket> {
  const { port, hostname } = new URL(url);
  const socket = tcp(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  socket.write(
    `GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once('data', resolve));
  return socket;
}

/** A masked frame with a mask of zeros. `claim`: the length it says it has. */
function frame(opcode: number, payload: Buffer, claim = payload.length): Buffer {
  const head = Buffer.alloc(14);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(claim), 2);
  return Buffer.concat([head, payload]);
}

const ended = (socket: Socket) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the socket was not closed')), 5000);
    socket.resume();
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });

async function stillWorks(): Promise<void> {
  const client = await it.connect();
  expect((await client.publish(signed(testKey(), { content: `${Math.random()}` })))[0]).toBe(true);
  client.socket.terminate();
}

test('giant frames, bad UTF-8, unmasked and broken frames close the connection', async () => {
  await start();
  const bad: [string, Buffer][] = [
    ['a frame of 2^40 bytes', frame(1, Buffer.from('["REQ"'), 2 ** 40)],
    ['a frame over the limit', frame(1, Buffer.alloc(300_000, 'x'))],
    ['bad UTF-8', frame(1, Buffer.from([0xff, 0xfe, 0xc0, 0x80]))],
    ['unmasked', Buffer.from([0x81, 0x02, 0x5b, 0x5d])],
    ['a reserved opcode', frame(5, Buffer.from('x'))],
    ['reserved bits', Buffer.from([0xf1, 0x80, 0, 0, 0, 0])],
    ['a control frame too long', frame(9, Buffer.alloc(200))],
    ['compressed without having agreed', Buffer.from([0xc1, 0x80, 0, 0, 0, 0])],
  ];
  for (const [name, bytes] of bad) {
    const socket = await rawSocket(it.url);
    socket.write(bytes);
    await expect(ended(socket), name).resolves.toBeUndefined();
  }
  await stillWorks();
});

test('random bytes and mutated messages: it answers or closes, and stays up within its memory', async () => {
  await start({ malformed: 1000 });
  const random = seeded(testSeed());
  const event = signed(testKey(), { tags: [['t', 'x']], content: 'y' });
  const seeds = [
    ['EVENT', event],
    ['REQ', 'a', { kinds: [1], '#t': ['x'], limit: 3 }],
    ['COUNT', 'a', { authors: [event.pubkey] }],
    ['CLOSE', 'a'],
    ['AUTH', event],
  ].map((message) => JSON.stringify(message));
  const pieces = [
    '[',
    ']',
    '{',
    '}',
    '"',
    ',',
    ':',
    'null',
    '-1',
    '1e999',
    '\\u0000',
    '\\ud800',
    '#',
    '9'.repeat(400),
  ];
  const before = process.memoryUsage.rss();
  for (let round = 0; round < 40; round++) {
    const socket = await rawSocket(it.url);
    for (let n = 0; n < 50; n++) {
      let text = random.pick(seeds);
      for (let changes = random.below(4); changes > 0; changes--) {
        const at = random.below(text.length);
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(6));
      }
      socket.write(frame(random.chance(0.95) ? 1 : 2, Buffer.from(text)));
    }
    if (random.chance(0.5)) socket.write(randomBytes(random.below(500)));
    socket.end();
    await ended(socket);
  }
  await stillWorks();
  const grown = (process.memoryUsage.rss() - before) / 1e6;
  expect(grown, `seed ${random.seed}: grew by ${grown} MB`).toBeLessThan(200);
});

test('deep JSON and duplicate keys', async () => {
  await start();
  const client = await it.connect();
  client.socket.send('['.repeat(100_000));
  expect(await client.next(([type]) => type === 'NOTICE')).toEqual([
    'NOTICE',
    'invalid: the message is not JSON',
  ]);
  client.socket.send(`["REQ","deep",${'['.repeat(50_000)}${']'.repeat(50_000)}]`);
  expect((await client.next(([, id]) => id === 'deep'))[0]).toBe('CLOSED');
  client.socket.send(`["EVENT",{"tags":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`);
  expect((await client.next(([type]) => type === 'NOTICE'))[1]).toMatch(/^invalid: /);

  // Two contents: whichever a reader's parser takes, it must be the one that was signed.
  const event = signed(testKey(), { content: 'signed' });
  const text = JSON.stringify(event);
  client.socket.send(`["EVENT",${text.replace('{', '{"content":"forged","extra":1,')}]`);
  expect((await client.next(([type, id]) => type === 'OK' && id === event.id))[2]).toBe(true);
  const raw = new Promise<string>((resolve) => {
    client.socket.on('message', (data) => {
      if (String(data).startsWith('["EVENT"')) resolve(String(data));
    });
  });
  client.send('REQ', 'x', { ids: [event.id] });
  expect(await raw).not.toContain('forged');
  const twice = signed(testKey(), { content: 'signed' });
  client.socket.send(`["EVENT",${JSON.stringify(twice).replace(/}$/, ',"content":"forged"}')}]`);
  expect((await client.next(([type, id]) => type === 'OK' && id === twice.id))[2]).toBe(false);
});

test('bounds on subscriptions, filters, tags and ids are answered by name', async () => {
  await start({ subscriptions: 2, filters: 2, filterValues: 5, tags: 3, malformed: 4 });
  const client = await it.connect();
  await client.subscribe({ limit: 1 });
  await client.subscribe({ limit: 1 });
  expect((await client.request({ limit: 1 })).closed).toBe('error: more than 2 subscriptions');
  expect((await client.request({}, {}, {})).closed).toBe('invalid: more than 2 filters');
  expect((await client.request({ kinds: [1, 2, 3, 4, 5, 6] })).closed).toBe(
    'invalid: a filter has more than 5 values',
  );
  // Twenty filters of fifty tags each once kept everybody waiting for twenty seconds, on an empty database.
  const letters = Object.fromEntries([...'abcdfghij'].map((letter) => [`#${letter}`, ['x']]));
  await start({ filterTags: 8 });
  const other = await it.connect();
  for (const ask of [await other.count(letters), (await other.request(letters)).closed])
    expect(ask).toBe('invalid: a filter asks for more than 8 tags');
  expect((await client.request({ search: 'x' })).closed).toMatch(/no search/);
  const tagged = signed(testKey(), { tags: [['a'], ['b'], ['c'], ['d']] });
  expect(await client.publish(tagged)).toEqual([false, 'invalid: more than 3 tags']);
  client.send('REQ', 'x'.repeat(65), {});
  client.send('REQ', '', {});
  client.send('NEG-OPEN', 'x', {});
  client.socket.send(Buffer.from([1, 2, 3]), { binary: true });
  expect(await client.closed()).toBe(1008);
  await stillWorks();
});

test('too many messages: a connection is read more slowly, a key is refused', async () => {
  await start({ messagesPerSecond: 100, messageBurst: 20, keyMessagesPerSecond: 1, keyMessageBurst: 5 });
  const client = await it.connect();
  const began = Date.now();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => client.publish(signed(testKey(), { content: `${n}` }))),
  );
  expect(answers.every(([accepted]) => accepted)).toBe(true);
  expect(Date.now() - began).toBeGreaterThan(200);
  const key = testKey();
  const event = signed(key, { tags: [['-']] });
  await client.publish(event); // asks for AUTH
  await client.authenticate(key);
  const refused = [];
  for (let n = 0; n < 8; n++) refused.push((await client.publish(signed(key, { content: `${n}` })))[1]);
  expect(refused.at(-1)).toMatch(/^rate-limited: /);
});

test('a reader who does not read is dropped; the others get everything', async () => {
  await start({ sendBuffer: 300_000 });
  const [slow, quick, writer] = [await it.connect(), await it.connect(), await it.connect()];
  await slow.subscribe({ kinds: [1] });
  const sub = await quick.subscribe({ kinds: [1] });
  slow.socket.pause();
  const key = testKey();
  const content = 'x'.repeat(60_000);
  for (let n = 0; n < 150; n++) await writer.publish(signed(key, { content: `${n}${content}` }));
  await quick.count({ ids: ['0'.repeat(64)] });
  expect(quick.messages.filter(([type, id]) => type === 'EVENT' && id === sub)).toHaveLength(150);
  expect(it.relay.stats().droppedSlow).toBe(1);
});

test('a slow reader with many questions is answered one at a time', async () => {
  await start({ page: 100 });
  const key = testKey();
  for (let n = 0; n < 100; n++) {
    await it.relay.publish(signed(key, { content: `${n}${'x'.repeat(50_000)}` }));
  }
  const client = await it.connect();
  client.socket.pause();
  for (let n = 0; n < 40; n++) client.send('REQ', `q${n}`, { authors: [key.pk], limit: 80 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(it.relay.stats().droppedSlow).toBe(0);
  client.socket.resume();
  for (let n = 0; n < 40; n++) await client.next(([type, id]) => type === 'EOSE' && id === `q${n}`, 20_000);
});

test('one answer larger than what may wait: a second full of imported records does not cut its reader off', async () => {
  const practice = await startTestPractice({ limits: { sendBuffer: 200_000, page: 20 } });
  const { doctor, patientA } = practice.keys;
  const created_at = Math.floor(Date.now() / 1000) - 60;
  const tags = [
    ['p', practice.channel.A.clin],
    ['p', patientA.pk],
  ];
  for (let n = 0; n < 300; n++) {
    await practice.put(
      signed(doctor, { kind: 2113, created_at, tags, content: `${n}${'x'.repeat(20_000)}` }),
    );
  }
  const client = await practice.connect(doctor);
  client.socket.pause();
  const answer = client.request({ kinds: [2113] });
  await practice.put(signed(doctor, { kind: 2113, created_at: created_at - 1, tags, content: 'older' }));
  client.socket.resume();
  expect((await answer).events).toHaveLength(300);
  expect(await client.count({ kinds: [2113] })).toBe(301);
  await practice.stop();
});

test('a full disk: a plain answer, nothing half stored, reading goes on, and so does writing when there is room', async () => {
  await start();
  const client = await it.connect();
  const key = testKey();
  const first = signed(key, { content: 'first' });
  expect(await client.publish(first)).toEqual([true, '']);
  it.store.pragma(`max_page_count = ${String(it.store.pragma('page_count'))}`);
  const large = signed(key, { content: 'x'.repeat(50_000), tags: [['t', 'large']] });
  expect(await client.publish(large)).toEqual([
    false,
    'error: the disk is full, the event was not stored; free some space',
  ]);
  expect((await client.request({ authors: [key.pk] })).events).toEqual([first]);
  it.store.pragma('max_page_count = 1000000');
  expect(await client.publish(large)).toEqual([true, '']);
  expect(await client.count({ '#t': ['large'] })).toBe(1);
});

test('a full disk takes no access change into effect that it could not keep', async () => {
  const practice = await startTestPractice();
  it = practice;
  const guardian = testKey();
  practice.store.pragma(`max_page_count = ${String(practice.store.pragma('page_count'))}`);
  const readers = Array.from({ length: 60 }, () => ({ pk: testKey().pk }));
  const answers = [];
  // Some of the first may still fit into free space of existing pages.
  for (let n = 0; n < 12; n++) {
    const list = practice.access(practice.channel.A.clin, { readers: [...readers, { pk: guardian.pk }] });
    answers.push(await practice.relay.publish(list));
    if (!answers.at(-1)?.accepted) break;
    await practice.put(practice.access(practice.channel.A.clin, { readers: [] })).catch(() => undefined);
  }
  expect(answers.at(-1)).toEqual({
    accepted: false,
    reason: 'error: the disk is full, the event was not stored; free some space',
  });
  practice.store.pragma('max_page_count = 1000000');
  const client = await practice.connect(guardian);
  const before = (await client.request({})).closed;
  expect(before).toMatch(/^restricted: /);
});

test('nobody stays without AUTH, and the number of connections is bounded', async () => {
  it = await startTestPractice({ limits: { authSeconds: 1, pingSeconds: 0.2, connectionsPerAddress: 3 } });
  const silent = await it.connect();
  expect(await silent.closed(4000)).toBe(1008);
  const three = [await it.connect(), await it.connect(), await it.connect()];
  await expect(it.connect()).rejects.toThrow(/503/);
  for (const client of three) client.socket.terminate();
});

test('shutting down answers what came in and says goodbye', async () => {
  await start();
  const client = await it.connect();
  const events = Array.from({ length: 50 }, (_, n) => signed(testKey(), { content: `${n}` }));
  const answers = events.map((event) => client.publish(event));
  await answers[0];
  await it.relay.close();
  expect(await client.closed()).toBe(1001);
  const accepted = it.store.size();
  const oks = client.messages.filter(([type]) => type === 'OK').length;
  expect(oks).toBeLessThanOrEqual(accepted);
  await Promise.allSettled(answers.slice(0, 0));
  for (const answer of answers) answer.catch(() => undefined);
});
