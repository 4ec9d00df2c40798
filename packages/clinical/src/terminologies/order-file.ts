/**
 * The official ICD-10-CM order file (`icd10cm_order_2026.txt`), fixed columns: 1–5 number, 7–13 code without dot, 15 `1` when
 * billable and `0` for a heading, 17–76 short title, 78– long title. Only billable codes are taken.
 */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import type { CodeEntry } from './code-index.ts';

const LINE = /^(\d{5}) ([A-Z][0-9A-Z]{2,6}) *$/;

export interface OrderFile {
  readonly entries: readonly CodeEntry[];
  /** Headings that were passed over. */
  readonly headings: number;
}

/** @returns a problem naming the first line that does not fit; a file half read is not an edition. */
export function readOrderFile(text: string): OrderFile | InputProblem {
  const entries: CodeEntry[] = [];
  let headings = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const code = LINE.exec(line.slice(0, 14))?.[2];
    const flag = line[14];
    const short = line.slice(16, 76).trim();
    const long = line.slice(77).trim();
    if (code === undefined || (flag !== '0' && flag !== '1') || (short === '' && long === ''))
      return inputProblem(`line ${index + 1}`, 'is not a line of an ICD-10-CM order file');
    if (flag === '0') {
      headings += 1;
      continue;
    }
    const display = long === '' ? short : long;
    entries.push({
      code: withDot(code),
      display,
      ...(short === '' || short === display ? {} : { synonyms: [short] }),
    });
  }
  if (entries.length === 0)
    return inputProblem('file', 'has no billable code; is it an ICD-10-CM order file?');
  return { entries, headings };
}

/** `S06.0X0A` from `S060X0A`. */
export const withDot = (code: string): string =>
  code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
