/** Who may hand whom what: grants, links and names, judged by the charter, whatever the order of arrival. */
import {
  type ConversationKey,
  type EventTemplate,
  finalizeEvent,
  getPublicKey,
  nip44,
  type VerifiedEvent,
} from '@keychart/nostr';
import {
  CHARTER,
  type CharterBody,
  charterContent,
  EPOCH_GRANT,
  EPOCH_LINK,
  epochLinkKey,
  epochLinkTags,
  GUARDIAN_GRANT,
  type Member,
  PATIENT_KEYRING,
  STAFF_DIRECTORY,
} from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { governance } from './governance.ts';
import type { StoredGrant } from './stored-grant.ts';

const secretOf = (byte: number) => new Uint8Array(32).fill(byte);
const hex = (byte: number) => bytesToHex(secretOf(byte));
const person = (byte: number) => ({ secret: secretOf(byte), pk: getPublicKey(secretOf(byte)) });
type Person = ReturnType<typeof person>;
const root = person(1);
const boss = person(2);
const second = person(3);
const doctor = person(4);
const biller = person(5);
const stranger = person(6);
const guardian = person(7);
const DIRECTORY_KEY = hex(0xdd);

const roster: Member[] = [
  { pk: boss.pk, role: 'admin', from: 100 },
  { pk: second.pk, role: 'admin', from: 100 },
  { pk: doctor.pk, role: 'doctor', from: 100 },
  { pk: biller.pk, role: 'biller', from: 100 },
];
const sign = (by: Person, template: EventTemplate) => finalizeEvent(template, by.secret);
const charter = (by: Person, patch: Partial<CharterBody>, at: number) =>
  sign(by, {
    kind: CHARTER,
    created_at: at,
    tags: [['-']],
    content: charterContent({
      v: 1,
      seq: 0,
      admins: [boss.pk, second.pk],
      approvals: 0,
      roster,
      compartments: { desk: { epoch: 1 }, clin: { epoch: 1 } },
      nextRoot: '0'.repeat(64),
      ...patch,
    }),
  });
const genesis = charter(root, {}, 100);
/** From 200 on: second is no admin any more, and `clin` is in epoch 2. */
const after = charter(
  root,
  {
    seq: 1,
    prev: genesis.id,
    admins: [boss.pk],
    roster: roster.filter(({ pk }) => pk !== second.pk),
    compartments: { desk: { epoch: 1 }, clin: { epoch: 2 } },
  },
  200,
);

let wraps = 0;
const grant = (kind: number, sender: Person, content: object, at = 150): StoredGrant => ({
  wrapId: String(wraps++).padStart(64, '0'),
  kind,
  sender: sender.pk,
  at,
  content: JSON.stringify(content),
});
const epochGrant = (sender: Person, n: number, s: string, at?: number, names = genesis) =>
  grant(
    EPOCH_GRANT,
    sender,
    { charter: names.id, grants: [{ c: 'clin', n, s }], directoryKey: DIRECTORY_KEY },
    at,
  );
const shared = (Q: number) => ({ c: 'clin', n: 1, g: 0, Q: hex(Q), x: hex(0x55) });
const guardianGrant = (sender: Person, patch: object = {}, at?: number) =>
  grant(
    GUARDIAN_GRANT,
    sender,
    { P: hex(0x66), id: 'ida', name: 'G', keys: [shared(0x10)], directoryKey: DIRECTORY_KEY, ...patch },
    at,
  );

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((head, i) =>
    permutations(list.filter((_, j) => j !== i)).map((rest) => [head, ...rest]),
  );
}

const of = (me: Person, events: readonly VerifiedEvent[], grants: readonly StoredGrant[]) =>
  governance(me.pk, root.pk, nip44, { events, grants });
const refusals = (view: ReturnType<typeof of>) => view.refusedGrants().map(({ reason }) => reason);

test('an epoch grant counts only from an admin of the charter it names', () => {
  const good = of(doctor, [genesis], [epochGrant(boss, 1, hex(0x11))]);
  expect(good.secret('clin', 1)).toEqual(secretOf(0x11));
  expect(good.refusedGrants()).toEqual([]);
  for (const sender of [doctor, biller, stranger, guardian]) {
    const view = of(doctor, [genesis], [epochGrant(sender, 1, hex(0x11))]);
    expect(view.secret('clin', 1)).toBeUndefined();
    expect(view.directoryKey).toBeUndefined();
    expect(refusals(view)).toEqual(['an epoch grant must come from an admin']);
  }
  expect(of(doctor, [], [epochGrant(boss, 1, hex(0x11))]).secret('clin', 1)).toBeUndefined();
  const unknown = { ...genesis, id: 'f'.repeat(64) };
  expect(
    of(doctor, [genesis], [epochGrant(boss, 1, hex(0x11), 150, unknown)]).secret('clin', 1),
  ).toBeUndefined();
});

