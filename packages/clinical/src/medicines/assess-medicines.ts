/** A patient's drugs and allergies in, findings out: interactions, duplicates, allergies. For the command line and for screens. */
import { bySeverity } from '../finding.ts';
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type Allergy, findAllergy, findAllergyConflicts, similarAllergy } from './allergies.ts';
import { type Drug, findDrug, unknownDrug } from './drug.ts';
import { findDuplicates } from './duplicate-therapy.ts';
import { findInteractions, type PairFinding } from './interactions.ts';
import type { RxnormRelease } from './rxnorm-release.ts';

export interface MedicineFindings {
  /** The most severe first. */
  readonly findings: readonly PairFinding[];
  /** Allergies that name no drug and were therefore not checked, as they were written. */
  readonly uncheckedAllergies: readonly string[];
}

/** How a record says that there is none. */
const NO_ALLERGY = /^(nkda|nka|none|no( known)?( drug)? allerg(y|ies))$/i;

/** Findings for drugs and allergies already read. */
export function checkMedicines(
  drugs: readonly Drug[],
  allergies: readonly Allergy[] = [],
): readonly PairFinding[] {
  return bySeverity([
    ...findAllergyConflicts(drugs, allergies),
    ...findInteractions(drugs),
    ...findDuplicates(drugs),
  ]);
}

/**
 * @param request `{drugs: [name], allergies?: [name]}`. A drug that is not known is a problem and comes with the findings
 *   among the known ones, so that nobody takes silence for safety.
 * @param release an imported RxNorm release, which knows more names than the built-in table
 */
export function assessMedicines(
  request: Readonly<Record<string, unknown>>,
  release?: RxnormRelease,
): MedicineFindings | (InputProblem & Partial<MedicineFindings>) {
  const names = textList(request.drugs, 'drugs');
  if ('error' in names) return names;
  if (names.texts.length === 0) return inputProblem('drugs', 'is empty; expected at least one drug name');
  const allergyNames = textList(request.allergies ?? [], 'allergies');
  if ('error' in allergyNames) return allergyNames;

  const drugs = names.texts.map((text) => findDrug(text) ?? release?.find(text));
  const allergies = allergyNames.texts.map(findAllergy);
  const result: MedicineFindings = {
    findings: checkMedicines(
      drugs.filter((drug) => drug !== undefined),
      allergies.filter((allergy) => allergy !== undefined),
    ),
    uncheckedAllergies: allergyNames.texts.filter(
      (text, index) => allergies[index] === undefined && !NO_ALLERGY.test(text.trim()),
    ),
  };
  const unknown = drugs.indexOf(undefined);
  if (unknown >= 0) {
    const message = `${unknownDrug(names.texts[unknown]!)}; interactions with it were not checked`;
    return { ...inputProblem(`drugs[${unknown}]`, message), ...result };
  }
  const misspelled = misspelledAllergy(allergyNames.texts, allergies);
  return misspelled === undefined ? result : { ...misspelled, ...result };
}

/** Peanut is no drug and only named as not checked; what looks like a drug's name misspelled is asked about. */
function misspelledAllergy(
  texts: readonly string[],
  allergies: readonly (Allergy | undefined)[],
): InputProblem | undefined {
  for (const [index, text] of texts.entries()) {
    const similar = allergies[index] === undefined ? similarAllergy(text) : undefined;
    if (similar !== undefined)
      return inputProblem(
        `allergies[${index}]`,
        `is not known here: ${text} (is ${similar} meant?); it was not checked`,
      );
  }
  return undefined;
}

function textList(value: unknown, field: string): { readonly texts: readonly string[] } | InputProblem {
  if (!Array.isArray(value)) return inputProblem(field, 'is missing or no list; expected a list of names');
  const wrong = value.findIndex((each) => typeof each !== 'string' || each.trim() === '');
  if (wrong >= 0) return inputProblem(`${field}[${wrong}]`, 'is not a name');
  return { texts: value as readonly string[] };
}
