/** The three states of allergies, kept apart: none known (somebody said so), not asked yet, a list. Pure. */
import type { AllergyIntolerance } from '@keychart/fhir';
import type { EntryProps, LoadStateName } from '../entry.ts';
import { conceptText } from '../text/fhir-text.ts';
import { isCurrent } from './is-current.ts';

export type AllergyState =
  | { readonly kind: 'loading' }
  /** Nothing is recorded, and the record is complete: nobody has asked. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'none-known'; readonly words: string; readonly entry: EntryProps<AllergyIntolerance> }
  | {
      readonly kind: 'list';
      readonly active: readonly EntryProps<AllergyIntolerance>[];
      readonly past: readonly EntryProps<AllergyIntolerance>[];
    };

/** SNOMED CT codes for "no known …", as the International Patient Summary and US Core use them, and IPS's own. */
const NONE_KNOWN: Readonly<Record<string, string>> = {
  '716186003': 'No known allergies',
  '409137002': 'No known drug allergies',
  '428607008': 'No known environmental allergies',
  '429625007': 'No known food allergies',
  'no-allergy-info': 'No allergy information',
  'no-known-allergies': 'No known allergies',
};

export function allergyState(
  entries: readonly EntryProps<AllergyIntolerance>[],
  state: LoadStateName,
): AllergyState {
  const valid = entries.filter(
    ({ resource, removed }) =>
      removed === undefined && !isCode(resource.verificationStatus, 'entered-in-error', 'refuted'),
  );
  const real = valid.filter(({ resource }) => noneKnownWords(resource) === undefined);
  const active = real.filter(({ resource }) => isCurrent(resource));
  const past = real.filter((entry) => !active.includes(entry));
  if (active.length > 0) return { kind: 'list', active, past };
  if (state !== 'complete') return { kind: 'loading' };
  const none = valid.find(({ resource }) => noneKnownWords(resource) !== undefined);
  const words = none === undefined ? undefined : noneKnownWords(none.resource);
  if (none !== undefined && words === 'No allergy information') return { kind: 'not-asked' };
  if (none !== undefined && words !== undefined) return { kind: 'none-known', words, entry: none };
  return past.length > 0 ? { kind: 'list', active, past } : { kind: 'not-asked' };
}

export function noneKnownWords(allergy: AllergyIntolerance): string | undefined {
  for (const { code } of allergy.code?.coding ?? []) {
    if (code !== undefined && Object.hasOwn(NONE_KNOWN, code)) return NONE_KNOWN[code];
  }
  return /^no known (drug |food )?allerg/i.test(conceptText(allergy.code) ?? '')
    ? conceptText(allergy.code)
    : undefined;
}

function isCode(concept: AllergyIntolerance['clinicalStatus'], ...codes: string[]): boolean {
  return concept?.coding?.some(({ code }) => code !== undefined && codes.includes(code)) ?? false;
}
