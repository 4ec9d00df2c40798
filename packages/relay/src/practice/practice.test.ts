/** What changes while people are connected: charters, access lists, the passing of time. */
import type { NostrEvent } from '@keychart/nostr';
import {
  AUDIT_HEAD,
  CHARTER,
  CHARTER_APPROVAL,
  EPHEMERAL_GIFT_WRAP,
  EPOCH_LINK,
  ROOT_SUCCESSION,
} from '@keychart/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds, signed, startTestRelay, type TestClient, testKey } from '../testing/test-client.ts';
import { auditHead, startTestPractice, type TestPractice } from '../testing/test-practice.ts';

let it: TestPractice;
beforeAll(async () => {
  it = await startTestPractice();
});
afterAll(() => it.stop());

const note = (patient: 'A' | 'B' = 'A', created_at = seconds()) =>
  signed(it.keys.doctor, {
    kind: 2113,
    created_at,
    tags: [['p', it.channel[patient].clin]],
    content: String(Math.random()),
  });
const event = ([type]: unknown[]) => type === 'EVENT';
const liveCount = (client: TestClient) => client.messages.filter(event).length;
/** Everything sent to the client so far has arrived. */
const settle = (client: TestClient) => client.count({ ids: ['0'.repeat(64)] });

test('a reader’s `until` ends at that second: live, REQ and the connection itself', async () => {
  const guardian = testKey();
  const until = seconds() + 2;
  await it.put(
    it.access(it.channel.B.clin, { readers: [{ pk: guardian.pk, until }, { pk: it.keys.patientB.pk }] }),
  );
  const client = await it.connect(guardian);
  await client.subscribe({ limit: 0 });
  const before = note('B');
  await it.put(before);
  expect((await client.next(event))[2]).toEqual(before);
  const [, , reason] = await client.next(([type]) => type === 'CLOSED', 4000);
  expect(reason).toMatch(/^restricted: /);
  expect(seconds()).toBe(until);
  expect(await client.closed()).toBe(1008);
  const again = await it.connect(guardian);
  expect((await again.request({})).closed).toMatch(/^restricted: /);
});

test('with several children only the one that ended is lost, without a word', async () => {
  const guardian = testKey();
  const until = seconds() + 2;
  await it.put(it.access(it.channel.A.desk, { c: 'desk', readers: [{ pk: guardian.pk, until }] }));
  await it.put(it.access(it.channel.B.desk, { c: 'desk', readers: [{ pk: guardian.pk }] }));
  const client = await it.connect(guardian);
  await client.subscribe({ limit: 0 });
  const demographics = (patient: 'A' | 'B') =>
    signed(it.keys.doctor, {
      kind: 2110,
      tags: [['p', it.channel[patient].desk]],
      content: `${Math.random()}`,
    });
  for (const patient of ['A', 'B'] as const) await it.put(demographics(patient));
  await settle(client);
  expect(liveCount(client)).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, until * 1000 - Date.now() + 5));
  for (const patient of ['A', 'B'] as const) await it.put(demographics(patient));
  await settle(client);
  expect(liveCount(client)).toBe(3);
  expect(await client.count({ kinds: [2110] })).toBe(2);
  expect(client.closeCode).toBeUndefined();
});

test('a reader taken off the list loses the open subscription with that very event', async () => {
  const guardian = testKey();
  const readers = [{ pk: it.keys.patientA.pk }];
  await it.put(it.access(it.channel.A.clin, { readers: [...readers, { pk: guardian.pk }] }));
  const client = await it.connect(guardian);
  await client.subscribe({ limit: 0 });
  const doctor = await it.connect(it.keys.doctor, it.keys.admin);
  // In one breath: the list without the guardian, then a note.
  const [list, after] = [it.access(it.channel.A.clin, { readers }), note()];
  doctor.send('EVENT', list);
  doctor.send('EVENT', after);
  await doctor.next(([type, id]) => type === 'OK' && id === after.id);
  expect(await client.closed()).toBe(1008);
  expect(liveCount(client)).toBe(0);
});

