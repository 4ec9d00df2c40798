/** Families sign what they open; nothing else, in one channel, and only as long as they read it. */
import type { NostrEvent } from '@keychart/nostr';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AuditLog } from '../../api/chart.ts';
import { type MemoryDisk, memoryStore } from '../../store/index.ts';
import { auditOf, soon } from '../../testing/test-audit.ts';
import { type Open, register, weight, write } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeAll(async () => {
  practice = await startTestPractice();
});
afterAll(() => practice.close());

const stored = (author: string): NostrEvent[] =>
  practice.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === author);

/** Opens the record as this person and stays until the entry is with the practice. */
async function reads(person: TestPerson, patientId: string, disk?: MemoryDisk): Promise<Open> {
  const chart = await practice.open(person, memoryStore(disk && { disk }));
  await chart.ready();
  const before = stored(person.pubkey).length;
  await chart.query(patientId, { types: ['Observation'] });
  await chart.query(patientId, { types: ['Condition'] });
  await vi.waitFor(() => expect(stored(person.pubkey).length).toBe(before + 1), soon);
  await chart.settled();
  return chart;
}

const byFamily = ({ lines }: AuditLog) => lines.filter(({ by }) => ['patient', 'guardian'].includes(by.role));

test('what a mother opens stands in the log: for the patient, for the staff, and for herself', async () => {
  const mother = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId, handover } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  const hers = await reads(mother, patientId);
  const own = await auditOf(hers, { patientId }, (log) => byFamily(log).length === 1);
  expect(byFamily(own)).toMatchObject([
    {
      action: 'open',
      patientId,
      by: { name: 'Test Guardian', role: 'guardian', me: true },
      confidential: false,
    },
  ]);
  const patient = await reads(handedOver({ nsec: handover.nsec }), patientId);
  const all = await auditOf(patient, { patientId }, (log) => byFamily(log).length === 2);
  expect(byFamily(all).map(({ by }) => by)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'Test Guardian', role: 'guardian', me: false }),
      expect.objectContaining({ name: 'Ida Testbach', role: 'patient', me: true }),
    ]),
  );
  expect(all.unreadable).toBe(0);
  const log = await auditOf(doctor, {}, (found) => byFamily(found).length === 2);
  expect(log.trail!.gaps).toEqual([]);
  expect(log.unreadable).toBe(0);
  expect(
    byFamily(log)
      .map(({ by }) => by.name)
      .sort(),
  ).toEqual(['Ida Testbach', 'Test Guardian']);
  expect(await doctor.verifyAudit()).toMatchObject({ findings: [] });
  // It is in no count of the chart, and not for other practices' eyes: one tag beside what is sealed.
  expect(stored(mother.pubkey)[0]).toMatchObject({ content: '' });
  expect(stored(mother.pubkey)[0]!.tags.map(([name]) => name)).toEqual(['p', 'patient-content']);
});

test('confidential records change nothing of what a family writes or reads about it', async () => {
  const [mother, doctor] = [testPerson(), await practice.open(practice.doctor)];
  const { patientId, handover } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  await doctor.write(patientId, [{ resource: weight(2), confidential: true }]);
  await doctor.settled();
  const patient = handedOver({ nsec: handover.nsec });
  const own = await reads(patient, patientId);
  expect((await own.query(patientId, { types: ['Observation'] })).total).toBe(2);
  await own.lock();
  // One entry, in the compartment that guardians read, though the patient saw both.
  expect(stored(patient.pubkey)).toHaveLength(1);
  const hers = await reads(mother, patientId);
  const log = await auditOf(hers, { patientId }, (found) => byFamily(found).length === 2);
  expect(JSON.stringify(log)).not.toMatch(/sens|"confidential":true/);
  expect(log.unreadable).toBe(0);
});

test('each record has a chain of its own on a device: who reads one cannot count what was opened of another', async () => {
  const [mother, doctor] = [testPerson(), await practice.open(practice.doctor)];
  const first = await register(doctor, [{ person: mother }]);
  const second = await register(doctor, [{ person: mother }]);
  await write(doctor, first.patientId, 1);
  await write(doctor, second.patientId, 1);
  const disk: MemoryDisk = new Map();
  const before = await auditOf(doctor, {}, ({ total }) => total > 0);
  for (const { patientId } of [first, second, first, first])
    await (await reads(mother, patientId, disk)).lock();
  const mine = await auditOf(doctor, { npub: mother.npub }, ({ total }) => total === 4);
  expect(mine.trail!.gaps).toEqual([]);
  const lines = byFamily(mine).filter(({ by }) => by.npub === mother.npub);
  expect(lines.filter(({ patientId }) => patientId === first.patientId)).toHaveLength(3);
  // Doctor, nurse, and the mother twice: one chain for each child on her device.
  expect(mine.trail!.chains - before.trail!.chains).toBe(2);
});

test('a guardian whose access has ended writes none, on the wire or dated back', async () => {
  const mother = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  const hers = await reads(mother, patientId);
  const [entry] = stored(mother.pubkey);
  expect(await doctor.changeGuardians(patientId, { kind: 'remove', npub: mother.npub })).toMatchObject({
    ok: true,
  });
  await doctor.settled();
  await hers.query(patientId, { types: ['Observation'] }).catch(() => undefined);
  await hers.lock();
  expect(stored(mother.pubkey)).toEqual([entry]);
});

test('offline, and keys renewed meanwhile: the entry waits, and is sealed anew when new keys have come', async () => {
  const second = await startTestPractice({ admins: ['doctor', 'nurse'] });
  try {
    const mother = testPerson();
    const doctor = await second.open(second.doctor);
    const { patientId } = await register(doctor, [{ person: mother }]);
    await write(doctor, patientId, 1);
    const disk: MemoryDisk = new Map();
    const before = await second.open(mother, memoryStore({ disk }));
    await before.ready();
    await before.openPatient(patientId);
    await before.lock();
    expect(await doctor.changeStaff({ kind: 'renew', compartments: ['desk'] })).toMatchObject({ ok: true });
    await doctor.settled();
    const entries = () => second.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === mother.pubkey);
    const hers = await second.open(mother, memoryStore({ disk }));
    await hers.ready();
    await hers.query(patientId, { types: ['Observation'] });
    // Nothing under keys that somebody removed has: it is kept, and not sent again and again.
    await hers.settled();
    await vi.waitFor(async () => {
      const seen = vi.fn();
      (await hers.watchAudit({ patientId }, seen))();
      expect((seen.mock.lastCall![0] as AuditLog).waiting).toBe(1);
    }, soon);
    expect(entries()).toEqual([]);
    await write(doctor, patientId, 2);
    const nurse = await second.open(second.nurse);
    await nurse.ready();
    await nurse.query(patientId, { types: ['Observation'] });
    await vi.waitFor(() => expect(entries()).toHaveLength(1), soon);
    const log = await auditOf(doctor, {}, (found) => byFamily(found).length === 1);
    expect(log.trail!.gaps).toEqual([]);
  } finally {
    await second.close();
  }
});
