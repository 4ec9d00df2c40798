/** Broken glass: asked, answered, over; what the asker, the holders, the admin and the family see of it; over a real relay. */
import type { Condition } from '@keychart/fhir';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConfidentialRequest } from '../../api/chart.ts';
import { memoryStore } from '../../store/index.ts';
import { latest, type Open, register, staffOf, viewOf, weights, write } from '../../testing/test-charts.ts';
import { testClock } from '../../testing/test-clock.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

/** Seconds by which every clock is ahead. */
const clock = testClock();
const { now } = clock;
let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  clock.ahead = 0;
  practice = await startTestPractice({ now });
});
afterEach(() => practice.close());

const SOON = { timeout: 10_000, interval: 50 };
const secret = (text: string): Condition => ({
  resourceType: 'Condition',
  subject: { reference: 'Patient/x' },
  code: { text },
});
const requests = (chart: Open) =>
  latest<readonly ConfidentialRequest[]>((tell) => chart.watchConfidential(tell));
const only = async (chart: Open) => {
  const list = await requests(chart);
  expect(list).toHaveLength(1);
  return list[0]!;
};
const state = async (chart: Open) => (await requests(chart))[0]?.state;
async function problems(chart: Open, patientId: string): Promise<(string | undefined)[]> {
  const { entries } = await chart.query(patientId, { types: ['Condition'] });
  return entries.map(({ resource }) => (resource as Condition).code?.text);
}
async function confide(chart: Open, patientId: string, text: string): Promise<void> {
  const resource = { ...secret(text), subject: { reference: `Patient/${patientId}` } };
  expect(await chart.write(patientId, [{ resource, confidential: true }])).toMatchObject({ ok: true });
  await chart.settled();
}

/** A doctor (who is the admin) and a nurse hold `sens`; the assistant does not. */
async function scene() {
  const doctor = await practice.open(practice.doctor);
  const mother = testPerson();
  const { patientId } = await register(doctor, [{ person: mother }]);
  await confide(doctor, patientId, 'told in confidence');
  await write(doctor, patientId, 1);
  const assistant = testPerson();
  await doctor.changeStaff({ kind: 'add', npub: assistant.npub, name: 'Ann Assist', role: 'assistant' });
  await vi.waitFor(async () => {
    const view = await staffOf(doctor);
    expect(view.pending).toBeUndefined();
  }, SOON);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  const disk = new Map<string, Uint8Array>();
  const asker = await practice.open(assistant, memoryStore({ disk }));
  await asker.ready();
  await asker.openPatient(patientId);
  return { doctor, nurse, asker, mother, patientId, disk, assistant };
}

test('asked, allowed with one click, read, and over at that second; the next holder renews the keys', async () => {
  const { doctor, nurse, asker, patientId, disk, assistant } = await scene();
  expect(await problems(asker, patientId)).toEqual([]);
  expect(await asker.askConfidential(patientId, 'seizure in the waiting room', 15)).toMatchObject({
    ok: true,
  });
  expect(await only(asker)).toMatchObject({
    state: 'asked',
    by: { me: true, name: 'Ann Assist' },
    mayAnswer: false,
  });
  for (const holder of [doctor, nurse])
    await vi.waitFor(async () => {
      expect(await only(holder)).toMatchObject({
        patientId,
        reason: 'seizure in the waiting room',
        minutes: 15,
        state: 'asked',
        mayAnswer: true,
        by: { name: 'Ann Assist', role: 'assistant', me: false },
      });
    }, SOON);
  const { id } = await only(nurse);
  const generation = async () => (await viewOf(doctor, patientId)).namedReaders;
  expect(await nurse.answerConfidential(id, true)).toMatchObject({ ok: true });
  await vi.waitFor(
    async () => expect(await problems(asker, patientId)).toEqual(['told in confidence']),
    SOON,
  );
  for (const chart of [asker, doctor, nurse])
    await vi.waitFor(async () => expect(await state(chart)).toBe('allowed'), SOON);
  expect((await generation())?.[0]).toMatchObject({ name: 'Ann Assist', confidential: true });
  // The administrator's notice stays until it is acknowledged; the nurse has none.
  expect(await only(doctor)).toMatchObject({ toNote: true, answeredBy: 'Test nurse', mayAnswer: false });
  expect(await only(nurse)).toMatchObject({ toNote: false });
  expect(await doctor.noteConfidential(id)).toMatchObject({ ok: true });
  expect(await only(doctor)).toMatchObject({ toNote: false });
  // What comes meanwhile is read too; writing there is not theirs.
  await confide(doctor, patientId, 'and this');
  await vi.waitFor(async () => expect(await problems(asker, patientId)).toHaveLength(2), SOON);
  const own = { ...secret('x'), subject: { reference: `Patient/${patientId}` } };
  expect(await asker.write(patientId, [{ resource: own, confidential: true }])).toMatchObject({ ok: false });
  // Nothing of it is on the disk, sealed or not: a chart opened offline from a copy does not have it.
  const copy = await practice.open(assistant, memoryStore({ disk: new Map(disk) }), {
    WebSocket: NoSocket as never,
  });
  await copy.openPatient(patientId);
  expect(await weights(copy, patientId)).toEqual([1]);
  expect(await problems(copy, patientId)).toEqual([]);
  await asker.lock();
  const device = await practice.open(assistant, memoryStore({ disk }));
  await device.ready();
  await device.openPatient(patientId);
  expect(await problems(device, patientId)).toHaveLength(2);
  // Its time is over.
  clock.ahead = 15 * 60 + 1;
  await confide(doctor, patientId, 'after the end');
  const late = await practice.open(assistant, memoryStore({ disk }));
  await late.ready();
  await late.openPatient(patientId);
  expect(await problems(late, patientId)).toEqual([]);
  expect(await state(late)).toBe('ended');
  const again = await practice.open(practice.nurse);
  await again.ready();
  await vi.waitFor(async () => expect((await viewOf(again, patientId)).namedReaders).toEqual([]), SOON);
  await again.settled();
  await again.openPatient(patientId);
  expect(await problems(again, patientId)).toHaveLength(3);
});

