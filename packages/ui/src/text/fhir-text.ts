/** Codes, quantities and references of a resource as words to read. Pure. */
import { type CodeableConcept, displayConcept, type Quantity, type Reference } from '@keychart/fhir';

/** What the author wrote, else the first coding's display or code; undefined where there is nothing. */
export const conceptText = (concept: CodeableConcept | undefined): string | undefined =>
  displayConcept(concept) || undefined;

export const hasCode = (concept: CodeableConcept | undefined, code: string): boolean =>
  concept?.coding?.some((coding) => coding.code === code) ?? false;

const UNIT_WORDS: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  'kg/m2': 'kg/m²',
  '{score}': '',
  '1': '',
};

export function unitText(quantity: Quantity | undefined): string {
  const unit = quantity?.code ?? quantity?.unit ?? '';
  return UNIT_WORDS[unit] ?? quantity?.unit ?? unit;
}

/** The number as it was recorded, long fractions cut at two decimals, with `<`, `≥` … in front. */
export function quantityNumber(quantity: Quantity): string {
  if (quantity.value === undefined) return '';
  const digits = String(quantity.value);
  const number = /\.\d{3,}/.test(digits) ? String(Math.round(quantity.value * 100) / 100) : digits;
  return `${quantity.comparator ?? ''}${number}`;
}

export function quantityText(quantity: Quantity | undefined): string | undefined {
  if (quantity?.value === undefined) return undefined;
  return `${quantityNumber(quantity)} ${unitText(quantity)}`.trim();
}

/** The name a reference carries; a bare reference says nothing to a reader. */
export const referenceText = (reference: Reference | undefined): string | undefined => reference?.display;

export const firstUpper = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A reason given by the machinery as a sentence: capital at the start, full stop at the end. */
export const sentence = (text: string): string =>
  text === '' ? '' : firstUpper(/[.!?…]$/.test(text) ? text : `${text}.`);
