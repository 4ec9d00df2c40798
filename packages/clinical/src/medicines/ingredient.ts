/** The ingredients this engine knows: for each its names, classes and, where certain, its RxNorm code. */
import { withParents } from './drug-class.ts';
import { ANTIMICROBIALS } from './ingredient-antimicrobials.ts';
import { BODY } from './ingredient-body.ts';
import { NERVOUS_SYSTEM } from './ingredient-nervous-system.ts';

export interface Ingredient {
  /** Generic name in lower case, as in the United States. */
  readonly name: string;
  /** Other generic spellings and brand names, lower case, without marks. */
  readonly otherNames: readonly string[];
  /** Ids of its classes and of all they lie within (drug-class.ts). */
  readonly classes: ReadonlySet<string>;
  readonly rxcui?: string;
}

function parse(line: string): Ingredient {
  const [name = '', others = '', classes = '', rxcui = ''] = line.split('|').map((cell) => cell.trim());
  const list = (cell: string): string[] => (cell === '' ? [] : cell.split(', '));
  return {
    name,
    otherNames: list(others),
    classes: withParents(list(classes)),
    ...(rxcui === '' ? {} : { rxcui }),
  };
}

export const ingredients: readonly Ingredient[] = [ANTIMICROBIALS, NERVOUS_SYSTEM, BODY].flatMap((table) =>
  table.trim().split('\n').map(parse),
);

const byName: ReadonlyMap<string, Ingredient> = new Map(ingredients.map((each) => [each.name, each]));

/** The ingredient of that generic name; throws for one that is in no table. */
export function ingredient(name: string): Ingredient {
  const found = byName.get(name);
  if (found === undefined) throw new RangeError(`name: there is no ingredient ${name}`);
  return found;
}
