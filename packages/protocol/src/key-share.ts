/**
 * A root or successor key on three sheets of which any two restore it (Shamir over GF(256), by shamir-secret-sharing).
 * A sheet is bech32 text `ncshare1…`: version, whose key, threshold, count, index, set, check of the public key, share.
 * One sheet alone tells nothing of the secret.
 */
import { getPublicKey } from '@keychart/nostr';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { bech32 } from '@scure/base';
import { combine, split } from 'shamir-secret-sharing';

export type SheetKey = 'root' | 'successor';

/** What can be read off a sheet without the others. */
export interface KeyShare {
  readonly key: SheetKey;
  /** From 1. */
  readonly index: number;
  readonly threshold: number;
  readonly total: number;
  /** `0482 9931`: the sheets that were made together have one in common. */
  readonly set: string;
}

type Read = KeyShare & {
  /** First bytes of a hash of the public key, hex. */
  readonly check: string;
  readonly share: Uint8Array;
};

const PREFIX = 'ncshare';
const VERSION = 1;
const KEYS: readonly SheetKey[] = ['root', 'successor'];
export const SHARE_THRESHOLD = 2;
export const SHARE_TOTAL = 3;

const SET_BYTES = 3;
const CHECK_BYTES = 4;
const HEAD = 5;
/** The library puts the x coordinate behind the 32 bytes of y. */
const SHARE_BYTES = 33;
const LENGTH = HEAD + SET_BYTES + CHECK_BYTES + SHARE_BYTES;
const TEXT_LENGTH = PREFIX.length + 1 + Math.ceil((LENGTH * 8) / 5) + 6;
const FORM = /\bncshare1[a-z0-9]+/gi;

/** Three sheets for a secret key of 32 bytes. Throws TypeError where that is no valid key. */
export async function splitKey(secret: Uint8Array, key: SheetKey): Promise<string[]> {
  const check = checkOf(secret);
  const set = randomBytes(SET_BYTES);
  // The library takes nothing that merely extends Uint8Array.
  const plain = Uint8Array.from(secret);
  const shares = await split(plain, SHARE_TOTAL, SHARE_THRESHOLD);
  plain.fill(0);
  return shares.map((share, i) => {
    const head = Uint8Array.of(VERSION, KEYS.indexOf(key), SHARE_THRESHOLD, SHARE_TOTAL, i + 1);
    const text = bech32.encodeFromBytes(PREFIX, concatBytes(head, set, check, share));
    share.fill(0);
    return text;
  });
}

/** What a sheet says of itself; the error says what is wrong with it and what to do. */
export function describeShare(text: string): KeyShare | { error: string } {
  const read = readShare(text);
  if ('error' in read) return read;
  const { key, index, threshold, total, set } = read;
  read.share.fill(0);
  return { key, index, threshold, total, set };
}

/** The texts of all sheets in what was typed, pasted or read from a file, as they stand there. */
export const findShares = (text: string): string[] => [...text.matchAll(FORM)].map(([share]) => share);

/** The secret key from two or more sheets of one set; the error says which sheet does not fit and why. */
export async function combineShares(
  texts: readonly string[],
): Promise<{ key: SheetKey; secret: Uint8Array } | { error: string }> {
  const shares: Read[] = [];
  for (const [i, text] of texts.entries()) {
    const read = readShare(text);
    if ('error' in read) return { error: texts.length > 1 ? `sheet ${i + 1}: ${read.error}` : read.error };
    shares.push(read);
  }
  const misfit = whyNotTogether(shares);
  const [first] = shares;
  if (misfit !== undefined || first === undefined) return { error: misfit ?? 'no sheet was given' };
  const secret = await combine(shares.map(({ share }) => share));
  for (const { share } of shares) share.fill(0);
  if (!fits(secret, first.check)) {
    secret.fill(0);
    return { error: 'these sheets give a key, but not the one they were made from: one of them is forged' };
  }
  return { key: first.key, secret };
}

function whyNotTogether(shares: readonly Read[]): string | undefined {
  const [first, ...others] = shares;
  if (first === undefined) return 'no sheet was given';
  for (const other of others) {
    if (other.key !== first.key)
      return `these are sheets of two keys: one belongs to the ${first.key} key, one to the ${other.key} key`;
    if (other.set !== first.set)
      return 'these sheets were not made together: find two that carry the same set number';
    if (other.check !== first.check || other.threshold !== first.threshold || other.total !== first.total)
      return 'these sheets carry the same set number and yet do not fit: one of them is forged';
  }
  if (new Set(shares.map(({ index }) => index)).size < shares.length || sameAbscissa(shares))
    return 'this is the same sheet twice: another one of the set is needed';
  if (shares.length < first.threshold)
    return `${first.threshold} sheets of this set are needed, and here is ${shares.length}`;
  return undefined;
}

const sameAbscissa = (shares: readonly Read[]) =>
  new Set(shares.map(({ share }) => share.at(-1))).size < shares.length;

function readShare(text: string): Read | { error: string } {
  // Paper is read aloud, in groups and with line ends.
  const code = text.replaceAll(/\s/g, '').toLowerCase();
  if (code === '') return { error: 'nothing was entered' };
  if (code.startsWith('nsec1')) return { error: 'this is a whole secret key, not one sheet of several' };
  if (!code.startsWith(`${PREFIX}1`)) return { error: `the text of a sheet begins with ${PREFIX}1` };
  if (code.length !== TEXT_LENGTH) {
    const difference = Math.abs(code.length - TEXT_LENGTH);
    const characters = `${difference} character${difference === 1 ? '' : 's'}`;
    return {
      error: `the text is damaged: ${characters} ${code.length < TEXT_LENGTH ? 'missing' : 'too many'}`,
    };
  }
  const decoded = bech32.decodeUnsafe(code as `${string}1${string}`, TEXT_LENGTH);
  const bytes = decoded && bech32.fromWordsUnsafe(decoded.words);
  if (!bytes || bytes.length !== LENGTH)
    return { error: 'the text is damaged: its checksum does not fit, a character was mistyped' };
  const [version, key, threshold, total, index] = bytes;
  if (version !== VERSION) return { error: 'this sheet was made by a newer Keychart: use that to read it' };
  const named = KEYS[key ?? KEYS.length];
  const share = bytes.slice(-SHARE_BYTES);
  const isSound =
    named !== undefined &&
    threshold === SHARE_THRESHOLD &&
    total === SHARE_TOTAL &&
    index! >= 1 &&
    index! <= total;
  if (!isSound || share.at(-1) === 0) return { error: 'this sheet was not made by Keychart' };
  return {
    key: named,
    index: index!,
    threshold,
    total,
    set: setNumber(bytes.slice(HEAD, HEAD + SET_BYTES)),
    check: bytesToHex(bytes.slice(HEAD + SET_BYTES, HEAD + SET_BYTES + CHECK_BYTES)),
    share,
  };
}

function setNumber(bytes: Uint8Array): string {
  const digits = String(bytes.reduce((sum, byte) => sum * 256 + byte, 0)).padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/** Tells the right key from any other, and nothing of it: the public key of a successor is not known to anybody. */
function checkOf(secret: Uint8Array): Uint8Array {
  const pubkey = getPublicKey(secret);
  return sha256(utf8ToBytes(`keychart/key-share/v1/${pubkey}`)).slice(0, CHECK_BYTES);
}

function fits(secret: Uint8Array, check: string): boolean {
  try {
    return bytesToHex(checkOf(secret)) === check;
  } catch {
    return false; // no valid secret key
  }
}
