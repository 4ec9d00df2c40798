import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod, civilOf, dayOf, formatDay, parseDay, parsePeriod } from './calendar-date.ts';

const after = (from: string, period: string) => formatDay(addPeriod(parseDay(from)!, parsePeriod(period)));

describe('calendar dates', () => {
  it('adds years and months with the day held, then weeks and days (CALCDT-1…4, -6)', () => {
    expect(after('2000-01-01', '3y')).toBe('2003-01-01');
    expect(after('2000-11-01', '6m')).toBe('2001-05-01');
    expect(after('2000-02-01', '5w')).toBe('2000-03-07');
    expect(after('2001-02-01', '5w')).toBe('2001-03-08');
    expect(after('2000-01-15', '-4d')).toBe('2000-01-11');
    expect(after('2000-01-31', '6m-4d')).toBe('2000-07-27');
    expect(after('2020-03-10', '5m+4w')).toBe('2020-09-07');
  });

  it('moves a day that does not exist to the first of the next month (CALCDT-5)', () => {
    expect(after('2000-03-31', '6m')).toBe('2000-10-01');
    expect(after('2010-08-31', '6m')).toBe('2011-03-01');
    expect(after('2023-08-31', '6m')).toBe('2024-03-01');
    expect(after('2024-01-31', '1m-4d')).toBe('2024-02-26');
  });

  it('lets a child of 29 February have birthdays on 1 March, and on the day in a leap year', () => {
    expect(after('2024-02-29', '1y')).toBe('2025-03-01');
    expect(after('2024-02-29', '4y')).toBe('2028-02-29');
    expect(after('2024-02-29', '12m-4d')).toBe('2025-02-25');
    expect(after('1896-02-29', '4y')).toBe('1900-03-01');
  });

  it('goes back over months too', () => {
    expect(after('2024-03-31', '-1m')).toBe('2024-03-01');
    expect(after('2024-01-15', '-13m')).toBe('2022-12-15');
  });

  it('reads only real dates written YYYY-MM-DD', () => {
    for (const wrong of ['2023-02-29', '2024-2-1', '2024-13-01', '20240101', '2024-00-10', '2024-01-00', ''])
      expect(parseDay(wrong)).toBeUndefined();
    expect(parseDay('1970-01-01')).toBe(0);
  });

  it('refuses a period it cannot read', () => {
    for (const wrong of ['', '6', 'w', '6 w', '6w-', 'six', '6h'])
      expect(() => parsePeriod(wrong)).toThrow(TypeError);
    expect(parsePeriod('1y+2m-3w')).toEqual({ months: 14, days: -21 });
  });

  it('agrees with the calendar of the platform on any day from 1800 to 2200', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000, max: 84_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(civilOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          date: date.getUTCDate(),
        });
        const { year, month, date: number } = civilOf(day);
        expect(dayOf(year, month, number)).toBe(day);
      }),
    );
  });
});
