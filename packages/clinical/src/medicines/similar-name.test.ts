import { expect, test } from 'vitest';
import { similarDrugName } from './drug.ts';
import { similarName } from './similar-name.ts';

const names = ['amoxicillin', 'codeine', 'ibuprofen', 'celexa', 'celebrex', 'clonidine', 'clonazepam'];

test.each([
  ['amoxicilin', 'amoxicillin'],
  ['amoxcilin', 'amoxicillin'],
  ['ibuprofin', 'ibuprofen'],
  ['ibuporfen', 'ibuprofen'],
  ['iodine', undefined],
  ['peanuts', undefined],
  ['code', undefined],
])('%s may mean %s', (text, meant) => {
  expect(similarName(text, names)).toBe(meant);
});

test('two names as near as each other are none', () => {
  expect(similarName('clonidin', ['clonidine', 'clonidina'])).toBeUndefined();
});

test('what is known to be no drug suggests none', () => {
  for (const text of [
    'latex',
    'peanut',
    'peanuts',
    'shellfish',
    'pollen',
    'eggs',
    'milk',
    'dust mites',
    'adhesive tape',
    'iodine',
  ])
    expect(similarDrugName(text), text).toBeUndefined();
});
