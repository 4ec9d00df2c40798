import { validate } from '@keychart/fhir';
import { expect, test } from 'vitest';
import { buildPatient, checkPatientForm, EMPTY_PATIENT_FORM } from './build-patient.ts';

const form = {
  ...EMPTY_PATIENT_FORM,
  given: 'Ada  Lin',
  family: 'Zimmer',
  birthDate: '2024-02-29',
  sex: 'female',
  phone: '555-0100',
  city: 'Sampleton',
};

test('a full form is a valid Patient', () => {
  expect(checkPatientForm(form, '2026-11-22')).toEqual({});
  const patient = buildPatient(form);
  expect(validate(patient)).toEqual([]);
  expect(patient.name).toEqual([{ use: 'official', family: 'Zimmer', given: ['Ada', 'Lin'] }]);
});

test('what is missing or impossible is said beside its field', () => {
  expect(Object.keys(checkPatientForm(EMPTY_PATIENT_FORM, '2026-11-22')).sort()).toEqual([
    'birthDate',
    'family',
    'sex',
  ]);
  expect(checkPatientForm({ ...form, birthDate: '2026-12-01' }, '2026-11-22').birthDate).toMatch(/future/);
  expect(checkPatientForm({ ...form, birthDate: '2023-02-29' }, '2026-11-22').birthDate).toMatch(/not exist/);
  expect(checkPatientForm({ ...form, email: 'nobody' }, '2026-11-22').email).toBeDefined();
});
