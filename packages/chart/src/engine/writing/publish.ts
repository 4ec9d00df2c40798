/** The two ways in which what was composed goes out: records, and access of patients. Made in `write.ts`. */
import type { VerifiedEvent } from '@keychart/nostr';
import type { PatientIndexEntry } from '@keychart/protocol';
import type { PatientId, WriteOutcome } from '../../api/chart.ts';
import type { Composed } from '../../record/compose-record.ts';
import type { Announcement } from '../access/enrol.ts';
import type { IndexItem } from '../state/logs.ts';
import type { Basis, Stale } from '../state/present-access.ts';

/** What the relay and the family have to get before records of a channel, and the index entry among it. */
export interface Announced {
  readonly patientId: PatientId;
  readonly events: readonly VerifiedEvent[];
  readonly index: readonly IndexItem[];
}

/** Signs, stores and shows; answers the ids of the records, or that what it was made from holds no more. */
export type Commit = (
  composed: readonly Composed[],
  announced: readonly Announced[],
  basis: Basis,
) => Promise<string[] | Stale>;

export interface AccessChange {
  readonly entry: PatientIndexEntry;
  readonly force: Announcement;
}

/**
 * Announces entries to relay and families, stores and shows them: all or none.
 * @param changes made from what is known when it is called, and called again where that has changed before it is stored;
 * a refusal, or that there is nothing to do, is answered.
 * @param more sent after them, in the same write.
 */
export type Publish = (
  changes: () => readonly AccessChange[] | WriteOutcome,
  more?: Announced,
) => Promise<WriteOutcome>;
