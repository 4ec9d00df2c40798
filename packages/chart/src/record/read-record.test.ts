import {
  conversationKeyFromX,
  type EventTemplate,
  finalizeEvent,
  getPublicKey,
  type NostrEvent,
  nip44,
  nobleVerifier,
  npubEncode,
  parseEvent,
  type VerifiedEvent,
  verifyAll,
} from '@keychart/nostr';
import {
  CHARTER,
  type CharterChain,
  charterContent,
  derivePairKey,
  foldCharters,
  type Member,
  patientSharedX,
  practiceConversationKey,
  type RecordLink,
  sealFamilyEntry,
  sealRecord,
} from '@keychart/protocol';
import { expect, test } from 'vitest';
import { type Channel, familyChannel, staffChannel } from '../keys/channel.ts';
import { auditEvent } from './audit-event.ts';
import { type ReadingContext, readRecord } from './read-record.ts';

const secretOf = (byte: number) => new Uint8Array(32).fill(byte);
const person = (byte: number) => ({ secret: secretOf(byte), pk: getPublicKey(secretOf(byte)) });
const root = person(1);
const doctor = person(2);
const desk = person(3);
const assistant = person(4);
const stranger = person(5);
const ida = { ...person(6), ref: new Uint8Array(16).fill(6), id: 'ida' };
const ben = { ...person(7), ref: new Uint8Array(16).fill(7), id: 'ben' };
const epochSecret = secretOf(0x11);

const FROM = 1_000_000;
const TO = 2_000_000;
const roster: Member[] = [
  { pk: doctor.pk, role: 'doctor', from: FROM, to: TO },
  { pk: desk.pk, role: 'frontdesk', from: FROM },
  { pk: assistant.pk, role: 'assistant', from: FROM },
];
const genesis = finalizeEvent(
  {
    kind: CHARTER,
    created_at: 500_000,
    tags: [['-']],
    content: charterContent({
      v: 1,
      seq: 0,
      admins: [doctor.pk],
      approvals: 0,
      roster,
      compartments: { desk: { epoch: 1 }, clin: { epoch: 1 }, sens: { epoch: 1 } },
      nextRoot: '0'.repeat(64),
    }),
  },
  root.secret,
);
const chain: CharterChain = foldCharters([genesis], root.pk)!.chain;

type Child = typeof ida;
const address = (child: Child, c: string) => ({ c, n: 1, ref: child.ref, g: 0 });
const staffOf = (child: Child, c: string) =>
  staffChannel(epochSecret, { ref: child.ref, patientId: child.id, P: child.pk }, c, 1, 0);
const practiceWide = staffChannel(epochSecret, { ref: new Uint8Array(16) }, 'clin', 1, 0);
const staffChannels = [
  ...[ida, ben].flatMap((child) => ['desk', 'clin', 'sens'].map((c) => staffOf(child, c))),
  practiceWide,
];
const homeOfIda = ['desk', 'clin'].map((c) => {
  const pair = derivePairKey(epochSecret, address(ida, c));
  const x = Buffer.from(patientSharedX(pair, ida.pk)).toString('hex');
  return familyChannel({ c, n: 1, g: 0, Q: pair.Q, x }, 'ida');
});
const context = (channels: readonly Channel[]): ReadingContext => ({
  chain,
  nip44,
  channel: (Q) => channels.find((channel) => channel.Q === Q),
});
const staff = context(staffChannels);
const family = context(homeOfIda);

