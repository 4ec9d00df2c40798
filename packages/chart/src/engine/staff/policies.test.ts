/** What a practice has settled takes effect by itself, for staff and families; against a real relay. */
import type { Patient } from '@keychart/fhir';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Policies, PoliciesView } from '../../api/chart.ts';
import { memoryStore } from '../../store/index.ts';
import { type Open, testChild, weights, write } from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

/** A few seconds before midnight in Denver on somebody's eighteenth birthday. */
const BEFORE = Date.parse('2028-01-15T06:59:52Z') / 1000;
const BORN = '2010-01-15';
const BIRTHDAY = '2028-01-15T07:00:00.000Z';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
let clock: () => number;
beforeEach(async () => {
  const begun = Date.now();
  clock = () => Math.floor(BEFORE + (Date.now() - begun) / 1000);
  practice = await startTestPractice({ now: () => clock() });
});
afterEach(() => practice.close());

async function policiesOf(chart: Open): Promise<PoliciesView> {
  const seen = vi.fn();
  (await chart.watchPolicies(seen))();
  return seen.mock.lastCall![0] as PoliciesView;
}

async function settle(chart: Open, policies: Policies): Promise<void> {
  expect(await chart.changePolicies(policies)).toMatchObject({ ok: true });
  await vi.waitFor(async () => {
    const view = await policiesOf(chart);
    expect(view.pending).toBeUndefined();
    expect(view.policies).toEqual(policies);
  }, 10_000);
}

type Guardian = { npub: string; until?: string; beyondPolicy?: boolean };

async function child(chart: Open, birthDate: string, guardians: Guardian[]) {
  const patient: Patient = { ...testChild, birthDate };
  const made = await chart.createPatient({
    patient,
    guardians: guardians.map((guardian) => ({ name: 'Test Guardian', ...guardian })),
  });
  if (!made.ok) throw new Error(made.reason);
  await chart.settled();
  return made.created;
}

async function guardiansOf(chart: Open, patientId: string) {
  const seen = vi.fn();
  (await chart.watchPatient(patientId, seen))();
  return seen.mock.lastCall![0].guardians as {
    npub: string;
    until?: string;
    byPolicy?: boolean;
    set?: string;
  }[];
}

test('an administrator settles policies, everybody reads them; nonsense is refused in words', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  expect((await policiesOf(doctor)).policies).toEqual({});
  const settled = { idleMinutes: 5, guardianUntil: 18, confidentialFrom: 12, holdPatientKeys: true };
  await settle(doctor, settled);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  expect(await policiesOf(nurse)).toMatchObject({ policies: settled, whyNot: /only an administrator/ });
  expect(await nurse.changePolicies({})).toMatchObject({ ok: false, reason: /only an administrator/ });
  for (const [wrong, reason] of [
    [{ idleMinutes: 0 }, /minutes from 1 to 240/],
    [{ guardianUntil: 118 }, /years from 8 to 30/],
    [{ confidentialFrom: 1.5 }, /whole number of years/],
  ] as const)
    expect(await doctor.changePolicies(wrong)).toMatchObject({ ok: false, reason });
  expect((await policiesOf(doctor)).policies).toEqual(settled);
});

test('guardians stop reading at midnight of the birthday, without anybody doing anything', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  await settle(doctor, { guardianUntil: 18 });
  const mother = testPerson();
  const { patientId } = await child(doctor, BORN, [{ npub: mother.npub }]);
  expect(await guardiansOf(doctor, patientId)).toMatchObject([{ until: BIRTHDAY, byPolicy: true }]);
  await write(doctor, patientId, 1);
  const hers = await practice.open(mother);
  await hers.ready();
  await hers.openPatient(patientId);
  expect(await weights(hers, patientId)).toEqual([1]);
  await vi.waitFor(() => expect(clock() * 1000).toBeGreaterThan(Date.parse(BIRTHDAY)), 15_000);
  await vi.waitFor(async () => expect((await hers.searchPatients('')).total).toBe(0), 5000);
  // What is written from now on lies in a new access generation, which she is never handed.
  await write(doctor, patientId, 2);
  expect(await weights(doctor, patientId)).toEqual([1, 2]);
  const again = await practice.open(mother, memoryStore());
  await expect(again.ready()).rejects.toThrow(/no access|no patient|not/);
}, 40_000);

