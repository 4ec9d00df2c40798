/** A record that passed the five reading checks, as the chart keeps it: decrypted, with what its event said. */
import type { Resource } from '@keychart/fhir';
import type { RecordLink } from '@keychart/protocol';
import type { PatientId } from '../api/chart.ts';

export interface StoredRecord {
  /** Event id. */
  readonly id: string;
  /** Empty: the practice as a whole, which only AuditEvents concern. */
  readonly patientId: PatientId;
  readonly kind: number;
  /** Public key of the signer. */
  readonly author: string;
  /** `created_at`, seconds. */
  readonly at: number;
  /** Compartment. */
  readonly c: string;
  readonly links: readonly RecordLink[];
  readonly resource: Resource;
}

/** A record or event that failed a check; kept apart, counted and shown. */
export interface StoredProblem {
  readonly id: string;
  readonly at: number;
  readonly kind: number;
  readonly check: 'signature' | 'authority' | 'counterparty' | 'decryption' | 'content' | 'order';
  readonly reason: string;
  readonly patientId?: PatientId;
}
