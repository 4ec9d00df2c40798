/** What a client may say (NIP-01, 42, 45), from text to a checked union. Sizes are bounded here, not authority. */
import { type Filter, type NostrEvent, parseEvent, parseFilter } from '@keychart/nostr';
import type { RelayLimits } from './limits.ts';

export type ClientMessage =
  | { readonly type: 'EVENT' | 'AUTH'; readonly event: NostrEvent }
  | { readonly type: 'REQ' | 'COUNT'; readonly id: string; readonly filters: Filter[] }
  | { readonly type: 'CLOSE'; readonly id: string }
  /** An event or subscription that can be named in the answer, but not accepted. */
  | { readonly type: 'BAD_EVENT'; readonly id: string; readonly reason: string }
  | { readonly type: 'BAD_REQ'; readonly id: string; readonly reason: string }
  | { readonly type: 'MALFORMED'; readonly reason: string };

const malformed = (reason: string): ClientMessage => ({ type: 'MALFORMED', reason: `invalid: ${reason}` });

export function parseClientMessage(text: string, limits: RelayLimits): ClientMessage {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return malformed('the message is not JSON');
  }
  if (!Array.isArray(message)) return malformed('a message must be a JSON array');
  const [type, ...rest] = message as unknown[];
  switch (type) {
    case 'EVENT':
    case 'AUTH':
      return parseEventMessage(type, rest, limits);
    case 'REQ':
    case 'COUNT':
      return parseRequest(type, rest, limits);
    case 'CLOSE':
      return isSubscriptionId(rest[0], limits)
        ? { type, id: rest[0] }
        : malformed('CLOSE needs the id of a subscription');
    default:
      return malformed('this relay understands EVENT, REQ, COUNT, CLOSE and AUTH');
  }
}

function parseEventMessage(type: 'EVENT' | 'AUTH', rest: unknown[], limits: RelayLimits): ClientMessage {
  const event = parseEvent(rest[0]);
  if (!('error' in event)) {
    const reason = tooLarge(event, limits);
    return reason ? { type: 'BAD_EVENT', id: event.id, reason } : { type, event };
  }
  const id = (rest[0] as { id?: unknown } | null | undefined)?.id;
  if (typeof id !== 'string' || id.length > 64) return malformed(event.error);
  return { type: 'BAD_EVENT', id, reason: `invalid: ${event.error}` };
}

function tooLarge({ tags }: NostrEvent, limits: RelayLimits): string | undefined {
  if (tags.length > limits.tags) return `invalid: more than ${limits.tags} tags`;
  if (tags.some((tag) => tag.length > limits.tagItems))
    return `invalid: a tag has more than ${limits.tagItems} items`;
  return undefined;
}

function parseRequest(type: 'REQ' | 'COUNT', rest: unknown[], limits: RelayLimits): ClientMessage {
  const [id, ...parts] = rest;
  if (!isSubscriptionId(id, limits)) {
    return malformed(`a subscription id must be a text of 1 to ${limits.subscriptionIdLength} characters`);
  }
  const bad = (reason: string): ClientMessage => ({ type: 'BAD_REQ', id, reason: `invalid: ${reason}` });
  if (parts.length === 0) return bad(`${type} needs at least one filter`);
  if (parts.length > limits.filters) return bad(`more than ${limits.filters} filters`);
  const filters: Filter[] = [];
  for (const part of parts) {
    const filter = parseFilter(part);
    if ('error' in filter) return bad(String(filter.error));
    if (filter.search !== undefined) return bad('this relay has no search: what it keeps is encrypted');
    if (valuesOf(filter) > limits.filterValues)
      return bad(`a filter has more than ${limits.filterValues} values`);
    if (Object.keys(filter).filter((key) => key.startsWith('#')).length > limits.filterTags)
      return bad(`a filter asks for more than ${limits.filterTags} tags`);
    filters.push(filter);
  }
  return { type, id, filters };
}

function valuesOf(filter: Filter): number {
  let values = 0;
  for (const field of Object.values(filter)) if (Array.isArray(field)) values += field.length;
  return values;
}

function isSubscriptionId(id: unknown, limits: RelayLimits): id is string {
  return typeof id === 'string' && id.length > 0 && id.length <= limits.subscriptionIdLength;
}
