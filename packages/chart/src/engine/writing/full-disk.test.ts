/** A disk without room: an answer in plain words, nothing half-written, and everything goes on once there is room. */
import type { Observation, Resource } from '@keychart/fhir';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MemoryDisk, memoryStore, type Store, StoreFullError } from '../../store/index.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const weight = (value: number): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  effectiveDateTime: `2026-01-0${value}T10:00:00Z`,
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});
const patient = { resourceType: 'Patient' as const, name: [{ family: 'Testbach', given: ['Ida'] }] };

function disk() {
  const bytes: MemoryDisk = new Map();
  const store = memoryStore({ disk: bytes });
  const state = { full: false };
  const guarded: Store = {
    ...store,
    write: (batch) =>
      state.full && batch.puts?.length ? Promise.reject(new StoreFullError()) : store.write(batch),
  };
  return { bytes, state, store: guarded };
}

const noRoom = { ok: false, issues: [], reason: expect.stringContaining('no room left on this device') };

test('every way of writing answers, shows nothing, sends nothing, and works again with room', async () => {
  const { state, store } = disk();
  const doctor = await practice.open(practice.doctor, store);
  await doctor.ready();
  const created = await doctor.createPatient({ patient });
  if (!created.ok) throw new Error(created.reason);
  const { patientId } = created.created;
  await doctor.write(patientId, [{ resource: weight(1) }]);
  await doctor.settled();
  const query = () => doctor.query(patientId, { types: ['Observation'], includeRemoved: true });
  const before = await query();
  const entry = before.entries[0]!;

  state.full = true;
  const noted = { ...entry.resource, note: [{ text: 'x' }] } as Resource;
  const guardian = testPerson();
  for (const writing of [
    () => doctor.write(patientId, [{ resource: weight(2) }, { resource: weight(3), confidential: true }]),
    () => doctor.correct(patientId, entry.id, entry.version, noted),
    () => doctor.updateStatus(patientId, entry.id, { status: 'amended' }),
    () => doctor.remove(patientId, entry.id, 'no reason'),
    () => doctor.createPatient({ patient: { ...patient, id: 'second' } }),
    () => doctor.changeGuardians(patientId, { kind: 'add', npub: guardian.npub, name: 'Test Guardian' }),
  ])
    expect(await writing()).toMatchObject(noRoom);
  expect(await query()).toEqual(before);
  expect((await doctor.searchPatients('')).total).toBe(1);
  expect((await doctor.searchPatients('')).rows[0]?.guardians).toEqual([]);
  expect(await doctor.outbox()).toEqual([]);
  expect(practice.store.count([{ kinds: [2110, 2113] }], Date.now(), () => true)).toBe(2);
  await expect(doctor.saveDraft(patientId, 'note', { text: 'x' })).rejects.toThrow(/no room left/);

  state.full = false;
  expect(await doctor.write(patientId, [{ resource: weight(2) }])).toMatchObject({ ok: true });
  expect(await doctor.createPatient({ patient: { ...patient, id: 'second' } })).toMatchObject({ ok: true });
  expect(
    await doctor.changeGuardians(patientId, { kind: 'add', npub: guardian.npub, name: 'Test Guardian' }),
  ).toMatchObject({ ok: true });
  await doctor.settled();
  expect(await doctor.outbox()).toEqual([]);
  const family = await practice.open(guardian);
  await family.ready();
  await family.openPatient(patientId);
  expect((await family.query(patientId, { types: ['Observation'] })).total).toBe(2);
});

test('a disk that fills up by itself: what was answered for is there, what was not is not', async () => {
  const bytes: MemoryDisk = new Map();
  const roomy = await practice.open(practice.doctor, memoryStore({ disk: bytes }));
  await roomy.ready();
  const created = await roomy.createPatient({ patient });
  if (!created.ok) throw new Error(created.reason);
  const { patientId } = created.created;
  await roomy.settled();
  await roomy.lock();
  const used = [...bytes].reduce((sum, [key, value]) => sum + key.length + value.length, 0);

  const tight = await practice.open(practice.doctor, memoryStore({ disk: bytes, maxBytes: used + 30_000 }));
  await tight.ready();
  let kept = 0;
  let outcome = await tight.write(patientId, [{ resource: weight(1) }]);
  for (; outcome.ok && kept < 100; kept++) outcome = await tight.write(patientId, [{ resource: weight(1) }]);
  expect(outcome).toMatchObject(noRoom);
  await tight.lock();

  const again = await practice.open(practice.doctor, memoryStore({ disk: bytes }));
  await again.openPatient(patientId);
  expect((await again.query(patientId, { types: ['Observation'], count: 200 })).total).toBe(kept);
  await again.ready();
  await again.settled();
  expect(await again.outbox()).toEqual([]);
});

test('grants and charters that found no room are kept once there is some', async () => {
  const { state, store, bytes } = disk();
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const created = await doctor.createPatient({ patient });
  if (!created.ok) throw new Error(created.reason);
  const { patientId } = created.created;
  await doctor.write(patientId, [{ resource: weight(1) }]);
  await doctor.settled();
  const nurse = await practice.open(practice.nurse, store, {});
  state.full = true;
  await expect
    .poll(() => new Promise((resolve) => void nurse.watchStatus((status) => resolve(status.detail))))
    .toMatch(/no room left/);
  await practice.stop();
  state.full = false;
  await practice.start();
  await nurse.ready();
  await nurse.lock();
  await practice.stop();
  const offline = await practice.open(practice.nurse, memoryStore({ disk: bytes }));
  expect((await offline.searchPatients('ida')).total).toBe(1);
  expect(await offline.identity()).toMatchObject({ kind: 'staff', role: 'nurse', name: 'Test nurse' });
});

test('the end of a guardian’s access that is no date is refused before anything is written', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const guardian = { name: 'Test Guardian', npub: testPerson().npub, until: 'next summer' };
  expect(await doctor.createPatient({ patient, guardians: [guardian] })).toMatchObject({
    ok: false,
    reason: expect.stringContaining('not a date'),
  });
  expect((await doctor.searchPatients('')).total).toBe(0);
});
