/**
 * Checking many events: id and signature, each recomputed from the seven fields. The implementations differ in
 * speed only; `verifier.suite.ts` holds them to the same answers.
 */
import { type NostrEvent, type VerifiedEvent, verifyEvent } from '../event.ts';
import { isHex32, isHex64 } from '../hex.ts';
import { pause } from '../platform.ts';

export interface Verifier {
  readonly name: string;
  /** One answer per event, in order. Works in slices, so that the thread stays responsive in between. */
  verify(events: readonly NostrEvent[]): Promise<boolean[]>;
  /** The same for one event, at once. Absent where the work happens on another thread. */
  readonly verifySync?: (event: NostrEvent) => boolean;
  close(): void;
}

/** A verifier that checks on this thread. */
export interface SyncVerifier extends Verifier {
  readonly verifySync: (event: NostrEvent) => boolean;
}

/** Milliseconds of work before the thread gets to do something else. */
const SLICE = 8;

/** A verifier out of a check of one event. */
export function syncVerifier(name: string, verifySync: (event: NostrEvent) => boolean): SyncVerifier {
  return {
    name,
    verifySync,
    async verify(events) {
      const answers: boolean[] = [];
      let sliceEnd = Date.now() + SLICE;
      for (const event of events) {
        if (Date.now() >= sliceEnd) {
          await pause();
          sliceEnd = Date.now() + SLICE;
        }
        answers.push(verifySync(event));
      }
      return answers;
    },
    close: () => undefined,
  };
}

/** Pure JavaScript: works everywhere, 600 to 800 events a second. */
export function nobleVerifier(): SyncVerifier {
  return syncVerifier('noble', (event) => verifyEvent(event) !== undefined);
}

/** nostr-wasm's heap is fixed: a text that does not fit would be written over the library's own state. */
const WASM_CHARACTERS = 200_000;

/** libsecp256k1 in WebAssembly (nostr-wasm). Rejects where WebAssembly is not to be had. */
export async function wasmVerifier(): Promise<SyncVerifier> {
  // Loaded when asked for: it is large, and a page that verifies in a worker does not need it itself.
  const { initNostrWasm } = await import('./wasm-module.js');
  const wasm = await initNostrWasm();
  return syncVerifier('wasm', (event) => {
    if (!isFitForWasm(event)) return verifyEvent(event) !== undefined;
    try {
      wasm.verifyEvent(event);
      return true;
    } catch {
      return false; // its way to say "no"
    }
  });
}

/** The library compares only as many bytes of an id as it is given, and its heap is small: form and size first. */
export function isFitForWasm(event: NostrEvent): boolean {
  if (!isHex32(event.id) || !isHex32(event.pubkey) || !isHex64(event.sig)) return false;
  let characters = event.content.length;
  for (const tag of event.tags) for (const item of tag) characters += item.length;
  return characters <= WASM_CHARACTERS;
}

/** Runs a verifier over events and returns the proven ones branded, undefined in the place of the others. */
export async function verifyAll(
  verifier: Verifier,
  events: readonly NostrEvent[],
): Promise<(VerifiedEvent | undefined)[]> {
  const answers = await verifier.verify(events);
  return events.map((event, index) => (answers[index] === true ? (event as VerifiedEvent) : undefined));
}
