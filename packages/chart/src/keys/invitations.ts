/** Invitations as the events say: what was chosen, who has answered, whether it is closed. */
import type { ConversationKey, Nip44, VerifiedEvent } from '@keychart/nostr';
import {
  type Invitation,
  parseInvitation,
  parseInvitationClaim,
  parseInvitationTags,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { Governance } from './governance.ts';

export interface KnownInvitation {
  /** The invite key. */
  readonly pk: string;
  readonly invitation: Invitation;
  /** As sealed. */
  readonly content: string;
  /** Who opened it, public key. */
  readonly by: string;
  /** Seconds, of the newest event about it. */
  readonly at: number;
  readonly expires: number;
  readonly closed: 'used' | 'withdrawn' | undefined;
  readonly eventId: string;
  /** Keys that were bound to it, each once, in order of time. */
  readonly answers: readonly { readonly pubkey: string; readonly at: number }[];
}

/** Newest first. What the directory key does not open is left out. */
export function knownInvitations(governance: Governance, nip44: Nip44): readonly KnownInvitation[] {
  const { directoryKey } = governance;
  if (directoryKey === undefined) return [];
  const found = new Map<string, KnownInvitation>();
  for (const event of governance.invitations()) {
    const tags = parseInvitationTags(event);
    const invitation = opened(nip44, event, directoryKey);
    if (!tags.ok || !invitation) continue;
    const { pk, expires, state } = tags.value;
    const before = found.get(pk);
    const closed = before?.closed ?? (state === 'open' ? undefined : state);
    found.set(pk, {
      pk,
      invitation: before?.invitation ?? invitation,
      content: event.content,
      by: before?.by ?? event.pubkey,
      at: event.created_at,
      expires: Math.min(expires, before?.expires ?? expires),
      closed,
      eventId: event.id,
      answers: answersTo(pk, governance),
    });
  }
  return [...found.values()].sort((a, b) => b.invitation.made - a.invitation.made);
}

/** Looked at after every change of anything: each is opened once. */
const known = new WeakMap<object, Invitation>();

function opened(nip44: Nip44, event: VerifiedEvent, key: string): Invitation | undefined {
  const before = known.get(event);
  if (before) return before;
  try {
    const parsed = parseInvitation(nip44.decrypt(event.content, hexToBytes(key) as ConversationKey));
    if (parsed.ok) known.set(event, parsed.value);
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined; // sealed under another key than this practice's
  }
}

/** Attack: a claim in somebody else's name. The seal proves the own key, the wrap the invite key; both have to say so. */
function answersTo(pk: string, governance: Governance): { pubkey: string; at: number }[] {
  const first = new Map<string, number>();
  for (const { content, sender, wrapKey, at } of governance.claims()) {
    const claim = parseInvitationClaim(content);
    if (!claim.ok || wrapKey !== pk || claim.value.invitation !== pk) continue;
    if (claim.value.pubkey !== sender) continue;
    first.set(sender, Math.min(at, first.get(sender) ?? at));
  }
  return [...first].map(([pubkey, at]) => ({ pubkey, at })).sort((a, b) => a.at - b.at);
}
