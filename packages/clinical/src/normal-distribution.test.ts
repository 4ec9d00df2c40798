import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalAbove, normalBelow, normalQuantile, normalQuantileAbove } from './normal-distribution.ts';

test('has the values of the printed tables', () => {
  expect(normalBelow(0)).toBe(0.5);
  expect(normalBelow(1)).toBeCloseTo(0.8413447460685429, 14);
  expect(normalBelow(-1.959963984540054)).toBeCloseTo(0.025, 14);
  expect(normalAbove(3) / 0.0013498980316300946).toBeCloseTo(1, 12);
  expect(normalAbove(6) / 9.865876450376981e-10).toBeCloseTo(1, 12);
  expect(normalAbove(20) / 2.753624118606234e-89).toBeCloseTo(1, 12);
  expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 13);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1.1)).toBeNaN();
});

test('the series and the continued fraction meet', () => {
  expect(normalAbove(3 + 1e-12) / normalAbove(3 - 1e-12)).toBeCloseTo(1, 10);
});

test('the quantile undoes the distribution, far into the tail', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 36, noNaN: true }), (z) => {
      expect(normalQuantileAbove(normalAbove(z))).toBeCloseTo(z, 9);
      expect(normalQuantile(normalBelow(-z))).toBeCloseTo(-z, 9);
    }),
  );
});
