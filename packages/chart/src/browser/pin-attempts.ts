/** How often a PIN may be tried: counted before the try, slower with each failure, and after the tenth it is gone. */

export interface PinAttempts {
  /** Tries since the PIN was last right; a try under way counts as failed until it is known. */
  readonly failures: number;
  /** Milliseconds since 1970 of the last try; 0 before the first. */
  readonly lastTry: number;
}

export const MOST_FAILURES = 10;
/** Seconds to wait after so many failures. */
const WAITS = [0, 0, 0, 15, 30, 60, 300, 900, 1800, 3600] as const;

export type Verdict =
  | { readonly may: 'try' }
  | { readonly may: 'wait'; readonly seconds: number }
  | { readonly may: 'never' };

/** @param now milliseconds since 1970 */
export function judgeAttempt({ failures, lastTry }: PinAttempts, now: number): Verdict {
  if (failures >= MOST_FAILURES) return { may: 'never' };
  const wait = (WAITS[failures] ?? 0) * 1000;
  // A clock that was set back must neither shorten the wait nor stretch it beyond its length.
  const passed = Math.max(0, now - lastTry);
  return lastTry === 0 || passed >= wait
    ? { may: 'try' }
    : { may: 'wait', seconds: Math.ceil((wait - passed) / 1000) };
}

/** What is said after the `failures`-th wrong PIN. */
export function wrongPinWords(failures: number): string {
  if (failures >= MOST_FAILURES) return WIPED;
  const left = MOST_FAILURES - failures;
  const wait = WAITS[failures] ?? 0;
  const tries = left === 1 ? 'One try is left' : `${left} tries are left`;
  const wiped = left <= 3 ? '. After the last this login is removed from this device' : '';
  const then = wait === 0 ? '' : `; wait ${spanWords(wait)} before the next`;
  return `the PIN is wrong. ${tries}${then}${wiped}`;
}

export const waitWords = (seconds: number): string =>
  `too many wrong PINs: wait ${spanWords(seconds)}, or log in another way`;

export const WIPED =
  'the PIN was wrong ten times: this login was removed from this device. Log in with your passkey, key or recovery sheet';

const spanWords = (seconds: number): string =>
  seconds >= 3600 ? 'one hour' : seconds <= 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} min`;
