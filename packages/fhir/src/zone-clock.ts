/** The clock on the wall of a time zone: what somebody there would type, as an instant, and back. Pure. */

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

/** Milliseconds by which the zone's clock is ahead of UTC at an instant. */
function offsetAt(timeZone: string | undefined, instant: number): number {
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which a clock in the zone shows a local time. An hour that comes twice means its first time; one that is
 * skipped is moved on by as much as the clock is.
 *
 * @param local `2026-11-22T08:00`, as a `datetime-local` field gives it.
 * @param timeZone IANA zone; undefined: the device's.
 * @returns undefined where `local` is no time.
 */
export function instantAt(timeZone: string | undefined, local: string): Date | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const day = 86_400_000;
  const before = asUtc - offsetAt(timeZone, asUtc - day);
  const after = asUtc - offsetAt(timeZone, asUtc + day);
  const fits = [before, after]
    .sort((a, b) => a - b)
    .find((instant) => instant + offsetAt(timeZone, instant) === asUtc);
  return new Date(fits ?? before);
}

/** An instant as FHIR writes it, on the zone's clock: `2026-11-22T08:00:00-07:00`. */
export function dateTimeIn(timeZone: string | undefined, instant: Date): string {
  const offset = offsetAt(timeZone, instant.getTime());
  const shown = new Date(Math.floor(instant.getTime() / 1000) * 1000 + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60_000;
  const pad = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${shown}${offset < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

/** `Mountain Time`, where a clock there shows another hour than this device does; undefined where it is the same. */
export function foreignZoneName(timeZone: string | undefined, at: Date): string | undefined {
  const instant = at.getTime();
  if (timeZone === undefined || offsetAt(timeZone, instant) === offsetAt(undefined, instant))
    return undefined;
  return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
}
