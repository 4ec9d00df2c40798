import type { Patient } from '@keychart/fhir';
import { expect, test } from 'vitest';
import { comparePatients, mergePoints, onlyIn } from './merge-words.ts';

const ida: Patient = {
  resourceType: 'Patient',
  name: [{ family: 'Testbach', given: ['Ida'] }],
  birthDate: '2021-03-04',
  gender: 'female',
};

test('what differs is marked, and what is missing is said', () => {
  const rows = comparePatients({ ...ida, name: [{ family: 'Testbacch', given: ['Ida'] }], telecom: [] }, ida);
  expect(rows.filter(({ differs }) => differs)).toEqual([
    { label: 'Family name', duplicate: 'Testbacch', survivor: 'Testbach', differs: true },
  ]);
  expect(rows.find(({ label }) => label === 'Phone')).toEqual({
    label: 'Phone',
    duplicate: 'not recorded',
    survivor: 'not recorded',
    differs: false,
  });
});

test('whoever reads one of the two is named, with the one they go on reading', () => {
  const mother = { npub: 'npub1m', name: 'Mother' };
  const father = { npub: 'npub1f', name: 'Father' };
  const aunt = { npub: 'npub1a', name: 'Aunt' };
  const sides = { duplicate: 'Ida', survivor: 'Ida Testbach' };
  const points = mergePoints({ ...sides, ofDuplicate: [mother, father, aunt], ofSurvivor: [mother] });
  expect(points[2]).toBe(
    'Father and Aunt go on reading only what was in the chart of Ida, until you allow more.',
  );
  expect(points).toHaveLength(3);
  expect(mergePoints({ ...sides, ofDuplicate: [mother], ofSurvivor: [mother] })).toHaveLength(2);
  expect(onlyIn([mother], [father])).toEqual([mother]);
});
