import { expect, test } from 'vitest';
import { hasSlept } from './has-slept.ts';

test('a laptop that slept, shown or hidden before, is told from a hidden tab and a phone in a pocket', () => {
  const hour = 3_600_000;
  expect(hasSlept(hour, { seen: true, desk: true })).toBe(true);
  expect(hasSlept(hour, { seen: false, desk: true })).toBe(true);
  expect(hasSlept(hour, { seen: true, desk: false })).toBe(true);
  // The tab of a phone that went to the background: only the idle time counts.
  expect(hasSlept(hour, { seen: false, desk: false })).toBe(false);
  // Timers of a hidden tab come once a minute.
  expect(hasSlept(60_500, { seen: false, desk: true })).toBe(false);
  expect(hasSlept(5_000, { seen: true, desk: true })).toBe(false);
  // The clock was set back while it slept.
  expect(hasSlept(-hour, { seen: true, desk: false })).toBe(true);
});
