/** When a resource happened, by its own words: what lists are sorted by. */
import type { Resource } from '@keychart/fhir';

const dates = [
  'effectiveDateTime',
  'effectiveInstant',
  'occurrenceDateTime',
  'performedDateTime',
  'onsetDateTime',
  'authoredOn',
  'date',
  'start',
  'sent',
  'recordedDate',
  'started',
  'created',
  'issued',
  'recorded',
  'authored',
];
const periods = ['effectivePeriod', 'period', 'performedPeriod', 'onsetPeriod', 'occurrencePeriod'];

/** Milliseconds since 1970 for sorting only (a date counts as its first moment in UTC); `undefined` if it has none. */
export function clinicalTime(resource: Resource): number | undefined {
  const fields = resource as unknown as Record<string, unknown>;
  for (const name of dates) {
    const time = parsed(fields[name]);
    if (time !== undefined) return time;
  }
  for (const name of periods) {
    const time = parsed((fields[name] as { start?: unknown } | undefined)?.start);
    if (time !== undefined) return time;
  }
  return undefined;
}

function parsed(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
