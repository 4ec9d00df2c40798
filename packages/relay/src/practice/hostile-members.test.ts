/** People who belong here, or did, and go beyond what that means. */
import type { NostrEvent, VerifiedEvent } from '@keychart/nostr';
import { CHARTER, CHARTER_APPROVAL, GIFT_WRAP, ROOT_SUCCESSION, rootCommitment } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seconds, signed, startTestRelay, type TestKey, testKey } from '../testing/test-client.ts';
import { startTestPractice, type TestPractice } from '../testing/test-practice.ts';
import { practicePolicy } from './practice-policy.ts';

let it: TestPractice;
beforeEach(async () => {
  it = await startTestPractice();
});
afterEach(() => it.stop());

const bodyOf = ({ content }: NostrEvent) =>
  JSON.parse(content) as { seq: number; admins: string[]; roster: object[] };

/** A charter on top of another, dated as one likes. */
const onTopOf = (before: NostrEvent, by: TestKey, patch: object, created_at = seconds()) =>
  signed(by, {
    kind: CHARTER,
    created_at,
    tags: [['-']],
    content: JSON.stringify({ ...bodyOf(before), seq: bodyOf(before).seq + 1, prev: before.id, ...patch }),
  });

async function says(key: TestKey, event: NostrEvent): Promise<string> {
  const client = await it.connect(key);
  const [accepted, message] = await client.publish(event);
  client.socket.close();
  return accepted ? 'taken' : message;
}

test('an administrator who writes the own name twice is not the only administrator', async () => {
  const { admin, doctor } = it.keys;
  const two = onTopOf(it.charter, it.root, { admins: [admin.pk, doctor.pk] });
  await it.put(two);
  const alone = onTopOf(two, doctor, { admins: [doctor.pk, doctor.pk] });
  expect(await says(doctor, alone)).toBe('restricted: the charter only the practice root changes the admins');
});

test('a root key that was succeeded signs nothing, whatever the date', async () => {
  // A clock that is a little ahead, as after several changes in one second.
  const at = seconds() + 5;
  await it.put(signed(it.successor, { kind: ROOT_SUCCESSION, created_at: at, tags: [['-']] }));
  const thief = testKey();
  const patch = { admins: [it.keys.admin.pk, thief.pk], nextRoot: rootCommitment(thief.pk) };
  expect(await says(it.root, onTopOf(it.charter, it.root, patch, at - 1))).toMatch(/^restricted: /);
  expect(await says(it.root, onTopOf(it.charter, it.root, patch))).toMatch(/^restricted: /);
  expect(await says(it.successor, onTopOf(it.charter, it.successor, {}, at))).toBe('taken');
});

test('an administrator whose time is over, let in as a parent, governs nothing', async () => {
  const { admin, doctor } = it.keys;
  await it.put(it.access(it.channel.A.msg, { c: 'msg', readers: [{ pk: doctor.pk, write: true }] }));
  const roster = bodyOf(it.charter).roster as { pk: string }[];
  const ended = roster.map((member) => (member.pk === doctor.pk ? { ...member, to: seconds() } : member));
  const two = onTopOf(it.charter, it.root, { admins: [admin.pk, doctor.pk], roster: ended, approvals: 1 });
  await it.put(two);
  const client = await it.connect(doctor);
  expect(await client.count({ kinds: [CHARTER] })).toBeGreaterThan(0);
  const back = onTopOf(two, doctor, { roster });
  expect(await says(doctor, back)).toMatch(/on the staff no more/);
  const proposed = onTopOf(two, admin, { roster });
  expect(await says(admin, proposed)).toBe('taken');
  const approval = signed(doctor, { kind: CHARTER_APPROVAL, tags: [['e', proposed.id], ['-']] });
  expect(await says(doctor, approval)).toBe('restricted: only an admin approves a charter');
  for (const [kind, d] of [
    [30212, 'directory'],
    [30213, testKey().pk],
    [2105, 'x'],
  ] as const) {
    const tags = [
      ['d', d],
      ['p', d],
      ['expires', String(seconds() + 60)],
      ['state', 'open'],
    ];
    expect(await says(doctor, signed(doctor, { kind, tags, content: 'x' }))).toMatch(/^restricted: /);
  }
});

