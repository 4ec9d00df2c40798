/** The access log as screens see it. Part of `chart.ts`. */
import type { LoadState, PatientId, Signer } from './entries.ts';
import type { ServerLog } from './server-log.ts';

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
  /** Members, where the whole practice is asked for: the server's own log, by the heads seen here. */
  readonly server?: ServerLog;
  /** Entries of this device that the server has not taken, and entries that could not be read. */
  readonly waiting: number;
  readonly unreadable: number;
}

/** `confidential`: what it tells must not reach guardians. `detail`: plain words, no clinical content. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly patientId?: PatientId;
  readonly confidential?: boolean;
  readonly detail?: string;
}

/** What does not fit in an author's chain; read by administrators and by `keychart audit verify`. */
export interface AuditFinding {
  readonly kind: 'missing' | 'altered' | 'reordered' | 'forked';
  readonly author: string;
  readonly device: string;
  /** Numbers concerned, first and last. */
  readonly from: number;
  readonly to: number;
  /** Entries that show it. */
  readonly ids: readonly string[];
}

export interface AuditVerdict {
  readonly entries: number;
  readonly chains: number;
  readonly findings: readonly AuditFinding[];
}
