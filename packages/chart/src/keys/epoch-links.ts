/** Links from the keys of one epoch to those before it (wire.md §4, EpochLink): who may make them, and where they lead. */
import { type ConversationKey, type Nip44, tagValue, type VerifiedEvent } from '@keychart/nostr';
import {
  type CharterChain,
  charterAt,
  epochLinkKey,
  isAdmin,
  memberAt,
  parseEpochLink,
  permissionsOf,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';

export function mayLink(chain: CharterChain, { pubkey, created_at: at }: VerifiedEvent): boolean {
  const charter = charterAt(chain, at);
  if (charter && isAdmin(charter, pubkey)) return true;
  const member = memberAt(chain, pubkey, at);
  return member !== undefined && member.named !== true && permissionsOf(member).includes('admin');
}

/**
 * Whoever has epoch n + 1 reads epoch n, and so on back to the first. The newest first: each then finds its key
 * among those there already, however many years a practice has been renewing them.
 */
export function followLinks(
  secrets: Map<string, Uint8Array>,
  links: readonly VerifiedEvent[],
  nip44: Nip44,
): void {
  const epochOf = (link: VerifiedEvent) => Number(tagValue(link, 'n'));
  for (const link of [...links].sort((a, b) => epochOf(b) - epochOf(a))) {
    const from = secrets.get(`${tagValue(link, 'c')}:${epochOf(link) + 1}`);
    const opened = from && tryOpen(nip44, link.content, epochLinkKey(from));
    const parsed = opened === undefined ? undefined : parseEpochLink(opened);
    // What the tags say only leads to the key; what it opens has to say the same.
    if (!parsed?.ok || parsed.value.n !== epochOf(link) || parsed.value.c !== tagValue(link, 'c')) continue;
    const older = `${parsed.value.c}:${parsed.value.n}`;
    if (!secrets.has(older)) secrets.set(older, hexToBytes(parsed.value.s));
  }
}

export function tryOpen(nip44: Nip44, payload: string, key: ConversationKey): string | undefined {
  try {
    return nip44.decrypt(payload, key);
  } catch {
    return undefined; // a link or directory under a key this member does not have
  }
}