test('a charter is not dated back over the work of others; one that waited two days on a device is taken', async () => {
  const day = 86_400;
  const began = seconds() - 30 * day;
  let clock = began;
  const [root, relay] = [testKey(), testKey()];
  const policy = practicePolicy({ root: root.pk, secretKey: relay.secret, now: () => clock });
  const old = await startTestRelay({ policy });
  const everybody = (bodyOf(it.charter).roster as { pk: string }[]).map((member) => ({ ...member, from: 0 }));
  const genesis = onTopOf(it.charter, root, { seq: 0, prev: undefined, roster: everybody }, began);
  expect(await old.relay.publish(genesis)).toMatchObject({ accepted: true });
  clock = began + 10 * day;
  const { admin, doctor } = it.keys;
  const roster = everybody.filter(({ pk }) => pk !== doctor.pk);
  const removal = (at: number) => onTopOf(genesis, admin, { roster }, at);
  expect(await old.relay.publish(removal(clock - 5 * day))).toMatchObject({
    reason: 'restricted: the charter was made too long ago; make the change again',
  });
  expect(await old.relay.publish(removal(clock - 2 * day))).toMatchObject({ accepted: true });
  await old.stop();
});

test('a family key fills no disk: so much at once, then a little, and nothing very long', async () => {
  const client = await it.connect(it.keys.patientA);
  const wrap = (content = 'x') =>
    signed(testKey(), { kind: GIFT_WRAP, tags: [['p', it.keys.doctor.pk]], content });
  expect((await client.publish(wrap('x'.repeat(100_001))))[1]).toMatch(/^restricted: .*too long/);
  const tagged = signed(testKey(), {
    kind: GIFT_WRAP,
    tags: [['p', it.keys.doctor.pk], ...Array.from({ length: 100 }, () => ['x', 'x'.repeat(1000)])],
  });
  expect((await client.publish(tagged))[1]).toMatch(/^restricted: .*too long/);
  const answers = [];
  for (let n = 0; n < 210; n++) answers.push((await client.publish(wrap()))[1]);
  expect(answers.slice(0, 200).every((message) => message === '')).toBe(true);
  expect(answers.at(-1)).toMatch(/^rate-limited: /);
  // Another key on the same connection is no way round, and nobody else is slowed down.
  await client.authenticate(testKey());
  expect((await client.publish(wrap()))[1]).toMatch(/^rate-limited: /);
  const doctor = await it.connect(it.keys.doctor);
  for (let n = 0; n < 210; n++) expect((await doctor.publish(wrap()))[0]).toBe(true);
});

test('somebody removed, back as a parent, is served nothing of what they once wrote of others', async () => {
  const { removed, guardianA, doctor } = it.keys;
  const before = signed(removed, {
    kind: 2113,
    created_at: seconds() - 1800,
    tags: [['p', it.channel.B.clin]],
    content: 'x',
  });
  it.store.insert([{ event: before as VerifiedEvent, raw: JSON.stringify(before) }]);
  await it.put(
    it.access(it.channel.A.msg, {
      c: 'msg',
      readers: [{ pk: removed.pk, write: true }, { pk: guardianA.pk }],
    }),
  );
  const own = signed(removed, { kind: 2117, tags: [['p', it.channel.A.msg]], content: 'y' });
  const colleague = await it.connect(doctor);
  expect(await colleague.count({ ids: [before.id] })).toBe(1);
  for (const keys of [[removed], [removed, guardianA]]) {
    const client = await it.connect(...keys);
    expect(await client.count({ ids: [before.id] })).toBe(0);
    expect((await client.request({ authors: [removed.pk] })).events.map(({ id }) => id)).not.toContain(
      before.id,
    );
    await client.publish(own);
    expect(await client.count({ authors: [removed.pk], kinds: [2117] })).toBe(1);
  }
});
