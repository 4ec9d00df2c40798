import { expect, test } from 'vitest';
import {
  endPoints,
  newKeyPoints,
  partlyReading,
  readsNow,
  removalPoints,
  replacedText,
} from './access-words.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const [mother, father, grandmother] = [
  { npub: 'npub1m', name: 'Mina Sample' },
  { npub: 'npub1f', name: 'Falk Sample', until: '2030-01-01T00:00:00Z' },
  { npub: 'npub1g', name: 'Gerda Sample', until: '2026-11-22T12:00:00Z' },
] as const;
const family = { patient: 'Kim', guardians: [mother, father, grandmother], heldHere: true };

test('reading ends at the instant named, not a moment later', () => {
  expect([mother, father, grandmother].map((each) => readsNow(each, now))).toEqual([true, true, false]);
  expect(readsNow(grandmother, now - 1)).toBe(true);
});

test('who goes and who stays is said by name; somebody whose time is over does not stay', () => {
  const points = removalPoints(father, family, now);
  expect(points[0]).toBe(
    'Falk Sample stops reading the record of Kim at once. A portal that is open is cut off.',
  );
  expect(points[1]).toBe('Mina Sample keeps reading, and needs to do nothing.');
});

test('the last guardian: who is left depends on who has the patient’s key', () => {
  const alone = { ...family, guardians: [mother] };
  expect(removalPoints(mother, alone, now)[1]).toBe(
    'Nobody else looks after this record in the portal then.',
  );
  expect(removalPoints(mother, { ...alone, heldHere: false }, now)[1]).toMatch(/Kim can still read it/);
});

test('a stolen key differs from a lost one in what cannot be taken back', () => {
  expect(newKeyPoints('stolen', family, now)[0]).toMatch(/cannot be taken back/);
  expect(newKeyPoints('lost', family, now)[0]).not.toMatch(/taken back/);
  expect(newKeyPoints('own', family, now)[2]).toBe(
    'What was signed stays signed. Mina Sample and Falk Sample keep reading.',
  );
  expect([0, 1, 3].map(replacedText)).toEqual([undefined, 'key replaced once', 'key replaced 3 times']);
});

test('of a merged chart: who reads one part only, and which', () => {
  const mother = { npub: 'm', name: 'Mother' };
  const father = { npub: 'f', name: 'Father' };
  const aunt = { npub: 'a', name: 'Aunt' };
  const over = { npub: 'o', name: 'Over', until: '2020-01-01T00:00:00Z' };
  const merged = { patientId: 'd', name: 'Ida', keyHandedOver: false, guardians: [mother, father, over] };
  const found = partlyReading({ guardians: [mother, aunt], merged: [merged] }, Date.now());
  expect(found.map(({ guardian, listed, facts }) => [guardian.name, listed, facts.split(' ')[0]])).toEqual([
    ['Father', false, 'only'],
    ['Aunt', true, 'not'],
  ]);
  expect(partlyReading({ guardians: [aunt] }, Date.now())).toEqual([]);
});

test('the end of a locum’s access, and of the confidential part only, promise different things', () => {
  expect(endPoints('Dr. Loan', 'Kim', false)[0]).toBe(
    'Dr. Loan stops reading and writing in the record of Kim at once. It leaves a screen that is open.',
  );
  expect(endPoints('Dr. Loan', 'Kim', true)[0]).toMatch(/the rest stays open to them/);
});
