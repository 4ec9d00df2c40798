/** A patient with the records held of them. */
import type { MergeLink, PatientIndexEntry } from '@keychart/protocol';
import type { PatientId } from '../api/chart.ts';
import type { PatientRecords } from './patient-records.ts';

export interface Person {
  readonly id: PatientId;
  /** Patient's public key. */
  readonly P: string;
  /** Staff only. */
  readonly index?: PatientIndexEntry;
  readonly records: PatientRecords;
  /** Of a duplicate: the patient whose chart shows these records. */
  readonly link?: Omit<MergeLink, 'id'>;
}
