/** Whose access begins, ends or is refused, and what clocks have to do with it; against a real relay. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from '../../store/index.ts';
import { register, testChild, weight, weights, write } from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let clock = 0;
let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  clock = Math.floor(Date.now() / 1000);
  practice = await startTestPractice({ now: () => clock });
});
afterEach(() => practice.close());

test('a guardian’s open portal learns of a second child, registered with an old date', async () => {
  const guardian = testPerson();
  const doctor = await practice.open(practice.doctor);
  await register(doctor, [{ person: guardian }]);
  const family = await practice.open(guardian);
  await family.ready();
  expect((await family.searchPatients('')).total).toBe(1);
  const second = await doctor.createPatient({
    patient: { ...testChild, name: [{ family: 'Testbach', given: ['Ben'] }] },
    guardians: [{ name: 'Test Guardian', npub: guardian.npub }],
    at: clock - 300 * 86_400,
  });
  expect(second.ok).toBe(true);
  await vi.waitFor(
    async () =>
      expect((await family.searchPatients('')).rows.map(({ name }) => name)).toEqual([
        'Ben Testbach',
        'Ida Testbach',
      ]),
    10_000,
  );
});

test('access granted in the second in which the patient was made is not lost to a tie', async () => {
  const doctor = await practice.open(practice.doctor); // the clock stands still
  for (let n = 0; n < 6; n++) {
    const guardian = testPerson();
    const { patientId } = await register(doctor);
    await write(doctor, patientId, 1);
    expect(
      await doctor.changeGuardians(patientId, { kind: 'add', npub: guardian.npub, name: `G${n}` }),
    ).toMatchObject({
      ok: true,
    });
    await doctor.settled();
    const family = await practice.open(guardian);
    await family.ready();
    await family.openPatient(patientId);
    expect(await weights(family, patientId)).toEqual([1]);
    await family.lock();
    const row = (await doctor.searchPatients('')).rows.find((found) => found.patientId === patientId);
    expect(row?.guardians).toEqual([`G${n}`]);
  }
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  const rows = (await nurse.searchPatients('')).rows;
  expect(rows.flatMap(({ guardians }) => guardians).sort()).toEqual(['G0', 'G1', 'G2', 'G3', 'G4', 'G5']);
});

test('a guardian’s access ends at its second: on this device, at the relay, and for what is written later', async () => {
  const guardian = testPerson();
  const other = testPerson();
  const until = new Date((clock + 3600) * 1000).toISOString();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: guardian, until }, { person: other }]);
  await write(doctor, patientId, 1);
  const disk = new Map<string, Uint8Array>();
  const family = await practice.open(guardian, memoryStore({ disk }));
  await family.ready();
  await family.openPatient(patientId);
  expect(await weights(family, patientId)).toEqual([1]);

  clock += 3601;
  await practice.stop();
  await practice.start();
  await write(doctor, patientId, 2);
  await vi.waitFor(async () => expect((await family.searchPatients('')).total).toBe(0));
  expect(await weights(family, patientId)).toEqual([]);
  await family.lock();
  const again = await practice.open(guardian, memoryStore({ disk }));
  const status = vi.fn();
  await again.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'));
  expect(status.mock.lastCall![0].detail).toMatch(/this key has no access to this practice/);
  expect((await again.searchPatients('')).total).toBe(0);
  expect(await weights(again, patientId)).toEqual([]);
  const unaffected = await practice.open(other);
  await unaffected.ready();
  await unaffected.openPatient(patientId);
  expect(await weights(unaffected, patientId)).toEqual([1, 2]);
});

test('a refused record shows its reason, can be sent again, and dismissed leaves the chart but not the drafts', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  clock += 2_000;
  await doctor.write(patientId, [{ resource: weight(2) }]).then(() => undefined);
  await doctor.settled();
  // A device whose clock runs ahead of the relay's.
  const ahead = await practice.open(practice.doctor, memoryStore(), { now: () => clock + 300 });
  await ahead.ready();
  await ahead.openPatient(patientId);
  const far = await ahead.writeHistory(patientId, [{ resource: weight(3), at: clock + 3_000 }]);
  expect(far.taken).toBe(1);
  await ahead.settled();
  const [item] = await ahead.outbox();
  expect(item).toMatchObject({
    label: 'Observation',
    delivery: { state: 'refused', reason: expect.stringMatching(/future/) },
    resource: { id: 'w3' },
  });
  expect(await weights(ahead, patientId)).toEqual([1, 2, 3]);
  await ahead.retry(item!.version);
  await ahead.settled();
  expect(await ahead.outbox()).toHaveLength(1);
  clock += 3_000;
  await ahead.retry(item!.version);
  await ahead.settled();
  expect(await ahead.outbox()).toEqual([]);
  await vi.waitFor(async () => expect(await weights(doctor, patientId)).toEqual([1, 2, 3]));

  await doctor.writeHistory(patientId, [{ resource: weight(4), at: clock + 3_000 }]);
  await doctor.settled();
  const [refused] = await doctor.outbox();
  await doctor.dismiss(refused!.version);
  for (const chart of [doctor, undefined]) {
    const now = chart ?? (await reopened());
    await now.openPatient(patientId);
    expect(await weights(now, patientId)).toEqual([1, 2, 3]);
    expect(await now.outbox()).toEqual([]);
    expect(await now.drafts(patientId)).toMatchObject([{ body: { id: 'w4' } }]);
  }
  async function reopened() {
    await doctor.lock();
    return practice.open(practice.doctor, memoryStore({ disk }));
  }
});

test('a refused entry in the patient index, dismissed: nobody believes in it any more, here as elsewhere', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const { patientId } = await register(doctor);
  const made = await doctor.createPatient({
    patient: { ...testChild, name: [{ family: 'Testbach', given: ['Tomorrow'] }] },
    at: clock + 3_000,
  });
  expect(made.ok).toBe(true);
  await doctor.settled();
  expect((await doctor.searchPatients('')).total).toBe(2);
  for (const { version, delivery } of await doctor.outbox())
    if (delivery.state === 'refused') await doctor.dismiss(version);
  const listed = async (chart: typeof doctor) =>
    (await chart.searchPatients('')).rows.map((row) => row.patientId);
  expect(await listed(doctor)).toEqual([patientId]);
  await doctor.lock();
  const again = await practice.open(practice.doctor, memoryStore({ disk }));
  await again.ready();
  expect(await listed(again)).toEqual([patientId]);
});

test.each([600, -600])('a clock %i seconds off: everything works', async (off) => {
  const doctor = await practice.open(practice.doctor, memoryStore(), { now: () => clock + off });
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  expect(await doctor.outbox()).toEqual([]);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  expect(await weights(nurse, patientId)).toEqual([1]);
  expect(await nurse.problems()).toEqual([]);
});

test.each([1200, -1200])('a clock %i seconds off is told in plain words', async (off) => {
  const doctor = await practice.open(practice.doctor, memoryStore(), { now: () => clock + off });
  await expect(doctor.ready()).rejects.toThrow(
    off > 0 ? /20 minutes ahead: set the clock/ : /20 minutes behind: set the clock/,
  );
});
