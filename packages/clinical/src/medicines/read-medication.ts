/** The drug of a FHIR MedicationRequest or MedicationStatement: by RxNorm code where it is known, else by its words. */
import type { CodeableConcept, Medication, MedicationRequest, MedicationStatement } from '@keychart/fhir';
import { type Drug, findDrug, findDrugByRxcui } from './drug.ts';
import type { RxnormRelease } from './rxnorm-release.ts';

export const RXNORM_SYSTEM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

/**
 * @param medications what `medicationReference` may point to beside contained resources, by reference
 * @param release an imported RxNorm release, which knows more codes than the built-in table
 * @returns undefined when neither a code nor a word of it is known: to be shown as not checked, never as safe.
 */
export function readMedication(
  resource: MedicationRequest | MedicationStatement,
  medications: ReadonlyMap<string, Medication> = new Map(),
  release?: RxnormRelease,
): Drug | undefined {
  const reference = resource.medicationReference?.reference;
  const concept = resource.medicationCodeableConcept ?? medicationOf(resource, reference, medications)?.code;
  return (
    (concept === undefined ? undefined : drugOfConcept(concept, release)) ??
    findDrug(resource.medicationReference?.display ?? '')
  );
}

/** By code first: text beside a code may be a note for the patient. */
export function drugOfConcept(concept: CodeableConcept, release?: RxnormRelease): Drug | undefined {
  const codings = concept.coding ?? [];
  for (const { system, code } of codings) {
    if (system !== RXNORM_SYSTEM || code === undefined) continue;
    const drug = findDrugByRxcui(code) ?? release?.drugOf(code);
    if (drug !== undefined) return drug;
  }
  for (const text of [...codings.map(({ display }) => display), concept.text]) {
    const drug = text === undefined ? undefined : (findDrug(text) ?? release?.find(text));
    if (drug !== undefined) return drug;
  }
  return undefined;
}

function medicationOf(
  { contained = [] }: MedicationRequest | MedicationStatement,
  reference: string | undefined,
  medications: ReadonlyMap<string, Medication>,
): Medication | undefined {
  if (reference === undefined) return undefined;
  if (!reference.startsWith('#')) return medications.get(reference);
  return contained.find(
    (each): each is Medication => each.resourceType === 'Medication' && `#${each.id}` === reference,
  );
}