test('over on the open screen: keys and what was read go at that second, the rest of the chart stays', async () => {
  const { nurse, doctor, asker, patientId, assistant } = await scene();
  await asker.askConfidential(patientId, 'needed now', 15);
  await vi.waitFor(async () => expect((await requests(nurse))[0]?.mayAnswer).toBe(true), SOON);
  await nurse.answerConfidential((await only(nurse)).id, true);
  await vi.waitFor(async () => expect(await problems(asker, patientId)).toHaveLength(1), SOON);
  // Given back before its time, by who asked.
  expect(await asker.endConfidential((await only(asker)).id)).toMatchObject({ ok: true });
  expect(await problems(asker, patientId)).toEqual([]);
  expect(await weights(asker, patientId)).toEqual([1]);
  expect(await state(asker)).toBe('ended');
  // Asked, read, ended by the one; allowed by the other: all of it in the access log.
  await vi.waitFor(async () => expect(await asker.outbox()).toEqual([]), SOON);
  const noted = (pk: string) => practice.store.eventsOfKinds([2107]).filter(({ pubkey }) => pubkey === pk);
  await vi.waitFor(() => expect(noted(assistant.pubkey).length).toBeGreaterThanOrEqual(3), SOON);
  await vi.waitFor(() => expect(noted(practice.nurse.pubkey).length).toBeGreaterThanOrEqual(1), SOON);
  await vi.waitFor(async () => expect((await viewOf(doctor, patientId)).namedReaders).toEqual([]), SOON);
  await doctor.settled();
  await confide(doctor, patientId, 'later');
  expect(await problems(asker, patientId)).toEqual([]);
  // And it can be asked for again; this time a holder takes it back.
  await asker.askConfidential(patientId, 'needed again', 60);
  const second = async () => (await requests(doctor)).find(({ reason }) => reason === 'needed again')!;
  await vi.waitFor(async () => expect((await second())?.mayAnswer).toBe(true), SOON);
  await doctor.answerConfidential((await second()).id, true);
  await vi.waitFor(async () => expect(await problems(asker, patientId)).toHaveLength(2), SOON);
  await doctor.endConfidential((await second()).id);
  await vi.waitFor(async () => expect(await problems(asker, patientId)).toEqual([]), SOON);
});

