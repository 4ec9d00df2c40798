/**
 * Calendar dates as whole days since 1970-01-01, and the date rules CALCDT-1…6 of CDC's CDSi logic specification 4.6, §3.4:
 * years and months first with the day held, a day that does not exist becomes the first of the next month, then weeks and days.
 * Proleptic Gregorian, no time of day, no zone.
 */

/** Whole days since 1970-01-01. */
export type Day = number;

/** An age or an interval: months (years folded in) and days (weeks folded in), either may be negative. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/** Days since 1970-01-01 of a civil date; the date must exist. */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1–12) and day of the month of a day number. */
export function civilOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days in a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 31);

/** Reads `YYYY-MM-DD`; undefined when it is written otherwise or is no real date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, date);
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** CALCDT-1…6: adds a period to a day. */
export function addPeriod(day: Day, { months, days }: Period): Day {
  if (months === 0) return day + days;
  const { year, month, date } = civilOf(day);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  const last = daysInMonth(newYear, newMonth);
  // CALCDT-5: 31 March + 6 months has no 31 September and becomes 1 October.
  const moved = date <= last ? dayOf(newYear, newMonth, date) : dayOf(newYear, newMonth, last) + 1;
  return moved + days;
}

const PERIOD = /^([+-]?\d+[ymwd])+$/;
const PER_UNIT = { y: [12, 0], m: [1, 0], w: [0, 7], d: [0, 1] } as const;

/** Reads the short form of a period: `6w`, `12m-4d`, `4y`, `5m+4w`. Throws on anything else: schedules are data we checked. */
export function parsePeriod(text: string): Period {
  if (!PERIOD.test(text)) throw new TypeError(`Not a period: "${text}" (expected such as 6w, 12m-4d, 5m+4w)`);
  let months = 0;
  let days = 0;
  for (const [, amount, unit] of text.matchAll(/([+-]?\d+)([ymwd])/g)) {
    const [perMonth, perDay] = PER_UNIT[unit as keyof typeof PER_UNIT];
    months += Number(amount) * perMonth;
    days += Number(amount) * perDay;
  }
  return { months, days };
}
