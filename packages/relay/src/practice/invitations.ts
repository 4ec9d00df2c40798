/**
 * Open and closed invitations, by invite key: what a connection that has proved to hold one may do. Deny by default: a
 * key nobody invited is a stranger, one whose invitation has ended is told so and may do nothing.
 */
import type { NostrEvent } from '@keychart/nostr';
import { GIFT_WRAP, parseInvitationTags } from '@keychart/protocol';
import type { Refusal } from '../policy.ts';
import type { EventStore } from '../store/store.ts';

export interface Invitations {
  /** The second at which it ends by itself, where it is one that is open. */
  add(event: NostrEvent): number | undefined;
  /** @param admins of the charter in force: what somebody published who is none any more opens nothing. */
  state(pubkey: string, now: number, admins: readonly string[]): 'open' | Refusal;
  expiryOf(pubkey: string): number | undefined;
  /** False where this admin has had another answer to it. */
  answer(invited: string, admin: string, eventId: string): boolean;
  keys(): readonly string[];
}

interface Known {
  readonly by: Set<string>;
  expires: number;
  closed: 'used' | 'withdrawn' | undefined;
}

export function invitations(): Invitations {
  const known = new Map<string, Known>();
  const answers = new Map<string, string>();

  return {
    add(event) {
      const parsed = parseInvitationTags(event);
      if (!parsed.ok) return undefined;
      const { pk, expires, state } = parsed.value;
      const entry = known.get(pk) ?? { by: new Set(), expires, closed: undefined };
      known.set(pk, entry);
      // Attack: an old `open` of another admin, sent again, would bring back what was closed. Closed stays closed.
      if (state !== 'open') entry.closed ??= state;
      else {
        entry.by.add(event.pubkey);
        entry.expires = Math.min(entry.expires, expires);
      }
      return state === 'open' ? entry.expires : undefined;
    },
    state(pubkey, now, admins) {
      const entry = known.get(pubkey);
      if (!entry) return undefined;
      if (entry.closed === 'used') return 'restricted: this invitation has been used';
      if (entry.closed === 'withdrawn' || !admins.some((admin) => entry.by.has(admin)))
        return 'restricted: this invitation was withdrawn';
      return now < entry.expires ? 'open' : 'restricted: this invitation has expired';
    },
    expiryOf: (pubkey) => known.get(pubkey)?.expires,
    answer(invited, admin, eventId) {
      const name = `${invited}:${admin}`;
      const before = answers.get(name);
      if (before === undefined) answers.set(name, eventId);
      return before === undefined || before === eventId;
    },
    keys: () => [...known.keys()],
  };
}

/** Claims that were stored before the relay was started: an invite key signs its wraps itself. */
export function claimsIn(store: EventStore, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const page = { now: 0, limit: MOST, wholeSecond: false, hardCap: MOST, maxBytes: MOST * 65_536 };
  return store
    .query({ kinds: [GIFT_WRAP], authors: [...keys], by: 'authors' }, { ...page, sees: () => true })
    .events.map(({ pubkey, p, id }) => ({ author: pubkey, p: p ?? '', id }));
}

const MOST = 10_000;
