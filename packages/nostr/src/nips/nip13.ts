/** NIP-13: work proven by leading zero bits of the id, so that writing to strangers costs something. */
import { eventId, type NostrEvent, type UnsignedEvent } from '../event.ts';
import { type AbortSignalLike, pause } from '../platform.ts';

/** Leading zero bits of an id. */
export function idDifficulty(id: string): number {
  let bits = 0;
  for (const digit of id) {
    const value = Number.parseInt(digit, 16);
    if (value !== 0) return bits + Math.clz32(value) - 28;
    bits += 4;
  }
  return bits;
}

/**
 * The work an event proves: what its nonce tag commits to, if the id bears it out. Attack: a spammer mines for a
 * low target and is lucky now and then; without the commitment, luck would count as work.
 */
export function provenWork(event: Pick<NostrEvent, 'id' | 'tags'>): number {
  const nonce = event.tags.find(([name]) => name === 'nonce');
  const target = Number(nonce?.[2] ?? Number.NaN);
  if (!Number.isInteger(target) || target < 0) return 0;
  return idDifficulty(event.id) >= target ? target : 0;
}

/** Attempts between two looks at the clock. */
const SLICE = 500;

/**
 * Adds the nonce tag that gives the id `bits` leading zero bits. About 2^bits hashes; other work runs in between.
 * Rejects when aborted.
 */
export async function mineEvent<T extends UnsignedEvent>(
  event: T,
  bits: number,
  signal?: AbortSignalLike,
): Promise<T> {
  if (!Number.isInteger(bits) || bits < 0 || bits > 64)
    throw new TypeError('bits must be an integer from 0 to 64');
  const nonce = ['nonce', '0', String(bits)];
  const mined = { ...event, tags: [...event.tags.filter(([name]) => name !== 'nonce'), nonce] };
  for (let attempt = 0; ; attempt++) {
    nonce[1] = String(attempt);
    if (idDifficulty(eventId(mined)) >= bits) return mined;
    if (attempt % SLICE === SLICE - 1) {
      if (signal?.aborted) throw new Error('mining was stopped');
      await pause();
    }
  }
}
