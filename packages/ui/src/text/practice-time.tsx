/** Dates and times as the practice reads them: instants in its zone, calendar dates as they are written. */
import { parseFhirDateTime } from '@keychart/fhir';
import { createContext, useContext } from 'react';

const Zone = createContext<string | undefined>(undefined);
export const PracticeTime = Zone.Provider;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** `May 17, 2024`, `May 2024`, `2024`, with `time` also `May 17, 2024, 9:05 AM`. Text that is no date comes back as it is. */
export function dateText(
  value: string | undefined,
  options: { timeZone?: string | undefined; time?: boolean } = {},
): string {
  if (value === undefined) return '';
  const date = parseFhirDateTime(value);
  if (date === undefined) return value;
  if (date.hour !== undefined) return format(options.time === true, options.timeZone).format(new Date(value));
  if (date.month === undefined) return String(date.year);
  const month = MONTHS[date.month - 1];
  return date.day === undefined ? `${month} ${date.year}` : `${month} ${date.day}, ${date.year}`;
}

function format(time: boolean, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${time} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    ...(time ? { timeStyle: 'short' } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  formats.set(key, made);
  return made;
}

/** The practice's time zone, undefined before it is known (then the device's counts). */
export const usePracticeZone = (): string | undefined => useContext(Zone);

/** A date in the practice's zone, as `<time>`. */
export function When({ date, time = false }: { readonly date: string | undefined; readonly time?: boolean }) {
  const timeZone = usePracticeZone();
  return date === undefined ? null : <time dateTime={date}>{dateText(date, { timeZone, time })}</time>;
}

const INSTANT = /\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

/** A sentence somebody's program signed, with its instants as the practice reads them: `until May 17, 2024, 9:05 AM`. */
export const instantsText = (sentence: string, timeZone: string | undefined): string =>
  sentence.replace(INSTANT, (instant) => dateText(instant, { timeZone, time: true }));

/** Today's calendar date in a zone, `2024-05-17`. */
export function todayIn(timeZone: string | undefined, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    dateStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return parts.format(now);
}
