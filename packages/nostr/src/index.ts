/** The door of @keychart/nostr: pure, without DOM or Node. What needs Node is behind `@keychart/nostr/node`. */

export * from './event.ts';
export * from './filter.ts';
export * from './hex.ts';
export * from './nips/nip11.ts';
export * from './nips/nip13.ts';
export * from './nips/nip19.ts';
export * from './nips/nip40.ts';
export * from './nips/nip42.ts';
export {
  type ConversationKey,
  conversationKeyFromX,
  decrypt,
  encrypt,
  getConversationKey,
  type Nip44,
  Nip44Error,
  nip44,
  sharedX,
} from './nips/nip44.ts';
export { MAX_PLAINTEXT_BYTES } from './nips/nip44-format.ts';
export * from './nips/nip45.ts';
export * from './nips/nip49.ts';
export * from './nips/nip59.ts';
export * from './nips/nip67.ts';
export * from './nips/nip70.ts';
export * from './nips/nip98.ts';
export * from './parse-event.ts';
export type { AbortSignalLike, WebSocketConstructor, WebSocketLike } from './platform.ts';
export { type PublicKeyOf, wasmPublicKey } from './public-key.ts';
export * from './relay-client/relay-client.ts';
export { OfflineError, type RelayState, type RelayStatus } from './relay-client/relay-connection.ts';
export { type PublishResult, RelayClosedError } from './relay-client/relay-requests.ts';
export type { RelaySubscription, SubscriptionHandlers } from './relay-client/relay-subscription.ts';
export * from './signer.ts';
export * from './signers/checked-signer.ts';
export * from './signers/local-signer.ts';
export * from './signers/nip07.ts';
export * from './signers/nip46.ts';
export * from './signers/nip46-address.ts';
export {
  nobleVerifier,
  type SyncVerifier,
  syncVerifier,
  type Verifier,
  verifyAll,
  wasmVerifier,
} from './verifier/verifier.ts';
export { type PortLike, remoteVerifier, serveVerifier } from './verifier/verifier-port.ts';
