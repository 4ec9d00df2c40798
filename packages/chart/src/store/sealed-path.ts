// Logical paths (`['patient', ref, 'block', sequence(12)]`) and what the disk sees of them: every segment becomes an
// HMAC over the path up to it, so the same word in two places leaves two different names. Only sequence numbers in
// last place stay in the clear, because the disk has to keep them in order.

import { toBase64 } from './seal-header.ts';
import { subtleCrypto } from './seal-keys.ts';

export type SealedPath = readonly string[];

/** `#` and twelve digits. Made by `sequence()`; only in last place of a path. */
export type Sequence = `#${string}`;

const SEQUENCE = /^#\d{12}$/;
const CACHE_LIMIT = 50_000;

/** A segment that stays in the clear and in order. `number`: 0 to 999,999,999,999. */
export function sequence(number: number): Sequence {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 1e12) throw new RangeError('sequence: number');
  return `#${String(number).padStart(12, '0')}`;
}

export function isSequence(text: string): text is Sequence {
  return SEQUENCE.test(text);
}

export function sequenceNumber(text: Sequence): number {
  return Number(text.slice(1));
}

/** For messages to people: `patient/1f…/block/#000000000012`. */
export function describePath(path: SealedPath): string {
  return path.join('/');
}

export interface PathNames {
  /** The stored key of a path: `name/name/name` or `name/name#000000000012`. */
  keyOf(path: SealedPath): Promise<string>;
}

/** `key`: HMAC-SHA256. Names are cut to 96 bits (16 characters base64url): no two of a billion meet. */
export function pathNames(key: CryptoKey): PathNames {
  const cache = new Map<string, Promise<string>>();

  const hash = async (text: string): Promise<string> => {
    const mac = await subtleCrypto().sign('HMAC', key, new TextEncoder().encode(text));
    return toBase64(new Uint8Array(mac, 0, 12))
      .replaceAll('+', '-')
      .replaceAll('/', '_');
  };

  const nameOf = (path: SealedPath): Promise<string> => {
    const text = JSON.stringify(path);
    const known = cache.get(text);
    if (known !== undefined) return known;
    if (cache.size >= CACHE_LIMIT) cache.clear();
    const name = hash(text);
    cache.set(text, name);
    return name;
  };

  return {
    async keyOf(path) {
      const last = path.at(-1);
      const isSequenced = last !== undefined && isSequence(last);
      const named = isSequenced ? path.slice(0, -1) : path;
      if (named.length === 0) throw new TypeError('sealed path: needs at least one named segment');
      const names = await Promise.all(named.map((_, index) => nameOf(named.slice(0, index + 1))));
      return names.join('/') + (isSequenced ? last : '');
    },
  };
}
