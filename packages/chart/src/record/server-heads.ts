/**
 * What a device holds of the server's own log: signed heads (2099) it has seen, in their own words. A head that does
 * not go on from one seen before shows that the log was rewritten or cut, whatever the server shows now.
 */
import type { NostrEvent } from '@keychart/nostr';
import { AUDIT_HEAD, parseAuditHead } from '@keychart/protocol';

export interface SeenHead {
  readonly event: NostrEvent;
  /** Number, hash and time (seconds) of the newest entry it vouches for. */
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

/**
 * `rewritten`: another entry under the same number. `cut`: signed later over fewer entries. `clock`: more entries, and
 * the time of signing or of the last entry lies before.
 */
export type HeadConflict = 'rewritten' | 'cut' | 'clock';

/** `undefined` where it is no head. */
export function seenHead(event: NostrEvent): SeenHead | undefined {
  const parsed = event.kind === AUDIT_HEAD ? parseAuditHead(event.content) : undefined;
  if (!parsed?.ok) return undefined;
  const { seq, hash, at } = parsed.value;
  return { event, seq, hash, at };
}

/** Whether a head can be of the same log as one seen before it; an older one that comes late can. */
export function conflictOf(known: SeenHead, head: SeenHead): HeadConflict | undefined {
  if (known.seq === head.seq) return known.hash === head.hash ? undefined : 'rewritten';
  const isLater = head.event.created_at > known.event.created_at;
  if (head.seq < known.seq && isLater) return 'cut';
  const [before, after] = known.seq < head.seq ? [known, head] : [head, known];
  const isInOrder = before.at <= after.at && before.event.created_at <= after.event.created_at;
  return isInOrder ? undefined : 'clock';
}
