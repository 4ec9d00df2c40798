/** Named readers of a patient, told of by two colleagues at once. */
import { expect, test } from 'vitest';
import { mergePatientIndex, namedReadersOf, type PatientIndexEntry } from './patient-index.ts';

const [locum, helper] = ['a'.repeat(64), 'b'.repeat(64)];
const entry = (...named: NonNullable<PatientIndexEntry['named']>): PatientIndexEntry => ({
  v: 1,
  ref: '0'.repeat(32),
  id: 'ida',
  P: 'c'.repeat(64),
  g: {},
  oldP: [],
  channels: [],
  status: 'active',
  guardians: [],
  named,
});

test('the later line of one access stands, whichever entry comes first', () => {
  const given = entry({ pk: locum, at: 10, until: 90 });
  const ended = entry({ pk: locum, at: 20, removed: true }, { pk: helper, c: 'sens', at: 5 });
  for (const merged of [mergePatientIndex(given, ended), mergePatientIndex(ended, given)])
    expect(namedReadersOf(merged)).toEqual([{ pk: helper, c: 'sens', at: 5 }]);
});

test('broken glass of a locum does not replace their other access', () => {
  const merged = mergePatientIndex(entry({ pk: locum, at: 10 }), entry({ pk: locum, c: 'sens', at: 20 }));
  expect(namedReadersOf(merged)).toHaveLength(2);
});

test('an entry without such readers stays as it was', () => {
  const { named: _none, ...plain } = entry();
  expect(mergePatientIndex(plain, plain)).toEqual(plain);
});
