/** What the holder of an invite key can do over a real socket: answer once, and nothing else. */
import { type NostrEvent, verifyEvent } from '@keychart/nostr';
import {
  CHARTER,
  GIFT_WRAP,
  type InvitationState,
  invitationTags,
  STAFF_INVITATION,
} from '@keychart/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds, signed, type TestClient, type TestKey, testKey } from '../testing/test-client.ts';
import { oneOfEach, people, startTestPractice, type TestPractice } from '../testing/test-practice.ts';
import { practicePolicy } from './practice-policy.ts';

const NO = /^restricted: /;
let it: TestPractice;
beforeAll(async () => {
  it = await startTestPractice();
});
afterAll(() => it.stop());

let stamp = seconds() - 100;
function invitation(
  key: TestKey,
  state: InvitationState = 'open',
  expires = seconds() + 60,
  by = it.keys.admin,
) {
  stamp += 1;
  const tags = invitationTags({ pk: key.pk, expires, state });
  return signed(by, { kind: STAFF_INVITATION, created_at: stamp, tags, content: 'sealed' });
}
const claim = (key: TestKey, to = it.keys.admin.pk, content = `${Math.random()}`) =>
  signed(key, { kind: GIFT_WRAP, tags: [['p', to]], content });

async function sent(client: TestClient, event: NostrEvent): Promise<[boolean, string]> {
  client.send('EVENT', event);
  const [, , accepted, reason] = await client.next(([type, id]) => type === 'OK' && id === event.id);
  return [accepted as boolean, reason as string];
}

test('somebody invited answers the administrator once, and reads their own invitation only', async () => {
  const [key, other] = [testKey(), testKey()];
  const mine = await it.put(invitation(key));
  await it.put(invitation(other));
  const stored = Object.values(oneOfEach(it));
  const admin = await it.connect(it.keys.admin, it.keys.doctor, it.self);
  for (const event of stored) await sent(admin, event);
  const client = await it.connect(key);
  const seen = await client.request({});
  expect(seen.events.map(({ id }) => id)).toEqual([mine.id]);
  expect((await client.request({ ids: stored.map(({ id }) => id) })).events).toEqual([]);
  expect((await client.request({ kinds: [CHARTER] })).events).toEqual([]);
  expect((await client.request({ kinds: [STAFF_INVITATION], '#p': [other.pk] })).events).toEqual([]);
  expect(await client.count({})).toBe(1);

  const tried: NostrEvent[] = [
    // Under a throw-away key, to somebody who is no administrator, too long, or no wrap at all.
    claim(testKey()),
    claim(key, it.keys.doctor.pk),
    claim(key, it.keys.admin.pk, 'x'.repeat(9000)),
    signed(key, { kind: 21059, tags: [['p', it.keys.admin.pk]], content: 'x' }),
    signed(key, { kind: 2113, tags: [['p', it.channel.A.clin]], content: 'x' }),
    signed(key, { kind: 2117, tags: [['p', it.channel.A.msg]], content: 'x' }),
    invitation(testKey(), 'open', seconds() + 60, key),
    signed(key, { kind: CHARTER, tags: [['-']], content: it.charter.content }),
  ];
  for (const event of tried)
    expect(await sent(client, event), `kind ${event.kind}`).toEqual([false, expect.any(String)]);
  const first = claim(key);
  expect(await sent(client, first)).toEqual([true, '']);
  expect((await sent(client, first))[0]).toBe(true);
  expect(await sent(client, claim(key))).toEqual([false, expect.stringMatching(/answered already/)]);
  // The administrator has it; the invited key cannot read it back.
  expect((await admin.request({ ids: [first.id] })).events).toHaveLength(1);
  expect((await client.request({ ids: [first.id] })).events).toEqual([]);
});

test('a relay that is started again remembers who has answered', async () => {
  const key = testKey();
  await it.put(invitation(key));
  const client = await it.connect(key);
  const first = claim(key);
  expect(await sent(client, first)).toEqual([true, '']);
  const policy = practicePolicy({ root: it.root.pk, secretKey: it.self.secret });
  policy.load(it.store);
  const peer = { address: 'test', pubkeys: new Set([key.pk]) };
  expect(policy.mayWrite(verifyEvent(claim(key))!, peer)).toMatch(/answered already/);
  expect(policy.mayWrite(verifyEvent(first)!, peer)).toBeUndefined();
});

test('used, withdrawn and expired invitations close the connection with the reason, and stay closed', async () => {
  for (const state of ['used', 'withdrawn'] as const) {
    const key = testKey();
    const open = invitation(key);
    await it.put(open);
    const client = await it.connect(key);
    await client.subscribe({ kinds: [STAFF_INVITATION], limit: 0 });
    await it.put(invitation(key, state));
    const [, , reason] = await client.next(([type]) => type === 'CLOSED');
    expect(reason).toMatch(state === 'used' ? /has been used/ : /was withdrawn/);
    expect(await client.closed()).toBe(1008);
    await it.relay.publish(invitation(key));
    const again = await it.connect(key);
    expect((await again.request({})).closed).toMatch(NO);
    expect(await sent(again, claim(key))).toEqual([false, expect.stringMatching(NO)]);
  }
  const key = testKey();
  await it.put(invitation(key, 'open', seconds() + 3));
  const client = await it.connect(key);
  await client.subscribe({ kinds: [STAFF_INVITATION], limit: 0 });
  const [, , reason] = await client.next(([type]) => type === 'CLOSED', 6000);
  expect(reason).toMatch(/has expired/);
});

test('only administrators invite and read invitations; never for a key that is known', async () => {
  const key = testKey();
  const event = await it.put(invitation(key));
  for (const person of people) {
    const client = await it.connect(it.keys[person]);
    const { events } = await client.request({ ids: [event.id] });
    expect(events ?? [], person).toHaveLength(person === 'admin' ? 1 : 0);
    const [accepted] = await sent(client, invitation(testKey(), 'open', seconds() + 60, it.keys[person]));
    expect(accepted, person).toBe(person === 'admin');
  }
  const admin = await it.connect(it.keys.admin);
  expect(await sent(admin, invitation(it.keys.patientA))).toEqual([
    false,
    expect.stringMatching(/key of its own/),
  ]);
  expect(await sent(admin, invitation(testKey(), 'open', seconds() + 86_400 * 61))).toEqual([
    false,
    expect.stringMatching(/at most sixty days/),
  ]);
});
