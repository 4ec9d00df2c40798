/** Who did what is written as AuditEvents, signed, beside the charts and not in them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AuditLog } from '../../api/chart.ts';
import { type MemoryDisk, memoryStore } from '../../store/index.ts';
import { auditOf, soon } from '../../testing/test-audit.ts';
import { register, weight, write } from '../../testing/test-charts.ts';
import { dyingStore } from '../../testing/test-dying-store.ts';
import { handedOver, startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;

beforeAll(async () => {
  practice = await startTestPractice();
});

afterAll(() => practice.close());

const stored = (author: string) =>
  practice.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === author);

const opened = ({ lines }: AuditLog) => lines.filter(({ action }) => action === 'open');

test('a login and an opening are noted once, reach the relay, and are in no count of the chart', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.query(patientId, { types: ['Patient'] });
  for (let i = 0; i < 3; i++) await nurse.query(patientId, { types: ['Observation'] });
  await vi.waitFor(() => expect(stored(practice.nurse.pubkey)).toHaveLength(2), soon);
  await nurse.settled();
  expect(
    nurse
      .allEntries(patientId)
      .map(({ resource }) => resource.resourceType)
      .sort(),
  ).toEqual(['Observation', 'Patient']);
  expect(await nurse.outbox()).toEqual([]);
  expect(await nurse.problems()).toEqual([]);
});

test('a parent reads who opened the chart; of confidential records nothing, not even a number', async () => {
  const [mother, doctor] = [testPerson(), await practice.open(practice.doctor)];
  const { patientId, handover } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  await doctor.write(patientId, [{ resource: weight(2), confidential: true }]);
  await doctor.settled();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.query(patientId, { types: ['Observation'] });
  const own = await practice.open(handedOver({ nsec: handover.nsec }));
  await own.ready();
  // The patient reads both: the chart, and that its confidential part was on the screen.
  const all = await auditOf(own, { patientId }, (log) => opened(log).length === 2);
  expect(
    opened(all)
      .map(({ confidential }) => confidential)
      .sort(),
  ).toEqual([false, true]);
  expect(all.lines.every(({ by }) => by.name === 'Test nurse' && by.role === 'nurse')).toBe(true);

  const hers = await practice.open(mother);
  await hers.ready();
  const log = await auditOf(hers, { patientId }, ({ total }) => total > 0);
  expect(log).toMatchObject({ total: 1, unreadable: 0, waiting: 0, people: [{ name: 'Test nurse' }] });
  expect(log.trail).toBeUndefined();
  // Nothing she decrypts counts what else was written by that device, for other children or in confidence.
  // (an npub can spell any of these by chance)
  expect(JSON.stringify(log).replaceAll(practice.nurse.npub, '')).not.toMatch(/seq|device|sens/);
  const disk = practice.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === practice.nurse.pubkey);
  expect(disk.length).toBeGreaterThan(2);
});

test('an open log of a patient goes on after a new key and after a merge', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const { patientId: duplicate } = await register(doctor);
  const seen = vi.fn();
  await doctor.watchAudit({ patientId }, seen);
  const openedBy = (name: string, times: number) =>
    vi.waitFor(() => {
      const log = seen.mock.lastCall![0] as AuditLog;
      expect(opened(log).filter(({ by }) => by.name === name)).toHaveLength(times);
      expect(log.state).toBe('complete');
    }, soon);
  await doctor.rekeyPatient(patientId);
  await doctor.settled();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.query(duplicate, { types: ['Observation'] });
  await nurse.query(patientId, { types: ['Observation'] });
  await openedBy('Test nurse', 1);
  await doctor.mergePatients(duplicate, patientId);
  await openedBy('Test nurse', 2);
});

test('the administrator finds logins, openings, exports, grants and refusals, by person and by what was done', async () => {
  const admin = await practice.open(practice.doctor);
  const { patientId } = await register(admin);
  await admin.noteExport('FHIR bundle', patientId);
  const guardian = testPerson();
  await admin.changeGuardians(patientId, { kind: 'add', npub: guardian.npub, name: 'Somebody' });
  await admin.note({ action: 'break-glass', patientId, confidential: true, detail: 'unconscious' });
  await admin.settled();
  const from = new Date(Date.now() - 86_400_000).toISOString();
  const log = await auditOf(admin, { from }, ({ lines }) =>
    ['login', 'open', 'export', 'grant', 'break-glass'].every((action) =>
      lines.some((line) => line.action === action),
    ),
  );
  expect(log.trail).toMatchObject({ gaps: [] });
  expect(log.trail!.entries).toBe(log.total);
  const exports = await auditOf(
    admin,
    { from, action: 'export', npub: practice.doctor.npub },
    ({ total }) => total === 1,
  );
  expect(exports.lines).toMatchObject([
    { action: 'export', patientId, patientName: 'Ida Testbach', detail: 'FHIR bundle', confidential: false },
  ]);
  const page = await auditOf(admin, { from, count: 1, offset: 1 }, ({ total }) => total === log.total);
  expect(page.lines).toEqual([log.lines[1]]);
  expect(await admin.verifyAudit()).toMatchObject({ findings: [] });
});

test('written offline, on a device that goes off at any write: the chain stays whole', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const disk: MemoryDisk = new Map();
  const first = await practice.open(practice.frontdesk, memoryStore({ disk }));
  await first.ready();
  await first.openPatient(patientId);
  await first.noteExport('before', patientId);
  await first.settled();
  await first.lock();
  await practice.stop();
  for (const [nth, how] of [
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const) {
    const device = dyingStore(disk);
    const chart = await practice.open(practice.frontdesk, device.store);
    device.arm(nth, how);
    for (let i = 0; i < nth; i++) await chart.noteExport(`offline ${nth} ${how} ${i}`, patientId);
    expect(device.dead).toBe(true);
    await chart.lock().catch(() => undefined);
  }
  await practice.start();
  const again = await practice.open(practice.frontdesk, memoryStore({ disk }));
  await again.ready();
  await again.settled();
  const log = await auditOf(
    again,
    { patientId, npub: practice.frontdesk.npub },
    ({ total, waiting }) => total >= 5 && waiting === 0,
  );
  const words = log.lines.map(({ detail }) => detail);
  expect(words).toEqual(
    expect.arrayContaining([
      'before',
      'offline 1 after 0',
      'offline 2 before 0',
      'offline 2 after 0',
      'offline 2 after 1',
    ]),
  );
  expect(words).not.toContain('offline 1 before 0');
  const { trail } = await auditOf(
    again,
    { from: new Date(Date.now() - 86_400_000).toISOString() },
    ({ total }) => total > 0,
  );
  expect(trail!.gaps).toEqual([]);
});

test('keys renewed while entries wait: they are sealed anew, and the chain is the same', async () => {
  const second = await startTestPractice({ admins: ['doctor', 'nurse'] });
  try {
    const admin = await second.open(second.doctor);
    await admin.ready();
    const disk: MemoryDisk = new Map();
    const desk = await second.open(second.frontdesk, memoryStore({ disk }));
    await desk.ready();
    await desk.noteExport('the day list');
    await desk.settled();
    await desk.lock();
    const url = second.url();
    const away = await second.open(second.frontdesk, memoryStore({ disk }), {
      relay: { url: url.replace(/:\d+/, ':9'), root: second.root },
    });
    await away.noteExport('written offline');
    await away.lock();
    expect(await admin.changeStaff({ kind: 'renew', compartments: ['desk'] })).toMatchObject({ ok: true });
    await admin.settled();
    const back = await second.open(second.frontdesk, memoryStore({ disk }));
    await back.ready();
    await back.settled();
    const log = await auditOf(admin, {}, ({ lines }) =>
      lines.some(({ detail }) => detail === 'written offline'),
    );
    expect(log.trail!.gaps).toEqual([]);
    expect(log.lines.filter(({ detail }) => detail === 'written offline')).toHaveLength(1);
    expect(log.lines.some(({ action, detail }) => action === 'grant' && detail === 'New keys: desk')).toBe(
      true,
    );
  } finally {
    await second.close();
  }
});

test('on a new device the newest entries are there while the rest is still being read', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  for (let i = 0; i < 80; i++) await doctor.noteExport(`Table ${i}`);
  await vi.waitFor(() => expect(stored(practice.doctor.pubkey).length).toBeGreaterThan(80), soon);
  const colleague = await practice.open(practice.doctor);
  await colleague.ready();
  const seen: AuditLog[] = [];
  await colleague.watchAudit({}, (log) => void seen.push(log));
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ state: 'complete' }), soon);
  const early = seen.find(({ lines }) => lines.length > 10);
  const [first, last] = [early!, seen.at(-1)!];
  expect(first.state).toBe('partial');
  expect(first.total).toBeLessThan(last.total);
  expect(first.lines.slice(0, 10)).toEqual(last.lines.slice(0, 10));
});
