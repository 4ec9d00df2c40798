/**
 * Free text of an old record to a CVX code, only when it can mean one thing. A trade name names its product, a kind of vaccine
 * the code for "unspecified formulation"; what two products share is left for a person, with the candidates.
 */
import { vaccineProducts } from './vaccine-products.ts';

export type VaccineMatch =
  | {
      readonly cvx: string;
      /** What it was recognised by. */
      readonly by: 'trade name' | 'kind';
      /** MVX code, where the trade name belongs to one maker. */
      readonly mvx?: string;
    }
  | {
      /** CVX codes it could be; empty when nothing was recognised. */
      readonly candidates: readonly string[];
    };

/**
 * What people write for a kind of vaccine. Where the maker or strength matters to a rule and the word does not tell, the code
 * is the one for an unspecified formulation, which the rules know how to judge.
 */
const kinds: Readonly<Record<string, string>> = {
  dtap: '107',
  dtp: '01',
  dpt: '01',
  'dtp hib': '22',
  dt: '28',
  td: '139',
  tdap: '115',
  tt: '112',
  tetanus: '112',
  'tetanus toxoid': '112',
  ipv: '10',
  opv: '182',
  polio: '89',
  mmr: '03',
  mmrv: '94',
  measles: '05',
  mumps: '07',
  rubella: '06',
  'measles mumps rubella': '03',
  'measles mumps rubella varicella': '94',
  varicella: '21',
  'chicken pox': '21',
  chickenpox: '21',
  var: '21',
  vzv: '21',
  'hep b': '45',
  hepb: '45',
  'hepatitis b': '45',
  hbv: '45',
  'hep a': '85',
  hepa: '85',
  'hepatitis a': '85',
  'hep a hep b': '104',
  hib: '17',
  'prp t': '48',
  'prp omp': '49',
  pcv: '152',
  pcv7: '100',
  pcv10: '177',
  pcv13: '133',
  pcv15: '215',
  pcv20: '216',
  pcv21: '327',
  ppsv23: '33',
  ppv23: '33',
  pneumococcal: '109',
  rotavirus: '122',
  rv: '122',
  rv1: '119',
  rv5: '116',
  hpv: '137',
  hpv2: '118',
  hpv4: '62',
  hpv9: '165',
  menacwy: '147',
  mcv4: '147',
  mcv: '147',
  mpsv4: '32',
  meningococcal: '108',
  menb: '164',
  'meningococcal b': '164',
  flu: '88',
  influenza: '88',
  'flu shot': '88',
  'seasonal flu': '88',
  laiv: '151',
  covid: '213',
  'covid 19': '213',
  zoster: '188',
  shingles: '188',
  rzv: '187',
  zvl: '121',
  rsv: '304',
  nirsevimab: '315',
  'yellow fever': '184',
  typhoid: '91',
  rabies: '90',
  cholera: '26',
  'japanese encephalitis': '129',
  bcg: '19',
  'dtap ipv': '130',
  'dtap hib': '50',
  'dtap ipv hib': '120',
  'dtap hepb ipv': '110',
  'dtap ipv hib hepb': '146',
  'hib hepb': '51',
  palivizumab: '93',
};

/** Lower case, one blank between words, without the words that say nothing. */
const plain = (text: string) =>
  text
    .toLowerCase()
    // Which dose it was: `MMR #2`, `2nd dose`, `dose 3`.
    .replace(/#\s*\d+|\b\d(st|nd|rd|th)\b|\bdose\s*\d+\b/g, ' ')
    .replace(/\bhep(atitis)?[\s.-]*([ab])\b/g, 'hep$2')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(
      /\b(vaccine|vaccination|immunization|shot|injection|dose|unspecified|formulation|nos|pf)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();

const kindOf = new Map(Object.entries(kinds).map(([words, cvx]) => [plain(words), cvx]));

interface Named {
  readonly words: string;
  readonly cvx: string;
  readonly mvx: string | undefined;
}

const trade: readonly Named[] = vaccineProducts.flatMap(({ cvx, tradeNames }) =>
  tradeNames.map(({ name, mvx }) => ({ words: plain(name), cvx, mvx })),
);

export function matchVaccineText(text: string): VaccineMatch {
  // What stands in brackets repeats or explains; it must not contradict.
  const [outside = '', ...inside] = text.split(/[()[\]]/);
  const readings = [outside, ...inside]
    .map((part) => matchWords(plain(part)))
    .filter((match) => match !== undefined);
  const codes = new Set(readings.flatMap((match) => ('cvx' in match ? [match.cvx] : match.candidates)));
  if (codes.size === 1) return readings.find((match) => 'cvx' in match) ?? { candidates: [...codes] };
  return agreed(readings) ?? { candidates: [...codes].sort() };
}

/** Reading by reading the narrower one holds, when the wider is a kind that includes it. */
function agreed(readings: readonly VaccineMatch[]): VaccineMatch | undefined {
  const product = readings.filter((match) => 'cvx' in match && match.by === 'trade name');
  if (product.length !== 1) return undefined;
  const [found] = product;
  if (!found || !('cvx' in found)) return undefined;
  const antigens = antigensOf(found.cvx);
  const others = readings.filter((match) => match !== found);
  const isSame = (match: VaccineMatch) => 'cvx' in match && antigensOf(match.cvx) === antigens;
  return others.every(isSame) ? found : undefined;
}

const antigensOf = (cvx: string) =>
  [...(vaccineProducts.find((product) => product.cvx === cvx)?.antigens ?? [])].sort().join(' ');

function matchWords(words: string): VaccineMatch | undefined {
  if (words === '') return undefined;
  const exact = trade.filter((named) => named.words === words);
  if (exact.length === 1 && exact[0]) return traded(exact[0]);
  // A name without its number or its strength: one product may bear it, or several (Prevnar, Gardasil).
  const begun = trade.filter((named) => named.words.startsWith(`${words} `));
  const both = [...new Set([...exact, ...begun].map(({ cvx }) => cvx))];
  if (both.length > 1) return { candidates: both.sort() };
  if (begun[0]) return traded(begun[0]);
  const kind = kindOf.get(words);
  if (kind !== undefined) return { cvx: kind, by: 'kind' };
  return undefined;
}

const traded = ({ cvx, mvx }: Named): VaccineMatch => ({
  cvx,
  by: 'trade name',
  ...(mvx === undefined ? {} : { mvx }),
});
