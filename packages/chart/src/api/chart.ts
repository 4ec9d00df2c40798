/**
 * What the apps, the importer and the agents see of a chart: FHIR resources with who signed them and how
 * they stand. No event, tag or key crosses this line, and everything that does can be posted to a worker.
 */
import type { Resource } from '@keychart/fhir';
import type { AuditFilter, AuditLog } from './audit.ts';
import type {
  ChartQuery,
  Delivery,
  Draft,
  EntryId,
  LoadState,
  NewRecord,
  PatientId,
  QueryResult,
  Refusal,
  StaffRole,
  Unwatch,
  Version,
  WriteOutcome,
} from './entries.ts';
import type { LentAccess } from './lent-access.ts';
import type {
  CreatedPatient,
  KeyHandover,
  Likeness,
  NewPatient,
  PatientName,
  PatientRow,
  PatientSearchResult,
  PatientView,
  ShownKey,
} from './patients.ts';
import type {
  InvitationMade,
  NewInvitation,
  Policies,
  PoliciesView,
  ServiceAgent,
  ServiceChange,
  StaffChange,
  StaffOutcome,
  StaffView,
} from './staff.ts';

export type * from './audit.ts';
export type * from './entries.ts';
export type * from './lent-access.ts';
export type * from './patients.ts';
export type * from './server-log.ts';
export type * from './staff.ts';

export interface Practice {
  readonly name: string;
  /** IANA time zone, e.g. `America/Denver`. */
  readonly timeZone: string;
  readonly connection: string;
  /** Lines of the postal address. */
  readonly address?: readonly string[] | undefined;
  readonly phone?: string | undefined;
  /** Lines on top of what is printed, where they are other than name and address. */
  readonly letterhead?: readonly string[] | undefined;
}

/** Who is logged in. `npub` is there to be copied, never to be shown in a sentence. */
export interface Identity {
  readonly npub: string;
  readonly name: string;
  readonly kind: 'staff' | 'family';
  readonly role?: StaffRole;
  readonly permissions: readonly string[];
  /** Compartments this person can read: `desk`, `clin`, `msg`, `sens`. */
  readonly compartments: readonly string[];
  /** Works with the patients handed over by name, and with no others. */
  readonly namedPatients?: boolean;
}

/** Something that arrived and could not be taken into the chart; shown, counted, never dropped. */
export interface Problem {
  readonly id: string;
  readonly at: string;
  /** Which of the five reading checks failed. */
  readonly check: 'signature' | 'authority' | 'counterparty' | 'decryption' | 'content' | 'order';
  /** Plain words. */
  readonly reason: string;
  readonly patientId?: PatientId;
}

export interface ChartStatus {
  readonly connection: 'live' | 'catching-up' | 'offline' | 'refused';
  /** Plain words for `offline` and `refused`. */
  readonly detail?: string;
  /** Written here and not yet accepted by the relay. */
  readonly unsent: number;
  readonly refused: number;
  readonly problems: number;
  /** `3 days behind`: this device's clock, against the server's; absent while it is about right. */
  readonly clockOff?: string;
}

export interface OutboxItem {
  readonly version: string;
  readonly patientId?: PatientId;
  readonly resourceType: string;
  readonly label: string;
  readonly at: string;
  readonly delivery: Delivery;
  /** What was typed, so that nothing is lost when it is refused. */
  readonly resource?: Resource;
}

/** `until`: ISO instant. `beyondPolicy`: until then, even where the practice's policy ends it before. */
export type GuardianChange =
  | {
      readonly kind: 'add' | 'change';
      readonly npub: string;
      readonly name: string;
      readonly until?: string;
      readonly beyondPolicy?: boolean;
    }
  | { readonly kind: 'remove'; readonly npub: string };

export type RekeyOutcome =
  | {
      readonly ok: true;
      /** The new key, to be handed over; absent where the patient brought one. */
      readonly handover?: KeyHandover;
    }
  | Refusal;

/**
 * An open chart store: everything of one practice that this key may read.
 * Watch callbacks fire at once with what is known and again on every change; they are never called after
 * `Unwatch`. Writing stores first and returns; the outbox delivers.
 */
export interface Chart extends LentAccess {
  identity(): Promise<Identity>;
  practice(): Promise<Practice>;
  watchStatus(callback: (status: ChartStatus) => void): Promise<Unwatch>;

  /** Words in any order against name, birth date, phone, guardian, npub. Empty text: all, by name. */
  searchPatients(text: string, page?: { offset?: number; count?: number }): Promise<PatientSearchResult>;
  /** Fires when the list has changed; ask again. */
  watchPatients(callback: (total: number, state: LoadState) => void): Promise<Unwatch>;
  createPatient(input: NewPatient): Promise<{ ok: true; created: CreatedPatient } | Refusal>;

