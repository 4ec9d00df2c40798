/** Staff changes as arithmetic: who loses keys, who gets which, and members for named patients, who hold none. */
import { expect, test } from 'vitest';
import { type Charter, type Member, opensForAll, successorOf } from './charter.ts';
import { planStaffChange, renewalDue, type StaffChange } from './staff-change.ts';

const pk = (letter: string) => letter.repeat(64);
const [boss, nurse, locum] = [pk('a'), pk('b'), pk('c')];
const NOW = 1000;
const staff: Member[] = [
  { pk: boss, role: 'doctor', from: 0, permissions: ['write', 'admin'] },
  { pk: nurse, role: 'nurse', from: 0 },
];
const chainOf = (...roster: Member[]): readonly [Charter] => [
  {
    v: 1,
    seq: 0,
    admins: [boss],
    approvals: 0,
    roster: [...staff, ...roster],
    compartments: { desk: { epoch: 1 }, clin: { epoch: 1 }, msg: { epoch: 1 }, sens: { epoch: 1 } },
    nextRoot: pk('d'),
    id: pk('e'),
    author: boss,
    createdAt: 0,
  },
];
const asLocum: Member = { pk: locum, role: 'doctor', from: 0, named: true };
function planned(change: StaffChange, ...roster: Member[]) {
  const plan = planStaffChange(chainOf(...roster), change, boss, NOW);
  if ('reason' in plan) throw new Error(plan.reason);
  return plan;
}

test('somebody for named patients is handed no secret of a compartment', () => {
  const plan = planned({ kind: 'add', pk: locum, role: 'doctor', named: true, until: 2000 });
  expect(plan).toMatchObject({ renewed: [], grants: [] });
  expect(plan.body.roster.at(-1)).toEqual({ pk: locum, role: 'doctor', from: NOW, to: 2000, named: true });
  expect(opensForAll(plan.body.roster.at(-1)!, 'clin')).toBe(false);
});

test.each<StaffChange>([
  { kind: 'remove', pk: locum },
  { kind: 'suspend', pk: locum },
  { kind: 'change', pk: locum, role: 'nurse', named: true },
])('when they $kind nobody needs new keys', (change) => {
  expect(planned(change, asLocum)).toMatchObject({ renewed: [], grants: [] });
});

test('from named patients to the whole practice they get every key they open; the way back renews them', () => {
  const whole = planned({ kind: 'change', pk: locum, role: 'doctor' }, asLocum);
  expect(whole.renewed).toEqual([]);
  expect(whole.grants).toEqual([{ pk: locum, compartments: ['desk', 'clin', 'msg', 'sens'] }]);
  const { named: _only, ...full } = asLocum;
  const back = planned({ kind: 'change', pk: locum, role: 'doctor', named: true }, full);
  expect(back.renewed).toEqual(['desk', 'clin', 'msg', 'sens']);
  expect(back.grants.map((grant) => grant.pk)).toEqual([boss, nurse]);
});

test('their end renews nothing, the end of anybody else does', () => {
  expect(renewalDue(chainOf({ ...asLocum, to: 500 }), NOW)).toEqual([]);
  expect(renewalDue(chainOf({ pk: locum, role: 'frontdesk', from: 0, to: 500 }), NOW)).toEqual([
    'desk',
    'msg',
  ]);
});

test('an administrator for named patients only is refused', () => {
  const change = { kind: 'add', pk: locum, role: 'admin', named: true } as const;
  expect(planStaffChange(chainOf(), change, boss, NOW)).toHaveProperty('reason');
});

/** The charters that follow one another, a second apart. */
function after(chain: readonly Charter[], ...changes: StaffChange[]): readonly Charter[] {
  return changes.reduce<readonly Charter[]>((before, change, i) => {
    const at = NOW + i;
    const plan = planStaffChange(before, change, boss, at);
    if ('reason' in plan) throw new Error(plan.reason);
    return [...before, { ...plan.body, id: String(i).padStart(64, '0'), author: boss, createdAt: at }];
  }, chain);
}

test('let in again, somebody has the last day they had, and no more', () => {
  const line = (chain: readonly Charter[]) => chain.at(-1)!.roster.find(({ pk: key }) => key === locum);
  const out: StaffChange[] = [
    { kind: 'suspend', pk: locum },
    { kind: 'renew', compartments: ['desk'] },
    { kind: 'resume', pk: locum },
  ];
  expect(line(after(chainOf({ ...asLocum, to: 5000 }), ...out))).toEqual({
    ...asLocum,
    from: NOW + 2,
    to: 5000,
  });
  expect(line(after(chainOf(asLocum), ...out))).not.toHaveProperty('to');
  // That day is over: whoever lets them in now means it.
  expect(line(after(chainOf({ ...asLocum, to: NOW - 5 }), { kind: 'resume', pk: locum }))).not.toHaveProperty(
    'to',
  );
});

test('the key that took the place of another is found through every renewal, and nothing else is', () => {
  const [second, third, other] = [pk('1'), pk('2'), pk('3')];
  const twice: StaffChange[] = [
    { kind: 'replace', pk: locum, by: second },
    { kind: 'renew', compartments: ['desk'] },
    { kind: 'replace', pk: second, by: third },
  ];
  const chain = after(chainOf(asLocum), ...twice);
  expect(chain.at(-1)!.roster.at(-1)).toMatchObject({ pk: third, named: true, was: second });
  expect([locum, second, third].map((key) => successorOf(chain, key))).toEqual([third, third, undefined]);
  expect(successorOf(chain, other)).toBeUndefined();
  expect(successorOf(after(chain, { kind: 'remove', pk: third }), locum)).toBeUndefined();
  // Years later the first key comes back as somebody of their own, and goes: the others have nothing to do with that.
  const later = after(
    chain,
    { kind: 'add', pk: locum, role: 'doctor', named: true },
    { kind: 'remove', pk: locum },
  );
  expect(successorOf(later, locum)).toBeUndefined();
});
