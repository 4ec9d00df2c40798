/**
 * Index entries by somebody who holds the keys of the front desk, wants more, and does not use our client: what they
 * say of clinical access counts for nobody. Against a real relay.
 */
import { finalizeEvent, type NostrEvent, unwrap } from '@keychart/nostr';
import { nodeNip44, nodeSigner } from '@keychart/nostr/node';
import { GIFT_WRAP, PATIENT_INDEX, type PatientIndexEntry, parsePatientIndex } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Open, register, weight, weights, write } from '../../testing/test-charts.ts';
import { deskChannel } from '../../testing/test-desk-list.ts';
import { startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

const SOON = { timeout: 10_000, interval: 50 };
const now = () => Math.floor(Date.now() / 1000);

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const wrapsTo = ({ pubkey }: TestPerson) =>
  practice.store
    .eventsOfKinds([GIFT_WRAP])
    .filter(({ tags }) => tags.some(([name, value]) => name === 'p' && value === pubkey));

async function opened(person: TestPerson) {
  const all = await Promise.all(wrapsTo(person).map((wrap) => unwrap(wrap, nodeSigner(person.secret))));
  return all.flatMap((each) => ('rumor' in each ? [each.rumor] : []));
}

/** The newest entry of a patient, changed as the attacker likes and signed with their own key. */
async function forge(
  by: TestPerson,
  patientId: string,
  change: (entry: PatientIndexEntry) => object,
): Promise<NostrEvent> {
  const { key } = await deskChannel(practice, by);
  const entries = practice.store.eventsOfKinds([PATIENT_INDEX]).flatMap((event) => {
    const parsed = parsePatientIndex(nodeNip44.decrypt(event.content, key));
    return parsed.ok && parsed.value.id === patientId ? [{ event, entry: parsed.value }] : [];
  });
  const { event, entry } = entries.at(-1)!;
  const template = {
    kind: PATIENT_INDEX,
    created_at: Math.max(now(), event.created_at + 1),
    tags: event.tags,
    content: nodeNip44.encrypt(JSON.stringify(change(entry)), key),
  };
  const forged = finalizeEvent(template, by.secret);
  expect(await practice.publish(forged)).toMatchObject({ accepted: true });
  return forged;
}

const raised = ({ g }: PatientIndexEntry) => ({ ...g, clin: (g.clin ?? 0) + 1, sens: (g.sens ?? 0) + 1 });

/** A child with a weight in the chart, and the front desk's keys. */
async function withChild() {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  return { doctor, patientId, thief: practice.frontdesk };
}

/** The doctor has taken notice of what was published, and goes on working. */
async function worksOn(doctor: Open, patientId: string) {
  await register(doctor);
  await write(doctor, patientId, 2);
  expect(await doctor.write(patientId, [{ resource: weight(3), confidential: true }])).toMatchObject({
    ok: true,
  });
  await doctor.settled();
}

test.each(['clin', 'sens', undefined])('the front desk names itself a reader of a chart: %s', async (c) => {
  const { doctor, patientId, thief } = await withChild();
  await forge(thief, patientId, (entry) => ({
    ...entry,
    g: raised(entry),
    named: [{ pk: thief.pubkey, ...(c && { c }), until: now() + 9000, at: now() }],
  }));
  await worksOn(doctor, patientId);
  expect((await opened(thief)).map(({ kind }) => kind)).not.toContain(2100);
  const chart = await practice.open(thief);
  await chart.ready();
  await chart.openPatient(patientId);
  expect(await weights(chart, patientId)).toEqual([]);
});

test('the front desk names a friend a guardian, after a clinician opened the chart', async () => {
  const { doctor, patientId, thief } = await withChild();
  const friend = testPerson();
  await forge(thief, patientId, (entry) => ({
    ...entry,
    g: raised(entry),
    guardians: [{ pk: friend.pubkey, name: 'Aunt', at: now() }],
  }));
  await worksOn(doctor, patientId);
  expect(wrapsTo(friend)).toEqual([]);
});

test('the front desk puts a key of its own in the place of the patient’s', async () => {
  const { doctor, patientId, thief } = await withChild();
  const friend = testPerson();
  await forge(thief, patientId, (entry) => ({
    ...entry,
    g: raised(entry),
    P: friend.pubkey,
    oldP: [{ P: entry.P, upTo: entry.g }],
  }));
  await worksOn(doctor, patientId);
  expect(wrapsTo(friend)).toEqual([]);
});

test('the front desk merges a chart into that of a friend', async () => {
  const { doctor, patientId, thief } = await withChild();
  const friend = testPerson();
  const own = await doctor.createPatient({
    patient: { resourceType: 'Patient', name: [{ family: 'Friend' }] },
    npub: friend.npub,
  });
  if (!own.ok) throw new Error(own.reason);
  await doctor.settled();
  const before = (await opened(friend)).length;
  await forge(thief, patientId, (entry) => ({
    ...entry,
    g: raised(entry),
    status: 'merged',
    mergedInto: own.created.patientId,
    statusAt: now(),
  }));
  await worksOn(doctor, patientId);
  expect(await opened(friend)).toHaveLength(before);
});

test.each([
  [
    'a generation no practice reaches',
    (entry: PatientIndexEntry) => ({ ...entry, g: { clin: 4_294_967_295 } }),
  ],
  [
    'a line dated so far ahead that no later one can follow',
    (entry: PatientIndexEntry) => ({
      ...entry,
      guardians: [{ pk: testPerson().pubkey, name: 'x', at: Number.MAX_SAFE_INTEGER, removed: true }],
    }),
  ],
  [
    'a channel that is none',
    (entry: PatientIndexEntry) => ({ ...entry, channels: [...entry.channels, 'nowhere'] }),
  ],
])('%s is refused, said so, and changes nothing', async (_what, change) => {
  const { doctor, patientId, thief } = await withChild();
  const forged = await forge(thief, patientId, change);
  await vi.waitFor(
    async () => expect((await doctor.problems()).map(({ check }) => check)).toContain('content'),
    SOON,
  );
  expect(forged.pubkey).toBe(thief.pubkey);
  await worksOn(doctor, patientId);
  expect(await weights(doctor, patientId)).toEqual([1, 2, 3]);
});

test('a channel of a compartment nobody has stops nobody from changing who reads', async () => {
  const { doctor, patientId, thief } = await withChild();
  await forge(thief, patientId, (entry) => ({ ...entry, channels: [...entry.channels, 'nobody:1:0'] }));
  await worksOn(doctor, patientId);
  const mother = testPerson();
  const added = await doctor.changeGuardians(patientId, { kind: 'add', npub: mother.npub, name: 'Mother' });
  expect(added).toMatchObject({ ok: true });
});

test('one patient’s entry cannot take the name of another', async () => {
  const { doctor, patientId, thief } = await withChild();
  const { patientId: other } = await register(doctor);
  await write(doctor, other, 4);
  await forge(thief, patientId, (entry) => ({ ...entry, id: other }));
  await forge(thief, patientId, (entry) => ({ ...entry, ref: 'a'.repeat(32), id: other }));
  await vi.waitFor(
    async () => expect((await doctor.problems()).map(({ check }) => check)).toContain('content'),
    SOON,
  );
  await write(doctor, other, 5);
  // A device that begins now gets the newest first.
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  for (const chart of [doctor, nurse]) {
    for (const id of [patientId, other]) await chart.openPatient(id);
    expect(await weights(chart, patientId)).toEqual([1]);
    expect(await weights(chart, other)).toEqual([4, 5]);
  }
});
