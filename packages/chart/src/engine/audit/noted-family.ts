/** Changes of who reads a chart, noted in the access log by who made them. */
import { getPublicKey, npubEncode, nsecEncode } from '@keychart/nostr';
import type { Chart } from '../../api/chart.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import { heldKey } from '../access/held-key.ts';
import type { FamilyAccess } from '../families/family-access.ts';
import type { PatientMerging } from '../patients/merging.ts';
import type { EngineContext } from '../state/context.ts';
import { answered } from '../writing/answered.ts';
import type { Audit } from './audit.ts';

/** Without names: the family reads this, and one guardian learns of another elsewhere. */
const guardianWords = {
  add: 'A family member was given access',
  change: 'The access of a family member was changed',
  remove: 'The access of a family member was ended',
} as const;

export type NotedFamily = FamilyAccess & PatientMerging & Pick<Chart, 'showPatientKey'>;

export function notedFamily(
  family: FamilyAccess,
  merging: PatientMerging,
  context: EngineContext,
  { note }: Pick<Audit, 'note'>,
): NotedFamily {
  const { people } = context;
  async function noted<T extends { readonly ok: boolean }>(
    change: () => Promise<T>,
    patientId: string,
    detail: string,
  ): Promise<T | Refusal> {
    const outcome = await answered(change);
    if (outcome.ok) void note({ action: 'grant', patientId, detail });
    return outcome;
  }
  return {
    mergePatients: (duplicate, survivor) =>
      noted(
        () => merging.mergePatients(duplicate, survivor),
        survivor,
        'Two charts of this patient were merged',
      ),
    unmergePatient: (duplicate) =>
      noted(() => merging.unmergePatient(duplicate), duplicate, 'Two merged charts were taken apart'),
    async showPatientKey(patientId, reason) {
      const index = people.chartOf(people.survivorOf(patientId))[0]?.index;
      if (reason.trim() === '') return refusal('say why the key is shown');
      if (index?.held === undefined) return refusal('the practice does not hold the key of this patient');
      const secret = heldKey(context, index);
      if (!(secret instanceof Uint8Array)) return secret;
      // First the entry, then the key.
      await note({
        action: 'grant',
        patientId,
        detail: `The patient’s key was shown again: ${reason.trim()}`,
      });
      const handover = { npub: npubEncode(getPublicKey(secret)), nsec: nsecEncode(secret), held: true };
      secret.fill(0);
      return { ok: true, handover };
    },
    changeGuardians: (patientId, change) =>
      noted(() => family.changeGuardians(patientId, change), patientId, guardianWords[change.kind]),
    rekeyPatient: (patientId, input) =>
      noted(() => family.rekeyPatient(patientId, input), patientId, 'The patient got a new key'),
    forgetPatientKey: (patientId) =>
      noted(
        () => family.forgetPatientKey(patientId),
        patientId,
        'The practice let go of its copy of the patient’s key',
      ),
  };
}