const observation = {
  resourceType: 'Observation',
  id: 'weight',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  subject: { reference: 'Patient/ida' },
  valueQuantity: { value: 21.4, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
};

interface Making {
  kind?: number;
  at?: number;
  by?: { secret: Uint8Array };
  child?: Child;
  c?: string;
  json?: string;
  links?: RecordLink[];
  change?: (template: EventTemplate) => void;
}

function make(how: Making = {}): VerifiedEvent {
  const { kind = 2113, at = 1_500_000, by = doctor, child = ida, c = 'clin' } = how;
  const pair = derivePairKey(epochSecret, address(child, c));
  const template = sealRecord(
    {
      kind,
      createdAt: at,
      json: how.json ?? JSON.stringify(observation),
      Q: pair.Q,
      practiceKey: practiceConversationKey(pair),
      patient: { pubkey: child.pk, key: conversationKeyFromX(patientSharedX(pair, child.pk)) },
      confidential: c === 'sens',
      blind: '38f8c0cb-6aea-8ee1-9f04-bc0ce6ac009c',
      links: how.links ?? [],
    },
    nip44,
  );
  how.change?.(template);
  return finalizeEvent(template, by.secret);
}

const withoutTag = (name: string) => (template: EventTemplate) => {
  template.tags = template.tags.filter((tag) => tag[0] !== name);
};
const withFirstP = (Q: string) => (template: EventTemplate) => {
  template.tags[0] = ['p', Q];
};
const idaDesk = derivePairKey(epochSecret, address(ida, 'desk')).Q;
const benClin = derivePairKey(epochSecret, address(ben, 'clin')).Q;

test('a proper record is read alike by the practice and by the patient', () => {
  const links: RecordLink[] = [{ id: 'a'.repeat(64), marker: 'correction' }];
  for (const side of [staff, family]) {
    expect(readRecord(make({ links }), side)).toMatchObject({
      ok: true,
      record: { patientId: 'ida', kind: 2113, author: doctor.pk, at: 1_500_000, c: 'clin', links },
    });
    const reading = readRecord(make(), side);
    expect(reading.ok && reading.record.resource).toEqual(observation);
  }
});

test('check 1: a flipped content, tag, time, author or signature does not pass the verifier', async () => {
  const verifier = nobleVerifier();
  const good = make();
  const flip = (text: string, at = 3) =>
    `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
  const forged: NostrEvent[] = [
    { ...good, content: flip(good.content, 40) },
    { ...good, sig: flip(good.sig) },
    { ...good, id: flip(good.id) },
    { ...good, pubkey: stranger.pk },
    { ...good, created_at: good.created_at + 1 },
    { ...good, kind: 2114 },
    { ...good, tags: [['p', benClin], ...good.tags.slice(1)] },
    { ...good, tags: [...good.tags, ['e', 'a'.repeat(64), '', 'deletion']] },
  ];
  expect(await verifyAll(verifier, forged)).toEqual(forged.map(() => undefined));
  expect((await verifyAll(verifier, [good]))[0]).toBeDefined();
});

const failures: [string, Making, string, RegExp][] = [
  ['a stranger', { by: stranger }, 'authority', /not a member .* at that time/],
  ['a member, before their time', { at: FROM - 1 }, 'authority', /not a member/],
  ['a member, from the second they left', { at: TO }, 'authority', /not a member/],
  ['nobody yet: before the practice was founded', { at: 400_000 }, 'authority', /not a member/],
  ['a role without the permission', { by: assistant, kind: 2114 }, 'authority', /lacks the permission write/],
  ['a role without the compartment', { by: desk }, 'authority', /does not open compartment clin/],
  ['a kind in the wrong compartment', { c: 'desk' }, 'authority', /does not belong in compartment desk/],
  ['a kind that is no record', { kind: 1 }, 'content', /kind 1 is not a record/],
  ['a channel nobody knows', { change: withFirstP('e'.repeat(64)) }, 'counterparty', /no patient this key/],
  ['a p that is empty', { change: withFirstP('') }, 'counterparty', /no patient/],
  ['no p at all', { change: withoutTag('p') }, 'counterparty', /no patient/],
  ['the patient before the channel', { change: withFirstP(ida.pk) }, 'counterparty', /no patient/],
  ['the channel of the whole practice', { change: withFirstP(practiceWide.Q) }, 'counterparty', /no patient/],
  ['a ciphertext of another patient', { change: withFirstP(benClin) }, 'decryption', /cannot be opened/],
  [
    'a ciphertext of another compartment',
    { kind: 2110, change: withFirstP(idaDesk) },
    'decryption',
    /cannot be opened/,
  ],
  [
    'a content that is no ciphertext',
    { change: (t) => (t.content = 'Ida weighs 21 kg') },
    'decryption',
    /opened/,
  ],
  ['another type of resource', { kind: 2114 }, 'content', /kind 2114 does not hold Observation/],
  [
    'an invalid resource',
    { json: JSON.stringify({ ...observation, status: 'perhaps' }) },
    'content',
    /not a valid Observation: .*status/,
  ],
  [
    'two forms of one value',
    { json: JSON.stringify({ ...observation, valueString: 'x' }) },
    'content',
    /not a valid Observation/,
  ],
  ['text that is not JSON', { json: 'Ida weighs 21 kg' }, 'content', /not a FHIR resource/],
  ['JSON null', { json: 'null' }, 'content', /not a FHIR resource/],
  ['a JSON list', { json: '[1]' }, 'content', /not a FHIR resource/],
  ['a type that is no text', { json: '{"resourceType":{"a":1}}' }, 'content', /not a FHIR resource/],
  ['nothing', { json: '' }, 'content', /not a FHIR resource/],
  [
    'the facts of another child, filed under this one',
    { json: JSON.stringify({ ...observation, subject: { reference: 'Patient/ben' } }) },
    'content',
    /another patient/,
  ],
  [
    'another child by way of another server',
    { json: JSON.stringify({ ...observation, subject: { reference: 'https://x.example/Patient/ben' } }) },
    'content',
    /another patient/,
  ],
  [
    'another Patient in this one’s channel',
    { kind: 2110, c: 'desk', json: JSON.stringify({ resourceType: 'Patient', id: 'ben' }) },
    'content',
    /another patient/,
  ],
];

test.each(failures)('refused with its reason: %s', (_name, how, check, words) => {
  const event = make(how);
  const reading = readRecord(event, staff);
  expect(reading).toMatchObject({
    ok: false,
    problem: {
      id: event.id,
      at: event.created_at,
      kind: event.kind,
      check,
      reason: expect.stringMatching(words),
    },
  });
});

test('the checks are made in the order of wire.md: authority before decryption, decryption before content', () => {
  const wrong = make({ by: stranger, json: 'no JSON', change: (template) => (template.content = 'x') });
  expect(readRecord(wrong, staff)).toMatchObject({ problem: { check: 'authority' } });
  const entitled = make({ kind: 2114, json: 'no JSON', change: (template) => (template.content = 'x') });
  expect(readRecord(entitled, staff)).toMatchObject({ problem: { check: 'decryption' } });
});

test('a problem names the patient it would have belonged to, and nothing of what it holds', () => {
  const secret = 'Kim has chickenpox';
  for (const json of [
    secret,
    JSON.stringify({ resourceType: 'Observation', note: secret }),
    `{"${secret}"`,
  ]) {
    const reading = readRecord(make({ json }), staff);
    expect(reading).toMatchObject({ ok: false, problem: { patientId: 'ida' } });
    expect(JSON.stringify(reading)).not.toContain('chickenpox');
  }
});

test('the patient’s side reads its own copy only', () => {
  const noCopy = make({ change: withoutTag('patient-content') });
  expect(readRecord(noCopy, family)).toMatchObject({
    problem: { check: 'decryption', reason: 'it carries no copy for the patient' },
  });
  expect(readRecord(noCopy, staff)).toMatchObject({ ok: true });
  const staffOnly = make({ change: (template) => (template.content = 'x') });
  expect(readRecord(staffOnly, family)).toMatchObject({ ok: true });
  expect(readRecord(make({ c: 'sens' }), family)).toMatchObject({ problem: { check: 'counterparty' } });
  expect(readRecord(make({ child: ben }), family)).toMatchObject({ problem: { check: 'counterparty' } });
});

test('more p tags open nothing and move nothing: the first decides', () => {
  const extra = make({ change: ({ tags }) => void tags.push(['p', benClin], ['p', stranger.pk]) });
  expect(readRecord(extra, staff)).toMatchObject({ ok: true, record: { patientId: 'ida' } });
  expect(readRecord(extra, context([staffOf(ben, 'clin')]))).toMatchObject({
    problem: { check: 'counterparty' },
  });
});

/** What a guardian signs who opened Ida's record. */
function entryOf(how: { by?: { secret: Uint8Array }; c?: string; kind?: number; says?: object } = {}) {
  const pair = derivePairKey(epochSecret, address(ida, how.c ?? 'desk'));
  const author = { npub: npubEncode(stranger.pk), name: 'Mother', role: 'guardian' as const };
  const said = auditEvent({ action: 'open', patientId: 'ida' }, author, 1_500_000, '{"device":"d","seq":1}');
  const json = JSON.stringify({ ...said, ...how.says });
  const key = conversationKeyFromX(patientSharedX(pair, ida.pk));
  const template = sealFamilyEntry({ createdAt: 1_500_000, json, Q: pair.Q, key }, nip44);
  return finalizeEvent({ ...template, kind: how.kind ?? template.kind }, (how.by ?? stranger).secret);
}

test('an entry of the family is read by practice and family alike, where they are known to be family', () => {
  const isFamily: ReadingContext['isFamily'] = (channel, author, at) =>
    channel.patientId === 'ida' && author === stranger.pk && at < 1_600_000;
  for (const side of [staff, family]) {
    const known = { ...side, isFamily };
    expect(readRecord(entryOf(), known)).toMatchObject({
      ok: true,
      record: { patientId: 'ida', kind: 2107, author: stranger.pk, c: 'desk' },
    });
    const refused = (event: NostrEvent, check: string, context: ReadingContext = known) =>
      expect(readRecord(event, context)).toMatchObject({ ok: false, problem: { check } });
    // Deny by default, and anybody else.
    refused(entryOf(), 'authority', side);
    refused(entryOf({ by: ben }), 'authority');
    refused(entryOf({ c: 'clin' }), 'authority');
    refused(entryOf({ kind: 2110 }), 'authority');
    const grant = auditEvent(
      { action: 'grant', patientId: 'ida' },
      { npub: '', name: '', role: 'doctor' },
      1,
      '',
    );
    refused(entryOf({ says: grant }), 'content');
    refused(entryOf({ says: { extension: [] } }), 'content');
    refused(entryOf({ says: { entity: [{ what: { reference: 'Patient/ben' } }] } }), 'content');
  }
  // Of `sens` the practice's side reads none, whoever signs.
  expect(readRecord(entryOf({ c: 'sens' }), { ...staff, isFamily })).toMatchObject({
    problem: { check: 'authority' },
  });
});

const SEED = Number(process.env.KEYCHART_SEED ?? 7);

test(`whatever a relay sends, reading answers and never throws (seed ${SEED})`, () => {
  let state = SEED;
  const below = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % n;
  };
  const junk = ['', '0', '\u0000', '💥', 'A'.repeat(200), '{"a":1}', 'p', 'patient-content', benClin, ida.pk];
  const jsons = [
    ...['1', '"x"', '{}', '{"resourceType":"Observation"}', '{"resourceType":"constructor"}', '[[[]]]'],
    '{"__proto__":{"x":1},"resourceType":"Observation","status":"final"}',
    JSON.stringify({ ...observation, component: 5, subject: null, extension: [null] }),
    JSON.stringify({ ...observation, subject: { reference: 7 } }),
    JSON.stringify({ resourceType: 'Appointment', status: 'booked', participant: [null] }),
    `{"resourceType":"Observation","note":${'['.repeat(3000)}${']'.repeat(3000)}}`,
  ];
  const kinds = [2113, 2110, 2123, 2126, 0, 30211];
  for (let n = 0; n < 150; n++) {
    const json = below(3) === 0 ? JSON.stringify(observation) : jsons[below(jsons.length)]!;
    const event = make({ json, kind: kinds[below(kinds.length)]!, c: ['clin', 'desk', 'sens'][below(3)]! });
    const mutant = structuredClone(event) as NostrEvent;
    for (let times = below(4); times > 0; times--) {
      const tag = mutant.tags[below(Math.max(1, mutant.tags.length))];
      const what = below(6);
      if (what === 0 && tag) tag[below(4)] = junk[below(junk.length)]!;
      else if (what === 1) mutant.tags.splice(below(mutant.tags.length + 1), 1);
      else if (what === 2)
        mutant.tags.splice(below(3), 0, [junk[below(junk.length)]!, junk[below(junk.length)]!]);
      else if (what === 3) mutant.content = mutant.content.slice(0, below(mutant.content.length + 1));
      else if (what === 4) mutant.created_at = [0, 1, Number.MAX_SAFE_INTEGER][below(3)]!;
      else if (tag) tag.length = below(3);
    }
    const parsed = parseEvent(JSON.parse(JSON.stringify(mutant)));
    if ('error' in parsed) continue;
    for (const side of [staff, family]) {
      const reading = readRecord(parsed, side);
      const said = `seed ${SEED}, number ${n}`;
      if (reading.ok) expect(reading.record.resource.resourceType, said).toBeTypeOf('string');
      else expect(reading.problem.reason.length, said).toBeGreaterThan(10);
    }
  }
});
