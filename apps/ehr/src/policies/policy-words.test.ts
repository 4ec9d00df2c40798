import { expect, test } from 'vitest';
import { isConfidentialByPolicy, policyLines, yearsOld } from './policy-words.ts';

const policies = { confidentialFrom: 12, confidentialCategories: ['behavioral', 'vitals'] };

test('a kind the policy names is confidential from the birthday on, and others never', () => {
  const on = (category: string, birthDate: string | undefined, today: string) =>
    isConfidentialByPolicy(policies, category, birthDate, today);
  expect(on('behavioral', '2012-06-10', '2024-06-09')).toBe(false);
  expect(on('behavioral', '2012-06-10', '2024-06-10')).toBe(true);
  expect(on('sick', '2012-06-10', '2024-06-10')).toBe(false);
  expect(on('vitals', undefined, '2024-06-10')).toBe(true);
  expect(isConfidentialByPolicy({}, 'behavioral', '2000-01-01', '2024-06-10')).toBe(false);
  // The practice has settled an age only: the usual kinds are meant.
  expect(isConfidentialByPolicy({ confidentialFrom: 12 }, 'substance-use', '2010-01-01', '2024-06-10')).toBe(
    true,
  );
  expect(isConfidentialByPolicy({ confidentialFrom: 12 }, 'sick', '2010-01-01', '2024-06-10')).toBe(false);
});

test('a leap day is a year older on March 1', () => {
  expect(yearsOld('2012-02-29', '2025-02-28')).toBe(12);
  expect(yearsOld('2012-02-29', '2025-03-01')).toBe(13);
});

test('policies read as sentences', () => {
  expect(policyLines({ guardianUntil: 18, idleMinutes: 1 })).toEqual([
    'Guardians stop reading on the 18th birthday, unless another day is set for one of them.',
    'Nothing is confidential unless it is marked.',
    'The apps lock after 1 minute without a touch.',
    'Keys made for patients are shown once and not kept.',
  ]);
  expect(policyLines({ guardianUntil: 21, ...policies }).slice(0, 3)).toEqual([
    'Guardians stop reading on the 21st birthday, unless another day is set for one of them.',
    'From the age of 12, these are confidential unless the mark is taken off: Behavioral health visit, Vitals.',
    'The apps lock after 15 minutes without a touch.',
  ]);
});
