import type { PatientIndexEntry } from '@keychart/protocol';
import { expect, test } from 'vitest';
import { type People, people } from '../state/people.ts';
import { wasFamily } from './was-family.ts';

const [P, before, mother, father, aunt, stranger] = ['a', 'b', 'c', 'd', 'e', 'f'].map((digit) =>
  digit.repeat(64),
) as [string, string, string, string, string, string];

const entry: PatientIndexEntry = {
  v: 1,
  ref: '0'.repeat(32),
  id: 'ida',
  P,
  g: { desk: 2 },
  oldP: [{ P: before, upTo: { desk: 0 } }],
  channels: [],
  status: 'active',
  guardians: [
    { pk: mother, name: 'Mother', until: 500, ends: 100 },
    { pk: father, name: 'Father', at: 300, removed: true },
    { pk: aunt, name: 'Aunt', until: 500, beyond: true },
  ],
};

function known(index?: PatientIndexEntry): People {
  const list = people();
  list.put('ida', P, index);
  return list;
}
const channel = (g: number, patientId: string | undefined = 'ida') => ({ patientId, c: 'desk', g });

test.each([
  ['the patient', P, 1, 10, true],
  ['a key the patient had, in its own generation', before, 0, 10, true],
  ['… and in a later one', before, 1, 10, false],
  ['the new key, in the old generation', P, 0, 10, false],
  ['a guardian, whose policy ends before the day set by hand', mother, 2, 99, true],
  ['… at the second it ends', mother, 2, 100, false],
  ['one who reads on after it', aunt, 2, 499, true],
  ['… until the day set by hand', aunt, 2, 500, false],
  ['somebody taken off, before', father, 2, 299, true],
  ['… and from that second on', father, 2, 300, false],
  ['anybody else', stranger, 2, 10, false],
])('by the patient index: %s', (_who, key, g, at, is) => {
  expect(wasFamily(known(entry), channel(g), key, at)).toBe(is);
});

test('without the index the entry itself is the proof; a patient not known has no family', () => {
  expect(wasFamily(known(), channel(0), stranger, 10)).toBe(true);
  expect(wasFamily(known(entry), channel(0, 'ben'), P, 10)).toBe(false);
  expect(wasFamily(known(entry), { c: 'desk', g: 0, patientId: undefined }, P, 10)).toBe(false);
});
