/**
 * How many entries one family key may leave in the access log. An honest device writes one when a record is opened
 * and no second for half an hour; what was read offline comes at once. Without a bound, a family could fill the disk.
 */
import { TokenBucket } from '../token-bucket.ts';

export const familyEntriesAtOnce = 100;
export const familyEntriesADay = 200;

const DAY = 86_400;
/** Keys remembered before those that have been quiet are let go. */
const KEYS = 1_000;

/** Answers whether this key may leave one more now (Unix seconds), and counts it. */
export function familyBudget(): (pubkey: string, now: number) => boolean {
  const buckets = new Map<string, TokenBucket>();
  return (pubkey, now) => {
    const ms = now * 1000;
    if (buckets.size >= KEYS) for (const [key, bucket] of buckets) if (bucket.isFull(ms)) buckets.delete(key);
    const bucket = buckets.get(pubkey) ?? new TokenBucket(familyEntriesADay / DAY, familyEntriesAtOnce, ms);
    buckets.set(pubkey, bucket);
    return bucket.tryTake(ms);
  };
}