  /** A whole family at once: all of them or none. */
  createPatients(
    inputs: readonly NewPatient[],
  ): Promise<{ ok: true; created: readonly CreatedPatient[] } | Refusal>;
  /** Who might be the same person: same date of birth and a similar name before either alone; at most 10. */
  similarPatients(to: Likeness): Promise<readonly PatientRow[]>;
  /** Names of patients known here, in the order asked for; others are left out. */
  patientNames(patientIds: readonly PatientId[]): Promise<readonly PatientName[]>;
  /**
   * One person was entered twice: the survivor's chart shows the records of both. Nobody reads more for it but the
   * patient's own key of the survivor. Can be undone.
   */
  mergePatients(duplicate: PatientId, survivor: PatientId): Promise<WriteOutcome>;
  /** Two charts again; what was written meanwhile stays in the chart it was written in. */
  unmergePatient(duplicate: PatientId): Promise<WriteOutcome>;

  watchPatient(patientId: PatientId, callback: (view: PatientView) => void): Promise<Unwatch>;
  watch(patientId: PatientId, query: ChartQuery, callback: (result: QueryResult) => void): Promise<Unwatch>;
  query(patientId: PatientId, query: ChartQuery): Promise<QueryResult>;
  history(patientId: PatientId, id: EntryId): Promise<readonly Version[]>;

  write(patientId: PatientId, records: readonly NewRecord[]): Promise<WriteOutcome>;
  /** A whole new version, based on `version`; elements changed by somebody else meanwhile are kept. */
  correct(patientId: PatientId, id: EntryId, version: string, resource: Resource): Promise<WriteOutcome>;
  /** Changes top-level elements only (status, clinicalStatus, abatementDateTime, statusReason …). */
  updateStatus(patientId: PatientId, id: EntryId, changes: Record<string, unknown>): Promise<WriteOutcome>;
  /** Entered in error: off every list, kept in the history. */
  remove(patientId: PatientId, id: EntryId, reason: string): Promise<WriteOutcome>;

  /** Who beside the staff may read. Somebody removed stops reading at once; the others go on. */
  changeGuardians(patientId: PatientId, change: GuardianChange): Promise<WriteOutcome>;
  /**
   * A new key for a patient who lost theirs, had it stolen, or brings their own (`npub`). The old key stops reading
   * at once, the new one reads everything; signatures and history stay as they are.
   */
  rekeyPatient(patientId: PatientId, input?: { readonly npub?: string }): Promise<RekeyOutcome>;
  /** The key the practice holds for a patient, once more, to hand it over; noted in the access log with the reason. */
  showPatientKey(patientId: PatientId, reason: string): Promise<ShownKey>;
  /** The practice's copy of the patient's key goes, once it was handed over. */
  forgetPatientKey(patientId: PatientId): Promise<WriteOutcome>;

  watchStaff(callback: (view: StaffView) => void): Promise<Unwatch>;
  /** What `changeStaff` would do, without doing it. */
  previewStaff(change: StaffChange): Promise<StaffOutcome>;
  /** Stored at once, and in force when the relay has taken it; made again where another admin was faster. */
  changeStaff(change: StaffChange): Promise<StaffOutcome>;
  /** Asks the server, which keeps the agents' keys. */
  services(): Promise<{ readonly ok: true; readonly agents: readonly ServiceAgent[] } | Refusal>;
  changeService(change: ServiceChange): Promise<StaffOutcome>;
  /** Families too: the idle time holds for everybody. */
  watchPolicies(callback: (view: PoliciesView) => void): Promise<Unwatch>;
  /** Travels as a change of the staff does. */
  changePolicies(policies: Policies): Promise<StaffOutcome>;
  /** Completes itself on the device of any administrator once it is answered. */
  inviteStaff(input: NewInvitation): Promise<InvitationMade | Refusal>;
  withdrawInvitation(id: string): Promise<WriteOutcome>;
  /** Adds this administrator's approval to a proposal. */
  approveStaff(proposal: string): Promise<WriteOutcome>;

  /** The access log: of the practice (staff), or of one patient (whoever reads their chart). */
  /** The heads of the server's log this device has seen, one signed event a line; empty before there is one. */
  serverHeads(): Promise<string>;
  watchAudit(filter: AuditFilter, callback: (log: AuditLog) => void): Promise<Unwatch>;
  /** An export of one chart, or of several (no id), is noted by whoever makes it. */
  noteExport(what: string, patientId?: PatientId): Promise<void>;

  problems(patientId?: PatientId): Promise<readonly Problem[]>;
  outbox(): Promise<readonly OutboxItem[]>;
  retry(version: string): Promise<void>;
  /** Takes a refused item off the list; its text stays in the drafts. */
  dismiss(version: string): Promise<void>;

  saveDraft(patientId: PatientId, key: string, body: unknown): Promise<void>;
  draft(patientId: PatientId, key: string): Promise<Draft | undefined>;
  drafts(patientId?: PatientId): Promise<readonly Draft[]>;
  discardDraft(patientId: PatientId, key: string): Promise<void>;

  /** Wipes keys from memory and seals the store; every later call fails with `locked`. */
  lock(): Promise<void>;
}
