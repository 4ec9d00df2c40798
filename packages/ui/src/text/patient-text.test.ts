import { expect, test } from 'vitest';
import { initialsOf } from './patient-text.ts';

test.each([
  ['Dr. Mireille Vega', 'MV'],
  ['Priya Fernwood, RN', 'PF'],
  ['Suki Larkspur, MA', 'SL'],
  ['Maximiliana-Alexandrina Wilhelmina Featherstonehaugh-Cholmondeley', 'MF'],
  ['Baby (unnamed) Starling', 'BS'],
  ['Ünal', 'Ü'],
  ['נועה בן־דוד', 'נב'],
  ['', ''],
])('the initials of %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
