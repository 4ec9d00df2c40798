/** Policies in sentences, and the kinds of records one of them names. Pure. */
import type { Policies } from '@keychart/chart';
import { policyDefaults } from '@keychart/chart/browser';
import { NOTE_TYPES } from '../notes/note-types.ts';

/** As `confidentialCategories` has it, with what people call it. */
export const CATEGORIES: readonly { readonly key: string; readonly label: string }[] = [
  ...NOTE_TYPES.map(({ key, label }) => ({ key, label })),
  { key: 'vitals', label: 'Vitals' },
];

/** What is named where the practice has an age but has not chosen. */
export const USUAL_CATEGORIES: readonly string[] = ['behavioral', 'reproductive', 'substance-use'];

export const categoriesOf = ({ confidentialCategories }: Policies): readonly string[] =>
  confidentialCategories ?? USUAL_CATEGORIES;

/** Full years between two calendar dates; undefined where the birth date is not a whole one. */
export function yearsOld(birthDate: string | undefined, today: string): number | undefined {
  if (birthDate === undefined || !/^\d{4}-\d\d-\d\d$/.test(birthDate)) return undefined;
  const had = today.slice(5) >= birthDate.slice(5);
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (had ? 0 : 1);
}

/** Is a record of this kind confidential unless somebody takes the mark off? An unknown age counts as old enough. */
export function isConfidentialByPolicy(
  policies: Policies,
  category: string,
  birthDate: string | undefined,
  today: string,
): boolean {
  const { confidentialFrom } = policies;
  if (confidentialFrom === undefined || !categoriesOf(policies).includes(category)) return false;
  return (yearsOld(birthDate, today) ?? confidentialFrom) >= confidentialFrom;
}

/** One line each, as they stand. */
export function policyLines(policies: Policies): readonly string[] {
  const {
    confidentialFrom,
    guardianUntil,
    idleMinutes = policyDefaults.idleMinutes,
    holdPatientKeys,
  } = policies;
  const named = CATEGORIES.filter(({ key }) => categoriesOf(policies).includes(key)).map(
    ({ label }) => label,
  );
  return [
    guardianUntil === undefined
      ? 'Guardians read until they are taken off, or until a day set for one of them.'
      : `Guardians stop reading on the ${ordinal(guardianUntil)} birthday, unless another day is set for one of them.`,
    confidentialFrom === undefined || named.length === 0
      ? 'Nothing is confidential unless it is marked.'
      : `From the age of ${confidentialFrom}, these are confidential unless the mark is taken off: ${named.join(', ')}.`,
    `The apps lock after ${idleMinutes} ${idleMinutes === 1 ? 'minute' : 'minutes'} without a touch.`,
    holdPatientKeys
      ? 'Keys made for patients are kept, encrypted, until they are handed over.'
      : 'Keys made for patients are shown once and not kept.',
  ];
}

function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
