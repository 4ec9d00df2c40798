/** What a relay says: NIP-01, NIP-42, NIP-45 and NIP-67 messages, parsed from one text frame. */
import type { NostrEvent } from '../event.ts';
import { parseCountAnswer } from '../nips/nip45.ts';
import { parseHints } from '../nips/nip67.ts';
import { parseEvent } from '../parse-event.ts';

export type RelayMessage =
  | { type: 'EVENT'; sub: string; event: NostrEvent }
  /** An EVENT frame whose event is not one: counted by paging, handed to nobody. */
  | { type: 'BAD_EVENT'; sub: string; error: string }
  | { type: 'EOSE'; sub: string; finish: boolean; more: boolean }
  | { type: 'CLOSED'; sub: string; reason: string }
  | { type: 'COUNT'; sub: string; count: number }
  | { type: 'OK'; id: string; accepted: boolean; message: string }
  | { type: 'AUTH'; challenge: string }
  | { type: 'NOTICE'; message: string };

/** Longer frames are not parsed. In UTF-16 units. */
const MAX_FRAME = 8_000_000;

export function parseRelayMessage(frame: unknown): RelayMessage | { error: string } {
  if (typeof frame !== 'string') return { error: 'a frame that is not text' };
  if (frame.length > MAX_FRAME) return { error: 'a frame that is too long' };
  let message: unknown;
  try {
    message = JSON.parse(frame);
  } catch {
    return { error: 'a frame that is not JSON' };
  }
  if (!Array.isArray(message)) return { error: 'a frame that is not an array' };
  return fromArray(message as unknown[]);
}

function fromArray([type, first, second, third]: unknown[]): RelayMessage | { error: string } {
  const faulty = { error: `a faulty ${typeof type === 'string' ? type.slice(0, 20) : 'message'}` };
  if (typeof first !== 'string') return faulty;
  switch (type) {
    case 'EVENT': {
      const event = parseEvent(second);
      return 'error' in event
        ? { type: 'BAD_EVENT', sub: first, error: event.error }
        : { type: 'EVENT', sub: first, event };
    }
    case 'EOSE':
      return { type: 'EOSE', sub: first, ...parseHints(second) };
    case 'CLOSED':
      return { type: 'CLOSED', sub: first, reason: isString(second) ? second : '' };
    case 'COUNT': {
      const answer = parseCountAnswer(second);
      return 'error' in answer ? faulty : { type: 'COUNT', sub: first, count: answer.count };
    }
    case 'OK':
      if (typeof second !== 'boolean') return faulty;
      return { type: 'OK', id: first, accepted: second, message: isString(third) ? third : '' };
    case 'AUTH':
      return { type: 'AUTH', challenge: first };
    case 'NOTICE':
      return { type: 'NOTICE', message: first };
    default:
      return faulty;
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
