/** Access to some patients only, by name and for a while: locums, and the confidential part of one chart. */
import type { PatientId, StaffRole, Unwatch, WriteOutcome } from './entries.ts';

/** Somebody asks for the confidential part of one chart. Times are ISO instants. */
export interface ConfidentialRequest {
  readonly id: string;
  readonly patientId: PatientId;
  readonly by: {
    readonly npub: string;
    readonly name: string;
    readonly me: boolean;
    readonly role?: StaffRole;
  };
  readonly reason: string;
  /** From the answer on. */
  readonly minutes: number;
  readonly askedAt: string;
  /** Of one's own that waits: names of the colleagues who can answer. Else empty. */
  readonly holders: readonly string[];
  /** Unanswered, it is none any more from here on. */
  readonly lapsesAt: string;
  /** `lapsed`: nobody answered within a day. */
  readonly state: 'asked' | 'allowed' | 'declined' | 'ended' | 'lapsed';
  readonly answeredBy?: string;
  readonly answeredAt?: string;
  /** Until when it is, or was, open. */
  readonly until?: string;
  readonly mayAnswer: boolean;
  readonly mayEnd: boolean;
  /** An administrator's notice that stays until it is acknowledged. */
  readonly toNote: boolean;
}

export interface LentAccess {
  /** Hands patients to somebody who works with named patients, or gives them another end. `until`: ISO instant. */
  grantPatients(npub: string, patientIds: readonly PatientId[], until?: string): Promise<WriteOutcome>;
  /** Off the lists at once, and new keys for what is written next; all of them where none are named. */
  revokePatients(npub: string, patientIds?: readonly PatientId[]): Promise<WriteOutcome>;

  /** Asks every colleague who holds the keys; 15 minutes to 24 hours from the answer on. Reading only. */
  askConfidential(patientId: PatientId, reason: string, minutes: number): Promise<WriteOutcome>;
  answerConfidential(request: string, allow: boolean): Promise<WriteOutcome>;
  endConfidential(request: string): Promise<WriteOutcome>;
  /** This administrator has taken note. */
  noteConfidential(request: string): Promise<WriteOutcome>;
  /** Requests this login made, may answer or is told of; the latest first. */
  watchConfidential(callback: (requests: readonly ConfidentialRequest[]) => void): Promise<Unwatch>;
}
