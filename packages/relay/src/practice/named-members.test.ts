/** Members for named patients and broken glass, while they are connected: beginning, end, removal, and what they may not change. */
import { CHARTER, EPOCH_LINK, GIFT_WRAP, PATIENT_INDEX, STAFF_DIRECTORY } from '@keychart/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds, signed, type TestClient, testKey } from '../testing/test-client.ts';
import { compartments, kindOf, startTestPractice, type TestPractice } from '../testing/test-practice.ts';

let it: TestPractice;
let roster: {
  pk: string;
  role: 'doctor' | 'assistant' | 'admin';
  from: number;
  to?: number;
  named?: boolean;
}[];
beforeAll(async () => {
  it = await startTestPractice();
  roster = [
    { pk: it.keys.admin.pk, role: 'admin', from: 0 },
    { pk: it.keys.doctor.pk, role: 'doctor', from: 0 },
  ];
});
afterAll(() => it.stop());

type Line = (typeof roster)[number];
async function onTheStaff(...lines: Line[]): Promise<void> {
  await it.put(it.nextCharter(it.keys.admin, { roster: [...roster, ...lines] }));
}
const record = (kind: number, channel: string, key = it.keys.doctor) =>
  signed(key, { kind, tags: [['p', channel]], content: String(Math.random()) });
const liveEvents = (client: TestClient) => client.messages.filter(([type]) => type === 'EVENT');
/** Everything sent to the client so far has arrived. */
const settle = (client: TestClient) => client.count({ ids: ['0'.repeat(64)] });

test('broken glass: nothing before, everything in between, nothing from the second it ends; the rest goes on', async () => {
  const reader = testKey();
  await onTheStaff({ pk: reader.pk, role: 'assistant', from: 0 });
  const client = await it.connect(reader);
  await client.subscribe({ kinds: [kindOf.sens, kindOf.clin], limit: 0 });
  const say = async () => {
    await it.put(record(kindOf.sens, it.channel.A.sens));
    await it.put(record(kindOf.clin, it.channel.A.clin));
    await settle(client);
  };
  await say();
  expect(liveEvents(client)).toHaveLength(1);
  const until = seconds() + 2;
  await it.put(
    it.access(it.channel.A.sens, { c: 'sens', readers: [{ pk: reader.pk, until, member: true }] }),
  );
  await say();
  expect(liveEvents(client)).toHaveLength(3);
  expect(await client.count({ '#p': [it.channel.A.sens] })).toBe(2);
  const mine = record(kindOf.sens, it.channel.A.sens, reader);
  expect((await client.publish(mine))[1]).toMatch(/^restricted: /);
  await new Promise((resolve) => setTimeout(resolve, until * 1000 - Date.now() + 5));
  await say();
  expect(liveEvents(client)).toHaveLength(4);
  expect(await client.count({ '#p': [it.channel.A.sens] })).toBe(0);
  expect(client.closeCode).toBeUndefined();
});

test('a locum: the socket lives with the charter, whatever the lists still say', async () => {
  const locum = testKey();
  const line: Line = { pk: locum.pk, role: 'doctor', from: 0, named: true };
  await onTheStaff(line);
  for (const c of compartments) {
    await it.put(it.access(it.channel.B[c], { c, readers: [{ pk: locum.pk, write: true, member: true }] }));
  }
  const client = await it.connect(locum);
  await client.subscribe({ limit: 0 });
  const theirs = record(kindOf.clin, it.channel.B.clin, locum);
  expect(await client.publish(theirs)).toEqual([true, '']);
  await it.put(record(kindOf.clin, it.channel.A.clin));
  await settle(client);
  expect(liveEvents(client).map(([, , event]) => event)).toEqual([theirs]);
  await onTheStaff();
  expect((await client.next(([type]) => type === 'CLOSED'))[2]).toMatch(/^restricted: /);
  expect(await client.closed()).toBe(1008);
  const again = await it.connect(locum);
  expect((await again.request({ ids: [theirs.id] })).closed).toMatch(/^restricted: /);
  // The same entry is good again for somebody who is let in again.
  await onTheStaff(line);
  expect((await (await it.connect(locum)).request({ ids: [theirs.id] })).events).toHaveLength(1);
});

test('a locum who is the mother of another patient reads her own child as a mother', async () => {
  const mother = testKey();
  await onTheStaff({ pk: mother.pk, role: 'doctor', from: 0, named: true });
  const readers = [
    { pk: mother.pk, member: true, until: seconds() - 5 },
    { pk: mother.pk, write: true },
  ];
  await it.put(it.access(it.channel.B.msg, { c: 'msg', readers }));
  const client = await it.connect(mother);
  expect(await client.publish(record(kindOf.msg, it.channel.B.msg, mother))).toEqual([true, '']);
  await onTheStaff();
  expect(await client.publish(record(kindOf.msg, it.channel.B.msg, mother))).toEqual([true, '']);
});

test('a member for named patients changes no list, no index, no epoch, and cannot let himself in', async () => {
  const locum = testKey();
  await onTheStaff({ pk: locum.pk, role: 'admin', from: 0, named: true });
  const client = await it.connect(locum);
  const readers = [{ pk: locum.pk, write: true }];
  const tries = [
    it.access(it.channel.A.clin, { c: 'clin', readers }, locum, seconds()),
    it.access(testKey().pk, { c: 'clin', readers }, locum, seconds()),
    ...[PATIENT_INDEX, EPOCH_LINK, STAFF_DIRECTORY].map((kind) =>
      signed(locum, {
        kind,
        tags: [
          ['d', 'x'],
          ['c', 'clin'],
          ['n', '1'],
        ],
      }),
    ),
    it.nextCharter(locum, {}),
  ];
  for (const event of tries) {
    const [accepted, message] = await client.publish(event);
    expect(message, `kind ${event.kind}`).toMatch(/^restricted: /);
    expect(accepted).toBe(false);
  }
  // They see who is who and who is entitled, and what is addressed to them.
  const { events } = await client.request({});
  const seen = new Set(events.map(({ kind }) => kind));
  expect(seen.has(CHARTER)).toBe(true);
  for (const kind of [EPOCH_LINK, PATIENT_INDEX, 30210, GIFT_WRAP, kindOf.clin])
    expect(seen.has(kind)).toBe(false);
});
