/** The server's own log, as far as this device can vouch for it: by the signed heads it has seen. */

export interface ServerLog {
  /** How many entries the newest head covers; ISO instant at which it was signed. */
  readonly entries: number;
  readonly signedAt: string;
  /** ISO instant of the first head this device has seen. */
  readonly since: string;
  /** Heads that do not go on from those seen before; empty is how it should be. */
  readonly conflicts: readonly ServerLogConflict[];
}

/**
 * `rewritten`: another entry under a number seen before. `cut`: fewer entries than before. `clock`: dated before what
 * it follows. `other key`: what was seen before was signed by another key.
 */
export interface ServerLogConflict {
  readonly kind: 'rewritten' | 'cut' | 'clock' | 'other key';
  /** Entries the head covers, and when it was signed (ISO instant). */
  readonly entries: number;
  readonly signedAt: string;
}
