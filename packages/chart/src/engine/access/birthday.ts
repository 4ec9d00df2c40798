/** When somebody reaches an age: midnight of that birthday on the practice's clock. Pure. */
import { instantAt } from '@keychart/fhir';

/**
 * Seconds. Where only the year or month of birth is known, the first day on which the age is certain; a child born on
 * February 29 reaches it on March 1 of other years.
 *
 * @returns undefined where `birthDate` is no date.
 */
export function birthdayAt(
  birthDate: string | undefined,
  years: number,
  timeZone: string,
): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(birthDate ?? '') ?? [];
  if (year === undefined) return undefined;
  const turned = Number(year) + years;
  const date = Date.UTC(
    month === undefined ? turned + 1 : turned,
    month === undefined ? 0 : day === undefined ? Number(month) : Number(month) - 1,
    day === undefined ? 1 : Number(day),
  );
  const midnight = instantAt(timeZone, new Date(date).toISOString().slice(0, -1));
  return midnight && midnight.getTime() / 1000;
}
