/** What page and worker say to each other while a practice is set up. */
import type { Policies, StaffRole } from '../../api/chart.ts';

/** What the person answered; no secret among it, so a device may keep it. */
export interface SetUpAnswers {
  readonly practice: {
    readonly name: string;
    readonly timeZone: string;
    /** Lines. */
    readonly address: readonly string[];
    readonly phone: string;
    readonly letterhead: readonly string[];
  };
  readonly admin: { readonly name: string; readonly role: StaffRole };
  /** Another administrator, with a key of their own. */
  readonly second?: { readonly name: string; readonly role: StaffRole; readonly npub: string };
  readonly approvals: number;
  readonly policies: Policies;
}

/** One sheet of paper. */
export interface KeySheet {
  readonly key: 'root' | 'successor';
  /** The secret on it: a whole key, or a share. */
  readonly text: string;
  /** Absent where the key is on one sheet. */
  readonly part?: { readonly index: number; readonly total: number; readonly set: string };
}

/** An expected failure is a sentence that says what to do. */
export type SetUpOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The code does not count (any more): a server that was started again has another one. */
      readonly wrongCode?: boolean;
    };
