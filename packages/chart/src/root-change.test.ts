/** What the root key does, and what it no longer does once a successor has taken over; against a real relay. */
import { finalizeEvent, generateSecretKey, getPublicKey, verifyEvent } from '@keychart/nostr';
import { CHARTER, CHARTER_APPROVAL, charterContent, foldCharters, ROOT_SUCCESSION } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffView } from './api/chart.ts';
import { changeAdmins, succeedRoot } from './root-change.ts';
import type { Open } from './testing/test-charts.ts';
import { startTestPractice } from './testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const seconds = () => Math.floor(Date.now() / 1000);

function fold() {
  const events = practice.store.eventsOfKinds([CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION]);
  return foldCharters(
    events.map((event) => verifyEvent(event)!),
    practice.root,
  )!;
}

async function publish(made: ReturnType<typeof changeAdmins>): Promise<void> {
  if (!made.ok) throw new Error(made.reason);
  for (const event of made.events) expect(await practice.publish(event)).toMatchObject({ accepted: true });
}

const reason = (made: ReturnType<typeof changeAdmins>) => (made.ok ? 'done' : made.reason);

async function staffOf(chart: Open): Promise<StaffView> {
  const seen = vi.fn();
  (await chart.watchStaff(seen))();
  return seen.mock.lastCall![0] as StaffView;
}

test('an administrator follows another: the root names the new one, who then removes the old one', async () => {
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  expect((await staffOf(nurse)).whyNot).toBeDefined();
  await publish(
    changeAdmins(
      fold(),
      practice.rootSecret,
      { add: [practice.nurse.pubkey], remove: [practice.doctor.pubkey] },
      seconds(),
    ),
  );
  await vi.waitFor(async () => expect((await staffOf(nurse)).whyNot).toBeUndefined(), 10_000);
  expect(await nurse.changeStaff({ kind: 'remove', npub: practice.doctor.npub })).toMatchObject({ ok: true });
  await vi.waitFor(async () => {
    const { members, pending } = await staffOf(nurse);
    expect(pending).toBeUndefined();
    expect(members.map(({ name }) => name)).toEqual(['Test nurse', 'Test frontdesk']);
  }, 10_000);
});

test('what the root cannot do is said', () => {
  const change = (patch: object, secret = practice.rootSecret) =>
    reason(changeAdmins(fold(), secret, { add: [], remove: [], ...patch }, seconds()));
  expect(change({}, generateSecretKey())).toMatch(/not the root key/);
  expect(change({ remove: [practice.doctor.pubkey] })).toMatch(/needs an administrator/);
  expect(change({ remove: [practice.nurse.pubkey] })).toMatch(/not an administrator/);
  expect(change({ add: [getPublicKey(generateSecretKey())] })).toMatch(/on the staff first/);
  expect(change({ approvals: 1 })).toMatch(/cannot come from 1 administrators/);
  expect(reason(succeedRoot(fold(), generateSecretKey(), practice.root, seconds()))).toMatch(
    /not the successor/,
  );
});

test('a stolen root: its successor takes over, and the thief changes nothing more', async () => {
  const next = getPublicKey(generateSecretKey());
  await publish(succeedRoot(fold(), practice.successorSecret, next, seconds()));
  // The thief still holds the root of before.
  expect(
    reason(
      changeAdmins(fold(), practice.rootSecret, { add: [practice.nurse.pubkey], remove: [] }, seconds()),
    ),
  ).toMatch(/not the root key/);
  const { chain } = fold();
  const current = chain.at(-1)!;
  const { id, author: _author, createdAt, ...body } = current;
  const stolen = finalizeEvent(
    {
      kind: CHARTER,
      created_at: createdAt + 1,
      tags: [['-']],
      content: charterContent({ ...body, seq: current.seq + 1, prev: id, admins: [practice.nurse.pubkey] }),
    },
    practice.rootSecret,
  );
  expect(await practice.publish(stolen)).toMatchObject({ accepted: false });
  // Readers judge the same, whoever shows it to them.
  const everything = [
    ...practice.store.eventsOfKinds([CHARTER, ROOT_SUCCESSION]).map((event) => verifyEvent(event)!),
    stolen,
  ];
  expect(foldCharters(everything, practice.root)!.chain.map((charter) => charter.id)).toEqual(
    chain.map((charter) => charter.id),
  );
  // The new root works, its devices follow, and it has a successor of its own.
  await publish(
    changeAdmins(fold(), practice.successorSecret, { add: [practice.nurse.pubkey], remove: [] }, seconds()),
  );
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  expect((await staffOf(nurse)).whyNot).toBeUndefined();
  expect(reason(succeedRoot(fold(), practice.successorSecret, practice.root, seconds()))).toMatch(
    /not the successor/,
  );
});

test('with approvals needed, a change waits until another administrator has agreed, and says so', async () => {
  await publish(
    changeAdmins(
      fold(),
      practice.rootSecret,
      { add: [practice.nurse.pubkey], remove: [], approvals: 1 },
      seconds(),
    ),
  );
  const [doctor, nurse] = [await practice.open(practice.doctor), await practice.open(practice.nurse)];
  await doctor.ready();
  await nurse.ready();
  const outcome = await doctor.changeStaff({ kind: 'remove', npub: practice.frontdesk.npub });
  expect(outcome).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect((await staffOf(nurse)).proposals).toHaveLength(1), 10_000);
  const [proposal] = (await staffOf(nurse)).proposals;
  expect(proposal).toMatchObject({
    by: 'Test doctor',
    approvals: 0,
    needed: 1,
    mayApprove: true,
    changes: [{ kind: 'removed', name: 'Test frontdesk' }],
    renewed: ['desk', 'msg'],
  });
  expect((await staffOf(doctor)).pending).toMatchObject({ state: 'waiting' });
  await vi.waitFor(async () =>
    expect((await staffOf(doctor)).proposals[0]).toMatchObject({ mayApprove: false }),
  );
  expect(await doctor.approveStaff(proposal!.id)).toMatchObject({ ok: false });
  expect(await nurse.approveStaff('0'.repeat(64))).toMatchObject({ ok: false });
  expect((await staffOf(nurse)).members).toHaveLength(3);
  expect(await nurse.approveStaff(proposal!.id)).toMatchObject({ ok: true });
  for (const chart of [doctor, nurse]) {
    await vi.waitFor(async () => {
      const { members, proposals, pending } = await staffOf(chart);
      expect(members.map(({ name }) => name)).toEqual(['Test doctor', 'Test nurse']);
      expect(proposals).toEqual([]);
      expect(pending).toBeUndefined();
    }, 10_000);
  }
});
