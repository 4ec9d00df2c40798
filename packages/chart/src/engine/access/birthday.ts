/** When somebody reaches an age: midnight of that birthday on the practice's clock. Pure. */

const DAY = 86_400;

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
  const midnight = Date.UTC(
    month === undefined ? turned + 1 : turned,
    month === undefined ? 0 : day === undefined ? Number(month) : Number(month) - 1,
    day === undefined ? 1 : Number(day),
  );
  return Number.isNaN(midnight) ? undefined : onClock(midnight / 1000, timeZone);
}

/** The instant at which a clock of the zone shows what one of UTC shows at `shown`, seconds. */
function onClock(shown: number, timeZone: string): number {
  const fits = [shown - ahead(shown - DAY, timeZone), shown - ahead(shown + DAY, timeZone)];
  return fits.find((instant) => instant + ahead(instant, timeZone) === shown) ?? Math.max(...fits);
}

/** Seconds by which the zone's clock is ahead of UTC. */
function ahead(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant * 1000);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const clock = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return clock / 1000 - instant;
}
