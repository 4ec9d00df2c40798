/** Asks the server's NIP-11 document which practice it serves and which key is its own. */
const WAIT_MS = 8000;

export interface RelayInfo {
  readonly root: string;
  readonly self: string;
  readonly name: string;
  /** Relays on other hosts that the server's pages may reach, for remote signers. */
  readonly signerRelays: readonly string[];
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
  return { root: practice.root, self, name, signerRelays: relays.filter((each) => typeof each === 'string') };
}
