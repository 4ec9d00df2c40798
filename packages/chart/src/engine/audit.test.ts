/** Who did what is written as AuditEvents, signed, beside the charts and not in them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { register, write } from '../test-charts.ts';
import { startTestPractice, testPerson } from '../test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;

beforeAll(async () => {
  practice = await startTestPractice();
});

afterAll(() => practice.close());

const stored = (authors: string[]) =>
  [...practice.store.eventsOfKinds([2107])].filter(({ pubkey }) => authors.includes(pubkey));

test('a login and an opening are noted once, reach the relay, and are in no count of the chart', async () => {
  const doctor = await practice.open(practice.doctor);
  const mother = testPerson();
  const { patientId } = await register(doctor, [{ person: mother }]);
  await write(doctor, patientId, 1);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.query(patientId, { types: ['Patient'] });
  for (let i = 0; i < 3; i++) await nurse.query(patientId, { types: ['Observation'] });
  await expect.poll(() => stored([practice.nurse.pubkey]).length, { timeout: 5_000 }).toBe(2);
  await nurse.settled();
  expect(
    nurse
      .allEntries(patientId)
      .map(({ resource }) => resource.resourceType)
      .sort(),
  ).toEqual(['Observation', 'Patient']);
  expect(await nurse.outbox()).toEqual([]);
  expect(await nurse.problems()).toEqual([]);
  await nurse.lock();
});
