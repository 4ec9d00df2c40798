import { expect, test } from 'vitest';
import { dateText, instantsText, todayIn } from './practice-time.tsx';

test('calendar dates are never moved by a time zone', () => {
  expect(dateText('2024-05-17', { timeZone: 'Pacific/Kiritimati' })).toBe('May 17, 2024');
  expect(dateText('2024-05', { timeZone: 'America/Denver' })).toBe('May 2024');
  expect(dateText('2024')).toBe('2024');
});

test('instants are read in the zone of the practice', () => {
  const late = '2024-05-18T03:30:00Z';
  expect(dateText(late, { timeZone: 'America/Denver' })).toBe('May 17, 2024');
  expect(dateText(late, { timeZone: 'America/Denver', time: true }).replace(/\s/g, ' ')).toBe(
    'May 17, 2024, 9:30 PM',
  );
  expect(todayIn('America/Denver', new Date(late))).toBe('2024-05-17');
});

test('text that is no date comes back as it is', () => {
  expect(dateText('in childhood')).toBe('in childhood');
  expect(dateText(undefined)).toBe('');
});

test('a sentence somebody signed says its instants in the zone of the practice', () => {
  expect(instantsText('allowed, until 2026-11-22T23:00:33.000Z: fever', 'America/New_York')).toBe(
    'allowed, until Nov 22, 2026, 6:00 PM: fever',
  );
  expect(instantsText('since 2026-11-22, twice', 'UTC')).toBe('since 2026-11-22, twice');
});
