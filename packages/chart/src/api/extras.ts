/** What importers and agents need of an open chart beyond what the apps see. */
import type { Resource } from '@keychart/fhir';
import type {
  AuditNote,
  AuditVerdict,
  CreatedPatient,
  Entry,
  NewPatient,
  PatientId,
  Refusal,
} from './chart.ts';

export interface ChartExtras {
  /** The charter, this key's access and the patient list are here and complete. Rejects where access is refused. */
  ready(): Promise<void>;
  /** Nothing waits to be sent any more: accepted or refused. */
  settled(): Promise<void>;
  /** Writes into the access log what somebody did outside of this chart: an export, for instance. */
  note(note: AuditNote): Promise<void>;
  /** Reads the whole access log and answers what is missing, altered, reordered or forked in it. */
  verifyAudit(): Promise<AuditVerdict>;
  /** Loads the whole chart of one patient. */
  openPatient(patientId: PatientId): Promise<void>;
  allEntries(patientId: PatientId): readonly Entry[];
  /** Who was entered twice: every duplicate with the patient whose chart shows its records. */
  mergedPatients(): Promise<readonly { readonly duplicate: PatientId; readonly survivor: PatientId }[]>;
  createPatient(
    input: NewPatient & { at?: number },
  ): Promise<{ ok: true; created: CreatedPatient } | Refusal>;
  /** Writes what the chart does not hold yet, by type and FHIR id. `at`: seconds it was signed. */
  writeHistory(
    patientId: PatientId,
    records: readonly { readonly resource: Resource; readonly at?: number }[],
    onProgress?: (done: number) => void,
  ): Promise<{ taken: number; already: number; refused: { resource: Resource; reason: string }[] }>;
}
