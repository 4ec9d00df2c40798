import type { Resource } from '@keychart/fhir';
import { expect, test } from 'vitest';
import { kindText, resourceTitle, statusText } from './resource-title.ts';

const titleOf = (resource: object) => resourceTitle(resource as Resource);

test('a resource is called by its own words first, then by its codes, then by its kind', () => {
  expect(titleOf({ resourceType: 'CarePlan', title: 'Asthma action plan' })).toBe('Asthma action plan');
  expect(titleOf({ resourceType: 'Device', name: undefined, type: { text: 'Spacer' } })).toBe('Spacer');
  expect(titleOf({ resourceType: 'Appointment', serviceType: [{ text: 'Follow-up' }] })).toBe('Follow-up');
  expect(
    titleOf({ resourceType: 'MedicationDispense', medicationCodeableConcept: { text: 'Albuterol' } }),
  ).toBe('Albuterol');
  expect(titleOf({ resourceType: 'RiskAssessment' })).toBe('Risk assessment');
});

test('a family history names the relative and the conditions', () => {
  const mother = { resourceType: 'FamilyMemberHistory', relationship: { text: 'mother' } };
  expect(
    titleOf({ ...mother, condition: [{ code: { text: 'asthma' } }, { code: { text: 'eczema' } }] }),
  ).toBe('Mother: asthma, eczema');
  expect(titleOf(mother)).toBe('Mother: nothing named');
});

test('kind and status read as words', () => {
  expect(kindText('FamilyMemberHistory')).toBe('Family member history');
  expect(statusText({ resourceType: 'Task', status: 'entered-in-error' } as Resource)).toBe(
    'Entered in error',
  );
  expect(statusText({ resourceType: 'Basic' } as Resource)).toBeUndefined();
});
