/** Keys of some patients: who may hand them over, by which charter, until when; in any order of arrival. */
import { finalizeEvent, generateSecretKey, getPublicKey, nip44 } from '@keychart/nostr';
import { CHARTER, charterContent, type Member, PAIR_GRANT } from '@keychart/protocol';
import { expect, test } from 'vitest';
import { governance } from './governance.ts';
import type { StoredGrant } from './stored-grant.ts';

const key = () => {
  const secret = generateSecretKey();
  return { secret, pk: getPublicKey(secret) };
};
const [root, boss, locum] = [key(), key(), key()];
const people = { doctor: key(), frontdesk: key(), former: key(), named: key(), stranger: key() };
const h = (n: number) => n.toString(16).padStart(64, '0');
const roster: Member[] = [
  { pk: boss.pk, role: 'admin', from: 0 },
  { pk: people.doctor.pk, role: 'doctor', from: 0 },
  { pk: people.frontdesk.pk, role: 'frontdesk', from: 0 },
  { pk: people.named.pk, role: 'doctor', from: 0, named: true },
  { pk: locum.pk, role: 'doctor', from: 0, named: true },
];
const charter = (seq: number, prev: string | undefined, at: number, epoch: number, members: Member[]) =>
  finalizeEvent(
    {
      kind: CHARTER,
      created_at: at,
      tags: [['-']],
      content: charterContent({
        v: 1,
        seq,
        ...(prev && { prev }),
        admins: [boss.pk],
        approvals: 0,
        roster: members,
        compartments: { desk: { epoch }, clin: { epoch }, sens: { epoch } },
        nextRoot: h(0),
      }),
    },
    seq === 0 ? root.secret : boss.secret,
  );
const first = charter(0, undefined, 100, 1, [...roster, { pk: people.former.pk, role: 'doctor', from: 0 }]);
const second = charter(1, first.id, 200, 2, roster);

let wraps = 0;
const grant = (
  by: { pk: string },
  patch: { n?: number; c?: string; q?: number; until?: number; charter?: string } = {},
  at = 250,
): StoredGrant => {
  const { n = 2, c = 'clin', q = 7, until, charter: named = second.id } = patch;
  const lent = { id: 'ida', P: h(5), c, n, g: 0, q: h(q), ...(until !== undefined && { until }) };
  return {
    wrapId: String(wraps++).padStart(64, '0'),
    kind: PAIR_GRANT,
    sender: by.pk,
    at,
    content: JSON.stringify({ charter: named, grants: [lent], directoryKey: h(9) }),
  };
};
const of = (...grants: StoredGrant[]) =>
  governance(locum.pk, root.pk, nip44, { events: [first, second], grants });

test.each([
  ['a doctor', grant(people.doctor), true],
  ['the front desk, of its own compartment', grant(people.frontdesk, { c: 'desk' }), true],
  ['the front desk, of a clinical one', grant(people.frontdesk), false],
  ['another one for named patients', grant(people.named), false],
  ['a stranger', grant(people.stranger), false],
  ['somebody who has left, by the present charter', grant(people.former), false],
  ['somebody who has left, dated back', grant(people.former, { charter: first.id }, 150), false],
  ['the same, of an epoch of then', grant(people.former, { charter: first.id, n: 1 }, 150), true],
  ['the same, dated later', grant(people.former, { charter: first.id, n: 1 }, 900), false],
  ['a doctor, of an epoch nobody knows', grant(people.doctor, { n: 3 }), false],
  ['a doctor, by a charter nobody knows', grant(people.doctor, { charter: h(1) }), false],
])('%s hands over keys: %#', (_who, handed, counts) => {
  const view = of(handed);
  expect(view.loans(300)).toHaveLength(counts ? 1 : 0);
  expect(view.refusedGrants()).toHaveLength(counts ? 0 : 1);
});

test('keys add up, and the latest grant says until when, whatever the order of arrival', () => {
  const [a, b] = [grant(people.doctor, { until: 400 }, 250), grant(people.doctor, { q: 8, until: 350 }, 260)];
  for (const view of [of(a, b), of(b, a)]) {
    expect(view.loans(349)[0]?.keys.map(({ q }) => q)).toEqual([h(7), h(8)]);
    expect(view.nextLoanEnd(300)).toBe(350);
    expect(view.loans(350)).toEqual([]);
  }
});

test('a grant from before the end, arriving after it, opens nothing again', () => {
  const view = of(grant(people.doctor, { until: 300 }, 260));
  expect(view.forgetOver(300)).toBe(true);
  view.addGrants([grant(people.doctor, {}, 250)]);
  expect(view.loans(300)).toEqual([]);
  view.addGrants([grant(people.doctor, { until: 500 }, 310)]);
  expect(view.loans(320)[0]?.keys.map(({ q }) => q)).toEqual([h(7)]);
});

test('what is over is forgotten for good, and the wrap is not taken again', () => {
  const [short, long] = [grant(people.doctor, { until: 400 }), grant(people.doctor, { c: 'desk', q: 8 })];
  const view = of(short, long);
  expect(view.forgetOver(399)).toBe(false);
  expect(view.forgetOver(400)).toBe(true);
  expect(view.forgetOver(400)).toBe(false);
  expect(JSON.stringify(view.state.grants)).not.toContain(h(7));
  expect(JSON.stringify(view.state.grants)).toContain(h(8));
  expect(view.hasWrap(short.wrapId, 400)).toBe(true);
  // A clock was far ahead when they were forgotten: what goes on is taken again.
  expect(view.hasWrap(short.wrapId, 399)).toBe(false);
  expect(view.hasWrap(long.wrapId, 399)).toBe(true);
  expect(view.loans(400).map(({ c }) => c)).toEqual(['desk']);
});
