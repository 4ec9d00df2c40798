/** Asks the server's NIP-11 document which practice it serves, which key is its own, and what time it is. */
import type { ServerTime } from '../engine/state/clock.ts';

const WAIT_MS = 8000;

export interface RelayInfo {
  readonly root: string;
  readonly self: string;
  readonly name: string;
  /** Relays on other hosts that the server's pages may reach, for remote signers. */
  readonly signerRelays: readonly string[];
  /** Absent where the answer carries no date, or one nobody can read. */
  readonly time?: ServerTime;
}

/** `undefined`: offline or no answer. Throws where the server answers and is not a practice's. */
export async function fetchRelayInfo(relay: string): Promise<RelayInfo | undefined> {
  const url = relay.replace(/^ws/, 'http');
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/nostr+json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch {
    return undefined; // offline: the pinned practice serves
  }
  if (response.status >= 500) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  const { self, practice } = (body ?? {}) as {
    self?: unknown;
    practice?: { root?: unknown; name?: unknown; signer_relays?: unknown };
  };
  if (typeof self !== 'string' || typeof practice?.root !== 'string') {
    throw new Error('this server is not (yet) a practice: set it up first');
  }
  const relays: readonly unknown[] = Array.isArray(practice.signer_relays) ? practice.signer_relays : [];
  const name = typeof practice.name === 'string' ? practice.name : '';
  const time = serverTime(response);
  return {
    root: practice.root,
    self,
    name,
    signerRelays: relays.filter((each) => typeof each === 'string'),
    ...(time && { time }),
  };
}

function serverTime(response: Response): ServerTime | undefined {
  const server = Math.floor(Date.parse(response.headers.get('date') ?? '') / 1000);
  return Number.isNaN(server) ? undefined : { server, device: Math.floor(Date.now() / 1000) };
}

/** What the server's clock shows; `undefined`: no answer. */
export async function askTime(relay: string): Promise<ServerTime | undefined> {
  return (await fetchRelayInfo(relay))?.time;
}
