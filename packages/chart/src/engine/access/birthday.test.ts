import { expect, test } from 'vitest';
import { birthdayAt } from './birthday.ts';

const at = (...input: Parameters<typeof birthdayAt>) => {
  const seconds = birthdayAt(...input);
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
};

test('midnight of the birthday on the clock of the practice, in winter and in summer', () => {
  expect(at('2010-01-15', 18, 'America/Denver')).toBe('2028-01-15T07:00:00.000Z');
  expect(at('2010-07-15', 18, 'America/Denver')).toBe('2028-07-15T06:00:00.000Z');
  expect(at('2010-07-15', 18, 'UTC')).toBe('2028-07-15T00:00:00.000Z');
  // Clocks go forward at midnight there: the day begins at one.
  expect(at('2009-04-24', 1, 'Africa/Cairo')).toBe('2010-04-23T22:00:00.000Z');
});

test('a leap day, and dates of which only a part is known', () => {
  expect(at('2012-02-29', 18, 'UTC')).toBe('2030-03-01T00:00:00.000Z');
  expect(at('2012-02-29', 16, 'UTC')).toBe('2028-02-29T00:00:00.000Z');
  expect(at('2012-02', 18, 'UTC')).toBe('2030-03-01T00:00:00.000Z');
  expect(at('2012', 18, 'UTC')).toBe('2031-01-01T00:00:00.000Z');
  expect(at(undefined, 18, 'UTC')).toBeUndefined();
  expect(at('once', 18, 'UTC')).toBeUndefined();
});
