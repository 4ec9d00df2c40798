/** With all keys ever held and a copy of the relay's whole database: what somebody removed can still open. */
import { finalizeEvent, getConversationKey, getPublicKey, unwrap, type VerifiedEvent } from '@keychart/nostr';
import { nodeNip44, nodeSigner } from '@keychart/nostr/node';
import {
  blindPatient,
  CHANNEL_ACCESS,
  channelAccessContent,
  channelAccessTags,
  conversationKeyOfGrant,
  derivePairKey,
  EPOCH_GRANT,
  EPOCH_LINK,
  epochLinkKey,
  GIFT_WRAP,
  PATIENT_INDEX,
  type PatientIndexEntry,
  PRACTICE_WIDE,
  parseEpochGrant,
  parseEpochLink,
  parsePatientIndex,
  patientSharedX,
  practiceConversationKey,
  recordKinds,
  sealRecord,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, test, vi } from 'vitest';
import { memoryStore } from '../../store/index.ts';
import { type Open, register, weight, weights, write } from '../../testing/test-charts.ts';
import { startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

type Practice = Awaited<ReturnType<typeof startTestPractice>>;

/** … and it is in force. */
async function removeNurse(practice: Practice, by: Open): Promise<void> {
  const staff = vi.fn();
  const end = await by.watchStaff(staff);
  await by.changeStaff({ kind: 'remove', npub: practice.nurse.npub });
  await vi.waitFor(() => expect(staff.mock.lastCall![0].pending).toBeUndefined(), 10_000);
  end();
}

/** The doctor's device of that disk, with the whole chart. */
async function reader(practice: Practice, disk: Map<string, Uint8Array>, patientId: string): Promise<Open> {
  const chart = await practice.open(practice.doctor, memoryStore({ disk }));
  await chart.ready();
  await chart.openPatient(patientId);
  return chart;
}

test('a removed nurse opens what was written before, and nothing of what comes after, whatever she has copied', async () => {
  const practice = await startTestPractice();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  // … and the doctor's login, in the access log of the practice.
  await vi.waitFor(() => expect(recordsOf(practice)).toHaveLength(3), 10_000);
  const before = recordsOf(practice);
  expect(await opened(practice, practice.nurse)).toEqual(new Set(before));
  await removeNurse(practice, doctor);
  await write(doctor, patientId, 2, 3);
  await doctor.write(patientId, [{ resource: weight(4), confidential: true }]);
  await doctor.settled();
  const newer = () => recordsOf(practice).filter((id) => !before.includes(id));
  // Three records, and the note that the staff was changed.
  await vi.waitFor(() => expect(newer()).toHaveLength(4), 10_000);
  const after = newer();
  expect(await opened(practice, practice.nurse)).toEqual(new Set(before));
  // The doctor's keys, tried in the same way, open all of it: the test can tell the difference.
  expect(await opened(practice, practice.doctor)).toEqual(new Set([...before, ...after]));
  await practice.close();
});

test('what she signs later and dates back is kept apart by a device that had everything when she had gone', async () => {
  let clock = Math.floor(Date.now() / 1000);
  const practice = await startTestPractice({ now: () => clock });
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  clock += 60;
  await removeNurse(practice, doctor);
  const disk = new Map<string, Uint8Array>();
  clock += 3600;
  await (await reader(practice, disk, patientId)).lock();
  // Nobody asks a relay that is not honest: the record lies in its database one day.
  const event = await forged(practice, practice.nurse, patientId, clock - 7200);
  const entry = await forgedEntry(practice, practice.nurse, patientId, clock - 7200);
  practice.store.insert([event, entry].map((each) => ({ event: each, raw: JSON.stringify(each) })));
  const again = await reader(practice, disk, patientId);
  // The patient's key is the patient's still: what is written next is not sealed for hers.
  await vi.waitFor(
    async () => expect((await again.problems()).map(({ id }) => id)).toContain(entry.id),
    10_000,
  );
  await write(again, patientId, 3);
  const [written] = practice.store.eventsOfKinds([2113]).slice(-1);
  expect(written?.tags).not.toContainEqual(['p', practice.nurse.pubkey]);
  await vi.waitFor(async () =>
    expect((await again.problems(patientId)).map(({ reason }) => reason)).toEqual([
      'it came after its signer had been removed, and is dated back',
    ]),
  );
  expect(await weights(again, patientId)).toEqual([1, 3]);
  // A device that comes to the chart only now has nothing but the date to go by (docs/security.md says so).
  const late = await practice.open(practice.doctor);
  await late.ready();
  await late.openPatient(patientId);
  expect(await weights(late, patientId)).toEqual([1, 2, 3]);
  await practice.close();
});

test('what she dates back into a channel that only came to be after she had gone is kept apart too', async () => {
  let clock = Math.floor(Date.now() / 1000);
  const practice = await startTestPractice({ now: () => clock });
  const doctor = await practice.open(practice.doctor);
  const guardian = testPerson();
  const { patientId } = await register(doctor, [{ person: guardian }]);
  await write(doctor, patientId, 1);
  clock += 60;
  await removeNurse(practice, doctor);
  clock += 3600;
  const disk = new Map<string, Uint8Array>();
  await (await reader(practice, disk, patientId)).lock();
  clock += 60;
  // Her secret of the first epoch makes the keys of every generation; this one is used under newer keys only.
  expect(await doctor.changeGuardians(patientId, { kind: 'remove', npub: guardian.npub })).toMatchObject({
    ok: true,
  });
  await doctor.settled();
  await practice.stop();
  const event = await forged(practice, practice.nurse, patientId, clock - 7200, 1);
  const list = await forgedList(practice, practice.nurse, event.tags[0]![1]!, clock - 7200);
  practice.store.insert([list, event].map((each) => ({ event: each, raw: JSON.stringify(each) })));
  await practice.start();
  const again = await reader(practice, disk, patientId);
  await vi.waitFor(async () =>
    expect((await again.problems(patientId)).map(({ reason }) => reason)).toEqual([
      'it came after its signer had been removed, and is dated back',
    ]),
  );
  expect(await weights(again, patientId)).toEqual([1]);
  await practice.close();
});

test('what she rightly wrote is there for somebody whose open chart gets the clinical keys after she has gone', async () => {
  let clock = Math.floor(Date.now() / 1000);
  const practice = await startTestPractice({ now: () => clock });
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await write(nurse, patientId, 1);
  clock += 60;
  await removeNurse(practice, doctor);
  clock += 3600;
  const desk = await practice.open(practice.frontdesk);
  await desk.ready();
  await desk.openPatient(patientId);
  expect(await weights(desk, patientId)).toEqual([]);
  clock += 60;
  const { npub } = practice.frontdesk;
  await doctor.changeStaff({ kind: 'change', npub, name: 'Test frontdesk', role: 'doctor' });
  await vi.waitFor(async () => expect(await weights(desk, patientId)).toEqual([1]), 10_000);
  expect(await desk.problems()).toEqual([]);
  await practice.close();
});

/** A weight of 2 kg, made with the keys the nurse was once given. */
async function forged(
  practice: Practice,
  person: TestPerson,
  patientId: string,
  createdAt: number,
  g = 0,
): Promise<VerifiedEvent> {
  const { secrets, entries } = await held(practice, person);
  const { ref, P } = entries[0]!;
  const secret = secrets.get('clin:1')!;
  const address = { c: 'clin', n: 1, ref: hexToBytes(ref), g };
  const pair = derivePairKey(secret, address);
  const resource = { ...weight(2), subject: { reference: `Patient/${patientId}` } };
  const template = sealRecord(
    {
      kind: 2113,
      createdAt,
      json: JSON.stringify(resource),
      Q: pair.Q,
      practiceKey: practiceConversationKey(pair),
      confidential: false,
      blind: blindPatient(secret, address),
      links: [],
      patient: { pubkey: P, key: conversationKeyOfGrant(patientSharedX(pair, P)) },
    },
    nodeNip44,
  );
  return finalizeEvent(template, person.secret);
}

/** A list of that channel, so that this relay hands out what lies in it. */
async function forgedList({ relaySecret }: Practice, { secret }: TestPerson, Q: string, at: number) {
  const relay = getPublicKey(relaySecret);
  const access = channelAccessContent({ c: 'clin', n: 1, readers: [], state: 'retired' });
  const content = nodeNip44.encrypt(access, getConversationKey(secret, relay));
  return finalizeEvent(
    { kind: CHANNEL_ACCESS, created_at: at, tags: channelAccessTags(Q, relay), content },
    secret,
  );
}

/** The patient's entry, with her key in the place of the patient's. */
async function forgedEntry(practice: Practice, person: TestPerson, patientId: string, at: number) {
  const { secrets, entries } = await held(practice, person);
  const entry = entries.find(({ id }) => id === patientId)!;
  const pair = derivePairKey(secrets.get('desk:1')!, { c: 'desk', n: 1, ref: PRACTICE_WIDE, g: 0 });
  const taken = { ...entry, P: person.pubkey, oldP: [{ P: entry.P, upTo: entry.g }] };
  const template = {
    kind: PATIENT_INDEX,
    created_at: at,
    tags: [
      ['d', 'any'],
      ['p', pair.Q],
    ],
    content: nodeNip44.encrypt(JSON.stringify(taken), practiceConversationKey(pair)),
  };
  return finalizeEvent(template, person.secret);
}

const recordsOf = ({ store }: Practice) =>
  store.eventsOfKinds(recordKinds.map(({ kind }) => kind)).map(({ id }) => id);

/** Every secret and index entry the person's key opens, by every way the protocol knows. */
async function held({ store }: Practice, person: TestPerson) {
  const secrets = new Map<string, Uint8Array>();
  for (const event of store.eventsOfKinds([GIFT_WRAP])) {
    if (event.tags.find(([name]) => name === 'p')?.[1] !== person.pubkey) continue;
    const wrap = await unwrap(event, nodeSigner(person.secret));
    if ('error' in wrap || wrap.rumor.kind !== EPOCH_GRANT) continue;
    const grant = parseEpochGrant(wrap.rumor.content);
    if (!grant.ok) throw new Error(grant.reason);
    for (const { c, n, s } of grant.value.grants) secrets.set(`${c}:${n}`, hexToBytes(s));
  }
  const links = store.eventsOfKinds([EPOCH_LINK]);
  // A link may open another: as often as there are links.
  for (const _round of links) {
    for (const link of links) {
      for (const secret of [...secrets.values()]) {
        const text = decrypted(link.content, epochLinkKey(secret));
        const parsed = text === undefined ? undefined : parseEpochLink(text);
        if (parsed?.ok) secrets.set(`${parsed.value.c}:${parsed.value.n}`, hexToBytes(parsed.value.s));
      }
    }
  }
  const entries: PatientIndexEntry[] = [];
  for (const event of store.eventsOfKinds([PATIENT_INDEX])) {
    for (const key of keysFor(secrets, PRACTICE_WIDE)) {
      const text = decrypted(event.content, key);
      const entry = text === undefined ? undefined : parsePatientIndex(text);
      if (entry?.ok) entries.push(entry.value);
    }
  }
  return { secrets, entries };
}

function keysFor(secrets: ReadonlyMap<string, Uint8Array>, ref: Uint8Array) {
  return [...secrets].flatMap(([name, secret]) => {
    const [c = '', n = ''] = name.split(':');
    return [0, 1, 2].map((g) => practiceConversationKey(derivePairKey(secret, { c, n: Number(n), ref, g })));
  });
}

/** Ids of the records that the person's key opens. */
async function opened(practice: Practice, person: TestPerson): Promise<Set<string>> {
  const { secrets, entries } = await held(practice, person);
  const refs = [PRACTICE_WIDE, ...entries.map(({ ref }) => hexToBytes(ref))];
  const channels = refs.flatMap((ref) => keysFor(secrets, ref));
  const records = practice.store.eventsOfKinds(recordKinds.map(({ kind }) => kind));
  const patients = patientKeys(entries);
  return new Set(
    records
      .filter(
        (event) =>
          channels.some((key) => decrypted(event.content, key) !== undefined) ||
          patients.some((secret) => openedAsPatient(event, secret)),
      )
      .map(({ id }) => id),
  );
}

/** Attack: whatever in an entry is the secret key of its patient opens all of that patient's records, for ever. */
function patientKeys(entries: readonly PatientIndexEntry[]): Uint8Array[] {
  return entries.flatMap((entry) =>
    [...JSON.stringify(entry).matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)].flatMap(([hex]) => {
      const secret = hexToBytes(hex);
      try {
        return getPublicKey(secret) === entry.P ? [secret] : [];
      } catch {
        return []; // no secret key at all
      }
    }),
  );
}

function openedAsPatient({ tags }: Pick<VerifiedEvent, 'tags'>, secret: Uint8Array): boolean {
  const Q = tags.find(([name]) => name === 'p')?.[1] ?? '';
  const content = tags.find(([name]) => name === 'patient-content')?.[1];
  return content !== undefined && decrypted(content, getConversationKey(secret, Q)) !== undefined;
}

function decrypted(payload: string, key: Parameters<typeof nodeNip44.decrypt>[1]): string | undefined {
  try {
    return nodeNip44.decrypt(payload, key);
  } catch {
    return undefined; // not with this key
  }
}
