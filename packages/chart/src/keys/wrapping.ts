/** Hands a grant to one person: rumor, seal, gift wrap (NIP-59), signed by whoever grants. */
import { createRumor, giftWrap, type Signer, type VerifiedEvent } from '@keychart/nostr';

/** So many keys fit into one gift wrap, whose text NIP-44 bounds. */
const KEYS_IN_A_WRAP = 60;

/** A grant of many keys as several, which add up at who gets them; of none as one. */
export function wrapGrants<T>(
  keys: readonly T[],
  grantOf: (keys: readonly T[]) => Parameters<typeof wrapGrant>[0],
  signer: Signer,
): Promise<VerifiedEvent[]> {
  const parts = Array.from({ length: Math.max(1, Math.ceil(keys.length / KEYS_IN_A_WRAP)) }, (_, i) =>
    keys.slice(i * KEYS_IN_A_WRAP, (i + 1) * KEYS_IN_A_WRAP),
  );
  return Promise.all(parts.map((part) => wrapGrant(grantOf(part), signer)));
}

export async function wrapGrant(
  grant: { readonly kind: number; readonly content: object; readonly to: string; readonly at: number },
  signer: Signer,
): Promise<VerifiedEvent> {
  const template = {
    kind: grant.kind,
    created_at: grant.at,
    tags: [],
    content: JSON.stringify(grant.content),
  };
  const rumor = createRumor(template, await signer.getPublicKey());
  return giftWrap({ rumor, to: grant.to, signer, now: grant.at });
}