test('staff taken off the charter lose their socket; a changed role narrows what is left', async () => {
  const [leaving, changing] = [testKey(), testKey()];
  const from = seconds() - 100;
  const { roster } = JSON.parse(it.charter.content) as { roster: { pk: string }[] };
  const withBoth = [
    ...roster,
    { pk: leaving.pk, role: 'nurse', from },
    { pk: changing.pk, role: 'nurse', from },
  ];
  await it.put(it.nextCharter(it.keys.admin, { roster: withBoth as never }));
  const [gone, stays] = [await it.connect(leaving), await it.connect(changing)];
  for (const client of [gone, stays]) await client.subscribe({ kinds: [2113], limit: 0 });
  await it.put(note());
  for (const client of [gone, stays]) expect((await client.next(event))[0]).toBe('EVENT');
  const without = [...roster, { pk: changing.pk, role: 'frontdesk', from }];
  await it.put(it.nextCharter(it.keys.admin, { roster: without as never }));
  expect(await gone.closed()).toBe(1008);
  await it.put(note());
  await settle(stays);
  expect(liveCount(stays)).toBe(0);
  expect(await stays.count({ kinds: [2113] })).toBe(0);
  await it.put(it.nextCharter(it.keys.admin, { roster: roster as never }));
  expect(await stays.closed()).toBe(1008);
});

test('several keys on one connection see what each of them sees, and lose one at a time', async () => {
  const client = await it.connect(it.keys.patientA, it.keys.patientB);
  await it.put(it.access(it.channel.A.clin, { readers: [{ pk: it.keys.patientA.pk }] }));
  const notes = [note('A'), note('B')];
  for (const each of notes) await it.put(each);
  expect(await client.count({ ids: notes.map(({ id }) => id) })).toBe(2);
  await it.put(it.access(it.channel.A.clin, { readers: [] }));
  const left = await client.request({ ids: notes.map(({ id }) => id) });
  expect(left).toEqual({ events: [notes[1]], complete: true });
});

test('time and place of a record: future, unknown channel, retired channel, retired epoch', async () => {
  const doctor = await it.connect(it.keys.doctor);
  const answer = async (record: NostrEvent) => (await doctor.publish(record))[1];
  expect(await answer(note('A', seconds() + 1000))).toBe('invalid: created_at is too far in the future');
  expect(await answer(note('A', seconds() - 7200))).toMatch(/was not a member of the practice at that time/);
  expect(await doctor.publish(note('A', seconds() - 1800))).toEqual([true, '']);
  const unknown = signed(it.keys.doctor, { kind: 2113, tags: [['p', testKey().pk]] });
  expect(await answer(unknown)).toMatch(/^restricted: the channel .* is not known here/);
  expect(await answer(signed(it.keys.doctor, { kind: 2113 }))).toMatch(/^restricted: /);
  const channel = testKey().pk;
  const toChannel = () =>
    signed(it.keys.doctor, { kind: 2113, tags: [['p', channel]], content: `${Math.random()}` });
  await it.put(it.access(channel, {}));
  expect(await doctor.publish(toChannel())).toEqual([true, '']);
  await it.put(it.access(channel, { state: 'retired' }));
  expect(await answer(toChannel())).toMatch(/^restricted: this channel is retired/);
  expect(await doctor.count({ '#p': [channel] })).toBe(1);
  // Attack, or a colleague who was offline: the list as it was before somebody was taken off.
  await expect(it.put(it.access(channel, { state: 'active' }))).rejects.toThrow(/this channel is retired/);
  await it.put(it.access(channel, { state: 'retired', readers: [] }));
});

test('an epoch that has passed is written to no more, and never comes back', async () => {
  const other = await startTestPractice();
  const doctor = await other.connect(other.keys.doctor);
  const { clin } = other.channel.A;
  const record = () =>
    signed(other.keys.doctor, { kind: 2113, tags: [['p', clin]], content: `${Math.random()}` });
  const taken = record();
  expect(await doctor.publish(taken)).toEqual([true, '']);
  const epochs = { desk: { epoch: 1 }, clin: { epoch: 2 }, msg: { epoch: 1 }, sens: { epoch: 1 } };
  await other.put(other.nextCharter(other.keys.admin, { compartments: epochs }));
  expect((await doctor.publish(record()))[1]).toBe(
    'restricted: this channel is retired; write to the one of epoch 2',
  );
  // Sent again because the answer was lost: it was taken, whatever has changed since.
  expect(await doctor.publish(taken)).toEqual([true, 'duplicate: already have this event']);
  const stranger = await other.connect(other.keys.nurse);
  expect((await stranger.publish(taken))[0]).toBe(false);
  const back = other.nextCharter(other.keys.admin, { compartments: { ...epochs, clin: { epoch: 1 } } });
  await expect(other.put(back)).rejects.toThrow(/back to an earlier epoch/);
  await other.stop();
});

