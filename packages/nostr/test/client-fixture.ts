/** Shared by the tests of the relay client: keys, cheap events, a client that is closed after each test. */
import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import {
  connectRelay,
  finalizeEvent,
  generateSecretKey,
  localSigner,
  type NostrEvent,
  type RelayClient,
  type RelayClientOptions,
} from '../src/index.ts';
import { type SmallRelay, type SmallRelayOptions, smallRelay } from './small-relay.ts';

export const secret = generateSecretKey();
export const NOW = Math.floor(Date.now() / 1000);
export const made = (created_at: number, content = '', kind = 1) =>
  finalizeEvent({ kind, created_at, tags: [], content }, secret);

/** Events without a real signature: the client parses and does not verify. */
let serial = 0;
export const cheap = (created_at: number, kind = 1): NostrEvent => {
  serial += 1;
  const id = serial.toString(16).padStart(64, '0');
  return { id, pubkey: 'ab'.repeat(32), created_at, kind, tags: [], content: '', sig: '0'.repeat(128) };
};

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

export async function relayWith(options?: SmallRelayOptions): Promise<SmallRelay> {
  const relay = await smallRelay(options);
  opened.push(relay);
  return relay;
}

export function client(relay: { url: string }, options: Partial<RelayClientOptions> = {}): RelayClient {
  const made = connectRelay(relay.url, {
    signers: [localSigner(secret)],
    WebSocket,
    backoff: () => 30,
    ...options,
  });
  opened.unshift(made);
  return made;
}

export async function until(condition: () => boolean, what = 'the condition'): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain for ${what}`);
}
