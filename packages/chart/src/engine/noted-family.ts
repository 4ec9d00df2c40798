/** Changes of who reads a chart, noted in the access log by who made them. */
import type { Audit } from './audit.ts';
import type { FamilyAccess } from './family-access.ts';

/** Without names: the family reads this, and one guardian learns of another elsewhere. */
const guardianWords = {
  add: 'A family member was given access',
  change: 'The access of a family member was changed',
  remove: 'The access of a family member was ended',
} as const;

export function notedFamily(family: FamilyAccess, { note }: Pick<Audit, 'note'>): FamilyAccess {
  function noted<T extends { readonly ok: boolean }>(outcome: T, patientId: string, detail: string): T {
    if (outcome.ok) void note({ action: 'grant', patientId, detail });
    return outcome;
  }
  return {
    changeGuardians: async (patientId, change) =>
      noted(await family.changeGuardians(patientId, change), patientId, guardianWords[change.kind]),
    rekeyPatient: async (patientId, input) =>
      noted(await family.rekeyPatient(patientId, input), patientId, 'The patient got a new key'),
    forgetPatientKey: async (patientId) =>
      noted(
        await family.forgetPatientKey(patientId),
        patientId,
        'The practice let go of its copy of the patient’s key',
      ),
  };
}
