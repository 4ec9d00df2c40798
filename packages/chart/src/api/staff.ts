/** The people and programs of a practice as screens see them: staff, invitations, policies, services. Part of `chart.ts`. */
import type { PatientId, Refusal, StaffRole } from './entries.ts';

/** Somebody on the staff list. Times are ISO instants. */
export interface StaffMember {
  readonly npub: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly permissions: readonly string[];
  readonly compartments: readonly string[];
  readonly from: string;
  readonly until?: string;
  /** `ended`: suspended, or the end of a locum's time has come. */
  readonly state: 'active' | 'upcoming' | 'ended';
  /** Somebody for named patients: these, as far as this login knows them. */
  readonly patients?: readonly { readonly patientId: PatientId; readonly until?: string }[];
  /** One of those who may change the staff; only the practice's root key changes who they are. */
  readonly admin: boolean;
  readonly me: boolean;
}

export interface StaffView {
  readonly members: readonly StaffMember[];
  /** Taken off the list, the latest first; what they signed stays in the charts. */
  readonly former: readonly {
    readonly npub: string;
    readonly name: string;
    readonly role: StaffRole;
    readonly from: string;
    readonly until: string;
  }[];
  /** Why this login may not change the staff; absent where it may. */
  readonly whyNot?: string;
  /** Compartments whose keys somebody still has whose time has run out: renewed with the next change. */
  readonly renewalDue: readonly string[];
  /** Changes of other administrators and one's own that wait for approvals. */
  readonly proposals: readonly StaffProposal[];
  /** Newest first; for administrators only. */
  readonly invitations: readonly StaffInvitation[];
  /** The change under way; `refused` stays until another one is made. */
  readonly pending?: {
    readonly change: StaffChange;
    readonly state: 'waiting' | 'refused';
    readonly reason?: string;
  };
}

/** Times are ISO instants. */
export interface StaffInvitation {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  /** For so many named patients only; absent: all. */
  readonly patients?: number;
  readonly by: string;
  readonly made: string;
  readonly expires: string;
  /** `accepted`: answered and being completed; `stopped`: answered, and `reason` says why it goes no further. */
  readonly state: 'unsent' | 'sent' | 'accepted' | 'stopped' | 'used' | 'expired' | 'withdrawn';
  readonly reason?: string;
}

export interface NewInvitation {
  readonly name: string;
  readonly role: StaffRole;
  readonly permissions?: readonly string[];
  readonly compartments?: readonly string[];
  /** End of the membership. */
  readonly until?: string;
  /** Only these patients, until that day: handed over when the person is let in. Absent: all. */
  readonly patients?: readonly PatientId[];
  /** End of the invitation; in three days unless told. */
  readonly expires?: string;
}

/** `token`: for the fragment of a link; not kept anywhere, and no key to any record. */
export interface InvitationMade {
  readonly ok: true;
  readonly id: string;
  readonly token: string;
  readonly expires: string;
}

/** A charter that takes effect once enough other administrators have approved it. */
export interface StaffProposal {
  readonly id: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly approvals: number;
  readonly needed: number;
  /** Mine to approve: somebody else's, and not approved by me yet. */
  readonly mayApprove: boolean;
  readonly changes: readonly {
    readonly kind: 'added' | 'removed' | 'changed';
    readonly npub: string;
    readonly name: string;
    readonly role: StaffRole;
  }[];
  /** Compartments that get new keys. */
  readonly renewed: readonly string[];
  /** As they would be, where they change. */
  readonly policies?: Policies;
}

/** `until`: ISO instant. Without `permissions` or `compartments` the role's own. */
export type StaffChange =
  | {
      readonly kind: 'add' | 'change';
      readonly npub: string;
      readonly name: string;
      readonly role: StaffRole;
      readonly permissions?: readonly string[];
      readonly compartments?: readonly string[];
      readonly until?: string;
      /** Only what is written under the present keys. */
      readonly noHistory?: boolean;
      /** Only these patients, until that day: handed over when the change is in force. Absent: all. */
      readonly patients?: readonly PatientId[];
      /** Id of the invitation this completes. */
      readonly invitation?: string;
    }
  | { readonly kind: 'suspend' | 'resume' | 'remove'; readonly npub: string }
  /** The same line of the list under another key; the old one stops reading at once. */
  | { readonly kind: 'replace'; readonly npub: string; readonly by: string }
  /** New keys of these compartments for everybody who stays. */
  | { readonly kind: 'renew'; readonly compartments: readonly string[] }
  | { readonly kind: 'policies'; readonly policies: Policies };

/** What the practice has settled; what is absent, it has not. Ages in years. */
export interface Policies {
  /** From this age records of `confidentialCategories` are confidential unless somebody takes the mark off. */
  readonly confidentialFrom?: number;
  readonly confidentialCategories?: readonly string[];
  /** Birthday at which guardians stop reading for whom no other day was set. */
  readonly guardianUntil?: number;
  /** Minutes until the apps lock; else `policyDefaults.idleMinutes`. */
  readonly idleMinutes?: number;
  /** Keys made for patients are kept until they are handed over; else they are shown once. */
  readonly holdPatientKeys?: boolean;
}

export interface PoliciesView {
  readonly policies: Policies;
  /** Why this login may not change them; absent where it may. */
  readonly whyNot?: string;
  /** The change of them under way; `refused` stays until another change of the staff is made. */
  readonly pending?: {
    readonly policies: Policies;
    readonly state: 'waiting' | 'refused';
    readonly reason?: string;
  };
}

/** A program on the practice's server with a key of its own, for one kind of work. */
export interface ServiceAgent {
  readonly id: string;
  readonly service: 'billing' | 'reminders' | 'fhir';
  readonly name: string;
  readonly npub: string;
  /** ISO instant. */
  readonly createdAt: string;
  /** What it reads, by its kind of work. */
  readonly compartments: readonly string[];
  /** Only what is written under the present keys. */
  readonly noHistory: boolean;
  /** Only these, with all of their history; absent: all patients. */
  readonly patients?: readonly PatientId[];
  /** `unfinished`: it has a key, and the practice's list of keys does not name it yet, or still the one before. */
  readonly state: 'active' | 'unfinished';
}

/** `finish`: let in an agent whose making or whose new key was cut off half-way. */
export type ServiceChange =
  | {
      readonly kind: 'add';
      readonly service: ServiceAgent['service'];
      readonly name: string;
      /** Only these (`fhir`); absent: all. */
      readonly patients?: readonly PatientId[];
    }
  /** Those it reads from now on, of a service for some patients only. */
  | { readonly kind: 'patients'; readonly id: string; readonly patients: readonly PatientId[] }
  | { readonly kind: 'finish' | 'rotate' | 'revoke'; readonly id: string };

export type StaffOutcome =
  | {
      readonly ok: true;
      /** Compartments that get new keys, and how many people are handed keys. */
      readonly renewed: readonly string[];
      readonly granted: number;
    }
  | Refusal;
