/**
 * Allergies against drugs: the same ingredient, the same class, or a class that cross-reacts, said in plain words.
 * Knows drugs only; what is no drug (peanut, pollen, latex) is named as not checked, never passed over in silence.
 */
import { bySeverity, type Severity } from '../finding.ts';
import { ALLERGY_WORDS, CROSS_REACTIVITY } from './allergy-table.ts';
import { type Drug, findDrug, plainWords, similarDrugName } from './drug.ts';
import { drugClass, isDrugClass, withParents } from './drug-class.ts';
import type { Ingredient } from './ingredient.ts';
import { capital, type PairFinding } from './interactions.ts';
import { similarName } from './similar-name.ts';

export interface Allergy {
  /** As it was written. */
  readonly text: string;
  readonly ingredients: readonly Ingredient[];
  /** For an allergy to a whole class. */
  readonly classId?: string;
}

const PRACTICE =
  'Drug allergy: 2022 practice parameter update (Khan et al., J Allergy Clin Immunol 2022;150:1333)';

const crossReactivity = CROSS_REACTIVITY.trim()
  .split('\n')
  .map((line) => {
    const [to = '', given = '', severity = '', known = '', source = ''] = line
      .split('|')
      .map((c) => c.trim());
    return {
      to: to.split(', '),
      given: given.split(', '),
      severity: severity as Severity,
      known,
      source: source === 'PRACTICE' ? PRACTICE : source,
    };
  });

const classOfWord: ReadonlyMap<string, string> = new Map(
  ALLERGY_WORDS.trim()
    .split('\n')
    .flatMap((line) => {
      const [words = '', id = ''] = line.split('|').map((cell) => cell.trim());
      return words.split(', ').map((word) => [word, id] as const);
    }),
);

/** Reads an allergy: a class (`sulfa`, `penicillins`) or a drug by any of its names; undefined for what is neither. */
export function findAllergy(text: string): Allergy | undefined {
  const words = plainWords(text).replace(/ (allergy|drugs?|antibiotics?|class)$/, '');
  const classId = classOfWord.get(words) ?? classOfWord.get(plainWords(text));
  if (classId !== undefined) return { text, ingredients: [], classId };
  const drug = findDrug(text);
  return drug === undefined ? undefined : { text, ingredients: drug.ingredients };
}

/** The known class or drug a misspelled allergy may mean. */
export const similarAllergy = (text: string): string | undefined =>
  similarName(plainWords(text), classOfWord.keys()) ?? similarDrugName(text);

/** What each drug means for each allergy: the most telling finding of each two. */
export function findAllergyConflicts(
  drugs: readonly Drug[],
  allergies: readonly Allergy[],
): readonly PairFinding[] {
  return bySeverity(drugs.flatMap((drug) => allergies.flatMap((allergy) => conflictOf(drug, allergy) ?? [])));
}

/** Of several ingredients the worst counts: clavulanate matters less than the amoxicillin beside it. */
function conflictOf(drug: Drug, allergy: Allergy): PairFinding | undefined {
  return bySeverity(drug.ingredients.flatMap((given) => conflictsWith(given, drug, allergy)))[0];
}

function conflictsWith(
  given: Ingredient,
  drug: Drug,
  { text, ingredients, classId }: Allergy,
): PairFinding[] {
  const found = (severity: Severity, reason: string, source: string): PairFinding => ({
    kind: 'allergy',
    severity,
    between: [drug.text, text],
    reason,
    source,
  });
  if (classId !== undefined && given.classes.has(classId)) {
    const reason = `${capital(given.name)} belongs to the ${drugClass(classId).label} the patient is allergic to.`;
    return [found('high', reason, 'Allergy list of the patient')];
  }
  if (ingredients.some(({ name }) => name === given.name))
    return [found('high', `The patient is allergic to ${given.name} itself.`, 'Allergy list of the patient')];
  const to: readonly (readonly [string, ReadonlySet<string>])[] =
    classId === undefined
      ? ingredients.map(({ name, classes }) => [name, classes] as const)
      : [[drugClass(classId).label, withParents([classId])]];
  return to.flatMap(([name, classes]) => {
    const rule = crossReactivity.find(
      (each) => isOn(each.to, name, classes) && isOn(each.given, given.name, given.classes),
    );
    if (rule === undefined) return [];
    const reason = `Allergic to ${name}, and this is ${given.name}: ${rule.known}`;
    return [found(rule.severity, reason, rule.source)];
  });
}

const isOn = (side: readonly string[], name: string, classes: ReadonlySet<string>): boolean =>
  side.some((each) => (isDrugClass(each) ? classes.has(each) : each === name));
