/** Families as they are: several children at once, wards, guardians who are patients; against a real relay. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Open, testChild, weights, write } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice({ policies: { holdPatientKeys: true } });
});
afterEach(() => practice.close());

const child = (given: string) => ({ ...testChild, name: [{ family: 'Testbach', given: [given] }] });

async function family(person: TestPerson): Promise<Open> {
  const chart = await practice.open(person);
  await chart.ready();
  for (const { patientId } of (await chart.searchPatients('')).rows) await chart.openPatient(patientId);
  return chart;
}

const names = async (chart: Open) => (await chart.searchPatients('')).rows.map(({ name }) => name);

test('a family at once: one guardian of all, a key brought along, the others made here; all or none', async () => {
  const [grandmother, own] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const guardians = [{ name: 'Test Grandmother', npub: grandmother.npub }];
  const bad = await doctor.createPatients([
    { patient: child('Ada'), guardians },
    { patient: child('Ben'), guardians, npub: 'npub1nothing' },
  ]);
  expect(bad).toMatchObject({ ok: false, reason: expect.stringMatching(/the key of the patient/) });
  expect(await names(doctor)).toEqual([]);
  const outcome = await doctor.createPatients([
    { patient: child('Ada'), guardians },
    { patient: child('Ben'), guardians, npub: own.npub },
  ]);
  if (!outcome.ok) throw new Error(outcome.reason);
  await doctor.settled();
  const [ada, ben] = outcome.created;
  expect(ada?.handover?.nsec).toMatch(/^nsec1/);
  expect(ben?.handover).toBeUndefined();
  await write(doctor, ada!.patientId, 1);
  await write(doctor, ben!.patientId, 2);
  const hers = await family(grandmother);
  expect(await names(hers)).toEqual(['Ada Testbach', 'Ben Testbach']);
  expect(await weights(hers, ada!.patientId)).toEqual([1]);
  expect(await weights(await family(own), ben!.patientId)).toEqual([2]);
  expect(await names(await family(handedOver(ada!.handover!)))).toEqual(['Ada Testbach']);
  // The practice holds what it made, shows it again for a reason, and nothing of what was brought.
  expect(await doctor.showPatientKey(ada!.patientId, 'The sheet was lost')).toEqual({
    ok: true,
    handover: ada!.handover,
  });
  expect(await doctor.showPatientKey(ada!.patientId, ' ')).toMatchObject({ ok: false });
  expect(await doctor.showPatientKey(ben!.patientId, 'Asked')).toMatchObject({
    ok: false,
    reason: 'the practice does not hold the key of this patient',
  });
  await doctor.forgetPatientKey(ada!.patientId);
  expect(await doctor.showPatientKey(ada!.patientId, 'Asked')).toMatchObject({ ok: false });
});

test('a guardian who is a patient reads with the key of their own chart, and a new one takes its place everywhere', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const made = await doctor.createPatient({ patient: child('Young Mother') });
  if (!made.ok || !made.created.handover) throw new Error('no mother');
  const mother = made.created;
  const born = await doctor.createPatient({
    patient: child('Newborn'),
    guardians: [{ name: 'Young Mother Testbach', patientId: mother.patientId }],
  });
  if (!born.ok) throw new Error(born.reason);
  await doctor.settled();
  await write(doctor, born.created.patientId, 1);
  const before = await family(handedOver(made.created.handover));
  expect(await names(before)).toEqual(['Newborn Testbach', 'Young Mother Testbach']);
  const renewed = await doctor.rekeyPatient(mother.patientId);
  if (!renewed.ok || !renewed.handover) throw new Error('no new key');
  await doctor.settled();
  await write(doctor, born.created.patientId, 2);
  const status = vi.fn();
  await before.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), 10_000);
  expect(await weights(before, born.created.patientId)).not.toContain(2);
  const after = await family(handedOver(renewed.handover));
  expect(await names(after)).toEqual(['Newborn Testbach', 'Young Mother Testbach']);
  expect(await weights(after, born.created.patientId)).toEqual([1, 2]);
});
