/** Guardians come and go, patients get new keys: who reads what, at once and later; against a real relay. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffView } from '../../api/chart.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import { blockLog, memoryStore, openSealedStore } from '../../store/index.ts';
import { type Open, register, viewOf, weight, weights, write } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice({ policies: { holdPatientKeys: true } });
});
afterEach(() => practice.close());

async function family(person: TestPerson, patientId: string, disk?: Map<string, Uint8Array>) {
  const chart = await practice.open(person, memoryStore(disk ? { disk } : {}));
  await chart.ready();
  await chart.openPatient(patientId);
  return chart;
}

async function connection(chart: Open): Promise<string> {
  const seen = vi.fn();
  const end = await chart.watchStatus(seen);
  end();
  return (seen.mock.lastCall![0] as { connection: string }).connection;
}

test('separated parents: one stops reading at once, the other goes on and reads what comes', async () => {
  const [mother, father] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: mother }, { person: father }]);
  await write(doctor, patientId, 1);
  const [hers, his] = [await family(mother, patientId), await family(father, patientId)];
  expect(await weights(his, patientId)).toEqual([1]);
  const outcome = await doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub });
  expect(outcome).toMatchObject({ ok: true });
  await doctor.settled();
  await vi.waitFor(async () => expect(await connection(his)).toBe('refused'), 10_000);
  await write(doctor, patientId, 2);
  await vi.waitFor(async () => expect(await weights(hers, patientId)).toEqual([1, 2]), 10_000);
  // Nor does what he has read already stay on his open screen.
  expect(await weights(his, patientId)).toEqual([]);
  expect((await viewOf(doctor, patientId)).guardians.map(({ npub }) => npub)).toEqual([mother.npub]);
  // And back again: everything, the time between included.
  await doctor.changeGuardians(patientId, { kind: 'add', npub: father.npub, name: 'Test Father' });
  await doctor.settled();
  const again = await family(father, patientId);
  expect(await weights(again, patientId)).toEqual([1, 2]);
});

test('a guardian of two children loses one: that one leaves their device, the other stays', async () => {
  const father = testPerson();
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: father }]);
  const { patientId: other } = await register(doctor, [{ person: father }]);
  await write(doctor, patientId, 1);
  const his = await family(father, patientId, disk);
  expect((await his.searchPatients('')).total).toBe(2);
  await doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub });
  await doctor.settled();
  await vi.waitFor(async () => {
    const { rows } = await his.searchPatients('');
    expect(rows.map((row) => row.patientId)).toEqual([other]);
  }, 10_000);
  expect(await weights(his, patientId)).toEqual([]);
  await vi.waitFor(async () => expect(await connection(his)).toBe('live'), 10_000);
  // Nothing of that child stays on the device either: no record and no key; of the other all does.
  const kept = async (id: string) => {
    const sealed = await openSealedStore(memoryStore({ disk }), father.secret);
    const all: StoredRecord[] = [];
    await (await blockLog<StoredRecord>(sealed, ['desk'])).readAll((block) => void all.push(...block));
    const state = (await sealed.getJson(['governance'])) as { grants: { content: string }[] };
    const grants = state.grants.map(({ content }) => JSON.parse(content) as { id: string; keys: unknown[] });
    return {
      records: (await sealed.list(['patient', id])).length,
      events: (await sealed.list(['events', 'patient', id])).length,
      desk: all.filter((record) => record.patientId === id).length,
      keys: grants.filter((grant) => grant.id === id).flatMap(({ keys }) => keys).length,
    };
  };
  await his.lock();
  expect(await kept(patientId)).toEqual({ records: 0, events: 0, desk: 0, keys: 0 });
  expect(await kept(other)).toMatchObject({ desk: 1 });
  expect((await kept(other)).keys).toBeGreaterThan(0);
  const again = await practice.open(father, memoryStore({ disk }));
  await again.ready();
  expect((await again.searchPatients('')).rows.map((row) => row.patientId)).toEqual([other]);
});

test('a lost or stolen key: the old one reads nothing more, the new one everything', async () => {
  const guardian = testPerson();
  const doctor = await practice.open(practice.doctor);
  const created = await register(doctor, [{ person: guardian }]);
  const { patientId } = created;
  await write(doctor, patientId, 1);
  const own = await family(handedOver(created.handover), patientId);
  expect(await weights(own, patientId)).toEqual([1]);
  const parent = await family(guardian, patientId);
  const outcome = await doctor.rekeyPatient(patientId);
  if (!outcome.ok || !outcome.handover) throw new Error('no new key');
  await doctor.settled();
  await vi.waitFor(async () => expect(await connection(own)).toBe('refused'), 10_000);
  await write(doctor, patientId, 2);
  expect(await weights(own, patientId)).toEqual([1]);
  const renewed = await family(handedOver(outcome.handover), patientId);
  expect(await weights(renewed, patientId)).toEqual([1, 2]);
  await vi.waitFor(async () => expect(await weights(parent, patientId)).toEqual([1, 2]), 10_000);
  expect((await viewOf(doctor, patientId)).key).toMatchObject({ heldHere: true, replaced: 1 });
  // Handed over: the practice keeps no copy, on no device.
  await doctor.forgetPatientKey(patientId);
  await doctor.settled();
  expect((await viewOf(doctor, patientId)).key).toMatchObject({ heldHere: false });
  // A grown child brings a key of their own.
  const grown = testPerson();
  expect(await doctor.rekeyPatient(patientId, { npub: grown.npub })).toEqual({ ok: true });
  await doctor.settled();
  await write(doctor, patientId, 3);
  const adult = await family(grown, patientId);
  expect(await weights(adult, patientId)).toEqual([1, 2, 3]);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  expect(await weights(nurse, patientId)).toEqual([1, 2, 3]);
  expect((await viewOf(nurse, patientId)).key).toMatchObject({
    npub: grown.npub,
    heldHere: false,
    replaced: 2,
  });
});

test('after years of new keys, more of them than one gift wrap holds, everybody still reads all of it', async () => {
  const [mother, father] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const { patientId, handover } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  let last = handover;
  for (let year = 0; year < 50; year++) {
    const outcome = await doctor.rekeyPatient(patientId);
    if (!outcome.ok || !outcome.handover) throw new Error('no new key');
    last = outcome.handover;
  }
  await write(doctor, patientId, 2);
  const added = await doctor.changeGuardians(patientId, { kind: 'add', npub: father.npub, name: 'Father' });
  expect(added).toMatchObject({ ok: true });
  await doctor.settled();
  for (const person of [mother, father, handedOver(last)])
    expect(await weights(await family(person, patientId), patientId)).toEqual([1, 2]);
});

test('a colleague who was offline does not let a removed guardian in again', async () => {
  const [mother, father] = [testPerson(), testPerson()];
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: mother }, { person: father }]);
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.ready();
  await nurse.openPatient(patientId);
  await practice.stop();
  // Both offline: she writes, and gives the mother a new end, from what she knows; he is taken off meanwhile.
  expect(await nurse.write(patientId, [{ resource: weight(4) }])).toMatchObject({ ok: true });
  await nurse.changeGuardians(patientId, {
    kind: 'change',
    npub: mother.npub,
    name: 'Test Mother',
    until: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await nurse.lock();
  await practice.start();
  await doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub });
  await doctor.settled();
  const back = await practice.open(practice.nurse, memoryStore({ disk }));
  await back.ready();
  await back.settled();
  expect(await back.outbox()).toEqual([]);
  await back.openPatient(patientId);
  await write(back, patientId, 5);
  for (const chart of [doctor, back]) {
    await vi.waitFor(async () => {
      const { guardians } = await viewOf(chart, patientId);
      expect(guardians.map(({ npub }) => npub)).toEqual([mother.npub]);
      expect(guardians[0]?.until).toBeDefined();
      expect(await weights(chart, patientId)).toEqual([4, 5]);
    }, 10_000);
  }
  const his = await practice.open(father);
  await vi.waitFor(async () => expect(await connection(his)).toBe('refused'), 10_000);
  const hers = await family(mother, patientId);
  expect(await weights(hers, patientId)).toEqual([4, 5]);
});

test('whoever cannot reach every list changes none; and what is wrong is said', async () => {
  const guardian = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: guardian }]);
  const frontdesk = await practice.open(practice.frontdesk);
  await frontdesk.ready();
  const remove = { kind: 'remove', npub: guardian.npub } as const;
  expect(await frontdesk.changeGuardians(patientId, remove)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/does not hold the keys of clin/),
  });
  const refused = async (change: Parameters<Open['changeGuardians']>[1]) => {
    const outcome = await doctor.changeGuardians(patientId, change);
    return outcome.ok ? 'done' : outcome.reason;
  };
  expect(await refused({ kind: 'remove', npub: testPerson().npub })).toMatch(/not a guardian/);
  const work = practice.nurse.npub;
  expect(await refused({ kind: 'add', npub: work, name: 'X' })).toMatch(/somebody on the staff/);
  expect(await doctor.rekeyPatient(patientId, { npub: work })).toMatchObject({ ok: false, reason: /staff/ });
  expect(await refused({ kind: 'add', npub: 'npub1xyz', name: 'X' })).toMatch(/the key of X/);
  expect(await refused({ kind: 'add', npub: testPerson().npub, name: 'X', until: 'soon' })).toMatch(
    /not a date/,
  );
  expect(await doctor.rekeyPatient(patientId, { npub: guardian.npub })).toMatchObject({
    ok: false,
    reason: 'this is the key of a guardian',
  });
});

test('a member whose time is over sees no patient any more, on a device that was open; and again once they are back', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const disk = new Map<string, Uint8Array>();
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.ready();
  await nurse.openPatient(patientId);
  const rows = vi.fn();
  await nurse.watchPatients(rows);
  const values = vi.fn();
  await nurse.watch(patientId, { types: ['Observation'] }, values);
  await vi.waitFor(() => expect(values.mock.lastCall![0].total).toBe(1), 10_000);
  await doctor.changeStaff({ kind: 'suspend', npub: practice.nurse.npub });
  await doctor.settled();
  await vi.waitFor(
    () => expect(values.mock.lastCall![0]).toMatchObject({ total: 0, state: 'loading' }),
    10_000,
  );
  expect((await nurse.searchPatients('')).rows).toEqual([]);
  expect(rows.mock.lastCall![0]).toBe(0);
  expect((await viewOf(nurse, patientId)).entry).toBeUndefined();
  expect(await nurse.patientNames([patientId])).toEqual([]);
  await nurse.lock();
  const offline = await practice.open(practice.nurse, memoryStore({ disk }));
  expect((await offline.searchPatients('')).total).toBe(0);
  await offline.lock();
  expect(await doctor.changeStaff({ kind: 'resume', npub: practice.nurse.npub })).toMatchObject({ ok: true });
  await vi.waitFor(async () => {
    const staff = vi.fn();
    (await doctor.watchStaff(staff))();
    const { members, pending } = staff.mock.lastCall![0] as StaffView;
    expect(pending).toBeUndefined();
    expect(members.find(({ npub }) => npub === practice.nurse.npub)?.state).toBe('active');
  }, 10_000);
  const back = await practice.open(practice.nurse, memoryStore({ disk }));
  await vi.waitFor(async () => expect((await back.searchPatients('')).total).toBe(1), 10_000);
});
