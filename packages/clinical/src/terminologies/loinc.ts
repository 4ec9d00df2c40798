/** LOINC codes in use: names and UCUM units, loaded when first asked for, and the check digit of any typed LOINC code. */
import { buildCodeIndex, type CodeEntry, type CodeIndex } from './code-index.ts';

export interface LoincEntry extends CodeEntry {
  /** UCUM; absent for coded or text results. */
  readonly unit?: string;
}

/** The codes in use; for a name or unit of another one an import of LOINC would be needed. */
export async function loadLoinc(): Promise<readonly LoincEntry[]> {
  const { LOINC_CODES } = await import('./loinc-table.ts');
  return LOINC_CODES.trim()
    .split('\n')
    .map((line) => {
      const [code = '', display = '', unit = ''] = line.split('|').map((cell) => cell.trim());
      return { code, display, ...(unit === '' ? {} : { unit }) };
    });
}

export const loadLoincIndex = async (): Promise<CodeIndex> => buildCodeIndex(await loadLoinc());

/** Is it formed like a LOINC code, with the right check digit (modulus 10)? */
export function isLoincCode(text: string): boolean {
  const [, digits, check] = /^(\d{1,7})-(\d)$/.exec(text) ?? [];
  if (digits === undefined) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10 === Number(check);
}
