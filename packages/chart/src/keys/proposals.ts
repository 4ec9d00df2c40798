/** Charters that would follow the one in force and wait for approvals only. */
import type { VerifiedEvent } from '@keychart/nostr';
import { CHARTER, CHARTER_APPROVAL, type Charter, parseCharter, whyNotNext } from '@keychart/protocol';

export interface Proposal {
  readonly charter: Charter;
  /** Public keys of administrators other than its author. */
  readonly approvedBy: readonly string[];
}

export function proposalsOf(events: readonly VerifiedEvent[], current: Charter, root: string): Proposal[] {
  const everybody = new Set(current.admins);
  return events.flatMap((event) => {
    const parsed = event.kind === CHARTER ? parseCharter(event) : undefined;
    if (!parsed?.ok || parsed.value.prev !== current.id) return [];
    if (whyNotNext(current, parsed.value, root, everybody) !== undefined) return [];
    const approvedBy = events
      .filter(({ kind, tags }) => kind === CHARTER_APPROVAL && tags.some(([, id]) => id === event.id))
      .map(({ pubkey }) => pubkey)
      .filter((pk) => pk !== event.pubkey && everybody.has(pk));
    return [{ charter: parsed.value, approvedBy: [...new Set(approvedBy)] }];
  });
}
