/** A device whose clock is set by hours and years: nothing is read longer than allowed, nothing lost, nothing signed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChartStatus } from '../api/chart.ts';
import { memoryStore } from '../store/index.ts';
import { latest, type Open, register, weight, weights, write } from '../testing/test-charts.ts';
import { testClock } from '../testing/test-clock.ts';
import { startTestPractice, type TestPerson, testPerson } from '../testing/test-practice.ts';

const HOUR = 3600;
const YEARS = 5 * 31_557_600;
const SOON = { timeout: 15_000, interval: 50 };

/** The world's time; only devices are wrong about it. */
const clock = testClock();
const { now } = clock;
let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  clock.ahead = 0;
  practice = await startTestPractice({ now });
});
afterEach(() => practice.close());

/** A device with a clock of its own, and what it keeps. */
function deviceOf(person: TestPerson) {
  const disk = new Map<string, Uint8Array>();
  const device = { wrong: 0, reachable: true };
  const open = async () => {
    const read = () => now() + device.wrong;
    const time = async () => (device.reachable ? { server: now(), device: read() } : undefined);
    const known = await time();
    return practice.open(person, memoryStore({ disk }), {
      now: read,
      time: { ask: time, ...(known && { known }) },
    });
  };
  return { device, disk, open };
}
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const charts = async (chart: Open) => (await chart.searchPatients('')).rows.length;
const statusOf = (chart: Open) => latest<ChartStatus>((tell) => chart.watchStatus(tell));

async function guarded(until: number) {
  const doctor = await practice.open(practice.doctor);
  const mother = testPerson();
  const { patientId } = await register(doctor, [{ person: mother, until: iso(until) }]);
  await write(doctor, patientId, 1);
  const hers = deviceOf(mother);
  const chart = await hers.open();
  await chart.ready();
  await vi.waitFor(async () => expect(await charts(chart)).toBe(1), SOON);
  await chart.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(chart, patientId)).toEqual([1]), SOON);
  return { doctor, patientId, chart, ...hers };
}

test.each([
  ['an hour', -HOUR],
  ['years', -YEARS],
])(
  'a guardian’s clock is set back by %s while offline: reading ends at its second all the same',
  async (_, by) => {
    const until = now() + 6;
    const { chart, device, patientId, open } = await guarded(until);
    device.reachable = false;
    await practice.stop();
    device.wrong = by;
    expect(await weights(chart, patientId)).toEqual([1]);
    await vi.waitFor(async () => expect(await charts(chart)).toBe(0), SOON);
    expect(now()).toBeGreaterThanOrEqual(until);
    expect(await weights(chart, patientId)).toEqual([]);
    expect((await statusOf(chart)).clockOff).toMatch(/(an hour|5 years) behind/);
    // Nor does another start help: the device has known a later time.
    await chart.lock();
    clock.ahead = 3;
    const again = await open();
    expect(await charts(again)).toBe(0);
  },
);

test('a guardian’s clock is set ahead by years while offline: gone for now, back with the right time', async () => {
  const { chart, device, disk, patientId, open } = await guarded(now() + HOUR);
  await chart.lock();
  device.reachable = false;
  device.wrong = YEARS;
  await practice.stop();
  const lost = await open();
  await vi.waitFor(async () => expect(await charts(lost)).toBe(0), SOON);
  await lost.settled().catch(() => undefined);
  await lost.lock();
  expect(disk.size).toBeGreaterThan(0);
  device.wrong = 0;
  device.reachable = true;
  await practice.start();
  const back = await open();
  await back.ready();
  await vi.waitFor(async () => expect(await charts(back)).toBe(1), SOON);
  await back.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(back, patientId)).toEqual([1]), SOON);
});

test('opened with a clock years ahead and a server in reach: it is said, everything is read, nothing is signed', async () => {
  const { chart, device, patientId, open } = await guarded(now() + HOUR);
  await chart.lock();
  device.wrong = YEARS;
  const odd = await open();
  await odd.ready();
  await vi.waitFor(async () => expect(await charts(odd)).toBe(1), SOON);
  await odd.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(odd, patientId)).toEqual([1]), SOON);
  expect((await statusOf(odd)).clockOff).toBe('5 years ahead');
});

test.each([
  ['ahead by an hour', HOUR],
  ['back by an hour', -HOUR],
  ['ahead by years', YEARS],
  ['back by years', -YEARS],
])(
  'a clinician’s clock goes %s while open: signing is refused in words until it is right again',
  async (_, by) => {
    const { device, open } = deviceOf(practice.doctor);
    const doctor = await open();
    const { patientId } = await register(doctor);
    await write(doctor, patientId, 1);
    device.wrong = by;
    const refused = await doctor.write(patientId, [{ resource: weight(2) }]);
    expect(refused).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/clock of this device is .* (ahead|behind)/),
    });
    expect(await weights(doctor, patientId)).toEqual([1]);
    device.wrong = 0;
    await write(doctor, patientId, 3);
    expect(await weights(doctor, patientId)).toEqual([1, 3]);
    const dates = practice.store.eventsOfKinds([2113]).map(({ created_at }) => created_at);
    expect(dates.every((at) => Math.abs(at - now()) < 120)).toBe(true);
  },
);

test('a locum’s clock: back does not lengthen the time, ahead loses nothing', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const locum = testPerson();
  const until = now() + 12;
  await doctor.changeStaff({
    kind: 'add',
    npub: locum.npub,
    name: 'Dr. Loan',
    role: 'doctor',
    patients: [patientId],
    until: iso(until),
  });
  const theirs = deviceOf(locum);
  const chart = await theirs.open();
  await chart.ready();
  await vi.waitFor(async () => expect(await charts(chart)).toBe(1), SOON);
  await chart.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(chart, patientId)).toEqual([1]), SOON);
  await chart.lock();
  // Years ahead, without a network: over, as far as the device can know.
  theirs.device.wrong = YEARS;
  theirs.device.reachable = false;
  await practice.stop();
  const lost = await theirs.open();
  await vi.waitFor(async () => expect(await charts(lost)).toBe(0), SOON);
  await lost.lock();
  // Right again: back.
  theirs.device.wrong = 0;
  theirs.device.reachable = true;
  await practice.start();
  const back = await theirs.open();
  await back.ready();
  await back.openPatient(patientId);
  await vi.waitFor(async () => expect(await weights(back, patientId)).toEqual([1]), SOON);
  // And a day back: the end comes at its second.
  theirs.device.wrong = -86_400;
  await vi.waitFor(async () => expect(await charts(back)).toBe(0), { ...SOON, timeout: 20_000 });
  expect(now()).toBeGreaterThanOrEqual(until);
}, 60_000);
