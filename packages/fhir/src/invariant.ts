/** The vocabulary in which the rules of invariants.ts and datatype-invariants.ts are written. */
import { compareFhirDates } from './fhir-date.ts';

export type Json = Record<string, unknown>;
/** key, is it fulfilled?, what must hold (completes "…: "). */
export type Invariant = readonly [key: string, holds: (o: Json) => boolean, text: string];

export const UCUM = 'http://unitsofmeasure.org';
export const TERM = 'http://terminology.hl7.org/CodeSystem';

/** Is an element there, as a value, a primitive's extension, or any type of a choice? */
export function has(o: Json, name: string): boolean {
  return o[name] !== undefined || o[`_${name}`] !== undefined || hasChoice(o, name);
}
export function hasChoice(o: Json, name: string): boolean {
  for (const key of Object.keys(o)) {
    const at = key.charCodeAt(0) === 0x5f ? 1 : 0;
    const next = key.charCodeAt(at + name.length);
    if (next >= 0x41 && next <= 0x5a && key.startsWith(name, at)) return true;
  }
  return false;
}
export const hasExactly = (o: Json, name: string): boolean =>
  o[name] !== undefined || o[`_${name}`] !== undefined;
export const list = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
    (v): v is Json => typeof v === 'object' && v !== null,
  );
export const codings = (concept: unknown): Json[] => list(concept).flatMap((c) => list(c.coding));
export const hasCoding = (concept: unknown, system: string, ...codes: string[]): boolean =>
  codings(concept).some((c) => c.system === system && codes.includes(String(c.code)));
export const among = (value: unknown, words: string): boolean => words.split(' ').includes(String(value));
export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const inOrder = (low: unknown, high: unknown): boolean =>
  typeof low !== 'string' || typeof high !== 'string' || compareFhirDates(low, high) !== 1;

export const needs = (key: string, name: string, other: string): Invariant => [
  key,
  (o) => !has(o, name) || has(o, other),
  `${name} needs ${other}`,
];
export const notBoth = (key: string, a: string, b: string): Invariant => [
  key,
  (o) => !(has(o, a) && has(o, b)),
  `${a} and ${b} exclude each other`,
];
export const oneOf = (key: string, ...names: string[]): Invariant => [
  key,
  (o) => names.some((name) => has(o, name)),
  `needs ${names.join(' or ')}`,
];
