/** Questions to one chart: what is asked for by code, and what is left out by code. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { register, weight } from '../../testing/test-charts.ts';
import { startTestPractice } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

test('`without` leaves out entries of these codes, in code and category, with or without their system', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  const survey = { coding: [{ system: 'urn:test:category', code: 'survey' }] };
  const plain = { ...weight(3), code: { text: 'said, not coded' } };
  await doctor.write(patientId, [
    { resource: weight(1) },
    { resource: { ...weight(2), code: { text: 'asked' }, category: [survey] } },
    { resource: plain },
  ]);
  const ids = async (without?: readonly string[], codes?: readonly string[]) => {
    const answer = await doctor.query(patientId, {
      types: ['Observation'],
      order: 'oldest',
      ...(without && { without }),
      ...(codes && { codes }),
    });
    // The total is of what was asked for: a list that leaves something out is whole all the same.
    expect(answer.total).toBe(answer.entries.length);
    return answer.entries.map(({ resource }) => resource.id);
  };
  expect(await ids()).toEqual(['w1', 'w2', 'w3']);
  expect(await ids(['29463-7'])).toEqual(['w2', 'w3']);
  expect(await ids(['http://loinc.org|29463-7', 'survey'])).toEqual(['w3']);
  expect(await ids(['urn:other|29463-7'])).toEqual(['w1', 'w2', 'w3']);
  expect(await ids(['survey'], ['29463-7', 'survey'])).toEqual(['w1']);
  expect(await ids([])).toEqual(['w1', 'w2', 'w3']);
});
