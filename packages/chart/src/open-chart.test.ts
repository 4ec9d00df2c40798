import type { Observation, Patient, Resource } from '@keychart/fhir';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from './api/chart.ts';
import { memoryStore } from './store/index.ts';
import { startTestPractice, type TestPerson, testPerson } from './testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const child: Patient = {
  resourceType: 'Patient',
  name: [{ family: 'Testbach', given: ['Ida'] }],
  birthDate: '2019-03-07',
  gender: 'female',
};

const weight = (value: number, at = '2026-01-05T10:00:00Z'): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  effectiveDateTime: at,
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

async function register(doctor: Awaited<ReturnType<typeof practice.open>>, guardian?: TestPerson) {
  await doctor.ready();
  const result = await doctor.createPatient({
    patient: child,
    guardians: guardian ? [{ name: 'Test Guardian', npub: guardian.npub }] : [],
  });
  if (!result.ok) throw new Error(result.reason);
  return result.created;
}

const values = (entries: readonly Entry[]) =>
  entries.map(({ resource }) => (resource as Observation).valueQuantity?.value);
const written = (outcome: { ok: boolean }) => expect(outcome).toMatchObject({ ok: true });

test('a doctor writes, a nurse and a guardian read it verified, live', async () => {
  const guardian = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, guardian);
  await doctor.settled();
  expect(await doctor.outbox()).toEqual([]);

  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  expect((await nurse.searchPatients('test ida 2019-03')).rows).toMatchObject([
    { patientId, name: 'Ida Testbach' },
  ]);
  const seen = vi.fn();
  await nurse.watch(patientId, { types: ['Observation'] }, seen);
  const family = await practice.open(guardian);
  await family.ready();
  await family.openPatient(patientId);
  expect((await family.searchPatients('')).rows).toMatchObject([{ name: 'Ida Testbach' }]);
  const home = vi.fn();
  await family.watch(patientId, { types: ['Observation'] }, home);

  written(await doctor.write(patientId, [{ resource: weight(21.4) }]));
  for (const watcher of [seen, home]) {
    await vi.waitFor(() => expect(values(watcher.mock.lastCall![0].entries)).toEqual([21.4]));
    expect(watcher.mock.lastCall![0].entries[0].signer).toEqual({
      name: 'Test doctor',
      role: 'doctor',
      me: false,
    });
  }
  expect(await family.identity()).toMatchObject({ kind: 'family' });
  expect(await family.write(patientId, [{ resource: weight(5) }])).toMatchObject({ ok: false });
  expect(await family.problems()).toEqual([]);
});

test('the front desk sees the list and no clinical record', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  written(await doctor.write(patientId, [{ resource: weight(21.4) }]));
  await doctor.settled();
  const desk = await practice.open(practice.frontdesk);
  await desk.ready();
  await desk.openPatient(patientId);
  expect((await desk.searchPatients('testbach')).total).toBe(1);
  expect((await desk.query(patientId, { types: ['Observation'] })).total).toBe(0);
  expect(await desk.write(patientId, [{ resource: weight(1) }])).toMatchObject({ ok: false });
});

test('a patient registered at the front desk gets clinical channels from the first clinician', async () => {
  const guardian = testPerson();
  const desk = await practice.open(practice.frontdesk);
  const { patientId } = await register(desk, guardian);
  await desk.settled();
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  await doctor.openPatient(patientId);
  written(await doctor.write(patientId, [{ resource: weight(20) }]));
  await doctor.settled();
  expect(await doctor.outbox()).toEqual([]);
  const family = await practice.open(guardian);
  await family.ready();
  await family.openPatient(patientId);
  await vi.waitFor(async () =>
    expect((await family.query(patientId, { types: ['Observation'] })).total).toBe(1),
  );
});

test('confidential records never reach a guardian', async () => {
  const guardian = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, guardian);
  written(
    await doctor.write(patientId, [{ resource: weight(30), confidential: true }, { resource: weight(31) }]),
  );
  await doctor.settled();
  expect(await doctor.outbox()).toEqual([]);
  const family = await practice.open(guardian);
  await family.ready();
  await family.openPatient(patientId);
  const { entries, total } = await family.query(patientId, { types: ['Observation'] });
  expect([total, values(entries)]).toEqual([1, [31]]);
  expect(await family.problems()).toEqual([]);
});

