/** NIP-98: one HTTP request authorised by a signed event that names its address, method and body. */
import { sha256 } from '@noble/hashes/sha2.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { type NostrEvent, tagValue, tagValues, type VerifiedEvent, verifyEvent } from '../event.ts';
import { bytesToHex, utf8ToBytes } from '../hex.ts';
import { parseEvent } from '../parse-event.ts';
import type { Signer } from '../signer.ts';
import { decodeUtf8 } from '../utf8.ts';

export const HTTP_AUTH_KIND = 27235;
/** The NIP's suggestion, in seconds. */
const TOLERANCE = 60;
const MAX_HEADER = 8_192;

export interface HttpRequestFacts {
  /** Absolute, with the query. */
  url: string;
  method: string;
  body?: string | Uint8Array | undefined;
}

/** The value of the `Authorization` header for a request. `now` in Unix seconds. */
export async function createHttpAuth(
  request: HttpRequestFacts,
  signer: Signer,
  now: number,
): Promise<string> {
  const tags = [
    ['u', request.url],
    ['method', request.method.toUpperCase()],
    // The same request twice in one second is two requests: each authorization is taken once.
    ['nonce', bytesToHex(randomBytes(8))],
  ];
  if (hasBody(request.body)) tags.push(['payload', bodyHash(request.body)]);
  const event = await signer.signEvent({ kind: HTTP_AUTH_KIND, created_at: now, tags, content: '' });
  return `Nostr ${base64.encode(utf8ToBytes(JSON.stringify(event)))}`;
}

export interface HttpAuthExpectation extends HttpRequestFacts {
  /** Unix seconds. */
  now: number;
  toleranceSeconds?: number;
  /** Says whether this event id is used for the first time, and remembers it until `until` (Unix seconds). */
  firstUse: (id: string, until: number) => boolean;
  verify?: (event: NostrEvent) => VerifiedEvent | undefined | boolean;
}

/** Checks an `Authorization` header against the request as the server saw it. */
export function checkHttpAuth(
  header: string | undefined,
  {
    url,
    method,
    body,
    now,
    toleranceSeconds = TOLERANCE,
    firstUse,
    verify = verifyEvent,
  }: HttpAuthExpectation,
): { pubkey: string; event: NostrEvent } | { error: string } {
  const event = fromHeader(header);
  if ('error' in event) return event;
  if (event.kind !== HTTP_AUTH_KIND)
    return { error: `the authorization is not an event of kind ${HTTP_AUTH_KIND}` };
  // Attack: a token for a harmless request is used for another one. Address, method and body must all be these.
  if (!isOnly(event, 'u', url)) return { error: 'the authorization is for another address' };
  if (!isOnly(event, 'method', method.toUpperCase()))
    return { error: 'the authorization is for another method' };
  // … and a request signed with a body says something else without it.
  const named = tagValues(event, 'payload').length > 0;
  if ((hasBody(body) || named) && !isOnly(event, 'payload', bodyHash(body ?? ''))) {
    return { error: 'the authorization is for another body' };
  }
  const skew = event.created_at - now;
  if (Math.abs(skew) > toleranceSeconds) {
    return { error: `the authorization is ${Math.abs(skew)} seconds ${skew > 0 ? 'in the future' : 'old'}` };
  }
  if (!verify(event)) return { error: 'the signature of the authorization is wrong' };
  // Attack: a token read off a log or a proxy is sent again while it is still fresh. Asked last, so that only
  // genuine tokens are remembered.
  if (!firstUse(event.id, event.created_at + toleranceSeconds)) {
    return { error: 'the authorization was used before' };
  }
  return { pubkey: event.pubkey, event };
}

/** A `firstUse` in memory, for one process. Forgets ids when they have expired anyway. `now` in Unix seconds. */
export function rememberUses(now: () => number): (id: string, until: number) => boolean {
  const uses = new Map<string, number>();
  let nextSweep = 0;
  return (id, until) => {
    const time = now();
    if (time >= nextSweep) {
      for (const [used, end] of uses) if (end < time) uses.delete(used);
      nextSweep = time + TOLERANCE;
    }
    if (uses.has(id)) return false;
    uses.set(id, until);
    return true;
  };
}

function fromHeader(header: string | undefined): NostrEvent | { error: string } {
  if (header === undefined || header === '') return { error: 'authorization is missing' };
  if (header.length > MAX_HEADER) return { error: 'the authorization is too long' };
  const token = /^Nostr\s+([A-Za-z0-9+/]+=*)$/i.exec(header.trim())?.[1];
  if (token === undefined) return { error: 'the authorization is not of the form "Nostr <base64>"' };
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(base64.decode(token)));
  } catch {
    return { error: 'the authorization does not hold JSON' };
  }
  const event = parseEvent(value);
  return 'error' in event ? { error: `the authorization holds no event: ${event.error}` } : event;
}

/** Two tags of a name, of which a reader takes the first and another the last, are no proof of either. */
function isOnly(event: NostrEvent, name: string, value: string): boolean {
  return tagValues(event, name).length === 1 && tagValue(event, name) === value;
}

function hasBody(body: string | Uint8Array | undefined): body is string | Uint8Array {
  return body !== undefined && body.length > 0;
}

function bodyHash(body: string | Uint8Array): string {
  return bytesToHex(sha256(typeof body === 'string' ? utf8ToBytes(body) : body));
}
