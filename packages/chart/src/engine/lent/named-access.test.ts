/** Locums: a chart of named patients only, its beginning, its writing and its end; against a real relay. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffChange } from '../../api/chart.ts';
import { memoryStore } from '../../store/index.ts';
import {
  latest,
  type Open,
  register,
  staffOf,
  viewOf,
  weight,
  weights,
  write,
} from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const SOON = { timeout: 10_000, interval: 50 };
const connection = async (chart: Open) =>
  (await latest<{ connection: string }>((tell) => chart.watchStatus(tell))).connection;
const listOf = async (chart: Open) => (await chart.searchPatients('')).rows.map(({ patientId }) => patientId);

async function inForce(chart: Open, change: StaffChange) {
  const outcome = await chart.changeStaff(change);
  expect(outcome).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect((await staffOf(chart)).pending).toBeUndefined(), SOON);
  await chart.settled();
  return outcome;
}

/** A doctor with two patients of one weight each; the locum is handed the first. */
async function withLocum(until?: string) {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const { patientId: other } = await register(doctor);
  await write(doctor, patientId, 1);
  await doctor.write(other, [{ resource: weight(2) }]);
  await doctor.settled();
  const locum = testPerson();
  const hired = await inForce(doctor, {
    kind: 'add',
    npub: locum.npub,
    name: 'Dr. Loan',
    role: 'doctor',
    patients: [patientId],
    ...(until && { until }),
  });
  expect(hired).toMatchObject({ renewed: [], granted: 0 });
  const chart = await practice.open(locum);
  await chart.ready();
  await vi.waitFor(async () => expect(await listOf(chart)).toEqual([patientId]), SOON);
  await chart.openPatient(patientId);
  return { doctor, patientId, other, locum, chart };
}

test('a locum reads these patients and no others, and what they write is taken by everybody', async () => {
  const { doctor, patientId, other, locum, chart } = await withLocum();
  expect((await chart.searchPatients('')).rows[0]?.name).toBe('Ida Testbach');
  expect(await weights(chart, patientId)).toEqual([1]);
  expect(await chart.identity()).toMatchObject({ kind: 'staff', role: 'doctor', namedPatients: true });
  await write(chart, patientId, 3);
  expect(await chart.outbox()).toEqual([]);
  const frontdesk = await practice.open(practice.frontdesk);
  await frontdesk.ready();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  for (const reader of [doctor, nurse])
    await vi.waitFor(async () => expect(await weights(reader, patientId)).toEqual([1, 3]), SOON);
  const { entries } = await doctor.query(patientId, { types: ['Observation'] });
  expect(entries[0]?.signer).toMatchObject({ name: 'Dr. Loan', role: 'doctor' });
  // Whatever they try elsewhere ends here, and nothing is sent.
  expect(await chart.write(other, [{ resource: weight(4) }])).toMatchObject({ ok: false });
  expect(await chart.createPatient({ patient: { resourceType: 'Patient' } })).toMatchObject({ ok: false });
  expect(await chart.grantPatients(locum.npub, [other])).toMatchObject({ ok: false });
  expect(await chart.problems()).toEqual([]);
  // That the chart was opened is noted like anybody's.
  const noted = () => practice.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === locum.pubkey);
  await vi.waitFor(() => expect(noted().length).toBeGreaterThanOrEqual(1), SOON);
  // Seen from the patient and from the staff screen, by everybody who opens the list.
  for (const reader of [doctor, nurse, frontdesk]) {
    const view = await viewOf(reader, patientId);
    expect(view.namedReaders).toMatchObject([{ npub: locum.npub, name: 'Dr. Loan', confidential: false }]);
    const member = (await staffOf(reader)).members.find(({ npub }) => npub === locum.npub);
    expect(member?.patients).toEqual([{ patientId }]);
  }
});

