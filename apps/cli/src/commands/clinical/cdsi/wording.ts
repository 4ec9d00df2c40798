/** Words of a CDSi release in the short forms of a compiled schedule: periods, dates, code lists. Throws on what it does not know. */
import { parsePeriod } from '@keychart/clinical/immunizations';

const UNITS: Readonly<Record<string, string>> = { day: 'd', week: 'w', month: 'm', year: 'y' };

/** `12 months - 4 days` to `12m-4d`. */
export function periodText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const short = text
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(\d+)(day|week|month|year)s?/g, (_, amount: string, unit: string) => amount + UNITS[unit]);
  parsePeriod(short);
  return short;
}

/** `20250701` or `01/31/1957` to `2025-07-01`, `1957-01-31`. */
export function dateText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (plain) return `${plain[1]}-${plain[2]}-${plain[3]}`;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american)
    return `${american[3]}-${(american[1] ?? '').padStart(2, '0')}-${(american[2] ?? '').padStart(2, '0')}`;
  throw new TypeError(`Not a date of the release: "${text}"`);
}

/** `100; 109;133` to three codes. */
export const codeList = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[;,]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');

/** `@6w..7y`, or nothing where neither end is set. `0d` as a beginning says nothing. */
export function rangeText(from: string | undefined, until: string | undefined): string {
  const begin = periodText(from);
  const end = periodText(until);
  if (begin === undefined && end === undefined) return '';
  return end === undefined ? `@${begin}` : `@${begin ?? ''}..${end}`;
}
