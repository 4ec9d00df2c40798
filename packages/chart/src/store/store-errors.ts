// What can go wrong with the local store, each as a type of its own. `message` is meant to be shown to a person:
// it says what happened and what to do. Nothing of a record's content is ever put into one.

export class StoreError extends Error {
  override name = 'StoreError';
}

/** The disk or the browser's quota is used up. Nothing of the batch was kept. */
export class StoreFullError extends StoreError {
  override name = 'StoreFullError';
  constructor(cause?: unknown) {
    super(
      'There is no room left on this device, so nothing of this change was kept. Free some space and try again.',
      { cause },
    );
  }
}

/** The store was closed: by us, by another tab that wiped or upgraded it, or by the browser. */
export class StoreClosedError extends StoreError {
  override name = 'StoreClosedError';
  constructor(cause?: unknown) {
    super('The local store is closed. Open the chart again.', { cause });
  }
}

/** Another tab or program holds the store and does not let go. */
export class StoreBlockedError extends StoreError {
  override name = 'StoreBlockedError';
  constructor(cause?: unknown) {
    super('Another tab or program is using the local store. Close it there and try again.', { cause });
  }
}

/** The browser lets this page keep nothing. */
export class StoreUnavailableError extends StoreError {
  override name = 'StoreUnavailableError';
  constructor(cause?: unknown) {
    super(
      'This browser does not let Keychart keep records on this device. Allow site data, or leave the private window.',
      { cause },
    );
  }
}

/** The sealed store was locked; its keys are gone from memory. */
export class StoreLockedError extends StoreError {
  override name = 'StoreLockedError';
  constructor() {
    super('The chart is locked. Unlock it to go on.');
  }
}

/** The key does not open this store (usually: a wrong passphrase, or another person's store). */
export class WrongKeyError extends StoreError {
  override name = 'WrongKeyError';
  constructor() {
    super('This key does not open the records kept on this device. Check the passphrase and the login.');
  }
}

/** The store was written by a newer version of the program. */
export class NewerFormatError extends StoreError {
  override name = 'NewerFormatError';
  readonly found: number;
  readonly supported: number;
  constructor(found: number, supported: number) {
    super(
      `The records on this device were kept by a newer version of Keychart (format ${found}; this one reads up to ${supported}). Update Keychart; nothing was changed.`,
    );
    this.found = found;
    this.supported = supported;
  }
}

/** Bytes at `place` are not what was written there: flipped, cut, moved, or under another key. */
export class DamagedError extends StoreError {
  override name = 'DamagedError';
  /** Logical place, e.g. `patient/1f…/block/#000000000012`, `header`, or `file`. */
  readonly place: string;
  constructor(place: string, cause?: unknown) {
    super(
      `What this device kept at "${place}" is damaged and was not used. The practice still has every record it accepted; sync again to restore it.`,
      { cause },
    );
    this.place = place;
  }
}
