/**
 * The one-time code that founding a practice in the browser needs: shown in the terminal at the start, kept in memory
 * only. Attack: whoever reaches the port first, from the network or from another account of this machine, founds the
 * practice and owns it.
 */
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

export type CodeVerdict =
  | { readonly verdict: 'right' }
  | { readonly verdict: 'wrong' }
  /** Too many wrong ones; not even the right one counts until then. */
  | { readonly verdict: 'wait'; readonly seconds: number };

export interface SetUpCode {
  /** `K7QF-2M9X-4TBA`: for a person, to be shown on the terminal and nowhere else. */
  readonly text: string;
  /** `from`: the address it came from. */
  judge(given: string, from: string): CodeVerdict;
}

/** No I, O, 0 and 1: 32^12 codes, 60 bits. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP = 4;

/** Wrong codes an address may send in a minute, and all addresses together. */
export const WRONG_PER_ADDRESS = 5;
export const WRONG_IN_ALL = 30;
const MINUTE = 60_000;

/** @param now milliseconds */
export function createSetUpCode(now: () => number = Date.now): SetUpCode {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const text = Array.from({ length: GROUPS }, group).join('-');
  const right = digest(text);
  let wrong: { from: string; at: number }[] = [];

  function judge(given: string, from: string): CodeVerdict {
    const at = now();
    wrong = wrong.filter((each) => each.at > at - MINUTE && each.at <= at);
    const own = wrong.filter((each) => each.from === from);
    const oldest =
      own.length >= WRONG_PER_ADDRESS ? own[0] : wrong.length >= WRONG_IN_ALL ? wrong[0] : undefined;
    if (oldest) return { verdict: 'wait', seconds: Math.ceil((oldest.at + MINUTE - at) / 1000) };
    if (timingSafeEqual(digest(given), right)) return { verdict: 'right' };
    wrong.push({ from, at });
    return { verdict: 'wrong' };
  }

  return { text, judge };
}

/** Of one length whatever was typed, so that comparing takes the same time. */
function digest(text: string): Buffer {
  const plain = text
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(plain).digest();
}
