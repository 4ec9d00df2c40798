/** Ages of the schedules (`9mo`, `30mo`, `21y`, `5d`) and the calendar dates at which somebody reaches them. */
import { addDays, ageOn, daysInMonth } from '@keychart/fhir';

export interface ScheduleAge {
  readonly unit: 'd' | 'mo';
  readonly count: number;
}

/** Reads `5d`, `2w`, `9mo`, `12y`; throws for other text: the tables are ours. */
export function scheduleAge(text: string): ScheduleAge {
  const [, figure, unit] = /^(\d+)(d|w|mo|y)$/.exec(text) ?? [];
  if (figure === undefined) throw new RangeError(`text: ${text} is no age`);
  const count = Number(figure);
  if (unit === 'd' || unit === 'w') return { unit: 'd', count: unit === 'w' ? count * 7 : count };
  return { unit: 'mo', count: unit === 'y' ? count * 12 : count };
}

/** The day somebody born on `birthDate` reaches that age; on the month's last day where the day is missing. */
export function dateAtAge(birthDate: string, { unit, count }: ScheduleAge): string {
  return unit === 'd' ? addDays(birthDate, count) : addMonths(birthDate, count);
}

/** `2024-08-31` plus one month is `2024-09-30`. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDay = Math.min(day, daysInMonth(toYear, toMonth));
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(toDay)}`;
}

/** A full date that exists (the time part of a dateTime is passed over). */
export const isFullDate = (text: unknown): text is string =>
  typeof text === 'string' && ageOn(text, text) !== undefined;

/** Whole days from one date to another; negative backwards. Both are full dates. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;

/** `9 months`, `3 years`, `4 days`. */
export function ageLabel({ unit, count }: ScheduleAge): string {
  const plural = (figure: number, word: string) => `${figure} ${word}${figure === 1 ? '' : 's'}`;
  if (unit === 'd') return plural(count, 'day');
  return count >= 36 && count % 12 === 0 ? plural(count / 12, 'year') : plural(count, 'month');
}
