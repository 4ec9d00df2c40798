/**
 * SNOMED CT identifiers: is a typed number one? Length, partition and the Verhoeff check digit, as the SNOMED CT release file
 * specification 6 has them. Whether a concept of that number exists is not known here; no content of SNOMED CT is included.
 */
import { type InputProblem, inputProblem } from '../input-problem.ts';

export const SNOMED_SYSTEM = 'http://snomed.info/sct';

export interface Sctid {
  readonly id: string;
  readonly kind: 'concept' | 'description' | 'relationship';
  /** The seven digits of an extension's namespace; absent for the international release. */
  readonly namespace?: string;
}

const KINDS: Readonly<Record<string, Sctid['kind']>> = {
  '0': 'concept',
  '1': 'description',
  '2': 'relationship',
};

/** Multiplication in the dihedral group of order 10. */
const times = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + (b - 5)) % 5) + 5;
  return b < 5 ? ((a - 5 - b + 5) % 5) + 5 : (a - b + 5) % 5;
};
/** The permutation of Verhoeff's scheme, applied once per place. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const permute = (digit: number, place: number): number => {
  let value = digit;
  for (let count = place % 8; count > 0; count -= 1) value = PERMUTATION[value]!;
  return value;
};

/** Does the last digit check the ones before it? */
export function hasVerhoeffCheckDigit(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let check = 0;
  for (let place = 0; place < digits.length; place += 1)
    check = times(check, permute(Number(digits[digits.length - 1 - place]), place));
  return check === 0;
}

/** @returns a problem that says what is wrong with a typed identifier: a slip of the finger shows in the check digit. */
export function parseSctid(text: string): Sctid | InputProblem {
  const id = text.trim();
  if (!/^[1-9]\d{5,17}$/.test(id)) return inputProblem('code', 'is not 6 to 18 digits');
  if (!hasVerhoeffCheckDigit(id)) return inputProblem('code', 'has a wrong check digit: is it mistyped?');
  const [format, component = ''] = id.slice(-3, -1);
  const kind = KINDS[component];
  const isExtension = format === '1';
  if (kind === undefined || (format !== '0' && !isExtension) || (isExtension && id.length < 11))
    return inputProblem('code', 'has a partition that no SNOMED CT component has');
  return { id, kind, ...(isExtension ? { namespace: id.slice(-10, -3) } : {}) };
}
