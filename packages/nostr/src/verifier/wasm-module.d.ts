import type { NostrEvent } from '../event.ts';

/** libsecp256k1 compiled to WebAssembly; `verifyEvent` throws on any fault. */
export interface WasmNostr {
  verifyEvent(event: NostrEvent): void;
  /** x-only, 32 bytes. */
  getPublicKey(secretKey: Uint8Array): Uint8Array;
}

export declare function initNostrWasm(): Promise<WasmNostr>;