test('a former admin cannot date a grant back and slip in a secret for what came after him', () => {
  const real = epochGrant(boss, 2, hex(0x22), 210, after);
  for (const forged of [
    epochGrant(second, 2, hex(0xee), 150),
    epochGrant(second, 2, hex(0xee), 10_000),
    epochGrant(second, 2, hex(0xee), 150, after),
    epochGrant(second, 2, hex(0xee), 10_000, after),
  ]) {
    for (const grants of permutations([real, forged])) {
      const view = of(doctor, [genesis, after], grants);
      expect(view.secret('clin', 2)).toEqual(secretOf(0x22));
      expect(view.refusedGrants()).toHaveLength(1);
    }
  }
});

test('of two secrets for one epoch the one of a present admin stands, then the first; never the order of arrival', () => {
  const cases: [StoredGrant, StoredGrant, number][] = [
    [epochGrant(boss, 1, hex(0x11), 190), epochGrant(second, 1, hex(0xee), 120), 0x11],
    [epochGrant(boss, 1, hex(0x11), 120), epochGrant(second, 1, hex(0xee), 190), 0x11],
    [epochGrant(boss, 1, hex(0x11), 120), epochGrant(boss, 1, hex(0x33), 190), 0x11],
  ];
  for (const [a, b, expected] of cases)
    for (const grants of permutations([a, b]))
      expect(of(doctor, [genesis, after], grants).secret('clin', 1)).toEqual(secretOf(expected));
});

const link = (by: Person, n: number, older: number, newer: number, at = 210) =>
  sign(by, {
    kind: EPOCH_LINK,
    created_at: at,
    tags: epochLinkTags({ c: 'clin', n }),
    content: nip44.encrypt(JSON.stringify({ c: 'clin', n, s: hex(older) }), epochLinkKey(secretOf(newer))),
  });

test('links lead back to the first epoch, in any order, and never replace what was granted', () => {
  const chain = charter(
    root,
    { seq: 1, prev: genesis.id, compartments: { desk: { epoch: 1 }, clin: { epoch: 4 } } },
    200,
  );
  const links = [link(boss, 3, 0x13, 0x14), link(boss, 2, 0x12, 0x13), link(boss, 1, 0x11, 0x12)];
  for (const events of permutations(links)) {
    const view = of(doctor, [...events, chain, genesis], [epochGrant(boss, 4, hex(0x14), 210, chain)]);
    expect(view.epochs('clin')).toEqual([1, 2, 3, 4]);
    expect(view.secret('clin', 1)).toEqual(secretOf(0x11));
  }
  const held = of(
    doctor,
    [genesis, chain, link(boss, 3, 0xee, 0x14)],
    [epochGrant(boss, 4, hex(0x14), 210, chain), epochGrant(boss, 3, hex(0x13), 210, chain)],
  );
  expect(held.secret('clin', 3)).toEqual(secretOf(0x13));
  const gap = of(
    doctor,
    [genesis, chain, links[1]!, links[2]!],
    [epochGrant(boss, 4, hex(0x14), 210, chain)],
  );
  expect(gap.epochs('clin')).toEqual([4]);
});

test('what a former admin says an old epoch’s secret was does not keep a new colleague from the history', () => {
  const events = [genesis, after, link(boss, 1, 0x11, 0x12)];
  const given = [epochGrant(boss, 2, hex(0x12), 210, after), epochGrant(second, 1, hex(0xee), 120)];
  for (const grants of permutations(given)) {
    const view = of(doctor, events, grants);
    expect(view.secret('clin', 1)).toEqual(secretOf(0x11));
  }
  // Where nothing else leads there, it is what there is.
  expect(of(doctor, events.slice(0, 2), given).secret('clin', 1)).toEqual(secretOf(0xee));
});

test('a link from nobody, or for another step than the next, leads nowhere', () => {
  const chain = charter(
    root,
    { seq: 1, prev: genesis.id, compartments: { desk: { epoch: 1 }, clin: { epoch: 4 } } },
    200,
  );
  const held = [epochGrant(boss, 4, hex(0x14), 210, chain)];
  expect(of(doctor, [genesis, chain, link(boss, 2, 0x12, 0x14)], held).epochs('clin')).toEqual([4]);
  expect(of(doctor, [genesis, chain, link(biller, 3, 0xee, 0x14)], held).epochs('clin')).toEqual([4]);
  expect(of(doctor, [genesis, chain, link(stranger, 3, 0xee, 0x14)], held).epochs('clin')).toEqual([4]);
});

test('a guardian grant counts only from a member who may grant, at that time', () => {
  expect(of(guardian, [genesis], [guardianGrant(doctor)]).family(150)).toMatchObject([{ id: 'ida' }]);
  for (const [sender, at] of [
    [stranger, 150],
    [biller, 150],
    [guardian, 150],
    [doctor, 50],
    [second, 250],
  ] as const) {
    const view = of(guardian, [genesis, after], [guardianGrant(sender, {}, at)]);
    expect(view.family(300)).toEqual([]);
    expect(view.directoryKey).toBeUndefined();
    expect(refusals(view)).toEqual(['this access was not granted by somebody entitled to grant it']);
  }
});