test('history of every epoch and generation; a renewed epoch reaches the locum without anybody writing', async () => {
  const mother = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  await inForce(doctor, { kind: 'renew', compartments: ['clin'] });
  await write(doctor, patientId, 2);
  await doctor.changeGuardians(patientId, { kind: 'remove', npub: mother.npub });
  await doctor.settled();
  await write(doctor, patientId, 3);
  await doctor.rekeyPatient(patientId);
  await doctor.settled();
  await write(doctor, patientId, 4);
  const locum = testPerson();
  await inForce(doctor, {
    kind: 'add',
    npub: locum.npub,
    name: 'Dr. Loan',
    role: 'doctor',
    patients: [patientId],
  });
  // Two charters of one second: the second one holds from the next on, and until then the door is closed.
  const chart = await vi.waitFor(async () => {
    const opened = await practice.open(locum);
    await opened.ready();
    return opened;
  }, SOON);
  await vi.waitFor(async () => expect(await listOf(chart)).toEqual([patientId]), SOON);
  await chart.openPatient(patientId);
  expect(await weights(chart, patientId)).toEqual([1, 2, 3, 4]);
  // Written while the epoch changes: sealed anew with the key that comes.
  await inForce(doctor, { kind: 'renew', compartments: ['desk', 'clin', 'msg', 'sens'] });
  await chart.write(patientId, [{ resource: weight(5) }]);
  await vi.waitFor(async () => expect(await weights(doctor, patientId)).toEqual([1, 2, 3, 4, 5]), SOON);
  await vi.waitFor(async () => expect(await chart.outbox()).toEqual([]), SOON);
});

test('taken back: off at once, and what comes lies in the next generation, which they never get', async () => {
  const { doctor, patientId, other, locum, chart } = await withLocum();
  await doctor.grantPatients(locum.npub, [other]);
  await doctor.settled();
  await vi.waitFor(async () => expect((await listOf(chart)).length).toBe(2), SOON);
  const before = practice.store.eventsOfKinds([30210]).length;
  expect(await doctor.revokePatients(locum.npub, [patientId])).toMatchObject({ ok: true });
  await doctor.settled();
  await vi.waitFor(async () => expect(await listOf(chart)).toEqual([other]), SOON);
  expect(await weights(chart, patientId)).toEqual([]);
  await write(doctor, patientId, 5);
  expect(practice.store.eventsOfKinds([30210]).length).toBeGreaterThan(before);
  expect(await chart.write(patientId, [{ resource: weight(6) }])).toMatchObject({ ok: false });
  await vi.waitFor(async () => expect(await connection(chart)).toBe('live'), SOON);
  expect((await viewOf(doctor, patientId)).namedReaders).toEqual([]);
});

test('removed from the staff: the socket closes, and the lines are closed by any device that can', async () => {
  const { doctor, patientId, locum, chart } = await withLocum();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  await inForce(doctor, { kind: 'remove', npub: locum.npub });
  await vi.waitFor(async () => expect(await connection(chart)).toBe('refused'), SOON);
  for (const reader of [doctor, nurse])
    await vi.waitFor(async () => expect((await viewOf(reader, patientId)).namedReaders).toEqual([]), SOON);
  await write(doctor, patientId, 7);
  await write(nurse, patientId, 8);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1, 7, 8]), SOON);
  // On their own screen, which the relay has told that they are let in no more, stands nothing.
  expect(await weights(chart, patientId)).toEqual([]);
});

test('suspended they read nothing at once; let in again they have the same patients until the same days', async () => {
  const day = 86_400_000;
  const [sooner, later] = [7, 30].map((days) =>
    new Date(Math.floor(Date.now() / 1000) * 1000 + days * day).toISOString(),
  ) as [string, string];
  const { doctor, patientId, other, locum, chart } = await withLocum(later);
  await doctor.grantPatients(locum.npub, [other], sooner);
  await doctor.settled();
  await vi.waitFor(async () => expect((await listOf(chart)).length).toBe(2), SOON);
  const lines = async (reader: Open) => {
    const member = (await staffOf(reader)).members.find(({ npub }) => npub === locum.npub);
    return { state: member?.state, until: member?.until, patients: member?.patients?.length };
  };
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();

  for (const reader of [doctor, nurse]) {
    const patients = (await staffOf(reader)).members.find(({ npub }) => npub === locum.npub)?.patients;
    expect(patients?.map((line) => line.patientId)).toEqual([patientId, other].sort());
  }
  await inForce(doctor, { kind: 'suspend', npub: locum.npub });
  await vi.waitFor(async () => expect(await connection(chart)).toBe('refused'), SOON);
  for (const id of [patientId, other])
    await vi.waitFor(async () => expect((await viewOf(nurse, id)).namedReaders).toEqual([]), SOON);
  await doctor.settled();
  expect(await lines(nurse)).toMatchObject({ state: 'ended', patients: 2 });
  expect(await doctor.grantPatients(locum.npub, [other])).toMatchObject({
    ok: false,
    reason: expect.stringContaining('let them in again first'),
  });
  await write(doctor, patientId, 4);
  await nurse.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1, 4]), SOON);
  // Written while they were away, under keys they do not have; what they still hold opens none of it.
  expect(await weights(chart, patientId)).not.toContain(4);

  await inForce(doctor, { kind: 'resume', npub: locum.npub });
  expect(await lines(doctor)).toMatchObject({ until: later, patients: 2 });
  const back = await vi.waitFor(async () => {
    const opened = await practice.open(locum);
    await opened.ready();
    return opened;
  }, SOON);
  await vi.waitFor(async () => expect((await listOf(back)).sort()).toEqual([patientId, other].sort()), SOON);
  await back.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(back, patientId)).toEqual([1, 4]), SOON);
  await write(back, patientId, 5);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1, 4, 5]), SOON);
  for (const [id, until] of [
    [patientId, later],
    [other, sooner],
  ] as const)
    expect((await viewOf(doctor, id)).namedReaders).toMatchObject([{ npub: locum.npub, until }]);
});

