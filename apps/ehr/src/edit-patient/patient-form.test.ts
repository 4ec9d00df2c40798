import { type Patient, validate } from '@keychart/fhir';
import { expect, test } from 'vitest';
import { changedPatient, formOfPatient } from './patient-form.ts';

const patient: Patient = {
  resourceType: 'Patient',
  id: 'made-up',
  name: [
    { use: 'nickname', given: ['Idi'] },
    { use: 'official', family: 'Testbach', given: ['Ida', 'Mo'], prefix: ['Ms'], text: 'Ida Mo Testbach' },
  ],
  birthDate: '2019-03-07',
  gender: 'female',
  telecom: [
    { system: 'phone', value: '555-0100', use: 'home' },
    { system: 'phone', value: '555-0199', use: 'work' },
  ],
  address: [{ use: 'home', line: ['1 Example Court'], city: 'Sampleton', state: 'MA', country: 'US' }],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'pt' }] }, preferred: true }],
};

const edit = (part: Partial<ReturnType<typeof formOfPatient>>) => {
  const before = formOfPatient(patient);
  return changedPatient(patient, before, { ...before, ...part });
};

test('an untouched form changes nothing', () => {
  expect(edit({})).toEqual(patient);
});

test('what the form does not show stays', () => {
  const next = edit({ family: 'Probe', phone: '555-0123', city: 'Otherville' });
  expect(validate(next)).toEqual([]);
  expect(next.name).toEqual([
    patient.name![0],
    { use: 'official', family: 'Probe', given: ['Ida', 'Mo'], prefix: ['Ms'] },
  ]);
  expect(next.telecom).toEqual([{ system: 'phone', value: '555-0123', use: 'home' }, patient.telecom![1]]);
  expect(next.address).toEqual([
    { use: 'home', line: ['1 Example Court'], city: 'Otherville', state: 'MA', country: 'US' },
  ]);
  expect(next.communication).toEqual(patient.communication);
});

test('an element that is emptied is left out, a new one is added', () => {
  const next = edit({ street: '', city: '', state: '', email: 'ida@example.org', language: 'es' });
  expect(next.address).toBeUndefined();
  expect(next.telecom?.at(-1)).toEqual({ system: 'email', value: 'ida@example.org' });
  expect(next.communication?.[0]?.language?.coding?.[0]?.code).toBe('es');
  expect(validate(next)).toEqual([]);
});
