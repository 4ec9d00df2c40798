/**
 * Requests by administrators of the practice: each carries its own NIP-98 authorization, signed by a key that the
 * charter in force names as an admin. No session, nothing to steal.
 */
import { checkHttpAuth, rememberUses, type VerifiedEvent } from '@keychart/nostr';
import {
  CHARTER,
  CHARTER_APPROVAL,
  charterInForce,
  foldCharters,
  memberOf,
  ROOT_SUCCESSION,
} from '@keychart/protocol';
import type { EventStore } from '@keychart/relay';
import type { Addresses } from './addresses.ts';

export interface AdminRequest {
  /** Path with the query. */
  readonly path: string;
  readonly method: string;
  readonly authorization: string | undefined;
  /** As it came. */
  readonly body: string | undefined;
}

export type AdminAnswer =
  | { readonly ok: true; readonly pubkey: string }
  | { readonly ok: false; readonly status: 401; readonly reason: string }
  /** The key is proven; it may not. */
  | { readonly ok: false; readonly status: 403; readonly reason: string; readonly pubkey: string };

export function adminAccess(
  addresses: () => Addresses,
  admins: () => readonly string[],
  now: () => number = () => Math.floor(Date.now() / 1000),
): (request: AdminRequest) => AdminAnswer {
  const firstUse = rememberUses(now);
  const started = now();
  return ({ path, method, authorization, body }) => {
    // Attack: a request line may name a whole address, and with it the server an authorization was really meant for.
    if (!path.startsWith('/')) return { ok: false, status: 401, reason: 'this address is not right' };
    let refused = 'authorization is missing';
    for (const relayUrl of addresses().relayUrls) {
      const url = `${new URL(relayUrl.replace(/^ws/, 'http')).origin}${path}`;
      const answer = checkHttpAuth(authorization, { url, method, body, now: now(), firstUse });
      if ('pubkey' in answer) {
        const { pubkey } = answer;
        // What the process before this one has taken, this one does not know.
        if (answer.event.created_at < started)
          return { ok: false, status: 401, reason: 'the server has just started: try again in a minute' };
        if (admins().includes(pubkey)) return { ok: true, pubkey };
        return {
          ok: false,
          status: 403,
          reason: 'only an administrator of the practice may do this',
          pubkey,
        };
      }
      refused = answer.error;
      if (refused !== 'the authorization is for another address') break;
    }
    return { ok: false, status: 401, reason: refused };
  };
}

/**
 * The administrators by the charter in force, as long as it has them on the staff. What a relay has stored was verified
 * when it came.
 */
export function adminsOf(store: EventStore, root: string, now: number): readonly string[] {
  const events = store.eventsOfKinds([CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION]) as VerifiedEvent[];
  const fold = foldCharters(events, root);
  if (!fold) return [];
  const charter = charterInForce(fold.chain);
  return charter.admins.filter((pk) => memberOf(charter, pk, now) !== undefined);
}
