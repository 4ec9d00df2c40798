/** The formulary as data: drugs with their forms, strengths and the concentrations of liquids. */
import { FORMULARY } from './formulary-table.ts';

export interface Strength {
  /** As written on the package: `400 mg/5 mL`, `875/125 mg`. */
  readonly text: string;
  /** One figure per ingredient; the first is what doses are counted in. */
  readonly amounts: readonly number[];
  /** `mg`, `mcg`, `g`, `units` or `%`. */
  readonly unit: string;
  /** For liquids and creams: in how much. */
  readonly per?: { readonly value: number; readonly unit: 'mL' | 'g' };
}

export interface FormularyDrug {
  /** Generic names joined by ` + `. */
  readonly name: string;
  readonly ingredients: readonly string[];
  /** Brand names of a combination; those of a single ingredient stand with the ingredient. */
  readonly brands: readonly string[];
  readonly forms: readonly { readonly form: string; readonly strengths: readonly Strength[] }[];
}

const STRENGTH = /^([\d./]+?) (mg|mcg|g|units|%)(?:\/([\d.]+) (mL|g))?$/;

/** Reads `400/57 mg/5 mL`, `100 units/1 mL`, `2 %`, and `400 mg/mL` for one millilitre; undefined for anything else. */
export function parseStrength(text: string): Strength | undefined {
  const spaced = text.trim().replace(/\/\s*(mL|g)$/, '/1 $1');
  const [, amounts, unit, per, perUnit] = STRENGTH.exec(spaced) ?? [];
  if (amounts === undefined || unit === undefined) return undefined;
  const figures = amounts.split('/').map(Number);
  if (figures.some((figure) => !(figure > 0)) || (per !== undefined && !(Number(per) > 0))) return undefined;
  return {
    text: text.trim(),
    amounts: figures,
    unit,
    ...(per === undefined ? {} : { per: { value: Number(per), unit: perUnit as 'mL' | 'g' } }),
  };
}

function strengthOf(text: string): Strength {
  const strength = parseStrength(text);
  if (strength === undefined) throw new RangeError(`text: ${text} is no strength`);
  return strength;
}

export const formulary: readonly FormularyDrug[] = FORMULARY.trim()
  .split('\n')
  .map((line) => {
    const [name = '', brands = '', forms = ''] = line.split('|').map((cell) => cell.trim());
    return {
      name,
      ingredients: name.split(' + '),
      brands: brands === '' ? [] : brands.split(', '),
      forms: forms.split('; ').map((part) => {
        const [form = '', strengths = ''] = part.split(': ');
        return { form, strengths: strengths.split(', ').map(strengthOf) };
      }),
    };
  });

/** The drug with exactly those ingredients; undefined when the formulary does not carry it. */
export const formularyDrug = (name: string): FormularyDrug | undefined =>
  formulary.find((each) => each.name === name);
