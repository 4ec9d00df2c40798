import type { AllergyIntolerance } from '@keychart/fhir';
import { expect, test } from 'vitest';
import type { EntryProps } from '../entry.ts';
import { allergyState } from './allergy-state.ts';

const signer = { name: 'Dr. Vega', role: 'doctor', me: false };

function entry(resource: Partial<AllergyIntolerance>): EntryProps<AllergyIntolerance> {
  return {
    id: JSON.stringify(resource),
    resource: {
      resourceType: 'AllergyIntolerance',
      patient: { reference: 'Patient/p' },
      ...resource,
    } as AllergyIntolerance,
    confidential: false,
    signer,
    signedAt: '2026-01-01T00:00:00Z',
    changedBy: signer,
    changedAt: '2026-01-01T00:00:00Z',
    versions: 1,
    conflict: false,
    delivery: { state: 'accepted' },
  };
}

const peanut = entry({ code: { text: 'Peanut' } });
const none = entry({ code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] } });
const gone = entry({ code: { text: 'Milk' }, clinicalStatus: { coding: [{ code: 'resolved' }] } });
const mistake = entry({
  code: { text: 'Egg' },
  verificationStatus: { coding: [{ code: 'entered-in-error' }] },
});

test('the three states are kept apart, and none of them is shown while it is not known', () => {
  expect(allergyState([], 'loading').kind).toBe('loading');
  expect(allergyState([], 'partial').kind).toBe('loading');
  expect(allergyState([none], 'partial').kind).toBe('loading');
  expect(allergyState([], 'complete').kind).toBe('not-asked');
  expect(allergyState([none], 'complete')).toMatchObject({ kind: 'none-known', words: 'No known allergies' });
  expect(allergyState([peanut], 'complete').kind).toBe('list');
});

test('an allergy is shown at once, even beside an old "none known" and before everything is loaded', () => {
  expect(allergyState([none, peanut], 'partial')).toMatchObject({
    kind: 'list',
    active: [{ id: peanut.id }],
  });
});

test('resolved allergies are listed as past, mistakes count as nothing', () => {
  expect(allergyState([gone], 'complete')).toMatchObject({
    kind: 'list',
    active: [],
    past: [{ id: gone.id }],
  });
  expect(allergyState([mistake], 'complete').kind).toBe('not-asked');
});
