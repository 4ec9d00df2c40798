/**
 * NIP-59: a rumor (unsigned) inside a seal (kind 13, signed by the author) inside a gift wrap (signed by a key
 * made for this one event). The relay learns the addressee and nothing else.
 */
import {
  type EventTemplate,
  eventId,
  finalizeEvent,
  generateSecretKey,
  type NostrEvent,
  type UnsignedEvent,
  type VerifiedEvent,
  verifyEvent,
} from '../event.ts';
import { parseEvent } from '../parse-event.ts';
import { type Signer, SignerUnavailableError } from '../signer.ts';
import { encrypt, getConversationKey } from './nip44.ts';

export const SEAL_KIND = 13;
export const GIFT_WRAP_KIND = 1059;
export const EPHEMERAL_GIFT_WRAP_KIND = 21059;
/** Seals and wraps are dated up to two days back, so that their time says little. */
const TWO_DAYS = 2 * 24 * 3600;

/** An event with an id and without a signature: what it says can be denied towards third parties. */
export type Rumor = UnsignedEvent & { id: string };

export interface GiftWrapOptions {
  rumor: Rumor;
  /** Public key of the addressee, 64 hex digits. */
  to: string;
  /** The author's signer; its key must be `rumor.pubkey`. */
  signer: Signer;
  kind?: typeof GIFT_WRAP_KIND | typeof EPHEMERAL_GIFT_WRAP_KIND;
  /** Unix seconds. */
  now: number;
  /** Tags of the wrap besides `p`, for example `expiration` (NIP-40). */
  tags?: string[][];
  /** Secret key of the wrap, zeroed afterwards; else one is made. */
  once?: Uint8Array;
}

export function createRumor(template: EventTemplate, pubkey: string): Rumor {
  const { kind, created_at, tags, content } = template;
  const unsigned: UnsignedEvent = { kind, created_at, tags, content, pubkey };
  return { ...unsigned, id: eventId(unsigned) };
}

/** Encrypts the rumor from its author to `to` and signs it. Throws if the signer is not the rumor's author. */
export async function sealRumor(
  rumor: Rumor,
  to: string,
  signer: Signer,
  now: number,
): Promise<VerifiedEvent> {
  if ((await signer.getPublicKey()) !== rumor.pubkey)
    throw new TypeError('signer must be the author of the rumor');
  const content = await signer.nip44Encrypt(to, JSON.stringify(rumor));
  return signer.signEvent({ kind: SEAL_KIND, created_at: someTimeBefore(now), tags: [], content });
}

/** Wraps a seal for `to` under a fresh key. An ephemeral wrap carries the present time: relays drop old ones. */
export function wrapSeal(
  seal: VerifiedEvent,
  to: string,
  {
    kind = GIFT_WRAP_KIND,
    now,
    tags = [],
    once = generateSecretKey(),
  }: Pick<GiftWrapOptions, 'kind' | 'now' | 'tags' | 'once'>,
): VerifiedEvent {
  const content = encrypt(JSON.stringify(seal), getConversationKey(once, to));
  const created_at = kind === EPHEMERAL_GIFT_WRAP_KIND ? now : someTimeBefore(now);
  const wrap = finalizeEvent({ kind, created_at, tags: [['p', to], ...tags], content }, once);
  once.fill(0);
  return wrap;
}

/** Seal and wrap in one. */
export async function giftWrap(options: GiftWrapOptions): Promise<VerifiedEvent> {
  const seal = await sealRumor(options.rumor, options.to, options.signer, options.now);
  return wrapSeal(seal, options.to, options);
}

/**
 * Opens a wrap addressed to the signer. `sender` is proven by the seal's signature; the wrap's own signature
 * proves nothing about the sender and is not looked at. Any failure is returned in words; rejects with
 * SignerUnavailableError only.
 */
export async function unwrap(
  wrap: NostrEvent,
  signer: Signer,
  verify: (event: NostrEvent) => VerifiedEvent | undefined = verifyEvent,
): Promise<{ rumor: Rumor; sender: string } | { error: string }> {
  if (wrap.kind !== GIFT_WRAP_KIND && wrap.kind !== EPHEMERAL_GIFT_WRAP_KIND) {
    return { error: `kind ${wrap.kind} is not a gift wrap` };
  }
  const sealJson = await opened(signer, wrap.pubkey, wrap.content);
  if (typeof sealJson !== 'string') return { error: `the wrap cannot be opened: ${sealJson.error}` };
  const seal = parseEvent(json(sealJson));
  if ('error' in seal) return { error: `the wrap holds no seal: ${seal.error}` };
  if (seal.kind !== SEAL_KIND) return { error: `the wrap holds kind ${seal.kind} instead of a seal` };

  // Attack: anybody can wrap a seal that *claims* an author. Only its signature makes the claim true.
  if (!verify(seal)) return { error: 'the signature of the seal is wrong' };

  const rumorJson = await opened(signer, seal.pubkey, seal.content);
  if (typeof rumorJson !== 'string') return { error: `the seal cannot be opened: ${rumorJson.error}` };
  const rumor = parseRumor(json(rumorJson));
  if ('error' in rumor) return { error: `the seal holds no rumor: ${rumor.error}` };

  // Attack: a sender seals, with their own valid signature, a rumor whose pubkey is somebody else's, and the
  // reader shows that person as the author.
  if (rumor.pubkey !== seal.pubkey) return { error: 'the rumor claims another author than its seal' };
  return { rumor, sender: seal.pubkey };
}

async function opened(signer: Signer, peer: string, payload: string): Promise<string | { error: string }> {
  try {
    return await signer.nip44Decrypt(peer, payload);
  } catch (error) {
    // The signer was not there or was not allowed to: that says nothing of the wrap, which is to be tried again.
    if (error instanceof SignerUnavailableError) throw error;
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // parseEvent then says that it is not an object
  }
}

/** A rumor has no signature, so the structure is that of an event with one made up. */
function parseRumor(value: unknown): Rumor | { error: string } {
  if (typeof value !== 'object' || value === null) return { error: 'an event must be a JSON object' };
  const draft = { ...value, sig: '0'.repeat(128) } as Record<string, unknown>;
  // Some senders leave the id out; it follows from the rest.
  draft.id ??= '0'.repeat(64);
  const parsed = parseEvent(draft);
  if ('error' in parsed) return parsed;
  const { sig: _none, ...rumor } = parsed;
  const id = eventId(rumor);
  // Attack: a rumor under the id of another event would shadow that event wherever ids are the key.
  if ('id' in value && value.id !== id) return { error: 'the id of the rumor is wrong' };
  return { ...rumor, id };
}

function someTimeBefore(now: number): number {
  return now - Math.floor(Math.random() * TWO_DAYS);
}
