/** Patients as the apps see them: the list, one chart's frame, who is new, who was entered twice. */
import type { Patient } from '@keychart/fhir';
import type { Delivery, Entry, LoadState, PatientId, Refusal, StaffRole } from './entries.ts';

/** One line of the patient list. */
export interface PatientRow {
  readonly patientId: PatientId;
  /** As to be read: given names then family. */
  readonly name: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly phone?: string;
  readonly guardians: readonly string[];
  readonly delivery: Delivery;
  /** A duplicate: its records are in that chart. Only among answers to words. */
  readonly mergedInto?: PatientName;
}

export interface PatientName {
  readonly patientId: PatientId;
  readonly name: string;
}

/** Another entry of the same person, whose records this chart shows. */
export interface MergedChart extends PatientName {
  readonly birthDate?: string;
  readonly sex?: string;
  /** ISO instant. */
  readonly mergedAt?: string;
  readonly guardians: PatientView['guardians'];
  /** Somebody has the key made for this entry: it reads what was in this entry, and nothing of the other. */
  readonly keyHandedOver: boolean;
}

/** `until`: ISO instant. */
export interface NamedReader {
  readonly npub: string;
  readonly name: string;
  readonly role?: StaffRole;
  readonly until?: string;
  /** Reads the confidential part, and that only by this. */
  readonly confidential: boolean;
}

/** A patient's key to be handed over. `held`: the practice keeps it, encrypted, and can show it again. */
export interface KeyHandover {
  readonly npub: string;
  readonly nsec: string;
  readonly held: boolean;
}

export interface PatientSearchResult {
  readonly rows: readonly PatientRow[];
  readonly total: number;
  readonly state: LoadState;
  /** Patients whose names are still on their way, while the list is not `complete`; absent where none are known of. */
  readonly coming?: number;
}

export interface PatientView {
  readonly patientId: PatientId;
  readonly entry: Entry<Patient> | undefined;
  readonly state: LoadState;
  readonly counts: { readonly entries: number; readonly unreadable: number; readonly unsent: number };
  /**
   * `byPolicy`: this end is the birthday of the practice's policy; `set`: the end set by hand, ISO; `beyondPolicy`: it
   * holds though it lies after that birthday.
   */
  readonly guardians: readonly {
    readonly npub: string;
    readonly name: string;
    readonly until?: string;
    readonly byPolicy?: boolean;
    readonly set?: string;
    readonly beyondPolicy?: boolean;
  }[];
  /** ISO instant at which guardians stop reading by the practice's policy. Staff only. */
  readonly guardiansEnd?: string;
  /** Staff who read this patient by name: locums, and whoever was lent the confidential part. Absent for them. */
  readonly namedReaders?: readonly NamedReader[];
  /**
   * The patient's own key; `heldHere`: made by the practice and not yet handed over; `heldByOthers`: somebody who has
   * left since could have copied it. Staff only.
   */
  readonly key?: {
    readonly npub: string;
    readonly heldHere: boolean;
    readonly heldByOthers?: boolean;
    readonly replaced: number;
  };
  /** Merged into this chart, the latest last; absent where none are. */
  readonly merged?: readonly MergedChart[];
  /** This is a duplicate: go there. */
  readonly mergedInto?: PatientName;
}

/** As in `GuardianChange`. By `patientId`: a patient of this practice, whose own key it is. */
export type NewGuardian = {
  readonly name: string;
  readonly until?: string;
  readonly beyondPolicy?: boolean;
} & ({ readonly npub: string } | { readonly patientId: PatientId });

export interface NewPatient {
  readonly patient: Patient;
  readonly guardians?: readonly NewGuardian[];
  /** The patient's own, as they brought it. Without: one is made here. */
  readonly npub?: string;
}

export interface CreatedPatient {
  readonly patientId: PatientId;
  /**
   * The patient's own key, to be handed over; absent where they brought one. The practice keeps it encrypted until
   * then, where its policy says so.
   */
  readonly handover?: KeyHandover;
}

/** What one knows of somebody who may be in the practice already. */
export interface Likeness {
  readonly given: string;
  readonly family: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  /** Not this one. */
  readonly except?: PatientId;
}

export type ShownKey = { readonly ok: true; readonly handover: KeyHandover } | Refusal;
