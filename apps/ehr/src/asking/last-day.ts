/** Access until a date means until that whole day is over in the practice's zone: the instant kept is the next midnight. Pure. */
import { instantAt } from '@keychart/fhir';
import { todayIn } from '@keychart/ui';

/**
 * @param day `2026-12-24`
 * @returns ISO instant of the midnight after it; undefined where it is no day.
 */
export function endOfDay(timeZone: string | undefined, day: string): string | undefined {
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(noon)) return undefined;
  if (new Date(noon).toISOString().slice(0, 10) !== day) return undefined;
  const next = new Date(noon + 86_400_000).toISOString().slice(0, 10);
  return instantAt(timeZone, `${next}T00:00`)?.toISOString();
}

/** The last calendar day, `2026-12-24`, on which access is still open. @param until ISO instant. */
export function lastDay(timeZone: string | undefined, until: string): string {
  return todayIn(timeZone, new Date(Date.parse(until) - 1000));
}