test('access lists: only by members who open the compartment, and a channel never changes compartment', async () => {
  const by = async (key: typeof it.root, event: NostrEvent) => {
    const client = await it.connect(key);
    const [, message] = await client.publish(event);
    client.socket.close();
    return message;
  };
  const { frontdesk, biller, doctor, patientA, stranger } = it.keys;
  const mine = { readers: [{ pk: frontdesk.pk }] };
  expect(await by(frontdesk, it.access(testKey().pk, { ...mine, c: 'clin' }, frontdesk))).toMatch(
    /does not open clin/,
  );
  expect(await by(frontdesk, it.access(it.channel.A.clin, { ...mine, c: 'desk' }, frontdesk))).toBe(
    'restricted: a channel stays in its compartment and epoch',
  );
  expect(await by(biller, it.access(testKey().pk, { c: 'desk' }, biller))).toMatch(
    /may not change this list/,
  );
  expect(await by(patientA, it.access(it.channel.A.clin, {}, patientA))).toMatch(/^restricted: /);
  expect(await by(stranger, it.access(it.channel.A.clin, {}, stranger))).toMatch(/^restricted: /);
  expect(await by(doctor, signed(doctor, { kind: 30210, tags: [['d', testKey().pk]], content: 'x' }))).toBe(
    'invalid: the access list is not encrypted to this relay',
  );
  // An older list of another author does not win over a newer one.
  const channel = testKey().pk;
  await it.put(it.access(channel, { readers: [{ pk: patientA.pk }] }, it.keys.admin, seconds() - 10));
  await it.put(it.access(channel, {}, doctor, seconds() - 20));
  const client = await it.connect(patientA);
  await it.put(signed(doctor, { kind: 2113, tags: [['p', channel]] }));
  expect(await client.count({ '#p': [channel] })).toBe(1);
});

test('governance is the admins’ and the root’s', async () => {
  const { admin, doctor, nurse } = it.keys;
  const answer = async (key: typeof it.root, event: NostrEvent) => {
    const client = await it.connect(key);
    const [, message] = await client.publish(event);
    client.socket.close();
    return message;
  };
  expect(await answer(doctor, signed(doctor, { kind: EPOCH_LINK }))).toBe(
    'restricted: only an admin links epochs',
  );
  expect(await answer(nurse, signed(nurse, { kind: 30212, tags: [['d', 'directory']] }))).toMatch(
    /^restricted: /,
  );
  const { seq } = JSON.parse(it.charter.content) as { seq: number };
  const old = signed(admin, {
    kind: CHARTER,
    content: JSON.stringify({ ...JSON.parse(it.charter.content), seq }),
  });
  expect(await answer(admin, old)).toMatch(/^restricted: the charter does not follow/);
  expect(await answer(admin, signed(admin, { kind: CHARTER, content: '{}' }))).toMatch(/^invalid: /);
  expect(await answer(doctor, signed(doctor, { kind: CHARTER_APPROVAL, tags: [['e', it.charter.id]] }))).toBe(
    'restricted: only an admin approves a charter',
  );
  expect(await answer(doctor, signed(doctor, { kind: ROOT_SUCCESSION }))).toMatch(/^restricted: /);
  expect(await answer(it.successor, signed(it.successor, { kind: ROOT_SUCCESSION }))).toBe('');
});

test('an ephemeral gift wrap reaches its addressee alone and is not kept', async () => {
  const [patient, doctor] = [await it.connect(it.keys.patientB), await it.connect(it.keys.doctor)];
  for (const client of [patient, doctor]) await client.subscribe({ kinds: [EPHEMERAL_GIFT_WRAP], limit: 0 });
  const wrap = signed(testKey(), { kind: EPHEMERAL_GIFT_WRAP, tags: [['p', it.keys.patientB.pk]] });
  expect(await doctor.publish(wrap)).toEqual([true, '']);
  expect((await patient.next(event))[2]).toEqual(wrap);
  await settle(doctor);
  expect(liveCount(doctor)).toBe(0);
  expect(await patient.count({ kinds: [EPHEMERAL_GIFT_WRAP] })).toBe(0);
});

