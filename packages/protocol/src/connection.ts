/** The practice's connection string (wire.md §6): where its relay is and which root key to trust. */
import type { Parsed } from './shapes.ts';

export interface Connection {
  readonly name: string;
  /** `ws:` or `wss:` address of the relay, with a trailing slash. */
  readonly relay: string;
  /** R, hex. */
  readonly root: string;
}

/** `nostr+ehr://host?pk=…&name=…`; plain `ws` is marked `insecure=1` (loopback and tests). */
export function formatConnection({ name, relay, root }: Connection): string {
  const [scheme, rest = ''] = relay.split('://');
  const query = `pk=${root}&name=${encodeURIComponent(name)}${scheme === 'ws' ? '&insecure=1' : ''}`;
  return `nostr+ehr://${rest.replace(/\/$/, '')}?${query}`;
}

/** Takes the URI or the JSON form. */
export function parseConnection(text: string): Parsed<Connection> {
  const trimmed = text.trim();
  return trimmed.startsWith('{') ? fromJson(trimmed) : fromUri(trimmed);
}

function fromUri(text: string): Parsed<Connection> {
  const match = /^nostr\+ehr:\/\/([^/?#\s@\\]+(?:\/[^?#\s]*)?)\?([^#\s]*)$/.exec(text);
  if (!match)
    return { ok: false, reason: 'a connection string begins with nostr+ehr:// and names a host and a key' };
  const values = new Map<string, string>();
  for (const pair of match[2]!.split('&')) {
    const cut = pair.indexOf('=');
    const [key, value] = cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    // Attack: two readers of one string take different ones of two keys.
    if (values.has(key))
      return { ok: false, reason: `the connection string gives ${key.slice(0, 40)} twice` };
    try {
      values.set(key, decodeURIComponent(value));
    } catch {
      return { ok: false, reason: `the connection string's ${key.slice(0, 40)} is damaged` };
    }
  }
  return checked(
    values.get('name') ?? '',
    `${values.get('insecure') === '1' ? 'ws' : 'wss'}://${match[1]}`,
    values.get('pk'),
  );
}

function fromJson(text: string): Parsed<Connection> {
  let value: { practice_name?: unknown; relay?: unknown; practice_pk?: unknown };
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'the connection string is not complete JSON' };
  }
  // No user and password: they would end up in logs and on screens.
  if (typeof value.relay !== 'string' || !/^wss?:\/\/[^/?#\s@\\]+(?:\/[^?#\s]*)?$/.test(value.relay)) {
    return { ok: false, reason: 'the connection string names no relay (ws:// or wss://)' };
  }
  const name = typeof value.practice_name === 'string' ? value.practice_name : '';
  return checked(name, value.relay, value.practice_pk);
}

function checked(name: string, relay: string, root: unknown): Parsed<Connection> {
  if (typeof root !== 'string' || !/^[0-9a-f]{64}$/.test(root)) {
    return { ok: false, reason: "the connection string's key (pk) must be 64 hex characters" };
  }
  return { ok: true, value: { name, relay: relay.endsWith('/') ? relay : `${relay}/`, root } };
}