test('keys add up; the end of the access is what the latest grant says, in any order of arrival', () => {
  const grants = [
    guardianGrant(doctor, { keys: [shared(0x10)], until: 1000 }, 110),
    guardianGrant(boss, { keys: [shared(0x20)] }, 120),
    guardianGrant(doctor, { keys: [shared(0x10), shared(0x30)], until: 500 }, 130),
  ];
  for (const order of permutations(grants)) {
    const view = of(guardian, [genesis], order);
    expect(
      view
        .family(499)[0]
        ?.keys.map(({ Q }) => Q)
        .sort(),
    ).toEqual([hex(0x10), hex(0x20), hex(0x30)]);
    expect(view.family(500)).toEqual([]);
  }
  const again = of(guardian, [genesis], [...grants, guardianGrant(doctor, {}, 140)]);
  expect(again.family(5_000)).toHaveLength(1);
});

test('a merge is as old as the first grant that says it, however often it is said again', () => {
  const into = (mergedInto: string | undefined, at: number) =>
    guardianGrant(doctor, { keys: [shared(at)], ...(mergedInto && { mergedInto }) }, at);
  const linkOf = (grants: readonly StoredGrant[]) => of(guardian, [genesis], grants).family(500)[0]?.link;
  const told = [into('b', 151), into('b', 160)];
  for (const order of permutations(told)) expect(linkOf(order)).toEqual({ mergedInto: 'b', statusAt: 151 });
  for (const order of permutations([...told, into(undefined, 170), into('b', 180)]))
    expect(linkOf(order)).toEqual({ mergedInto: 'b', statusAt: 180 });
  expect(linkOf([...told, into('c', 190)])).toEqual({ mergedInto: 'c', statusAt: 190 });
  expect(linkOf([...told, into(undefined, 190)])).toBeUndefined();
});

test('a grant that is no grant is refused with its reason, and the others stand', () => {
  const broken = [
    { ...guardianGrant(doctor), content: '{' },
    guardianGrant(doctor, { keys: [{ ...shared(1), x: 'no' }] }),
    grant(EPOCH_GRANT, boss, { charter: genesis.id }),
    grant(PATIENT_KEYRING, doctor, { id: '../x', keys: [], directoryKey: DIRECTORY_KEY }),
  ];
  const view = of(guardian, [genesis], [...broken, guardianGrant(doctor, {}, 160)]);
  expect(view.family(200)).toHaveLength(1);
  expect(view.refusedGrants()).toHaveLength(4);
});

const directory = (by: Person, name: string, at: number, key = DIRECTORY_KEY) =>
  sign(by, {
    kind: STAFF_DIRECTORY,
    created_at: at,
    tags: [['d', 'directory'], ['-']],
    content: nip44.encrypt(
      JSON.stringify({
        practice: { name, timeZone: 'UTC' },
        staff: [{ pk: doctor.pk, name: `Dr. ${name}` }],
      }),
      Uint8Array.from(Buffer.from(key, 'hex')) as ConversationKey,
    ),
  });

test('names come from admins only; the newest that opens is taken', () => {
  const events = [
    genesis,
    directory(boss, 'First', 110),
    directory(boss, 'Second', 120),
    directory(doctor, 'Forged', 130),
    directory(stranger, 'Forged', 140),
    directory(boss, 'Other key', 150, hex(0xcc)),
  ];
  for (const order of [events, [...events].reverse()]) {
    const view = of(guardian, order, [guardianGrant(doctor)]);
    expect(view.directory?.practice.name).toBe('Second');
    expect(view.nameOf(doctor.pk)).toBe('Dr. Second');
  }
  expect(of(guardian, events, []).directory).toBeUndefined();
});

test('a member who hands out a wrong directory key does not take the names away', () => {
  const wrong = grant(PATIENT_KEYRING, doctor, { id: 'x', keys: [], directoryKey: hex(0xcc) }, 180);
  const view = of(boss, [genesis, directory(boss, 'Right', 110)], [epochGrant(boss, 1, hex(0x11)), wrong]);
  expect(view.directory?.practice.name).toBe('Right');
  expect(view.directoryKey).toBe(DIRECTORY_KEY);
});

test('what was kept gives the same view as what arrived', () => {
  const events = [genesis, after, directory(boss, 'Right', 110), link(boss, 1, 0x11, 0x22)];
  const grants = [epochGrant(boss, 2, hex(0x22), 210, after), guardianGrant(doctor)];
  const live = of(doctor, [], []);
  for (const event of [...events].reverse()) expect(live.addEvents([event])).toBe(true);
  for (const item of grants) expect(live.addGrants([item])).toBe(true);
  expect(live.addEvents(events)).toBe(false);
  expect(live.addGrants(grants)).toBe(false);
  const kept = governance(doctor.pk, root.pk, nip44, JSON.parse(JSON.stringify(live.state)));
  for (const view of [live, kept]) {
    expect(view.epochs('clin')).toEqual([1, 2]);
    expect(view.currentEpoch('clin')).toBe(2);
    expect(view.directory?.practice.name).toBe('Right');
    expect(view.member(300)?.role).toBe('doctor');
  }
});
