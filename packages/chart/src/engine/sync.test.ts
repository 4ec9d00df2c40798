/** Keeping in step with a real relay: late and backdated events, other devices, forgeries, ends of access. */
import type { Observation, Patient } from '@keychart/fhir';
import { finalizeEvent, type NostrEvent, nip44, verifyEvent } from '@keychart/nostr';
import { recordChannel } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from '../store/index.ts';
import { startTestPractice, type TestPerson, testPerson } from '../test-practice.ts';

const WEEK = 7 * 86_400;
let clock = 0;
let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  clock = Math.floor(Date.now() / 1000);
  practice = await startTestPractice({ now: () => clock });
});
afterEach(() => practice.close());

const child: Patient = { resourceType: 'Patient', name: [{ family: 'Testbach', given: ['Ida'] }] };
const weight = (value: number): Observation => ({
  resourceType: 'Observation',
  id: `w${value}`,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  effectiveDateTime: `2026-01-0${value}T10:00:00Z`,
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

type Open = Awaited<ReturnType<typeof practice.open>>;

async function register(doctor: Open, guardians: { person: TestPerson; until?: string }[] = []) {
  await doctor.ready();
  const result = await doctor.createPatient({
    patient: child,
    guardians: guardians.map(({ person, until }) => ({
      name: 'Test Guardian',
      npub: person.npub,
      ...(until && { until }),
    })),
  });
  if (!result.ok) throw new Error(result.reason);
  await doctor.settled();
  return result.created;
}

async function write(chart: Open, patientId: string, ...values: number[]) {
  for (const value of values) {
    const outcome = await chart.write(patientId, [{ resource: weight(value) }]);
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  await chart.settled();
}

const weights = async (chart: Open, patientId: string) =>
  (await chart.query(patientId, { types: ['Observation'], order: 'oldest' })).entries.map(
    ({ resource }) => (resource as Observation).valueQuantity?.value,
  );

const stored = (kinds: number[]): NostrEvent[] =>
  practice.store.eventsOfKinds(kinds).map((event) => event as NostrEvent);
/** Past the policy, as a relay with bad intentions or a restored backup would. */
const slipIn = (event: NostrEvent) =>
  practice.store.insert([{ event: event as never, raw: JSON.stringify(event) }]);

test('what a colleague wrote offline last week arrives live, and after a reconnect', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  await doctor.openPatient(patientId);
  const late = async (chart: Open, value: number) => {
    await chart.writeHistory(patientId, [{ resource: weight(value), at: clock - WEEK }]);
    await chart.settled();
  };
  await late(doctor, 1);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1]), 5_000);

  const disk = new Map<string, Uint8Array>();
  const second = await practice.open(practice.nurse, memoryStore({ disk }));
  await second.ready();
  await second.openPatient(patientId);
  expect(await weights(second, patientId)).toEqual([1]);
  await second.lock();
  await late(doctor, 2); // dated before what the second device has already asked for
  const again = await practice.open(practice.nurse, memoryStore({ disk }));
  await again.ready();
  await again.openPatient(patientId);
  expect(await weights(again, patientId)).toEqual([1, 2]);
});

test('a guardian’s open portal learns of a second child, registered with an old date', async () => {
  const guardian = testPerson();
  const doctor = await practice.open(practice.doctor);
  await register(doctor, [{ person: guardian }]);
  const family = await practice.open(guardian);
  await family.ready();
  expect((await family.searchPatients('')).total).toBe(1);
  const second = await doctor.createPatient({
    patient: { ...child, name: [{ family: 'Testbach', given: ['Ben'] }] },
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

test('records that come before the index entry and the charter that explain them are judged again', async () => {
  const doctor = await practice.open(practice.doctor);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1, 2);
  await vi.waitFor(async () => expect((await nurse.searchPatients('ida')).total).toBe(1));
  await nurse.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1, 2]));
  expect(await nurse.problems()).toEqual([]);
});

test('records whose index entry comes later are counted as waiting, then read', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const state = { count: 0 };
  const hidden = stored([30211])[0]!.id;
  const nurse = await practice.open(practice.nurse, memoryStore(), {
    WebSocket: (await hiding(hidden, state)) as never,
  });
  await nurse.ready();
  expect((await nurse.searchPatients('')).total).toBe(0);
  expect(await nurse.problems()).toMatchObject([{ check: 'counterparty' }]);
  state.count = -1;
  await practice.stop();
  await practice.start();
  await vi.waitFor(async () => expect((await nurse.searchPatients('ida')).total).toBe(1), 10_000);
  expect(await nurse.problems()).toEqual([]);
});

