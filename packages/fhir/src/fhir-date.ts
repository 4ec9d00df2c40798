/**
 * FHIR date and dateTime values, kept as what they are: text with a precision. A date never becomes a moment: there is
 * no midnight and no zone in a birthday. R4 datatypes.html#date, #dateTime, #instant.
 */

export interface FhirDate {
  year: number;
  /** 1–12; absent when only the year is known. */
  month?: number;
  /** 1–31; absent when only the month is known. */
  day?: number;
}

export interface FhirDateTime extends FhirDate {
  /** Present only with a full date. */
  hour?: number;
  minute?: number;
  second?: number;
  /** Minutes east of UTC. */
  offset?: number;
}

/** Whole units of time lived; each counts the same span (a child of 1 year has 12 months, 52 weeks, 365 days). */
export interface Age {
  days: number;
  weeks: number;
  months: number;
  years: number;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?$/;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** `2024`, `2024-05` or `2024-05-17`; undefined for any other text and for days that do not exist. */
export function parseFhirDate(text: string): FhirDate | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const date: FhirDate = { year: Number(match[1]) };
  if (match[2] !== undefined) date.month = Number(match[2]);
  if (match[3] !== undefined) date.day = Number(match[3]);
  return exists(date) ? date : undefined;
}

/** A date, or a full date with time and zone; undefined for anything else. */
export function parseFhirDateTime(text: string): FhirDateTime | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return parseFhirDate(text);
  const number = (group: number): number => Number(match[group] ?? 0);
  const date = { year: number(1), month: number(2), day: number(3) };
  const time = { hour: number(4), minute: number(5), second: number(6) };
  const offset = number(8) * 60 + number(9);
  if (!exists(date) || !isTimeOfDay(time.hour, time.minute, time.second)) return undefined;
  if (number(9) > 59 || offset > 14 * 60) return undefined;
  return { ...date, ...time, offset: match[7] === '-' ? -offset : offset };
}

/** Is it a FHIR time of day (`hh:mm:ss`, leap second allowed, 24:00 not)? */
export function isFhirTime(text: string): boolean {
  const match = TIME.exec(text);
  return match !== null && isTimeOfDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

const isTimeOfDay = (hour: number, minute: number, second: number): boolean =>
  hour < 24 && minute < 60 && second <= 60;

function exists({ year, month, day }: FhirDate): boolean {
  if (year === 0) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/**
 * Which of two dates or dateTimes is earlier: -1, 0 or 1.
 * undefined when their precision does not tell (`2024` and `2024-05`) or one of them is not a date.
 */
export function compareFhirDates(a: string, b: string): -1 | 0 | 1 | undefined {
  const left = span(a);
  const right = span(b);
  if (left === undefined || right === undefined) return undefined;
  if (left.last < right.first) return -1;
  if (left.first > right.last) return 1;
  return left.first === right.first && left.last === right.last ? 0 : undefined;
}

/** First and last millisecond a value can mean. Dates without a zone may be a day's half either way from UTC. */
function span(text: string): { first: number; last: number } | undefined {
  const value = parseFhirDateTime(text);
  if (value === undefined) return undefined;
  if (value.hour !== undefined) {
    const moment = Date.parse(text.replace(':60', ':59'));
    return { first: moment, last: moment };
  }
  const lastMonth = value.month ?? 12;
  return {
    first: Date.UTC(value.year, (value.month ?? 1) - 1, value.day ?? 1),
    last: Date.UTC(value.year, lastMonth - 1, value.day ?? daysInMonth(value.year, lastMonth)) + 86_399_999,
  };
}

/**
 * Age on a date. Both are full dates (`2024-05-17`; the time part of a dateTime is ignored: the local date it was
 * written with counts). A month is full on the same day of the month, or on its last day where that day is missing; so
 * somebody born on 29 February has a birthday on 28 February in common years.
 * @returns undefined when either date is partial or wrong, or `on` is before birth.
 */
export function ageOn(birthDate: string, on: string): Age | undefined {
  const from = parseFhirDate(birthDate.slice(0, 10));
  const to = parseFhirDate(on.slice(0, 10));
  if (from?.month === undefined || from.day === undefined || to?.month === undefined || to.day === undefined)
    return undefined;
  const days =
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000;
  if (days < 0) return undefined;
  const monthDay = Math.min(from.day, daysInMonth(to.year, to.month));
  const months = (to.year - from.year) * 12 + (to.month - from.month) - (to.day < monthDay ? 1 : 0);
  return { days, weeks: Math.floor(days / 7), months, years: Math.floor(months / 12) };
}

/** `2024-05-17` plus whole days, by the calendar. Throws on a partial or wrong date: the argument is `date`. */
export function addDays(date: string, days: number): string {
  const value = parseFhirDate(date);
  if (value?.day === undefined || value.month === undefined)
    throw new RangeError(`date: not a full date: ${date}`);
  return new Date(Date.UTC(value.year, value.month - 1, value.day + days)).toISOString().slice(0, 10);
}

/** Days of a month of the Gregorian calendar; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
