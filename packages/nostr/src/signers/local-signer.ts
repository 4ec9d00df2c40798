/** Signs with a key in memory. */
import { type EventTemplate, finalizeEvent, getPublicKey, type VerifiedEvent } from '../event.ts';
import { isHex32 } from '../hex.ts';
import { type ConversationKey, getConversationKey, type Nip44, nip44 } from '../nips/nip44.ts';
import type { Signer } from '../signer.ts';

/** The operations a local signer needs; `./node` passes native ones. */
export interface LocalCrypto {
  finalize(template: EventTemplate, secretKey: Uint8Array): VerifiedEvent;
  conversationKey(secretKey: Uint8Array, peer: string): ConversationKey;
  nip44: Nip44;
}

const PURE: LocalCrypto = { finalize: finalizeEvent, conversationKey: getConversationKey, nip44 };
/** Conversation keys kept per signer: an ECDH costs a hundred times a lookup. */
const KEPT_CONVERSATIONS = 1_000;

/** Signs with a key in memory. Takes a copy of it; `close()` zeroes that copy. Throws if the key is not valid. */
export function localSigner(secretKey: Uint8Array, crypto: LocalCrypto = PURE): Signer {
  const pubkey = getPublicKey(secretKey);
  const key = secretKey.slice();
  const conversations = new Map<string, ConversationKey>();
  let closed = false;

  function open(): Uint8Array {
    if (closed) throw new Error('the signer is closed');
    return key;
  }

  function conversation(peer: string): ConversationKey {
    const known = conversations.get(peer);
    if (known) return known;
    if (!isHex32(peer)) throw new TypeError('peer must be 64 lower-case hex digits');
    const made = crypto.conversationKey(open(), peer);
    if (conversations.size >= KEPT_CONVERSATIONS) forgetConversations();
    conversations.set(peer, made);
    return made;
  }

  function forgetConversations(): void {
    for (const kept of conversations.values()) kept.fill(0);
    conversations.clear();
  }

  const encrypt = (peer: string, text: string) => crypto.nip44.encrypt(text, conversation(peer));
  const decrypt = (peer: string, payload: string) => crypto.nip44.decrypt(payload, conversation(peer));

  return {
    getPublicKey: async () => pubkey,
    signEvent: async (template) => crypto.finalize(template, open()),
    signEvents: async (templates) => templates.map((template) => crypto.finalize(template, open())),
    nip44Encrypt: async (peer, text) => encrypt(peer, text),
    nip44Decrypt: async (peer, payload) => decrypt(peer, payload),
    nip44EncryptAll: async (items) => items.map(({ peer, text }) => attempt(() => encrypt(peer, text))),
    nip44DecryptAll: async (items) => items.map(({ peer, payload }) => attempt(() => decrypt(peer, payload))),
    close() {
      closed = true;
      key.fill(0);
      forgetConversations();
    },
  };
}

function attempt(work: () => string): string | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
