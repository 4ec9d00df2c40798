import { type EventTemplate, finalizeEvent, generateSecretKey, getPublicKey } from '@keychart/nostr';
import { expect, test } from 'vitest';
import { type CharterBody, charterContent, foldCharters, memberAt, whyNotEntitled } from './charter.ts';
import { CHARTER, CHARTER_APPROVAL } from './kinds.ts';

const key = () => {
  const secret = generateSecretKey();
  return { secret, pk: getPublicKey(secret) };
};
const root = key();
const admin = key();
const other = key();
const doctor = key();
const desk = key();

const body = (patch: Partial<CharterBody> = {}): CharterBody => ({
  v: 1,
  seq: 0,
  admins: [admin.pk, other.pk],
  approvals: 0,
  roster: [
    { pk: admin.pk, role: 'admin', from: 0 },
    { pk: doctor.pk, role: 'doctor', from: 1000, to: 2000 },
    { pk: desk.pk, role: 'frontdesk', from: 1000 },
  ],
  compartments: { desk: { epoch: 1 }, clin: { epoch: 1 } },
  nextRoot: '0'.repeat(64),
  ...patch,
});

const charter = (by: { secret: Uint8Array }, patch: Partial<CharterBody> = {}, at = 1000) =>
  finalizeEvent(
    { kind: CHARTER, created_at: at, tags: [['-']], content: charterContent(body(patch)) } as EventTemplate,
    by.secret,
  );

const genesis = charter(root);

test('the genesis must be the root’s', () => {
  expect(foldCharters([charter(admin)], root.pk)).toBeUndefined();
  expect(foldCharters([genesis], root.pk)?.chain).toHaveLength(1);
});

test('an admin extends the roster, but cannot touch admins, approvals or successor', () => {
  const next = { seq: 1, prev: genesis.id };
  const fold = (patch: Partial<CharterBody>, by = admin) =>
    foldCharters([charter(by, { ...next, ...patch }, 1100), genesis], root.pk)!;
  expect(fold({ roster: [] }).chain).toHaveLength(2);
  expect(fold({ admins: [admin.pk] }).ignored[0]?.reason).toBe('only the practice root changes the admins');
  // Twice the own name is as long as the list it replaces.
  expect(fold({ admins: [admin.pk, admin.pk] }).chain).toHaveLength(1);
  expect(fold({ nextRoot: '1'.repeat(64) }).chain).toHaveLength(1);
  expect(fold({ approvals: 1 }).chain).toHaveLength(1);
  expect(fold({ roster: [] }, doctor).chain).toHaveLength(1);
  expect(fold({ admins: [admin.pk] }, root).chain).toHaveLength(2);
});

test('a compartment never goes back to an earlier epoch, nor disappears', () => {
  const next = { seq: 1, prev: genesis.id, compartments: { desk: { epoch: 1 }, clin: { epoch: 2 } } };
  const second = charter(admin, next, 1100);
  const fold = (compartments: CharterBody['compartments'], by = admin) =>
    foldCharters([genesis, second, charter(by, { seq: 2, prev: second.id, compartments }, 1200)], root.pk)!;
  expect(fold({ desk: { epoch: 1 }, clin: { epoch: 3 } }).chain).toHaveLength(3);
  for (const by of [admin, root]) {
    expect(fold({ desk: { epoch: 1 }, clin: { epoch: 1 } }, by).chain).toHaveLength(2);
    expect(fold({ clin: { epoch: 2 } }, by).ignored[0]?.reason).toMatch(/takes compartment desk back/);
  }
});

test('a rival of a charter that was relied on does not replace it, whatever its id', () => {
  const a = charter(admin, { seq: 1, prev: genesis.id, roster: [] }, 1100);
  const b = charter(other, { seq: 1, prev: genesis.id }, 1100);
  for (const relied of [a, b]) {
    const { chain, ignored } = foldCharters([genesis, a, b], root.pk, new Set([relied.id]))!;
    expect(chain.at(-1)!.id).toBe(relied.id);
    expect(ignored).toEqual([
      { id: relied === a ? b.id : a.id, reason: 'does not follow the charter in force' },
    ]);
  }
});

test('of two charters of one seq the lower id wins, whatever the order of arrival', () => {
  const a = charter(admin, { seq: 1, prev: genesis.id, roster: [] }, 1100);
  const b = charter(other, { seq: 1, prev: genesis.id }, 1100);
  const lower = a.id < b.id ? a.id : b.id;
  for (const order of [
    [genesis, a, b],
    [b, a, genesis],
  ]) {
    expect(foldCharters(order, root.pk)!.chain.at(-1)!.id).toBe(lower);
  }
});

test('approvals of other admins count, one’s own does not', () => {
  const start = charter(root, { approvals: 1 });
  const next = charter(admin, { seq: 1, prev: start.id, approvals: 1 }, 1100);
  const approve = (by: { secret: Uint8Array }) =>
    finalizeEvent(
      { kind: CHARTER_APPROVAL, created_at: 1100, tags: [['e', next.id], ['-']], content: '' },
      by.secret,
    );
  expect(foldCharters([start, next, approve(admin)], root.pk)!.chain).toHaveLength(1);
  expect(foldCharters([start, next, approve(other)], root.pk)!.chain).toHaveLength(2);
});

test('authority is judged by the second a record is dated', () => {
  const { chain } = foldCharters([genesis], root.pk)!;
  expect(memberAt(chain, doctor.pk, 999)).toBeUndefined();
  expect(memberAt(chain, doctor.pk, 1999)?.role).toBe('doctor');
  expect(whyNotEntitled(chain, doctor.pk, 2114, 'clin', 2000)).toMatch(/not a member/);
  expect(whyNotEntitled(chain, doctor.pk, 2114, 'clin', 1500)).toBeUndefined();
  expect(whyNotEntitled(chain, desk.pk, 2114, 'clin', 1500)).toMatch(/does not open compartment clin/);
  expect(whyNotEntitled(chain, desk.pk, 2110, 'desk', 1500)).toBeUndefined();
  expect(whyNotEntitled(chain, doctor.pk, 2110, 'clin', 1500)).toMatch(/does not belong/);
});
