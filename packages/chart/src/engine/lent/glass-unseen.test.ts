/**
 * Broken glass, and what the front desk reads of it: that it was asked for, opened and read, the same words for a patient
 * with confidential records and for one without.
 */
import type { Condition } from '@keychart/fhir';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AuditLog, ConfidentialRequest, StaffView } from '../../api/chart.ts';
import { type Open, register, write } from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const SOON = { timeout: 10_000, interval: 50 };

async function latest<T>(watch: (callback: (value: T) => void) => Promise<() => void>): Promise<T> {
  const seen = vi.fn();
  (await watch(seen))();
  return seen.mock.lastCall![0] as T;
}

const requests = (chart: Open) =>
  latest<readonly ConfidentialRequest[]>((tell) => chart.watchConfidential(tell));

async function confide(chart: Open, patientId: string): Promise<void> {
  const resource: Condition = {
    resourceType: 'Condition',
    subject: { reference: `Patient/${patientId}` },
    code: { text: 'told in confidence' },
  };
  expect(await chart.write(patientId, [{ resource, confidential: true }])).toMatchObject({ ok: true });
  await chart.settled();
}

/** What the access log of the front desk says that this person did, without times and names of patients. */
async function readByDesk(desk: Open, patientId: string, npub: string): Promise<string[]> {
  const seen = vi.fn<(log: AuditLog) => void>();
  const end = await desk.watchAudit({ count: 200 }, seen);
  await vi.waitFor(() => expect(seen.mock.lastCall![0].state).toBe('complete'), SOON);
  end();
  return seen.mock
    .lastCall![0].lines.filter((line) => line.by.npub === npub && line.patientId === patientId)
    .map(({ action, detail = '' }) => `${action} ${detail.replace(/until .*/, 'until')}`)
    .sort();
}

test('the front desk does not learn from it whether there is anything confidential', async () => {
  const doctor = await practice.open(practice.doctor);
  const [told, untold] = [await register(doctor), await register(doctor)];
  for (const { patientId } of [told, untold]) await write(doctor, patientId, 1);
  await confide(doctor, told.patientId);
  const assistant = testPerson();
  await doctor.changeStaff({ kind: 'add', npub: assistant.npub, name: 'Ann Assist', role: 'assistant' });
  await vi.waitFor(async () => {
    const view = await latest<StaffView>((tell) => doctor.watchStaff(tell));
    expect(view.pending).toBeUndefined();
  }, SOON);
  const asker = await practice.open(assistant);
  await asker.ready();
  for (const { patientId } of [told, untold]) {
    await asker.openPatient(patientId);
    await asker.askConfidential(patientId, 'needed now', 15);
    const mine = async () => (await requests(doctor)).find((request) => request.patientId === patientId);
    await vi.waitFor(async () => expect((await mine())?.mayAnswer).toBe(true), SOON);
    await doctor.answerConfidential((await mine())!.id, true);
    await vi.waitFor(async () => {
      const own = (await requests(asker)).find((request) => request.patientId === patientId);
      expect(own?.state).toBe('allowed');
    }, SOON);
    await asker.query(patientId, { types: ['Condition'] });
  }
  await vi.waitFor(async () => {
    const { entries } = await asker.query(told.patientId, { types: ['Condition'] });
    expect(entries).toHaveLength(1);
  }, SOON);
  // A second look, when all has come.
  for (const { patientId } of [told, untold]) await asker.query(patientId, { types: ['Condition'] });
  const opened = () =>
    practice.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === assistant.pubkey).length;
  // Logged in; of each chart: opened, asked, confidential part opened.
  await vi.waitFor(() => expect(opened()).toBeGreaterThanOrEqual(7), SOON);
  const desk = await practice.open(practice.frontdesk);
  await desk.ready();
  const lines = await readByDesk(desk, told.patientId, assistant.npub);
  expect(lines.length).toBeGreaterThan(0);
  expect(await readByDesk(desk, untold.patientId, assistant.npub)).toEqual(lines);
}, 40_000);
