/** Staff come and go: who reads what afterwards, what becomes of what was under way; against a real relay. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffChange } from '../../api/chart.ts';
import { memoryStore } from '../../store/index.ts';
import { type Open, register, staffOf, weight, weights, write } from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

async function inForce(chart: Open, change: StaffChange) {
  const outcome = await chart.changeStaff(change);
  expect(outcome).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect((await staffOf(chart)).pending).toBeUndefined(), 10_000);
  return outcome;
}

const role = async (chart: Open, npub: string) =>
  (await staffOf(chart)).members.find((member) => member.npub === npub);

test('somebody new reads the whole history and writes; names are known to everybody', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const person = testPerson();
  const added = await inForce(doctor, { kind: 'add', npub: person.npub, name: 'Nurse Newly', role: 'nurse' });
  expect(added).toMatchObject({ renewed: [], granted: 1 });
  const nurse = await practice.open(person);
  await nurse.ready();
  await nurse.openPatient(patientId);
  expect(await weights(nurse, patientId)).toEqual([1]);
  await write(nurse, patientId, 2);
  await vi.waitFor(async () => expect(await weights(doctor, patientId)).toEqual([1, 2]), 10_000);
  const { entries } = await doctor.query(patientId, { types: ['Observation'] });
  expect(entries.map(({ signer }) => signer.name)).toContain('Nurse Newly');
});

test('somebody removed loses the open connection, and reads and writes nothing of what comes after', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const nurse = await practice.open(practice.nurse);
  const frontdesk = await practice.open(practice.frontdesk);
  for (const chart of [nurse, frontdesk]) {
    await chart.ready();
    await chart.openPatient(patientId);
  }
  const status = vi.fn();
  await nurse.watchStatus(status);
  const removed = await inForce(doctor, { kind: 'remove', npub: practice.nurse.npub });
  expect(removed).toMatchObject({ renewed: ['desk', 'clin', 'msg', 'sens'] });
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), 10_000);
  await write(doctor, patientId, 2);
  // What her device had kept is on no screen, and nothing is written into it.
  expect(await nurse.write(patientId, [{ resource: weight(3) }])).toMatchObject({ ok: false });
  expect(await weights(nurse, patientId)).toEqual([]);
  expect(await weights(doctor, patientId)).toEqual([1, 2]);
  // With a copy of the whole database: the secrets she holds open none of it.
  const view = await staffOf(doctor);
  expect(view.members.map(({ name }) => name)).toEqual(['Test doctor', 'Test frontdesk']);
  expect(view.former).toMatchObject([{ name: 'Test nurse', role: 'nurse' }]);
  // Those who stay go on, the history included.
  const created = await frontdesk.searchPatients('');
  expect(created.total).toBe(1);
  const later = await practice.open(practice.doctor, memoryStore());
  await later.ready();
  await later.openPatient(patientId);
  expect(await weights(later, patientId)).toEqual([1, 2]);
});

test('what a colleague wrote offline under the old keys is sealed anew, corrections included', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const extra = testPerson();
  await inForce(doctor, { kind: 'add', npub: extra.npub, name: 'Leaving Soon', role: 'assistant' });
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.ready();
  await nurse.openPatient(patientId);
  // Offline: nothing the nurse sends arrives, while the doctor removes somebody.
  await practice.stop();
  const typed = await nurse.write(patientId, [{ resource: weight(5) }]);
  if (!typed.ok) throw new Error(typed.reason);
  const [entry] = (await nurse.query(patientId, { types: ['Observation'], ids: [...typed.ids] })).entries;
  const corrected = { ...weight(5), valueQuantity: { ...weight(5).valueQuantity!, value: 6 } };
  expect(await nurse.correct(patientId, entry!.id, entry!.version, corrected)).toMatchObject({ ok: true });
  await nurse.lock();
  await practice.start();
  await inForce(doctor, { kind: 'remove', npub: extra.npub });
  const again = await practice.open(practice.nurse, memoryStore({ disk }));
  await again.ready();
  await again.settled();
  expect(await again.outbox()).toEqual([]);
  await again.openPatient(patientId);
  expect(await weights(again, patientId)).toEqual([1, 6]);
  await vi.waitFor(async () => expect(await weights(doctor, patientId)).toEqual([1, 6]), 10_000);
});

test('suspended and let in again: nothing of the time between is lost on them', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const { npub } = practice.nurse;
  await inForce(doctor, { kind: 'suspend', npub });
  expect(await role(doctor, npub)).toMatchObject({ state: 'ended' });
  expect((await staffOf(doctor)).renewalDue).toEqual([]);
  await write(doctor, patientId, 1);
  await inForce(doctor, { kind: 'resume', npub });
  // Within the second of the suspension, it begins with the next one.
  await vi.waitFor(async () => expect(await role(doctor, npub)).toMatchObject({ state: 'active' }), 3000);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  expect(await weights(nurse, patientId)).toEqual([1]);
});

test('a smaller role takes the keys away that it does not have', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const outcome = await inForce(doctor, {
    kind: 'change',
    npub: practice.nurse.npub,
    name: 'Test nurse',
    role: 'frontdesk',
  });
  expect(outcome).toMatchObject({ renewed: ['clin', 'sens'] });
  expect(await role(doctor, practice.nurse.npub)).toMatchObject({ compartments: ['desk', 'msg'] });
});

test('two admins change the staff at once: both changes hold, in one state for everybody', async () => {
  const second = await startTestPractice({ admins: ['doctor', 'nurse'] });
  try {
    const [a, b] = [await second.open(second.doctor), await second.open(second.nurse)];
    await a.ready();
    await b.ready();
    const { patientId } = await register(a);
    const [x, y] = [testPerson(), testPerson()];
    const outcomes = await Promise.all([
      a.changeStaff({ kind: 'add', npub: x.npub, name: 'X', role: 'nurse' }),
      b.changeStaff({ kind: 'remove', npub: second.frontdesk.npub }),
      // … and one more of each, refused while the first is under way.
      a.changeStaff({ kind: 'add', npub: y.npub, name: 'Y', role: 'doctor' }),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
    for (const chart of [a, b]) {
      await vi.waitFor(async () => {
        const { members, pending } = await staffOf(chart);
        expect(pending).toBeUndefined();
        expect(members.map(({ name }) => name).sort()).toEqual(['Test doctor', 'Test nurse', 'X']);
      }, 15_000);
    }
    await write(a, patientId, 1);
    const newcomer = await second.open(x);
    await newcomer.ready();
    await newcomer.openPatient(patientId);
    expect(await weights(newcomer, patientId)).toEqual([1]);
  } finally {
    await second.close();
  }
});

test('a change made offline, and a device that stops in between, is carried on when there is a connection', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const { patientId } = await register(doctor);
  await practice.stop();
  const outcome = await doctor.changeStaff({ kind: 'remove', npub: practice.nurse.npub });
  expect(outcome).toMatchObject({ ok: true });
  expect((await staffOf(doctor)).pending).toMatchObject({ state: 'waiting' });
  // Until it is in force nothing has changed: what is written now is written under the keys of now.
  await doctor.write(patientId, [{ resource: weight(4) }]);
  await doctor.lock();
  await practice.start();
  const again = await practice.open(practice.doctor, memoryStore({ disk }));
  await again.ready();
  await vi.waitFor(async () => expect((await staffOf(again)).pending).toBeUndefined(), 10_000);
  expect(await role(again, practice.nurse.npub)).toBeUndefined();
  await again.settled();
  expect(await again.outbox()).toEqual([]);
  await again.openPatient(patientId);
  expect(await weights(again, patientId)).toEqual([4]);
});

test('what cannot be done is refused in words, and nothing is sent', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  const refused = async (chart: Open, change: StaffChange) => {
    const outcome = await chart.changeStaff(change);
    return outcome.ok ? 'done' : outcome.reason;
  };
  const stranger = testPerson().npub;
  expect(await refused(nurse, { kind: 'remove', npub: practice.frontdesk.npub })).toMatch(
    /only an administrator/,
  );
  expect(await refused(doctor, { kind: 'remove', npub: stranger })).toMatch(/not on the staff/);
  expect(await refused(doctor, { kind: 'remove', npub: practice.doctor.npub })).toMatch(/root key/);
  expect(
    await refused(doctor, {
      kind: 'remove',
      npub: `${stranger.slice(0, -1)}${stranger.endsWith('q') ? 'p' : 'q'}`,
    }),
  ).toMatch(/npub|checksum|typ/i);
  expect(
    await refused(doctor, { kind: 'add', npub: practice.nurse.npub, name: 'Twice', role: 'nurse' }),
  ).toMatch(/already belongs/);
  expect(
    await refused(doctor, {
      kind: 'add',
      npub: stranger,
      name: 'Locum',
      role: 'doctor',
      until: '2020-01-01',
    }),
  ).toMatch(/in the past/);
  expect(await refused(doctor, { kind: 'add', npub: stranger, name: ' ', role: 'doctor' })).toMatch(/name/);
  expect(await doctor.outbox()).toEqual([]);
  expect((await staffOf(nurse)).whyNot).toMatch(/only an administrator/);
});

test('the list says so by itself, at the second at which somebody’s time begins or ends', async () => {
  const doctor = await practice.open(practice.doctor);
  const nurse = await practice.open(practice.nurse);
  await Promise.all([doctor.ready(), nurse.ready()]);
  const until = new Date(Math.floor(Date.now() / 1000) * 1000 + 4000);
  const person = testPerson();
  const states: string[] = [];
  await nurse.watchStaff(({ members }) => {
    const state = members.find(({ npub }) => npub === person.npub)?.state;
    if (state !== undefined && state !== states.at(-1)) states.push(state);
  });
  // The second charter of one second holds from the next on.
  await inForce(doctor, { kind: 'renew', compartments: ['desk'] });
  const wanted = { npub: person.npub, name: 'Nurse Brief', role: 'nurse' } as const;
  await inForce(doctor, { kind: 'add', ...wanted, until: until.toISOString() });
  await vi.waitFor(() => expect(states.slice(-2)).toEqual(['active', 'ended']), {
    timeout: 8000,
    interval: 20,
  });
  expect(Math.abs(Date.now() - until.getTime())).toBeLessThan(1500);
});
