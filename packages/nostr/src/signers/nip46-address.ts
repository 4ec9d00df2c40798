/** NIP-46 addresses: `bunker://` is made by a signer for a client, `nostrconnect://` by a client for a signer. */
import { isHex32 } from '../hex.ts';

export interface BunkerAddress {
  /** Public key of the signer, 64 hex digits; the person's may be another. */
  readonly signer: string;
  /** 1 to 5 `ws:`/`wss:` addresses where it listens. */
  readonly relays: readonly string[];
  /** One-time secret. */
  readonly secret?: string;
}

const MOST_RELAYS = 5;

export function parseBunkerAddress(text: string): BunkerAddress | { error: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { error: 'nothing was entered' };
  if (trimmed.startsWith('nostrconnect://'))
    return { error: 'this address is meant for the signer: paste it there, not here' };
  const parts = /^bunker:\/\/([^/?#]+)\/?\?([^#]*)$/.exec(trimmed);
  if (!parts) return { error: 'the address of a remote signer begins with bunker:// and names a relay' };
  const [, signer = '', query = ''] = parts;
  if (!isHex32(signer)) return { error: 'this bunker:// address does not hold a public key: copy all of it' };
  const fields = readQuery(query);
  if (!fields) return { error: 'this bunker:// address is damaged: copy all of it' };
  const relays: string[] = [];
  for (const [name, value] of fields) {
    if (name !== 'relay') continue;
    const relay = parseRelayAddress(value);
    if (typeof relay !== 'string') return relay;
    if (!relays.includes(relay)) relays.push(relay);
  }
  if (relays.length === 0) return { error: 'this bunker:// address names no relay: copy all of it' };
  const secret = fields.find(([name]) => name === 'secret')?.[1];
  return { signer, relays: relays.slice(0, MOST_RELAYS), ...(secret && { secret }) };
}

/** `wss://relay.example/`; with a slash at the end, as relays compare it. */
export function parseRelayAddress(text: string): string | { error: string } {
  const parts = /^(wss?):\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?(\/[^\s#]*)?$/i.exec(text.trim());
  if (!parts) return { error: `this is not the address of a relay: ${text.slice(0, 80)}` };
  const [, scheme = '', host = '', port = '', path = '/'] = parts;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${port}${path}`;
}

export interface ConnectInvite {
  /** Public key of the client, 64 hex digits. */
  readonly client: string;
  readonly relays: readonly string[];
  /** The signer proves with it that it read this address. */
  readonly secret: string;
  /** Shown to the person by the signer. */
  readonly name: string;
  /** `sign_event`, `nip44_decrypt` … */
  readonly perms: readonly string[];
}

export function connectAddress({ client, relays, secret, name, perms }: ConnectInvite): string {
  const fields = [
    ...relays.map((relay) => ['relay', relay]),
    ['secret', secret],
    ['perms', perms.join(',')],
    ['name', name],
  ];
  const query = fields.map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`).join('&');
  return `nostrconnect://${client}?${query}`;
}

function readQuery(query: string): [name: string, value: string][] | undefined {
  try {
    return query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=');
        const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
        return [decodeURIComponent(name), decodeURIComponent(value.replaceAll('+', ' '))];
      });
  } catch {
    return undefined; // a percent sign that stands for nothing
  }
}
