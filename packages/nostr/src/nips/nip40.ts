/** NIP-40: events that a relay should not serve after a time. */
import { type NostrEvent, tagValue } from '../event.ts';

/** Unix seconds of the expiration tag; undefined without one or if it is not a whole number. */
export function expirationOf(event: Pick<NostrEvent, 'tags'>): number | undefined {
  const text = tagValue(event, 'expiration');
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** Has its time passed? `now` in Unix seconds. */
export function isExpired(event: Pick<NostrEvent, 'tags'>, now: number): boolean {
  const expiration = expirationOf(event);
  return expiration !== undefined && expiration <= now;
}
