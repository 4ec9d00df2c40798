/** The two ways in which what was composed goes out: records, and access of patients. Made in `write.ts`. */
import type { VerifiedEvent } from '@keychart/nostr';
import type { PatientIndexEntry } from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import type { Composed } from '../../record/compose-record.ts';
import type { Announcement } from '../access/enrol.ts';
import type { IndexItem } from '../state/logs.ts';

/** What the relay and the family have to get before records of a channel, and the index entry among it. */
export interface Announced {
  readonly patientId: PatientId;
  readonly events: readonly VerifiedEvent[];
  readonly index: readonly IndexItem[];
}

/** Signs, stores and shows; answers the ids of the records. */
export type Commit = (composed: readonly Composed[], announced: readonly Announced[]) => Promise<string[]>;

/** Announces the entries to relay and families, stores and shows them: all or none. */
export type Publish = (
  changes: readonly { readonly entry: PatientIndexEntry; readonly force: Announcement }[],
  /** Sent after them, in the same write. */
  more?: Announced,
) => Promise<void>;
