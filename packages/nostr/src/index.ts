/** The door of @keychart/nostr: pure, without DOM or Node. What needs Node is behind `@keychart/nostr/node`. */
export * from './checked-signer.ts';
export * from './event.ts';
export * from './filter.ts';
export * from './hex.ts';
export * from './nip07.ts';
export * from './nip11.ts';
export * from './nip13.ts';
export * from './nip19.ts';
export * from './nip40.ts';
export * from './nip42.ts';
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
} from './nip44.ts';
export { MAX_PLAINTEXT_BYTES } from './nip44-format.ts';
export * from './nip45.ts';
export * from './nip46.ts';
export * from './nip46-address.ts';
export * from './nip49.ts';
export * from './nip59.ts';
export * from './nip67.ts';
export * from './nip70.ts';
export * from './nip98.ts';
export * from './parse-event.ts';
export type { AbortSignalLike, WebSocketConstructor, WebSocketLike } from './platform.ts';
export * from './relay-client.ts';
export { OfflineError, type RelayState, type RelayStatus } from './relay-connection.ts';
export { type PublishResult, RelayClosedError } from './relay-requests.ts';
export type { RelaySubscription, SubscriptionHandlers } from './relay-subscription.ts';
export * from './signer.ts';
export {
  nobleVerifier,
  type SyncVerifier,
  syncVerifier,
  type Verifier,
  verifyAll,
  wasmVerifier,
} from './verifier.ts';
export { type PortLike, remoteVerifier, serveVerifier } from './verifier-port.ts';
