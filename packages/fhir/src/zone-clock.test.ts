import { expect, test } from 'vitest';
import { dateTimeIn, foreignZoneName, instantAt } from './zone-clock.ts';

const iso = (zone: string | undefined, local: string) => instantAt(zone, local)?.toISOString();

test('a time is that of a clock in the zone, whatever the device says', () => {
  expect(iso('America/Denver', '2026-11-22T08:00')).toBe('2026-11-22T15:00:00.000Z');
  expect(iso('America/Denver', '2026-07-22T08:00')).toBe('2026-07-22T14:00:00.000Z');
  expect(iso('Asia/Kathmandu', '2026-11-22T08:00')).toBe('2026-11-22T02:15:00.000Z');
  expect(iso('Pacific/Kiritimati', '2026-01-01T00:30')).toBe('2025-12-31T10:30:00.000Z');
  expect(iso('UTC', '2026-11-22T08:00:30')).toBe('2026-11-22T08:00:30.000Z');
});

test('an hour that comes twice is the first, one that is skipped is moved on', () => {
  expect(iso('America/Denver', '2026-11-01T01:30')).toBe('2026-11-01T07:30:00.000Z');
  expect(iso('America/Denver', '2026-03-08T02:30')).toBe('2026-03-08T09:30:00.000Z');
});

test('what is no time is none', () => {
  for (const text of ['', 'now', '2026-13-01T00:00']) expect(instantAt('UTC', text), text).toBeUndefined();
});

test('an instant is written on the clock of the zone', () => {
  const at = new Date('2026-11-22T15:00:42.900Z');
  expect(dateTimeIn('America/Denver', at)).toBe('2026-11-22T08:00:42-07:00');
  expect(dateTimeIn('America/St_Johns', at)).toBe('2026-11-22T11:30:42-03:30');
  expect(dateTimeIn('Asia/Kolkata', at)).toBe('2026-11-22T20:30:42+05:30');
  expect(dateTimeIn('UTC', at)).toBe('2026-11-22T15:00:42+00:00');
});

test('there and back, around every change of the clock', () => {
  for (const zone of ['America/Denver', 'Australia/Lord_Howe']) {
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const at = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
      const written = dateTimeIn(zone, at);
      expect(Date.parse(written), written).toBe(at.getTime());
      const found = instantAt(zone, written.slice(0, 16))!;
      expect(dateTimeIn(zone, found).slice(0, 16), zone).toBe(written.slice(0, 16));
    }
  }
});

test('the zone is named only where its clock shows another time than this device', () => {
  const at = new Date('2026-11-22T15:00:00Z');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(foreignZoneName(here, at)).toBeUndefined();
  expect(foreignZoneName(undefined, at)).toBeUndefined();
  expect([foreignZoneName('America/Denver', at), foreignZoneName('Asia/Tokyo', at)]).toContain(
    dateTimeIn(undefined, at) === dateTimeIn('America/Denver', at) ? 'Japan Standard Time' : 'Mountain Time',
  );
});