test('a watcher is told of an edit that arrives late and sorts before the last one; both can be built on', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(patientId);
  const seen = vi.fn();
  await nurse.watch(patientId, { types: ['Observation'] }, seen);
  const [entry] = (await nurse.query(patientId, { types: ['Observation'] })).entries;
  await practice.stop();
  clock += 10;
  await doctor.correct(patientId, entry!.id, entry!.version, {
    ...entry!.resource,
    note: [{ text: 'scale was off' }],
  } as Observation);
  clock += 10;
  await nurse.updateStatus(patientId, entry!.id, { status: 'amended' });
  await practice.start();
  const both = { status: 'amended', note: [{ text: 'scale was off' }] };
  await vi.waitFor(() => expect(seen.mock.lastCall![0].entries[0].resource).toMatchObject(both), 10_000);
  const merged = seen.mock.lastCall![0].entries[0];
  expect(merged).toMatchObject({ versions: 3, conflict: false });
  const { note: _, ...without } = merged.resource;
  expect(await nurse.correct(patientId, entry!.id, merged.version, without)).toMatchObject({ ok: true });
  await nurse.settled();
  for (const chart of [doctor, nurse])
    await vi.waitFor(async () => {
      const [last] = (await chart.query(patientId, { types: ['Observation'] })).entries;
      expect(last).toMatchObject({ versions: 4, conflict: false, resource: { status: 'amended' } });
      expect(last?.resource).not.toHaveProperty('note');
    });
  expect(await nurse.correct(patientId, entry!.id, 'f'.repeat(64), without)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/not here/),
  });
});

test('access granted in the second in which the patient was made is not lost to a tie', async () => {
  const doctor = await practice.open(practice.doctor); // the clock stands still
  for (let n = 0; n < 6; n++) {
    const guardian = testPerson();
    const { patientId } = await register(doctor);
    await write(doctor, patientId, 1);
    expect(await doctor.grantGuardian(patientId, { npub: guardian.npub, name: `G${n}` })).toMatchObject({
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

test('many writes at once from two devices: all there, none twice', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await Promise.all([doctor.openPatient(patientId), nurse.openPatient(patientId)]);
  const values = (from: number) => Array.from({ length: 30 }, (_, i) => from + i);
  const one = (chart: Open, n: number) =>
    chart
      .write(patientId, [{ resource: { ...weight(1), id: `n${n}` } }])
      .then((out) => expect(out.ok).toBe(true));
  await Promise.all([...values(0).map((n) => one(doctor, n)), ...values(100).map((n) => one(nurse, n))]);
  await Promise.all([doctor.settled(), nurse.settled()]);
  const expected = [...values(0), ...values(100)].map((n) => `n${n}`).sort();
  for (const chart of [doctor, nurse])
    await vi.waitFor(async () => {
      const { entries } = await chart.query(patientId, { types: ['Observation'], count: 100 });
      expect(entries.map(({ resource }) => resource.id).sort()).toEqual(expected);
      expect(entries.every(({ delivery }) => delivery.state === 'accepted')).toBe(true);
    }, 10_000);
  expect([...(await doctor.problems()), ...(await nurse.problems())]).toEqual([]);
});

test('two workstations of one person follow each other', async () => {
  const one = await practice.open(practice.doctor);
  const two = await practice.open(practice.doctor);
  await two.ready();
  const { patientId } = await register(one);
  await vi.waitFor(async () => expect((await two.searchPatients('ida')).total).toBe(1));
  await Promise.all([one.openPatient(patientId), two.openPatient(patientId)]);
  await write(one, patientId, 1);
  await write(two, patientId, 2);
  for (const chart of [one, two])
    await vi.waitFor(async () => expect(await weights(chart, patientId)).toEqual([1, 2]));
  const [entry] = (await two.query(patientId, { types: ['Observation'] })).entries;
  expect(entry?.signer).toMatchObject({ me: true, name: 'Test doctor' });
  expect([...(await one.problems()), ...(await two.problems())]).toEqual([]);
});

test('forged, misfiled and damaged records are each counted once, for their patient, and do not stop the rest', async () => {
  const doctor = await practice.open(practice.doctor);
  const ida = (await register(doctor)).patientId;
  const ben = (await register(doctor)).patientId;
  await write(doctor, ida, 1);
  await write(doctor, ben, 2);
  const [ofIda, ofBen] = stored([2113]) as [NostrEvent, NostrEvent];
  const channel = (event: NostrEvent) => recordChannel(event)!;
  const sign = (event: NostrEvent, by: TestPerson) =>
    finalizeEvent({ ...event, created_at: clock }, by.secret) as NostrEvent;
  const swapped = (event: NostrEvent, Q: string) => ({ ...event, tags: [['p', Q], ...event.tags.slice(1)] });
  slipIn({ ...ofIda, id: 'a'.repeat(64), content: ofBen.content }); // forged under another id
  slipIn(sign(ofIda, practice.frontdesk)); // a member without clinical access
  slipIn(sign(ofIda, testPerson())); // a stranger
  slipIn(sign(swapped(ofIda, channel(ofBen)), practice.nurse)); // Ida's facts for Ben
  const rubbish = nip44.encrypt('nothing', new Uint8Array(32).fill(7) as never);
  slipIn(sign({ ...ofIda, content: rubbish }, practice.doctor));

  const disk = new Map<string, Uint8Array>();
  for (const visit of [1, 2, 3]) {
    const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
    await nurse.ready();
    await nurse.openPatient(ida);
    await nurse.openPatient(ben);
    const said = `visit ${visit}`;
    expect(await weights(nurse, ida), said).toEqual([1]);
    expect(await weights(nurse, ben), said).toEqual([2]);
    expect((await nurse.problems(ida)).map(({ check }) => check).sort(), said).toEqual([
      'authority',
      'authority',
      'decryption',
      'signature',
    ]);
    expect(
      (await nurse.problems(ben)).map(({ check }) => check),
      said,
    ).toEqual(['decryption']);
    expect(await nurse.problems(), said).toHaveLength(5);
    const seen = vi.fn();
    await nurse.watchPatient(ida, seen);
    expect(seen.mock.lastCall![0].counts.unreadable, said).toBe(4);
    const status = vi.fn();
    await nurse.watchStatus(status);
    expect(status.mock.lastCall![0].problems, said).toBe(5);
    await nurse.lock();
  }
});

test('a forgery under the id of a real record does not keep the real one out', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await practice.stop();
  await doctor.write(patientId, [{ resource: weight(1) }]);
  await doctor.write(patientId, [{ resource: weight(2) }]);
  await practice.start();
  await doctor.settled();
  const [real] = stored([2113]) as [NostrEvent];
  expect(verifyEvent(real)).toBeDefined();
  const disk = new Map<string, Uint8Array>();
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }), {
    crypto: {
      nip44,
      verifier: {
        name: 'one bad copy',
        verify: async (events) => events.map(({ id }) => id !== real.id),
        close: () => undefined,
      },
    },
  });
  await nurse.ready();
  await nurse.openPatient(patientId);
  expect(await nurse.problems(patientId)).toMatchObject([{ check: 'signature', id: real.id }]);
  await nurse.lock();
  const again = await practice.open(practice.nurse, memoryStore({ disk }));
  await again.ready();
  await again.openPatient(patientId);
  expect(await weights(again, patientId)).toEqual([1, 2]);
  expect(await again.problems()).toEqual([]);
});

