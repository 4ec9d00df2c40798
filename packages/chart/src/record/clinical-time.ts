/** When a resource happened, by its own words: what lists are sorted by. */
import { type Resource, recordDate } from '@keychart/fhir';

/** Milliseconds since 1970 for sorting only (a date counts as its first moment in UTC); `undefined` if it has none. */
export function clinicalTime(resource: Resource): number | undefined {
  const time = Date.parse(recordDate(resource) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