test('before the first charter only the root is let in', async () => {
  const [root, other] = [testKey(), testKey()];
  const { practicePolicy } = await import('./practice-policy.ts');
  const empty = await startTestRelay({
    policy: practicePolicy({ root: root.pk, secretKey: testKey().secret }),
  });
  const stranger = await empty.connect(other);
  expect((await stranger.request({})).closed).toMatch(/^restricted: /);
  const genesis = {
    ...JSON.parse(it.charter.content),
    seq: 0,
    prev: undefined,
    roster: [],
    admins: [other.pk],
  };
  const content = JSON.stringify(genesis);
  expect((await stranger.publish(signed(other, { kind: CHARTER, content })))[0]).toBe(false);
  const owner = await empty.connect(root);
  expect(await owner.publish(signed(root, { kind: CHARTER, content, tags: [['-']] }))).toEqual([true, '']);
  await empty.stop();
});

test('AUTH: wrong challenge, wrong relay, wrong clock, forged signature', async () => {
  const client = await it.connect();
  await client.next(([type]) => type === 'AUTH');
  const key = it.keys.doctor;
  const attempt = async (relay: string, challenge: string, created_at = seconds(), forge = false) => {
    const tags = [
      ['relay', relay],
      ['challenge', challenge],
    ];
    const auth = signed(key, { kind: 22242, created_at, tags });
    if (forge) auth.sig = auth.sig.replace(/^../, (two) => (two === '00' ? '01' : '00'));
    client.send('AUTH', auth);
    return (await client.next(([type, id]) => type === 'OK' && id === auth.id))[3];
  };
  expect(await attempt(it.url, 'other')).toMatch(/challenge/);
  expect(await attempt('wss://elsewhere.example', client.challenge)).toMatch(/another relay/);
  expect(await attempt(it.url, client.challenge, seconds() - 900)).toMatch(/15 minutes behind.*clock/);
  expect(await attempt(it.url, client.challenge, seconds(), true)).toMatch(/signature/);
  expect((await client.request({})).closed).toMatch(/^auth-required: /);
  // What is sent behind an AUTH waits for it.
  const auth = signed(key, {
    kind: 22242,
    tags: [
      ['relay', it.url],
      ['challenge', client.challenge],
    ],
  });
  client.send('AUTH', auth);
  client.send('REQ', 'at once', { kinds: [CHARTER] });
  expect((await client.next(([, id]) => id === 'at once'))[0]).toBe('EVENT');
});

test('the head of the log is written by this process with the relay’s own key, and by nobody else', async () => {
  const doctor = await it.connect(it.keys.doctor);
  const sub = await doctor.subscribe({ kinds: [AUDIT_HEAD], limit: 0 });
  const head = auditHead(it);
  expect(await it.relay.publish(head)).toMatchObject({ accepted: true });
  expect(await doctor.next(([type, id]) => type === 'EVENT' && id === sub)).toContainEqual(head);
  const garbled = signed(it.self, { kind: AUDIT_HEAD, content: '{"seq":0}' });
  expect(await it.relay.publish(garbled)).toMatchObject({ reason: expect.stringMatching(/^invalid: /) });
  expect(await doctor.publish(auditHead(it, it.keys.doctor))).toEqual([
    false,
    'restricted: only the relay signs the heads of its log',
  ]);
  expect((await it.relay.publish(auditHead(it, it.keys.admin))).accepted).toBe(false);
  // The key is on the server's disk: whoever stole it gets no say over a socket.
  const thief = await it.connect(it.self);
  expect((await thief.publish(auditHead(it)))[1]).toMatch(/^restricted: /);
  expect((await thief.request({ kinds: [AUDIT_HEAD] })).closed).toMatch(/^restricted: /);
});

test('nothing that is kept takes itself out of the history; gift wraps may end', async () => {
  const doctor = await it.connect(it.keys.doctor);
  const soon = ['expiration', String(seconds() + 60)];
  const record = signed(it.keys.doctor, { kind: 2113, tags: [['p', it.channel.A.clin], soon] });
  expect(await doctor.publish(record)).toEqual([false, expect.stringMatching(/^blocked: .*does not expire/)]);
  const admin = await it.connect(it.keys.admin);
  const link = signed(it.keys.admin, { kind: EPOCH_LINK, tags: [soon], content: 'x' });
  expect((await admin.publish(link))[1]).toMatch(/^blocked: /);
  const wrap = signed(testKey(), { kind: 1059, tags: [['p', it.keys.nurse.pk], soon], content: 'x' });
  expect(await doctor.publish(wrap)).toEqual([true, '']);
});