test('a correction to an entry that is not there is shown, counted, and put right when the entry comes', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const [entry] = (await doctor.query(patientId, { types: ['Observation'] })).entries;
  await doctor.updateStatus(patientId, entry!.id, { status: 'amended' });
  await doctor.settled();
  const events = stored([2113]);
  const original = events.find(({ id }) => id === entry!.id)!;
  const hidden = { count: 0 };
  const nurse = await practice.open(practice.nurse, memoryStore(), {
    WebSocket: (await hiding(original.id, hidden)) as never,
  });
  await nurse.ready();
  await nurse.openPatient(patientId);
  expect(hidden.count).toBeGreaterThan(0);
  expect(await weights(nurse, patientId)).toEqual([]);
  expect(await nurse.problems(patientId)).toMatchObject([
    { check: 'order', reason: 'changes an entry that is not in the chart' },
  ]);
  hidden.count = -1;
  await practice.stop();
  await practice.start();
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1]), 10_000);
  expect(await nurse.problems(patientId)).toEqual([]);
});

/** A relay that withholds one event until `state.count` is −1. */
async function hiding(id: string, state: { count: number }) {
  const { default: WebSocket } = await import('ws');
  return class extends WebSocket {
    override emit(name: string | symbol, ...parts: unknown[]): boolean {
      const isHidden = name === 'message' && String(parts[0]).includes(`"id":"${id}"`);
      if (!isHidden || state.count < 0) return super.emit(name, ...parts);
      state.count += 1;
      return true;
    }
  };
}

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

test('more charts than a relay takes subscriptions: the last opened ones are live', async () => {
  const doctor = await practice.open(practice.doctor);
  const ids: string[] = [];
  for (let n = 0; n < 70; n++) ids.push((await register(doctor)).patientId);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  for (const id of ids) await nurse.openPatient(id);
  const last = ids.at(-1)!;
  await write(doctor, last, 1);
  await vi.waitFor(async () => expect(await weights(nurse, last)).toEqual([1]), 5_000);
  const status = vi.fn();
  await nurse.watchStatus(status);
  expect(status.mock.lastCall![0]).toMatchObject({ connection: 'live', problems: 0 });
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
