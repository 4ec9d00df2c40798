/** A family as typed: what is written once holds for every child. Pure. */
import type { NewPatient } from '@keychart/chart';
import { buildPatient, type PatientForm } from './build-patient.ts';
import type { GuardianForm } from './guardians.tsx';
import type { SiblingForm } from './siblings.tsx';

export function familyOf(
  form: PatientForm,
  npub: string,
  siblings: readonly SiblingForm[],
  guardians: readonly GuardianForm[],
): readonly NewPatient[] {
  const readers = guardians.flatMap(({ name, npub: address, patientId }) => {
    if (patientId !== undefined) return { name: name.trim(), patientId };
    return address.trim() === '' ? [] : { name: name.trim(), npub: address.trim() };
  });
  return [{ ...form, npub }, ...siblings].map((child) => ({
    patient: buildPatient({
      ...form,
      given: child.given,
      family: child.family,
      birthDate: child.birthDate,
      sex: child.sex,
    }),
    ...(readers.length > 0 && { guardians: readers }),
    ...(child.npub.trim() !== '' && { npub: child.npub.trim() }),
  }));
}
