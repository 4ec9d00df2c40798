/** Does the newest index entry of a patient know what all of them say together, as far as lists and grants go? Pure. */
import { guardiansOf, namedReaderKey, namedReadersOf, type PatientIndexEntry } from '@keychart/protocol';

/** What lists and grants are made of. */
export function readersOf(entry: PatientIndexEntry): string {
  const guardians = guardiansOf(entry).map(({ pk, until, ends }) => [pk, until, ends].join(' '));
  const named = namedReadersOf(entry).map((line) => [namedReaderKey(line), line.until].join(' '));
  const into = entry.status === 'merged' ? entry.mergedInto : undefined;
  return JSON.stringify([entry.P, into, guardians.sort(), named.sort()]);
}

/** The newest entry was written by somebody who did not know all that the others say. */
export const isTorn = (together: PatientIndexEntry, newest: PatientIndexEntry): boolean =>
  readersOf(together) !== readersOf(newest);

export interface Torn {
  readonly together: PatientIndexEntry;
  readonly newest: PatientIndexEntry;
}