test('offline writing is kept, sent in order after the server is back, and both sides converge', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await doctor.settled();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  await practice.stop();
  for (const value of [1, 2, 3])
    written(await doctor.write(patientId, [{ resource: weight(value, `2026-02-0${value}T00:00:00Z`) }]));
  written(await nurse.write(patientId, [{ resource: weight(4, '2026-02-04T00:00:00Z') }]));
  expect((await doctor.query(patientId, { types: ['Observation'] })).entries[0]?.delivery.state).toBe(
    'stored',
  );
  await practice.start();
  await vi.waitFor(async () => {
    for (const chart of [doctor, nurse]) {
      const { entries } = await chart.query(patientId, { types: ['Observation'], order: 'oldest' });
      expect(values(entries)).toEqual([1, 2, 3, 4]);
      expect(entries.every(({ delivery }) => delivery.state === 'accepted')).toBe(true);
    }
  }, 20_000);
});

test('two people editing at once lose nothing', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await doctor.settled();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  const before = (await doctor.query(patientId, { types: ['Patient'] })).entries[0]!;
  await practice.stop();
  const edited = (patch: Partial<Patient>) => ({ ...before.resource, ...patch }) as Resource;
  written(
    await doctor.correct(
      patientId,
      before.id,
      before.version,
      edited({ telecom: [{ system: 'phone', value: '555-0100' }] }),
    ),
  );
  written(
    await nurse.correct(patientId, before.id, before.version, edited({ address: [{ city: 'Testville' }] })),
  );
  await practice.start();
  await vi.waitFor(async () => {
    for (const chart of [doctor, nurse]) {
      const [entry] = (await chart.query(patientId, { types: ['Patient'] })).entries;
      expect(entry?.resource).toMatchObject({
        telecom: [{ value: '555-0100' }],
        address: [{ city: 'Testville' }],
      });
      expect(entry).toMatchObject({ versions: 3, conflict: false });
    }
  }, 20_000);
});

test('what was stored is there after a restart without the relay, and drafts too', async () => {
  const disk = new Map<string, Uint8Array>();
  const first = await practice.open(practice.doctor, memoryStore({ disk }));
  const { patientId } = await register(first);
  written(await first.write(patientId, [{ resource: weight(9) }]));
  await first.settled();
  await first.saveDraft(patientId, 'note', { text: 'coughs at night' });
  await practice.stop();
  written(await first.write(patientId, [{ resource: weight(10, '2026-03-01T00:00:00Z') }]));
  await first.lock();
  await expect(first.saveDraft(patientId, 'note', {})).rejects.toThrow(/lock/i);

  const second = await practice.open(practice.doctor, memoryStore({ disk }));
  expect((await second.searchPatients('ida')).total).toBe(1);
  await second.openPatient(patientId);
  expect(values((await second.query(patientId, { types: ['Observation'] })).entries)).toEqual([10, 9]);
  expect(await second.draft(patientId, 'note')).toMatchObject({ body: { text: 'coughs at night' } });
  expect(await second.outbox()).toHaveLength(1);
  await practice.start();
  await second.settled();
  expect(await second.outbox()).toEqual([]);
});

test('status changes, corrections and removal keep their history', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  written(await doctor.write(patientId, [{ resource: weight(12) }]));
  const [entry] = (await doctor.query(patientId, { types: ['Observation'] })).entries;
  written(
    await doctor.correct(patientId, entry!.id, entry!.version, {
      ...entry!.resource,
      note: [{ text: 'scale was off' }],
    } as Resource),
  );
  written(await doctor.updateStatus(patientId, entry!.id, { status: 'amended' }));
  expect((await doctor.query(patientId, { types: ['Observation'] })).entries[0]?.resource).toMatchObject({
    status: 'amended',
    note: [{ text: 'scale was off' }],
  });
  written(await doctor.remove(patientId, entry!.id, 'wrong child'));
  expect((await doctor.query(patientId, { types: ['Observation'] })).total).toBe(0);
  const removed = (await doctor.query(patientId, { types: ['Observation'], includeRemoved: true }))
    .entries[0];
  expect(removed?.removed).toMatchObject({ reason: 'wrong child', by: { name: 'Test doctor' } });
  expect((await doctor.history(patientId, entry!.id)).map(({ change }) => change)).toEqual([
    'original',
    'correction',
    'status-update',
    'deletion',
  ]);
});

test('an invalid or oversized resource is refused before anything is written', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const wrong = await doctor.write(patientId, [{ resource: { ...weight(1), status: 'sort-of' } as never }]);
  expect(wrong).toMatchObject({ ok: false, reason: expect.stringContaining('status') });
  const long = { ...weight(1), note: [{ text: 'x'.repeat(20_000) }] };
  expect(await doctor.write(patientId, [{ resource: weight(2) }, { resource: long }])).toMatchObject({
    ok: false,
    reason: expect.stringContaining('20000'),
  });
  expect((await doctor.query(patientId, { types: ['Observation'] })).total).toBe(0);
});

test('a stranger is told that this key has no access', async () => {
  const stranger = await practice.open(testPerson());
  await expect(stranger.ready()).rejects.toThrow();
});
