/** The patient list as the front desk reads it: the same for a patient with confidential records and for one without. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffView } from '../../api/chart.ts';
import { type Open, register, weight, write } from '../../testing/test-charts.ts';
import { deskList } from '../../testing/test-desk-list.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const SOON = { timeout: 10_000, interval: 50 };

/** Whatever of its entries, one of each author, is not the patient's own name or key. */
async function seen(patientId: string) {
  const entries = (await deskList(practice)).filter(({ id }) => id === patientId);
  return entries
    .map(({ g, channels, status, oldP, handedOver, held, guardians, named }) => {
      const lines = guardians.map(({ removed = false }) => removed);
      const parts = { g, channels: [...channels].sort(), status, keys: oldP.length };
      return JSON.stringify({ ...parts, handedOver, held, lines, named });
    })
    .sort();
}

async function opened(chart: Open, patientId: string): Promise<void> {
  await chart.ready();
  await chart.openPatient(patientId);
  await chart.query(patientId, { types: ['Observation'] });
}

async function confide(chart: Open, patientId: string): Promise<void> {
  const outcome = await chart.write(patientId, [{ resource: weight(9), confidential: true }]);
  expect(outcome).toMatchObject({ ok: true });
  await chart.settled();
}

/** An assistant reads and writes what is clinical, and nothing confidential. */
async function assistantOf(doctor: Open): Promise<Open> {
  const person = testPerson();
  await doctor.changeStaff({ kind: 'add', npub: person.npub, name: 'Ann Assist', role: 'assistant' });
  await vi.waitFor(async () => {
    const view = vi.fn<(view: StaffView) => void>();
    (await doctor.watchStaff(view))();
    expect(view.mock.lastCall![0].pending).toBeUndefined();
  }, SOON);
  const assistant = await practice.open(person);
  await assistant.ready();
  return assistant;
}

test('through registration, openings, a guardian taken off, a new key and renewed epochs', async () => {
  const doctor = await practice.open(practice.doctor);
  const father = testPerson();
  const [told, untold] = [
    await register(doctor, [{ person: father }]),
    await register(doctor, [{ person: father }]),
  ];
  const alike = async () => expect(await seen(told.patientId)).toEqual(await seen(untold.patientId));
  await confide(doctor, told.patientId);
  await write(doctor, untold.patientId, 1);
  await alike();
  for (const { patientId } of [told, untold]) {
    const removal = { kind: 'remove', npub: father.npub } as const;
    expect(await doctor.changeGuardians(patientId, removal)).toMatchObject({ ok: true });
  }
  await doctor.settled();
  await confide(doctor, told.patientId);
  await alike();
  for (const { patientId } of [told, untold]) expect((await doctor.rekeyPatient(patientId)).ok).toBe(true);
  await doctor.settled();
  await confide(doctor, told.patientId);
  await alike();
});

test('registered at the front desk, first written by an assistant: an opening tells as much as a confidential record', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const assistant = await assistantOf(doctor);
  const desk = await practice.open(practice.frontdesk);
  const [told, untold] = [await register(desk), await register(desk)];
  for (const { patientId } of [told, untold]) {
    await vi.waitFor(async () => expect((await assistant.searchPatients('')).rows).toHaveLength(2), SOON);
    await assistant.openPatient(patientId);
    await write(assistant, patientId, 1);
    await vi.waitFor(async () => expect((await seen(patientId)).join()).toContain('clin:1:0'), SOON);
    await vi.waitFor(async () => expect((await doctor.searchPatients('')).rows).toHaveLength(2), SOON);
    await opened(doctor, patientId);
  }
  await vi.waitFor(async () => {
    expect((await seen(untold.patientId)).join()).toContain('sens:1:0');
  }, SOON);
  await confide(doctor, told.patientId);
  expect(await seen(told.patientId)).toEqual(await seen(untold.patientId));
});
