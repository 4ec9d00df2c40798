/**
 * The structural check of an event that came off a wire: strict, bounded, and into a new object. It proves the form;
 * id and signature are checked by `verifyEvent` or a verifier.
 */
import type { NostrEvent } from './event-shape.ts';
import { isHex32, isHex64, isWellFormed } from './hex.ts';

/** What `parseEvent` takes at most; a relay may be stricter. */
export const EVENT_LIMITS = {
  tags: 10_000,
  tagItems: 2_000,
  /** UTF-16 units of content and all tag items together. */
  characters: 4_000_000,
  /** 9999-12-31T23:59:59Z: every later step may print the time with four-digit years. */
  createdAt: 253_402_300_799,
  kind: 65_535,
} as const;

/**
 * Checks freshly parsed JSON and copies the seven fields of an event into a new plain object; anything else
 * on it (cached "verified" marks, prototypes, extra fields) is left behind. Proves structure, not signature.
 */
export function parseEvent(value: unknown): NostrEvent | { error: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'an event must be a JSON object' };
  }
  const { id, pubkey, created_at, kind, tags, content, sig } = value as Record<string, unknown>;
  if (!isHex32(id)) return { error: 'id must be 64 lower-case hex digits' };
  if (!isHex32(pubkey)) return { error: 'pubkey must be 64 lower-case hex digits' };
  if (!isHex64(sig)) return { error: 'sig must be 128 lower-case hex digits' };
  if (!isIntegerUpTo(kind, EVENT_LIMITS.kind)) return { error: 'kind must be an integer from 0 to 65535' };
  if (!isIntegerUpTo(created_at, EVENT_LIMITS.createdAt)) {
    return { error: 'created_at must be a whole number of seconds since 1970' };
  }
  if (typeof content !== 'string') return { error: 'content must be a string' };
  const copied = copyTags(tags, content);
  if ('error' in copied) return copied;
  return { id, pubkey, created_at, kind, tags: copied.tags, content, sig };
}

function copyTags(tags: unknown, content: string): { tags: string[][] } | { error: string } {
  if (!Array.isArray(tags)) return { error: 'tags must be an array' };
  if (tags.length > EVENT_LIMITS.tags) return { error: `more than ${EVENT_LIMITS.tags} tags` };
  // Two texts that differ only in lone surrogates have the same UTF-8, hence the same id: an attacker could
  // show different readers different contents under one signature.
  if (!isWellFormed(content)) return { error: 'content is not valid Unicode' };
  let characters = content.length;
  const copy: string[][] = [];
  for (const tag of tags as unknown[]) {
    if (!Array.isArray(tag)) return { error: 'each tag must be an array' };
    if (tag.length > EVENT_LIMITS.tagItems)
      return { error: `a tag of more than ${EVENT_LIMITS.tagItems} items` };
    const items: string[] = [];
    for (const item of tag as unknown[]) {
      if (typeof item !== 'string') return { error: 'each tag item must be a string' };
      if (!isWellFormed(item)) return { error: 'a tag item is not valid Unicode' };
      characters += item.length;
      items.push(item);
    }
    copy.push(items);
  }
  if (characters > EVENT_LIMITS.characters) return { error: 'the event is too large' };
  return { tags: copy };
}

function isIntegerUpTo(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}
