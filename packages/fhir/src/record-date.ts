/** When a record happened, by its own words, as it was written; undefined where it does not say. Pure. */
import type { Resource } from './types.ts';

const DATES = [
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
  'startDate',
  'created',
  'issued',
  'recorded',
  'authored',
  'dateTime',
] as const;
const PERIODS = [
  'effectivePeriod',
  'period',
  'performedPeriod',
  'onsetPeriod',
  'occurrencePeriod',
  'billablePeriod',
] as const;

export function recordDate(resource: Resource): string | undefined {
  const fields = resource as unknown as Record<string, unknown>;
  for (const name of DATES) {
    if (typeof fields[name] === 'string') return fields[name];
  }
  for (const name of PERIODS) {
    const start = (fields[name] as { start?: unknown } | undefined)?.start;
    if (typeof start === 'string') return start;
  }
  return undefined;
}
