/** Hands a grant to one person: rumor, seal, gift wrap (NIP-59), signed by whoever grants. */
import { createRumor, giftWrap, type Signer, type VerifiedEvent } from '@keychart/nostr';

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