test('on a screen left open: at its second the device lets go of keys and what was read, asked by nobody', async () => {
  const { nurse, patientId, assistant } = await scene();
  let fast = 0;
  const disk = new Map<string, Uint8Array>();
  const asker = await practice.open(assistant, memoryStore({ disk }), { now: () => now() + fast });
  await asker.ready();
  await asker.openPatient(patientId);
  await asker.askConfidential(patientId, 'needed now', 15);
  await vi.waitFor(async () => expect((await requests(nurse))[0]?.mayAnswer).toBe(true), SOON);
  // The clock of this device runs 895 seconds ahead: the quarter of an hour is over in five.
  fast = 895;
  await nurse.answerConfidential((await only(nurse)).id, true);
  await vi.waitFor(async () => expect(await problems(asker, patientId)).toHaveLength(1), SOON);
  const seen = vi.fn();
  await asker.watch(patientId, { types: ['Condition'] }, seen);
  await vi.waitFor(() => expect(seen.mock.lastCall![0].total).toBe(0), SOON);
  expect(await state(asker)).toBe('ended');
  expect(await weights(asker, patientId)).toEqual([1]);
});

test('declined: nothing is opened, and the asker reads it in words', async () => {
  const { doctor, nurse, asker, patientId } = await scene();
  await asker.askConfidential(patientId, 'curious', 30);
  await vi.waitFor(async () => expect((await requests(nurse))[0]?.mayAnswer).toBe(true), SOON);
  const { id } = await only(nurse);
  await nurse.answerConfidential(id, false);
  await vi.waitFor(async () => expect(await state(asker)).toBe('declined'), SOON);
  expect(await only(asker)).toMatchObject({ answeredBy: 'Test nurse' });
  await vi.waitFor(
    async () => expect(await only(doctor)).toMatchObject({ mayAnswer: false, toNote: true }),
    SOON,
  );
  expect(await doctor.answerConfidential(id, true)).toMatchObject({ ok: false });
  expect(await problems(asker, patientId)).toEqual([]);
});

test('the family learns nothing: not from records, counts, gift wraps or lists', async () => {
  const { nurse, asker, mother, patientId } = await scene();
  const hers = await practice.open(mother);
  await hers.ready();
  await hers.openPatient(patientId);
  const wrapsTo = (pk: string) =>
    practice.store.eventsOfKinds([1059]).filter(({ tags }) => tags.some((tag) => tag[1] === pk)).length;
  const before = wrapsTo(mother.pubkey);
  await asker.askConfidential(patientId, 'needed now', 15);
  await vi.waitFor(async () => expect((await requests(nurse))[0]?.mayAnswer).toBe(true), SOON);
  await nurse.answerConfidential((await only(nurse)).id, true);
  await vi.waitFor(async () => expect(await problems(asker, patientId)).toHaveLength(1), SOON);
  await nurse.endConfidential((await only(nurse)).id);
  await nurse.settled();
  expect(wrapsTo(mother.pubkey)).toBe(before);
  expect(await problems(hers, patientId)).toEqual([]);
  expect(await hers.problems()).toEqual([]);
  expect(await requests(hers)).toEqual([]);
});

test('who may not ask is told why, and nothing is sent', async () => {
  const { doctor, nurse, asker, patientId } = await scene();
  const refused = async (chart: Open, ...input: Parameters<Open['askConfidential']>) => {
    const outcome = await chart.askConfidential(...input);
    return outcome.ok ? 'done' : outcome.reason;
  };
  const frontdesk = await practice.open(practice.frontdesk);
  await frontdesk.ready();
  expect(await refused(frontdesk, patientId, 'curious', 15)).toMatch(/work with charts/);
  expect(await refused(nurse, patientId, 'curious', 15)).toMatch(/already/);
  expect(await refused(asker, patientId, ' ', 15)).toMatch(/reason/);
  expect(await refused(asker, patientId, 'x'.repeat(501), 15)).toMatch(/too long/);
  expect(await refused(asker, patientId, 'needed', 14)).toMatch(/15 minutes/);
  expect(await refused(asker, patientId, 'needed', 1441)).toMatch(/24 hours/);
  expect(await refused(asker, patientId, 'needed', Number.NaN)).toMatch(/between/);
  expect(await refused(asker, 'nobody', 'needed', 15)).toMatch(/not known/);
  expect(await asker.answerConfidential('0'.repeat(64), true)).toMatchObject({ ok: false });
  expect(await requests(doctor)).toEqual([]);
  expect(await refused(asker, patientId, 'needed', 15)).toBe('done');
  expect(await refused(asker, patientId, 'needed', 15)).toMatch(/asked for this already/);
  expect(await asker.answerConfidential((await only(asker)).id, true)).toMatchObject({ ok: false });
});

/** A network that is not there. */
class NoSocket extends EventTarget {
  readonly readyState = 3;
  readonly send = () => undefined;
  readonly close = () => undefined;
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event('error')), 1);
    setTimeout(() => this.dispatchEvent(new Event('close')), 2);
  }
}
