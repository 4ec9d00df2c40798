/** Keeping in step with a real relay: late and backdated events, other devices, forgeries. */
import type { Observation } from '@keychart/fhir';
import { finalizeEvent, type NostrEvent, nip44, verifyEvent } from '@keychart/nostr';
import { recordChannel } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from '../../store/index.ts';
import { type Open, register, weight, weights, write } from '../../testing/test-charts.ts';
import { startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

const WEEK = 7 * 86_400;
let clock = 0;
let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  clock = Math.floor(Date.now() / 1000);
  practice = await startTestPractice({ now: () => clock });
});
afterEach(() => practice.close());

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

test('a colleague’s open chart stays live in the channels that come after: first confidential line, new key, merge', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const { patientId: duplicate } = await register(doctor);
  await write(doctor, patientId, 1);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.watch(patientId, { types: ['Observation'] }, () => undefined);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1]), 5_000);
  const arrives = (...values: number[]) =>
    vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual(values), 5_000);

  await doctor.write(patientId, [{ resource: weight(2), confidential: true }]);
  await arrives(1, 2);
  await write(doctor, patientId, 3);
  await arrives(1, 2, 3);
  expect(await doctor.rekeyPatient(patientId)).toMatchObject({ ok: true });
  await write(doctor, patientId, 4);
  await arrives(1, 2, 3, 4);
  expect(await doctor.mergePatients(duplicate, patientId)).toMatchObject({ ok: true });
  await doctor.write(duplicate, [{ resource: weight(5) }]);
  await arrives(1, 2, 3, 4, 5);
  expect(await doctor.rekeyPatient(patientId)).toMatchObject({ ok: true });
  await write(doctor, patientId, 6);
  await arrives(1, 2, 3, 4, 5, 6);
});

test('a chart whose patient has a new key is not read again as a whole, open or closed', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await doctor.writeHistory(
    patientId,
    [1, 2, 3, 4, 5].map((value) => ({ resource: weight(value), at: clock - WEEK })),
  );
  await doctor.settled();
  const disk = new Map<string, Uint8Array>();
  const received: NostrEvent[] = [];
  const { default: WebSocket } = await import('ws');
  const counting = class extends WebSocket {
    override emit(name: string | symbol, ...parts: unknown[]): boolean {
      const [type, , event] = name === 'message' ? JSON.parse(String(parts[0])) : [];
      if (type === 'EVENT' && event.kind === 2113) received.push(event);
      return super.emit(name, ...parts);
    }
  };
  const open = async () => {
    const chart = await practice.open(practice.nurse, memoryStore({ disk }), {
      WebSocket: counting as never,
    });
    await chart.ready();
    await chart.openPatient(patientId);
    return chart;
  };
  const nurse = await open();
  expect(new Set(received.map(({ id }) => id)).size).toBe(5);
  await nurse.watch(patientId, { types: ['Observation'] }, () => undefined);
  received.length = 0;
  clock += 10;
  await doctor.rekeyPatient(patientId);
  await write(doctor, patientId, 6);
  await vi.waitFor(async () => expect(await weights(nurse, patientId)).toEqual([1, 2, 3, 4, 5, 6]), 5_000);
  await nurse.lock();
  await doctor.rekeyPatient(patientId);
  await write(doctor, patientId, 7);
  const again = await open();
  expect(await weights(again, patientId)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(received.map(({ created_at }) => created_at))).toEqual(new Set([clock]));
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
  const [ofIda] = stored([2113]) as [NostrEvent];
  await write(doctor, ben, 2);
  // Both are of one second, so their order among the stored ones is the order of their ids.
  const ofBen = stored([2113]).find(({ id }) => id !== ofIda.id)!;
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
    // A chart that is here answers before the relay does; what only the relay knows comes a moment later.
    await vi.waitFor(async () => expect(await nurse.problems(), said).toHaveLength(5), 10_000);
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

test('more charts than a relay takes subscriptions, or values in one: the last opened ones are live', async () => {
  const doctor = await practice.open(practice.doctor);
  const ids: string[] = [];
  for (let n = 0; n < 70; n++) ids.push((await register(doctor)).patientId);
  const staff = vi.fn();
  await doctor.watchStaff(staff);
  // … and more channels, once keys have been renewed for some years.
  for (let n = 0; n < 8; n++) {
    const outcome = await doctor.changeStaff({
      kind: 'renew',
      compartments: ['desk', 'clin', 'msg', 'sens'],
    });
    expect(outcome).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(staff.mock.lastCall![0].pending).toBeUndefined(), 10_000);
  }
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
