import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, compareFhirDates, parseFhirDate, parseFhirDateTime } from './index.ts';

describe('dates that stay dates', () => {
  it('reads full and partial dates, and no impossible ones', () => {
    expect(parseFhirDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parseFhirDate('2024-02')).toEqual({ year: 2024, month: 2 });
    expect(parseFhirDate('2024')).toEqual({ year: 2024 });
    for (const bad of ['2023-02-29', '2024-04-31', '2024-00', '2024-13', '0000', '24', '2024-2-1', ''])
      expect(parseFhirDate(bad), bad).toBeUndefined();
    expect(parseFhirDateTime('2024-02-29T23:59:60.5-05:30')).toEqual({
      year: 2024,
      month: 2,
      day: 29,
      hour: 23,
      minute: 59,
      second: 60,
      offset: -330,
    });
    for (const bad of [
      '2024-02-29T23:59',
      '2024-02-30T00:00:00Z',
      '2024-01-01T00:00:00',
      '2024-01-01T00:00:00+14:01',
    ])
      expect(parseFhirDateTime(bad), bad).toBeUndefined();
  });

  it('compares by what is known', () => {
    expect(compareFhirDates('2024-01-31', '2024-02-01')).toBe(-1);
    expect(compareFhirDates('2024-02', '2024-01-31')).toBe(1);
    expect(compareFhirDates('2024', '2024-05')).toBeUndefined();
    expect(compareFhirDates('2024-05', '2024-05')).toBe(0);
    expect(compareFhirDates('2024-05-01T10:00:00+02:00', '2024-05-01T08:00:00Z')).toBe(0);
    expect(compareFhirDates('2024-05-01', 'soon')).toBeUndefined();
  });

  it.each([
    ['2024-01-31', '2024-02-29', { days: 29, weeks: 4, months: 1, years: 0 }],
    ['2020-02-29', '2021-02-28', { days: 365, weeks: 52, months: 12, years: 1 }],
    ['2020-02-29', '2021-02-27', { days: 364, weeks: 52, months: 11, years: 0 }],
    ['2024-05-17', '2024-05-17', { days: 0, weeks: 0, months: 0, years: 0 }],
    ['2010-12-25', '2024-12-24', { days: 5113, weeks: 730, months: 167, years: 13 }],
    ['2024-01-01', '2024-01-15T23:59:00-08:00', { days: 14, weeks: 2, months: 0, years: 0 }],
  ])('a person born %s is on %s …', (birth, on, age) => {
    expect(ageOn(birth, on)).toEqual(age);
  });

  it('has no age for partial dates or before birth', () => {
    expect(ageOn('2020', '2024-01-01')).toBeUndefined();
    expect(ageOn('2020-01-01', '2024-01')).toBeUndefined();
    expect(ageOn('2024-01-02', '2024-01-01')).toBeUndefined();
  });

  it('counts days as a calendar does', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(() => addDays('2024-02', 1)).toThrow('date: not a full date');
    const day = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(day, fc.nat(9000), (start, n) => {
        const birth = addDays('2000-01-01', start);
        const age = ageOn(birth, addDays(birth, n))!;
        expect(age.days).toBe(n);
        expect(age.years).toBe(Math.floor(age.months / 12));
        expect(age.months).toBeGreaterThanOrEqual(Math.floor(n / 31));
      }),
    );
  });
});