test('a later day stands where it was said; a corrected birth date and a changed policy come with the next write', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  await settle(doctor, { guardianUntil: 18 });
  const [mother, aunt, uncle] = [testPerson(), testPerson(), testPerson()];
  const until = '2029-05-01T00:00:00.000Z';
  const { patientId } = await child(doctor, '2020-03-01', [
    { npub: mother.npub },
    { npub: aunt.npub, until, beyondPolicy: true },
    { npub: uncle.npub, until },
  ]);
  const ends = async (who: Open) => (await guardiansOf(who, patientId)).map((guardian) => guardian.until);
  expect(await ends(doctor)).toEqual(['2038-03-01T07:00:00.000Z', until, until]);
  const { entry } = await new Promise<{ entry?: { id: string; version: string; resource: Patient } }>(
    (resolve) => void doctor.watchPatient(patientId, (view) => resolve(view as never)),
  );
  // The birth date was wrong: by the right one the patient has been of age since yesterday.
  const corrected = await doctor.correct(patientId, entry!.id, entry!.version, {
    ...entry!.resource,
    birthDate: '2010-01-14',
  });
  expect(corrected).toMatchObject({ ok: true });
  await doctor.settled();
  const hers = await practice.open(mother);
  const status = vi.fn();
  await hers.watchStatus(status);
  await hers.ready();
  await write(doctor, patientId, 1);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), 5000);
  const aunts = await practice.open(aunt);
  await aunts.ready();
  await aunts.openPatient(patientId);
  expect(await weights(aunts, patientId)).toEqual([1]);
  // He was given a day after the birthday, and nobody said that he reads on.
  const uncles = await practice.open(uncle);
  await expect(uncles.ready()).rejects.toThrow(/no access|no patient|not/);
  expect((await guardiansOf(doctor, patientId))[2]).toMatchObject({
    until: '2028-01-14T07:00:00.000Z',
    byPolicy: true,
    set: until,
  });
  // The practice settles another age: she is a guardian again.
  await settle(doctor, { guardianUntil: 21 });
  await write(doctor, patientId, 2);
  expect(await ends(doctor)).toEqual(['2031-01-14T07:00:00.000Z', until, until]);
  const returned = await practice.open(mother);
  await returned.ready();
  await returned.openPatient(patientId);
  expect(await weights(returned, patientId)).toEqual([1, 2]);
  // Somebody of age already: an end has to be set.
  await settle(doctor, { guardianUntil: 17 });
  const outcome = await doctor.changeGuardians(patientId, {
    kind: 'add',
    npub: testPerson().npub,
    name: 'Late',
  });
  expect(outcome).toMatchObject({ ok: false, reason: /set a last day/ });
  const late = { kind: 'add', npub: testPerson().npub, name: 'Late' } as const;
  const refused = { ok: false, reason: /set a last day/ };
  expect(await doctor.changeGuardians(patientId, { ...late, until })).toMatchObject(refused);
  expect(await doctor.changeGuardians(patientId, { ...late, beyondPolicy: true })).toMatchObject(refused);
  expect(await doctor.changeGuardians(patientId, { ...late, until, beyondPolicy: true })).toMatchObject({
    ok: true,
  });
}, 40_000);

test('a practice that has not settled to keep keys for patients shows them once', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const { patientId, handover } = await child(doctor, BORN, []);
  expect(handover?.nsec).toMatch(/^nsec1/);
  const seen = vi.fn();
  (await doctor.watchPatient(patientId, seen))();
  expect(seen.mock.lastCall![0].key).toMatchObject({ npub: handover?.npub, heldHere: false });
});
