/** An older copy of a device's storage put back: what goes back in time, and what the relay's next answer heals. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from '../../store/index.ts';
import { type Open, register, weight, weights, write } from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

type Disk = Map<string, Uint8Array>;

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const soon = { timeout: 10_000 };
const copyOf = (disk: Disk): Disk => new Map([...disk].map(([name, bytes]) => [name, bytes.slice()]));
const away = { relay: { url: 'ws://127.0.0.1:9/', root: '' } };

async function guardiansOf(chart: Open, patientId: string): Promise<string[]> {
  const seen = vi.fn();
  (await chart.watchPatient(patientId, seen))();
  return seen.mock.lastCall![0].guardians.map(({ npub }: { npub: string }) => npub);
}

async function problemsOf(chart: Open) {
  return (await chart.problems()).map(({ reason }) => reason);
}

test('a workstation: who was let in no more, renewed keys and entries come back with the first answer; its log is a copy’s', async () => {
  const [mother, father] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: mother }, { person: father }]);
  await write(doctor, patientId, 1);
  const disk: Disk = new Map();
  const first = await practice.open(practice.nurse, memoryStore({ disk }));
  await first.ready();
  await first.openPatient(patientId);
  await first.settled();
  // Written, and on its way: it lies in the copy unsent, and goes out before the copy is put back.
  const written = await first.write(patientId, [{ resource: weight(2) }]);
  expect(written.ok).toBe(true);
  const backup = copyOf(disk);
  await first.settled();
  await first.note({ action: 'export', patientId, detail: 'once' });
  await first.settled();
  await first.lock();

  const staff = vi.fn();
  await doctor.watchStaff(staff);
  await doctor.changeStaff({ kind: 'remove', npub: practice.frontdesk.npub });
  await doctor.changeStaff({ kind: 'renew', compartments: ['desk', 'clin', 'msg', 'sens'] });
  await vi.waitFor(() => expect(staff.mock.lastCall![0].pending).toBeUndefined(), soon);
  await doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub });
  await write(doctor, patientId, 3);

  const restored = await practice.open(practice.nurse, memoryStore({ disk: backup }));
  await restored.ready();
  await restored.openPatient(patientId);
  await restored.settled();
  await vi.waitFor(async () => expect(await guardiansOf(restored, patientId)).toEqual([mother.npub]), soon);
  await vi.waitFor(async () => expect(await weights(restored, patientId)).toEqual([1, 2, 3]), soon);
  expect(await problemsOf(restored)).toEqual([]);
  // What it writes now lies under the keys of now, and lets nobody in again.
  await write(restored, patientId, 4);
  const his = await practice.open(father);
  const status = vi.fn();
  await his.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), soon);
  const hers = await practice.open(mother);
  await hers.ready();
  await hers.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(hers, patientId)).toEqual([1, 2, 3, 4]), soon);

  await restored.note({ action: 'export', patientId, detail: 'again' });
  await restored.settled();
  const { findings } = await doctor.verifyAudit();
  expect(new Set(findings.map(({ kind, author }) => [kind, author].join()))).toEqual(
    new Set([`forked,${practice.nurse.pubkey}`]),
  );
});

test('a workstation that stays offline is in the past, and its writes are judged by the present when it is back', async () => {
  const father = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: father }]);
  const disk: Disk = new Map();
  const first = await practice.open(practice.nurse, memoryStore({ disk }));
  await first.ready();
  await first.openPatient(patientId);
  await first.lock();
  const backup = copyOf(disk);
  await doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub });
  await doctor.settled();
  const offline = await practice.open(practice.nurse, memoryStore({ disk: backup }), {
    relay: { ...away.relay, root: practice.root },
  });
  await offline.openPatient(patientId);
  // Nothing on the device can tell: docs/security.md says so.
  expect(await guardiansOf(offline, patientId)).toEqual([father.npub]);
  const outcome = await offline.write(patientId, [{ resource: weight(5) }]);
  expect(outcome.ok).toBe(true);
  await offline.lock();
  const back = await practice.open(practice.nurse, memoryStore({ disk: backup }));
  await back.ready();
  await back.openPatient(patientId);
  await back.settled();
  expect(await guardiansOf(back, patientId)).toEqual([]);
  await vi.waitFor(async () => {
    const colleague = await practice.open(practice.doctor);
    await colleague.ready();
    await colleague.openPatient(patientId);
    expect(await weights(colleague, patientId)).toEqual([5]);
  }, soon);
  // The record he would have been let read lies in a generation he never got the keys of.
  const his = await practice.open(father);
  const status = vi.fn();
  await his.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), soon);
});

test('a guardian’s copy from before the end: refused at the door, the device lets go of the chart once more', async () => {
  const father = testPerson();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: father }]);
  await write(doctor, patientId, 1);
  const disk: Disk = new Map();
  const first = await practice.open(father, memoryStore({ disk }));
  await first.ready();
  await first.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(first, patientId)).toEqual([1]), soon);
  await first.lock();
  const backup = copyOf(disk);
  await doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub });
  await write(doctor, patientId, 2);
  const back = await practice.open(father, memoryStore({ disk: backup }));
  const status = vi.fn();
  await back.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), soon);
  await vi.waitFor(async () => expect((await back.searchPatients('')).rows).toEqual([]), soon);
  expect(await weights(back, patientId)).toEqual([]);
});
