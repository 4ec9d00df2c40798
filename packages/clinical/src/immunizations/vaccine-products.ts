/** Vaccine products by CVX code, and makers by MVX code. */
import { makerTable, outsideTheSchedule, vaccineTable } from './vaccine-table.ts';

export interface TradeName {
  readonly name: string;
  /** MVX code, where the name belongs to one maker. */
  readonly mvx: string | undefined;
}

export interface VaccineProduct {
  readonly cvx: string;
  readonly name: string;
  /** Antigens as a schedule names them, some with the ages at which they count: `Zoster@50y`. Empty: no schedule asks for it. */
  readonly antigens: readonly string[];
  readonly tradeNames: readonly TradeName[];
  /** The code for a product of this kind when nobody knows which. */
  readonly isUnspecified: boolean;
}

const SHORT: Readonly<Record<string, string>> = { D: 'Diphtheria', T: 'Tetanus', P: 'Pertussis' };
/** Antigens of two words; their names stand alone in the table or are joined with `_`. */
const TWO_WORDS = new Set(['Yellow Fever', 'Japanese Encephalitis', 'Meningococcal B']);

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

export const vaccineProducts: readonly VaccineProduct[] = [
  ...rows(vaccineTable).map(([cvx = '', name = '', antigens = '', trade = '']) => ({
    cvx,
    name,
    antigens: readAntigens(antigens),
    tradeNames: trade === '?' ? [] : readTradeNames(trade),
    isUnspecified: trade === '?',
  })),
  ...rows(outsideTheSchedule).map(([cvx = '', name = '']) => ({
    cvx,
    name,
    antigens: [],
    tradeNames: [],
    isUnspecified: false,
  })),
];

function readAntigens(text: string): readonly string[] {
  if (TWO_WORDS.has(text)) return [text];
  return text.split(' ').map((antigen) => SHORT[antigen] ?? antigen.replace('_', ' '));
}

function readTradeNames(text: string): readonly TradeName[] {
  if (text === '') return [];
  return text.split(', ').map((each) => {
    const [name = '', mvx] = each.split('/');
    return { name, mvx };
  });
}

const byCode = new Map(vaccineProducts.map((product) => [product.cvx, product]));
const makers = new Map(rows(makerTable).map(([mvx = '', name = '']) => [mvx, name]));

/** @param cvx two digits or three: `08`, `110`. */
export const vaccineProduct = (cvx: string): VaccineProduct | undefined => byCode.get(cvx);

/** Name of a maker by MVX code. */
export const makerName = (mvx: string): string | undefined => makers.get(mvx);
