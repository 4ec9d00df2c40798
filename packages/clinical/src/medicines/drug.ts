/** From a name as people and records write it to the ingredients in it: generic, brand or combination, salts and strengths ignored. */
import { formulary } from './formulary.ts';
import { type Ingredient, ingredient, ingredients } from './ingredient.ts';
import { similarName } from './similar-name.ts';

export interface Drug {
  /** As it was written. */
  readonly text: string;
  /** Generic names joined by ` + `, in the order of the formulary where it is a combination of it. */
  readonly name: string;
  readonly ingredients: readonly Ingredient[];
}

/** Lower case, without accents, marks turned into single spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Every known name → the generic names it stands for. */
const names: ReadonlyMap<string, readonly string[]> = new Map([
  ...ingredients.flatMap(({ name, otherNames }) =>
    [name, ...otherNames].map((each) => [plainWords(each), [name]] as const),
  ),
  ...formulary.flatMap(({ ingredients: parts, brands }) =>
    brands.map((brand) => [plainWords(brand), parts] as const),
  ),
]);
const LONGEST = Math.max(...[...names.keys()].map((name) => name.split(' ').length));
const combinations: ReadonlyMap<string, string> = new Map(
  formulary.map(({ name, ingredients: parts }) => [parts.toSorted().join(' + '), name]),
);
const byRxcui: ReadonlyMap<string, string> = new Map(
  ingredients.flatMap(({ name, rxcui }) => (rxcui === undefined ? [] : [[rxcui, name] as const])),
);

/**
 * The drug of that name: `Amoxicillin 400 MG/5ML Oral Suspension [Amoxil]`, `Augmentin`, `tmp-smx`. The longest known
 * names win. @returns undefined where no word of it is known; unknown words beside a known name are passed over.
 */
export function findDrug(text: string): Drug | undefined {
  return drugOfIngredients(text, namesWithin(text));
}

/** The known name a misspelled one may mean; undefined where nothing or too much is like it. */
export const similarDrugName = (text: string): string | undefined =>
  similarName(plainWords(text), names.keys());

/** `is not a drug known here`, with the name that may be meant. */
export function unknownDrug(text: string): string {
  const similar = similarDrugName(text);
  return `is not a drug known here: ${text}${similar === undefined ? '' : ` (is ${similar} meant?)`}`;
}

/** The drug of an RxNorm ingredient code of our table; undefined for any other code. */
export function findDrugByRxcui(rxcui: string): Drug | undefined {
  const name = byRxcui.get(rxcui);
  return name === undefined ? undefined : drugOfIngredients(name, [name]);
}

/** @param generics generic names of our table; an empty list makes no drug. */
export function drugOfIngredients(text: string, generics: readonly string[]): Drug | undefined {
  const parts = [...new Set(generics)];
  if (parts.length === 0) return undefined;
  const joined = parts.toSorted().join(' + ');
  const name = combinations.get(joined) ?? parts.join(' + ');
  return { text, name, ingredients: name.split(' + ').map(ingredient) };
}

function namesWithin(text: string): string[] {
  const words = plainWords(text).split(' ');
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 0 && !names.has(words.slice(at, at + length).join(' '))) length -= 1;
    if (length > 0) found.push(...names.get(words.slice(at, at + length).join(' '))!);
    at += Math.max(1, length);
  }
  return found;
}
