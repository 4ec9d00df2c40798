/** Seasons and windows that come back every year, laid around a day. Those that do not are left as they are. */
import { civilOf, type Day, dayOf } from './calendar-date.ts';

export interface Window {
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly yearly: boolean;
}

/** The season a day lies in or, after its end, the next one. */
export function seasonAround(season: Window | undefined, day: Day): Window | undefined {
  if (!season?.yearly) return season;
  const current = windowAround(season, day);
  return current.end !== undefined && day > current.end ? shifted(current, 1) : current;
}

/** The window that began last on or before a day; one without a beginning is laid by its end. */
export function windowAround(window: Window, day: Day): Window {
  const mark = window.start ?? window.end;
  if (!window.yearly || mark === undefined) return window;
  const years = civilOf(day).year - civilOf(mark).year;
  const thisYear = shifted(window, years);
  return (thisYear.start ?? thisYear.end ?? day) <= day ? thisYear : shifted(window, years - 1);
}

const shifted = ({ start, end, yearly }: Window, years: number): Window => ({
  start: start === undefined ? undefined : addYears(start, years),
  end: end === undefined ? undefined : addYears(end, years),
  yearly,
});

function addYears(day: Day, years: number): Day {
  const { year, month, date } = civilOf(day);
  return dayOf(year + years, month, date);
}
