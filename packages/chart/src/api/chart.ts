/**
 * What the apps, the importer and the agents see of a chart: FHIR resources with who signed them and how
 * they stand. No event, tag or key crosses this line, and everything that does can be posted to a worker.
 */
import type { Resource } from '@keychart/fhir';
import type { LentAccess } from './lent-access.ts';
import type {
  CreatedPatient,
  Likeness,
  NewPatient,
  PatientName,
  PatientRow,
  PatientSearchResult,
  PatientView,
  ShownKey,
} from './patients.ts';

export type * from './lent-access.ts';
export type * from './patients.ts';

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

export type * from './staff.ts';

export type ResourceType = Resource['resourceType'];

/** Opaque id of one resource in the chart (stable through corrections). */
export type EntryId = string;
/** FHIR id of a patient; never appears outside ciphertext. */
export type PatientId = string;

export type StaffRole = 'admin' | 'doctor' | 'nurse' | 'assistant' | 'frontdesk' | 'biller' | 'agent';

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

/** Who signed a version, and that the signature and the signer's authority at that time were checked. */
export interface Signer {
  readonly name: string;
  readonly role: StaffRole | 'patient' | 'guardian';
  /** True when this is the person logged in. */
  readonly me: boolean;
}

/** How far a written version has travelled. */
export type Delivery =
  | { readonly state: 'stored' | 'sent' | 'accepted' }
  | { readonly state: 'refused'; readonly reason: string };

/** One resource as it stands now: the fold of its original and what was appended to it. */
export interface Entry<R extends Resource = Resource> {
  readonly id: EntryId;
  /** Id of the version shown; pass it back when correcting, so that concurrent edits are merged and shown. */
  readonly version: string;
  readonly patientId: PatientId;
  readonly resource: R;
  readonly confidential: boolean;
  /** First signer; ISO instant of the original. */
  readonly signer: Signer;
  readonly signedAt: string;
  /** Last change, equal to the first where nothing was appended. */
  readonly changedBy: Signer;
  readonly changedAt: string;
  readonly versions: number;
  /** Two people changed the same element at once: the later one shows, both are in the history. */
  readonly conflict: boolean;
  readonly removed?: { readonly by: Signer; readonly at: string; readonly reason: string };
  /** The entry this one belongs to (addendum to a note, result of an order, reply to a message). */
  readonly relatesTo?: { readonly id: EntryId; readonly as: Relation };
  readonly delivery: Delivery;
}

export type Relation = 'addendum' | 'result' | 'reply';

export interface Version {
  readonly version: string;
  readonly resource: Resource;
  readonly change: 'original' | 'correction' | 'status-update' | 'deletion';
  readonly signer: Signer;
  readonly at: string;
  readonly delivery: Delivery;
  readonly conflict: boolean;
}

/** A question to one patient's chart; every answer tells the total, so that no list silently ends. */
export interface ChartQuery {
  readonly types: readonly ResourceType[];
  /** Any of these codes (`system|code` or `code`) in `code`, `category` or `vaccineCode`. */
  readonly codes?: readonly string[];
  /** None of these codes, in the same places. */
  readonly without?: readonly string[];
  readonly relatesTo?: EntryId;
  readonly ids?: readonly EntryId[];
  /** Newest first by the resource's own date (effective, onset, authored, period …); `oldest` turns it round. */
  readonly order?: 'newest' | 'oldest';
  readonly offset?: number;
  /** Default 50, at most 1,000. */
  readonly count?: number;
  readonly includeRemoved?: boolean;
}

export interface QueryResult<R extends Resource = Resource> {
  readonly entries: readonly Entry<R>[];
  readonly total: number;
  /** `loading`: nothing known yet; `partial`: older entries still streaming in; `complete`: this is all. */
  readonly state: LoadState;
}

export type LoadState = 'loading' | 'partial' | 'complete';

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

/** What the access log tells apart. */
export type AuditAction = 'login' | 'open' | 'export' | 'grant' | 'break-glass' | 'refusal';

