/** NIP-70: protected events, which a relay takes only from their author, authenticated. */
import type { NostrEvent } from '../event.ts';

/** Put it into an event so that nobody else may publish it to a relay that follows the NIP. */
export const PROTECTED_TAG: readonly string[] = ['-'];

/** Does the event carry the tag `["-"]`? */
export function isProtected(event: Pick<NostrEvent, 'tags'>): boolean {
  return event.tags.some((tag) => tag.length === 1 && tag[0] === '-');
}