test('taken back, or removed, while suspended: nothing comes back', async () => {
  const { doctor, patientId, other, locum } = await withLocum();
  await doctor.grantPatients(locum.npub, [other]);
  await doctor.settled();
  await inForce(doctor, { kind: 'suspend', npub: locum.npub });
  await vi.waitFor(async () => expect((await viewOf(doctor, other)).namedReaders).toEqual([]), SOON);
  await doctor.settled();
  expect(await doctor.revokePatients(locum.npub, [other])).toMatchObject({ ok: true });
  await inForce(doctor, { kind: 'resume', npub: locum.npub });
  await vi.waitFor(async () => expect((await viewOf(doctor, patientId)).namedReaders).toHaveLength(1), SOON);
  expect((await viewOf(doctor, other)).namedReaders).toEqual([]);
  await inForce(doctor, { kind: 'suspend', npub: locum.npub });
  await inForce(doctor, { kind: 'remove', npub: locum.npub });
  const gone = await staffOf(doctor);
  expect(gone.members.some(({ npub }) => npub === locum.npub)).toBe(false);
  await inForce(doctor, {
    kind: 'add',
    npub: locum.npub,
    name: 'Dr. Loan',
    role: 'doctor',
    patients: [other],
  });
  await vi.waitFor(async () => expect((await viewOf(doctor, other)).namedReaders).toHaveLength(1), SOON);
  expect((await viewOf(doctor, patientId)).namedReaders).toEqual([]);
});

test('the last day comes by itself, at that second, on the open screen', async () => {
  const until = new Date(Math.floor(Date.now() / 1000) * 1000 + 6000);
  const disk = new Map<string, Uint8Array>();
  const { doctor, patientId, locum, chart } = await withLocum(until.toISOString());
  const second = await practice.open(locum, memoryStore({ disk }));
  await second.ready();
  await vi.waitFor(async () => expect(await listOf(chart)).toEqual([]), SOON);
  expect(Math.abs(Date.now() - until.getTime())).toBeLessThan(1500);
  await vi.waitFor(async () => expect((await viewOf(doctor, patientId)).namedReaders).toEqual([]), SOON);
  await doctor.settled();
  // And not again on a device that was off meanwhile.
  await second.lock();
  const again = await practice.open(locum, memoryStore({ disk }));
  await vi.waitFor(async () => expect(await connection(again)).toBe('refused'), SOON);
  expect(await listOf(again)).toEqual([]);
});

test('what is wrong is said, and changes nothing', async () => {
  const { doctor, patientId, locum } = await withLocum();
  const refused = async (...input: Parameters<Open['grantPatients']>) => {
    const outcome = await doctor.grantPatients(...input);
    return outcome.ok ? 'done' : outcome.reason;
  };
  expect(await refused('npub1x', [patientId])).toMatch(/npub|key/i);
  expect(await refused(testPerson().npub, [patientId])).toMatch(/not on the staff/);
  expect(await refused(practice.nurse.npub, [patientId])).toMatch(/all patients already/);
  expect(await refused(locum.npub, ['nobody'])).toMatch(/not known/);
  expect(await refused(locum.npub, [patientId], 'soon')).toMatch(/not a date/);
  expect(await refused(locum.npub, [patientId], '2020-01-01')).toMatch(/in the past/);
  const frontdesk = await practice.open(practice.frontdesk);
  await frontdesk.ready();
  expect(await frontdesk.grantPatients(locum.npub, [patientId])).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/does not hold the keys of clin/),
  });
  expect(await frontdesk.revokePatients(locum.npub)).toMatchObject({ ok: false });
});