/** Which entries of the access log; without `patientId` those of the whole practice. Times are ISO instants. */
export interface AuditFilter {
  readonly patientId?: PatientId;
  /** Who did it. */
  readonly npub?: string;
  readonly action?: AuditAction;
  /** Without it everything ever noted is read, which takes its time for a whole practice. */
  readonly from?: string;
  readonly to?: string;
  readonly offset?: number;
  /** Default 50, at most 1,000. */
  readonly count?: number;
}

/** Who did what, when. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly by: Signer & { readonly npub: string };
  /** `other`: noted by another program. */
  readonly action: AuditAction | 'other';
  readonly patientId?: PatientId;
  /** Staff only. */
  readonly patientName?: string;
  /** It concerns confidential records; guardians never see one of these. */
  readonly confidential: boolean;
  readonly detail?: string;
}

/** What does not fit in somebody's chain of entries on one device; `from` and `to` are numbers in that chain. */
export interface AuditGap {
  readonly kind: 'missing' | 'altered' | 'reordered' | 'forked';
  readonly by: string;
  readonly npub: string;
  readonly from: number;
  readonly to: number;
}

export interface AuditLog {
  /** Newest first. */
  readonly lines: readonly AuditLine[];
  readonly total: number;
  readonly state: LoadState;
  /** Everybody who has entries in this range, by name: what a filter by person offers. */
  readonly people: readonly { readonly npub: string; readonly name: string }[];
  /** Staff, where the whole practice is asked for: whether the chains of this range are whole. */
  readonly trail?: { readonly entries: number; readonly chains: number; readonly gaps: readonly AuditGap[] };
  /** Entries of this device that the server has not taken, and entries that could not be read. */
  readonly waiting: number;
  readonly unreadable: number;
}

export interface Draft<T = unknown> {
  readonly key: string;
  readonly patientId: PatientId;
  readonly savedAt: string;
  readonly body: T;
}

export interface NewRecord {
  readonly resource: Resource;
  readonly confidential?: boolean;
  readonly relatesTo?: { readonly id: EntryId; readonly as: Relation };
}

/** `until`: ISO instant. */
export type GuardianChange =
  | { readonly kind: 'add' | 'change'; readonly npub: string; readonly name: string; readonly until?: string }
  | { readonly kind: 'remove'; readonly npub: string };

export type RekeyOutcome =
  | {
      readonly ok: true;
      /** The new key, to be handed over; absent where the patient brought one. */
      readonly handover?: { readonly npub: string; readonly nsec: string };
    }
  | Extract<WriteOutcome, { ok: false }>;

export type Unwatch = () => void;

export type WriteOutcome =
  | { readonly ok: true; readonly ids: readonly EntryId[] }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly issues: readonly { path: string; message: string }[];
    };

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
  createPatient(
    input: NewPatient,
  ): Promise<{ ok: true; created: CreatedPatient } | Extract<WriteOutcome, { ok: false }>>;

  /** A whole family at once: all of them or none. */
  createPatients(
    inputs: readonly NewPatient[],
  ): Promise<{ ok: true; created: readonly CreatedPatient[] } | Extract<WriteOutcome, { ok: false }>>;
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
  services(): Promise<
    { readonly ok: true; readonly agents: readonly ServiceAgent[] } | Extract<WriteOutcome, { ok: false }>
  >;
  changeService(change: ServiceChange): Promise<StaffOutcome>;
  /** Families too: the idle time holds for everybody. */
  watchPolicies(callback: (view: PoliciesView) => void): Promise<Unwatch>;
  /** Travels as a change of the staff does. */
  changePolicies(policies: Policies): Promise<StaffOutcome>;
  /** Completes itself on the device of any administrator once it is answered. */
  inviteStaff(input: NewInvitation): Promise<InvitationMade | Extract<WriteOutcome, { ok: false }>>;
  withdrawInvitation(id: string): Promise<WriteOutcome>;
  /** Adds this administrator's approval to a proposal. */
  approveStaff(proposal: string): Promise<WriteOutcome>;

  /** The access log: of the practice (staff), or of one patient (whoever reads their chart). */
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
