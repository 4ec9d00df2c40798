/** A typed form as a FHIR Patient, and what is wrong with it in plain words. Pure. */
import { type Patient, parseFhirDate } from '@keychart/fhir';

export interface PatientForm {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly language: string;
}

export const EMPTY_PATIENT_FORM: PatientForm = {
  given: '',
  family: '',
  birthDate: '',
  sex: '',
  phone: '',
  email: '',
  street: '',
  city: '',
  state: '',
  postalCode: '',
  language: 'en',
};

export type PatientFormErrors = Partial<Record<keyof PatientForm, string>>;

const OLDEST_YEARS = 125;

/** @param today calendar date in the practice's zone. */
export function checkPatientForm(form: PatientForm, today: string): PatientFormErrors {
  const errors: PatientFormErrors = {};
  if (form.given.trim() === '' && form.family.trim() === '') errors.family = 'Type at least one name.';
  const birth = parseFhirDate(form.birthDate);
  if (form.birthDate === '') errors.birthDate = 'Type the date of birth.';
  else if (birth?.day === undefined) errors.birthDate = 'This day does not exist.';
  else if (form.birthDate > today) errors.birthDate = 'The date of birth is in the future.';
  else if (birth.year < Number(today.slice(0, 4)) - OLDEST_YEARS)
    errors.birthDate = 'Nobody is that old. Check the year.';
  if (form.sex === '') errors.sex = 'Choose one; “unknown” is a choice.';
  if (form.email !== '' && !/^\S+@\S+$/.test(form.email.trim()))
    errors.email = 'An e-mail address has an @ in it.';
  if (form.phone !== '' && (form.phone.match(/\d/g)?.length ?? 0) < 7)
    errors.phone = 'A telephone number has at least 7 digits.';
  return errors;
}

const SEXES: readonly string[] = ['female', 'male', 'other', 'unknown'];

export function buildPatient(form: PatientForm): Patient {
  const given = form.given.trim().split(/\s+/).filter(Boolean);
  const line = form.street.trim();
  const address = {
    ...(line === '' ? {} : { line: [line] }),
    ...text('city', form.city),
    ...text('state', form.state),
    ...text('postalCode', form.postalCode),
  };
  const telecom = [
    ...(form.phone.trim() === '' ? [] : [{ system: 'phone' as const, value: form.phone.trim() }]),
    ...(form.email.trim() === '' ? [] : [{ system: 'email' as const, value: form.email.trim() }]),
  ];
  return {
    resourceType: 'Patient',
    active: true,
    name: [{ use: 'official', ...text('family', form.family), ...(given.length === 0 ? {} : { given }) }],
    birthDate: form.birthDate,
    ...(SEXES.includes(form.sex) ? { gender: form.sex as NonNullable<Patient['gender']> } : {}),
    ...(telecom.length === 0 ? {} : { telecom }),
    ...(Object.keys(address).length === 0 ? {} : { address: [{ use: 'home', ...address }] }),
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: form.language }] }, preferred: true },
    ],
  };
}

const text = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  value.trim() === '' ? {} : ({ [key]: value.trim() } as Record<K, string>);
