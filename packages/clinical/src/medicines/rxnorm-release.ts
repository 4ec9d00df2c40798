/**
 * An RxNorm release from its concept file RXNCONSO.RRF (`RXCUI|LAT|…|SAB|TTY|CODE|STR|SRL|SUPPRESS|CVF|`). Takes RxNorm's own
 * concepts that are not suppressed: ingredients, brands and drugs. Brands get their ingredients from the drugs that carry them.
 */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type Drug, drugOfIngredients, findDrug, plainWords } from './drug.ts';
import type { Ingredient } from './ingredient.ts';

export interface RxnormRelease {
  /** Concepts taken. */
  readonly size: number;
  /** The drug of any taken code; undefined for others. */
  drugOf(rxcui: string): Drug | undefined;
  /** The drug whose brand or ingredient names stand in the text, for names the built-in table does not have. */
  find(text: string): Drug | undefined;
}

const COLUMNS = 18;
const KINDS = new Set([
  'IN',
  'PIN',
  'MIN',
  'BN',
  'SCD',
  'SBD',
  'SCDC',
  'SCDF',
  'SBDF',
  'SBDC',
  'SCDG',
  'SBDG',
]);
const INGREDIENT_KINDS = new Set(['IN', 'PIN']);

interface Concept {
  readonly kind: string;
  readonly name: string;
}

/** @param lines of the file, with or without their line ends; a line that is none of the format is a problem that names it. */
export function readRxnorm(lines: Iterable<string>): RxnormRelease | InputProblem {
  const concepts = new Map<string, Concept>();
  let number = 0;
  for (const line of lines) {
    number += 1;
    const cells = line.trimEnd().split('|');
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length < COLUMNS || !/^\d+$/.test(cells[0] ?? ''))
      return inputProblem(`line ${number}`, 'is not a line of RXNCONSO.RRF');
    const [rxcui = '', source, kind = '', name = '', suppressed] = [0, 11, 12, 14, 16].map((at) => cells[at]);
    if (source === 'RXNORM' && suppressed === 'N' && KINDS.has(kind)) concepts.set(rxcui, { kind, name });
  }
  if (concepts.size === 0) return inputProblem('file', 'has no RxNorm concept; is it RXNCONSO.RRF?');
  return releaseOf(concepts);
}

function releaseOf(concepts: ReadonlyMap<string, Concept>): RxnormRelease {
  const own = new Map<string, Ingredient>();
  for (const [rxcui, { kind, name }] of concepts) {
    const words = plainWords(name);
    if (INGREDIENT_KINDS.has(kind) && findDrug(name) === undefined)
      own.set(words, { name: words, otherNames: [], classes: new Set(), rxcui });
  }
  const brands = new Map<string, Drug>();
  const drugOfName = (text: string): Drug | undefined => {
    // `Amoxicillin 80 MG/ML / Clavulanate 11.4 MG/ML Oral Suspension [Augmentin]`: parts between the slashes, brand at the end.
    const [content = '', brand = ''] = text.split(/[[\]]/);
    const parts = content.split(/ \/ /).map((part) => ingredientsOf(part, own));
    const found = parts.flat();
    const drug = joined(text, found, own);
    if (drug !== undefined && brand !== '') brands.set(plainWords(brand), drug);
    return drug;
  };
  for (const { kind, name } of concepts.values()) if (kind.startsWith('SB')) drugOfName(name);
  const brand = (text: string): Drug | undefined => {
    const drug = brands.get(plainWords(text));
    return drug === undefined ? undefined : { ...drug, text };
  };
  return {
    size: concepts.size,
    drugOf: (rxcui) => {
      const concept = concepts.get(rxcui);
      if (concept === undefined) return undefined;
      return concept.kind === 'BN' ? brand(concept.name) : drugOfName(concept.name);
    },
    find: (text) => brand(text) ?? drugOfName(text),
  };
}

/** Ours by any name, else the longest ingredient of the release the text begins with. */
function ingredientsOf(text: string, own: ReadonlyMap<string, Ingredient>): readonly Ingredient[] {
  const drug = findDrug(text);
  if (drug !== undefined) return drug.ingredients;
  const words = plainWords(text).split(' ');
  for (let length = words.length; length > 0; length -= 1) {
    const found = own.get(words.slice(0, length).join(' '));
    if (found !== undefined) return [found];
  }
  return [];
}

function joined(
  text: string,
  found: readonly Ingredient[],
  own: ReadonlyMap<string, Ingredient>,
): Drug | undefined {
  if (found.length === 0) return undefined;
  const unique = [...new Map(found.map((each) => [each.name, each])).values()];
  const names = unique.map(({ name }) => name);
  if (!names.some((name) => own.has(name))) return drugOfIngredients(text, names);
  return { text, name: names.join(' + '), ingredients: unique };
}
