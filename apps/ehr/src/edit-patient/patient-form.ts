/**
 * A Patient as the form shows it, and the form's changes put back into it. Pure. Only what was changed in the
 * form changes in the resource, so that everything the form does not show stays as it is.
 */
import type { Address, ContactPoint, HumanName, Patient } from '@keychart/fhir';
import { buildPatient, EMPTY_PATIENT_FORM, type PatientForm } from '../new-patient/build-patient.ts';

export function formOfPatient(patient: Patient): PatientForm {
  const name = patient.name?.[officialName(patient)];
  const address = patient.address?.[0];
  const spoken = patient.communication?.find(({ preferred }) => preferred) ?? patient.communication?.[0];
  return {
    given: name?.given?.join(' ') ?? '',
    family: name?.family ?? (name?.given ? '' : (name?.text ?? '')),
    birthDate: patient.birthDate ?? '',
    sex: patient.gender ?? '',
    phone: telecomOf(patient, 'phone'),
    email: telecomOf(patient, 'email'),
    street: address?.line?.join(', ') ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    postalCode: address?.postalCode ?? '',
    language: spoken?.language?.coding?.[0]?.code ?? spoken?.language?.text ?? EMPTY_PATIENT_FORM.language,
  };
}

/** @param before the form as it was opened. */
export function changedPatient(patient: Patient, before: PatientForm, after: PatientForm): Patient {
  const isChanged = (...keys: (keyof PatientForm)[]) =>
    keys.some((key) => before[key].trim() !== after[key].trim());
  const built = buildPatient(after);
  const next: Patient = { ...patient };
  if (isChanged('given', 'family')) next.name = withName(patient, built.name?.[0] ?? {});
  if (isChanged('birthDate')) setOrDelete(next, 'birthDate', built.birthDate);
  if (isChanged('sex')) setOrDelete(next, 'gender', built.gender);
  for (const system of ['phone', 'email'] as const) {
    if (isChanged(system))
      setOrDelete(next, 'telecom', withTelecom(next.telecom, system, after[system].trim()));
  }
  if (isChanged('street', 'city', 'state', 'postalCode')) {
    setOrDelete(next, 'address', withAddress(patient.address, built.address?.[0]));
  }
  if (isChanged('language')) setOrDelete(next, 'communication', built.communication);
  return next;
}

function officialName(patient: Patient): number {
  return Math.max(0, patient.name?.findIndex(({ use }) => use === 'official') ?? 0);
}

const telecomOf = (patient: Patient, system: 'phone' | 'email') =>
  patient.telecom?.find((entry) => entry.system === system)?.value ?? '';

/** `text` said the old name in full, so it goes; prefix, suffix and other names stay. */
function withName(patient: Patient, typed: HumanName): HumanName[] {
  const names = [...(patient.name ?? [])];
  const at = officialName(patient);
  const { text: _old, given: _given, family: _family, ...kept } = names[at] ?? {};
  names[at] = { ...typed, ...kept };
  return names;
}

function withTelecom(entries: ContactPoint[] = [], system: 'phone' | 'email', value: string): ContactPoint[] {
  const at = entries.findIndex((entry) => entry.system === system);
  if (at < 0) return value === '' ? entries : [...entries, { system, value }];
  if (value === '') return entries.filter((_, index) => index !== at);
  return entries.map((entry, index) => (index === at ? { ...entry, value } : entry));
}

function withAddress(entries: Address[] = [], typed: Address | undefined): Address[] {
  const [first, ...others] = entries;
  if (!typed) return others;
  const { text: _old, line: _line, city: _city, state: _state, postalCode: _code, ...kept } = first ?? {};
  return [{ ...typed, ...kept }, ...others];
}

/** FHIR has no empty lists: an element without content is left out. */
function setOrDelete<K extends keyof Patient>(patient: Patient, key: K, value: Patient[K] | undefined): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) delete patient[key];
  else patient[key] = value;
}
