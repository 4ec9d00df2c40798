/** Entries of a chart: what they are, how they are asked for, what becomes of what is written. Part of `chart.ts`. */
import type { Resource } from '@keychart/fhir';

export type ResourceType = Resource['resourceType'];

/** Opaque id of one resource in the chart (stable through corrections). */
export type EntryId = string;

/** FHIR id of a patient; never appears outside ciphertext. */
export type PatientId = string;

export type StaffRole = 'admin' | 'doctor' | 'nurse' | 'assistant' | 'frontdesk' | 'biller' | 'agent';

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

export interface NewRecord {
  readonly resource: Resource;
  readonly confidential?: boolean;
  readonly relatesTo?: { readonly id: EntryId; readonly as: Relation };
}

export interface Draft<T = unknown> {
  readonly key: string;
  readonly patientId: PatientId;
  readonly savedAt: string;
  readonly body: T;
}

export type Unwatch = () => void;

export type WriteOutcome =
  | { readonly ok: true; readonly ids: readonly EntryId[] }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly issues: readonly { path: string; message: string }[];
    };

export type Refusal = Extract<WriteOutcome, { ok: false }>;
