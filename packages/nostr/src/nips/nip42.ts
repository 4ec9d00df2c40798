/** NIP-42: proving to a relay, for one connection, who is at the other end. */
import { type EventTemplate, type NostrEvent, tagValue, type VerifiedEvent, verifyEvent } from '../event.ts';

export const AUTH_KIND = 22242;
/** The NIP's "~10 minutes", in seconds. */
const TOLERANCE = 600;

/** The event to sign for a challenge. `now` in Unix seconds. */
export function makeAuthTemplate(
  relayUrl: string,
  challenge: string,
  now: number = Math.floor(Date.now() / 1000),
): EventTemplate {
  return {
    kind: AUTH_KIND,
    created_at: now,
    tags: [
      ['relay', relayUrl],
      ['challenge', challenge],
    ],
    content: '',
  };
}

export interface AuthExpectation {
  /** One address, or all under which the relay is reached. */
  relayUrl: string | readonly string[];
  challenge: string;
  /** Unix seconds. */
  now: number;
  toleranceSeconds?: number;
  /** Defaults to `verifyEvent`; pass a native one on a server. */
  verify?: (event: NostrEvent) => VerifiedEvent | undefined | boolean;
}

/** Checks an AUTH answer; cheap tests first, the signature last. The error is fit for an OK message. */
export function checkAuth(
  event: NostrEvent,
  { relayUrl, challenge, now, toleranceSeconds = TOLERANCE, verify = verifyEvent }: AuthExpectation,
): { pubkey: string } | { error: string } {
  if (event.kind !== AUTH_KIND) return { error: `invalid: AUTH needs an event of kind ${AUTH_KIND}` };
  // Attack: an AUTH event made for another connection or another relay is replayed here. The challenge ties it
  // to this connection, the relay tag to this relay.
  if (tagValue(event, 'challenge') !== challenge)
    return { error: 'invalid: the challenge is not the one I sent' };
  const named = normalizeRelayUrl(tagValue(event, 'relay') ?? '');
  const own = typeof relayUrl === 'string' ? [relayUrl] : relayUrl;
  if (named === undefined || !own.some((url) => normalizeRelayUrl(url) === named)) {
    return { error: 'invalid: the AUTH event names another relay' };
  }
  const skew = event.created_at - now;
  if (Math.abs(skew) > toleranceSeconds) {
    const minutes = Math.round(Math.abs(skew) / 60);
    const direction = skew > 0 ? 'ahead' : 'behind';
    return { error: `invalid: created_at is ${minutes} minutes ${direction}: set the clock of your device` };
  }
  if (!verify(event)) return { error: 'invalid: the signature is wrong' };
  return { pubkey: event.pubkey };
}

/** Scheme and host in lower case, no default port, no trailing slash; undefined if it is not ws(s). */
export function normalizeRelayUrl(url: string): string | undefined {
  const match = /^(wss?):\/\/([^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?/i.exec(url.trim());
  if (!match) return undefined;
  const [, rawScheme = '', rawHost = '', path = '', query = ''] = match;
  const scheme = rawScheme.toLowerCase();
  const host = rawHost.toLowerCase().replace(scheme === 'ws' ? /:80$/ : /:443$/, '');
  return `${scheme}://${host}${path.replace(/\/+$/, '')}${query}`;
}
