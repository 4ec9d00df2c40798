import { expect, test } from 'vitest';
import { endOfDay, lastDay } from './last-day.ts';

test.each([
  ['America/Denver', '2026-12-24', '2026-12-25T07:00:00.000Z'],
  ['America/Denver', '2026-03-07', '2026-03-08T07:00:00.000Z'],
  ['America/Denver', '2026-03-08', '2026-03-09T06:00:00.000Z'],
  ['Europe/Berlin', '2026-12-31', '2026-12-31T23:00:00.000Z'],
  ['Pacific/Auckland', '2026-02-28', '2026-02-28T11:00:00.000Z'],
])('in %s the day %s is over at %s, and comes back as that day', (zone, day, instant) => {
  expect(endOfDay(zone, day)).toBe(instant);
  expect(lastDay(zone, instant)).toBe(day);
});

test('what is no day has no end', () => {
  for (const text of ['', '2026-02-30', '2026-13-01', '24.12.2026', '2026-1-1'])
    expect(endOfDay('America/Denver', text)).toBeUndefined();
});
