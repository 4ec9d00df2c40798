/**
 * What only the practice's root key does: changing who the administrators are and how many of them have to approve,
 * and handing over to the successor it committed to. Events in the order in which a relay takes them; the keys are
 * the caller's to forget.
 */
import { finalizeEvent, getPublicKey, type VerifiedEvent } from '@keychart/nostr';
import {
  CHARTER,
  type Charter,
  type CharterBody,
  type CharterFold,
  charterContent,
  charterInForce,
  memberOf,
  permissionsOf,
  ROOT_SUCCESSION,
  rootCommitment,
} from '@keychart/protocol';

/** Public keys hex. */
export interface AdminChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Approvals of other admins every later change needs. */
  readonly approvals?: number;
}

type Made<T> =
  | { readonly ok: true; readonly events: readonly T[] }
  | { readonly ok: false; readonly reason: string };

/** One charter with other administrators, signed by the root. `now`: seconds. */
export function changeAdmins(
  { chain, rootAt }: CharterFold,
  rootSecret: Uint8Array,
  { add, remove, approvals }: AdminChange,
  now: number,
): Made<VerifiedEvent> {
  const current = charterInForce(chain);
  const at = Math.max(now, current.createdAt + 1);
  if (getPublicKey(rootSecret) !== rootAt(at)) return no('this is not the root key of this practice');
  const unknown = add.find((pk) => memberOf(current, pk, at) === undefined);
  if (unknown !== undefined) return no('an administrator has to be on the staff first');
  const admins = [...new Set([...current.admins, ...add])].filter((pk) => !remove.includes(pk));
  if (remove.some((pk) => !current.admins.includes(pk)))
    return no('somebody to remove is not an administrator');
  if (admins.length === 0) return no('a practice needs an administrator');
  const needed = approvals ?? current.approvals;
  if (needed > admins.length - 1)
    return no(`${needed} approvals of others cannot come from ${admins.length} administrators`);
  const roster = current.roster.map((member) => {
    if (!add.includes(member.pk) || member.role === 'admin') return member;
    const permissions = new Set([...permissionsOf(member), 'admin' as const, 'settings' as const]);
    return { ...member, permissions: [...permissions] };
  });
  const body = {
    ...bodyOf(current),
    seq: current.seq + 1,
    prev: current.id,
    admins,
    approvals: needed,
    roster,
  };
  return { ok: true, events: [signed(body, rootSecret, at)] };
}

/** The successor shows itself and commits to one of its own: from then on the root before it counts for nothing. */
export function succeedRoot(
  { chain }: CharterFold,
  successorSecret: Uint8Array,
  nextRoot: string,
  now: number,
): Made<VerifiedEvent> {
  const current = charterInForce(chain);
  const at = Math.max(now, current.createdAt + 1);
  const successor = getPublicKey(successorSecret);
  if (rootCommitment(successor) !== current.nextRoot)
    return no('this key is not the successor that the practice committed to');
  if (nextRoot === successor) return no('the next successor needs a key of its own');
  const succession = finalizeEvent(
    { kind: ROOT_SUCCESSION, created_at: at, tags: [['-']], content: '' },
    successorSecret,
  );
  const body = {
    ...bodyOf(current),
    seq: current.seq + 1,
    prev: current.id,
    nextRoot: rootCommitment(nextRoot),
  };
  return { ok: true, events: [succession, signed(body, successorSecret, at)] };
}

const no = (reason: string) => ({ ok: false, reason }) as const;

function bodyOf(charter: Charter): CharterBody {
  const { id: _id, author: _author, createdAt: _at, ...body } = charter;
  return body;
}

const signed = (body: CharterBody, secret: Uint8Array, at: number): VerifiedEvent =>
  finalizeEvent({ kind: CHARTER, created_at: at, tags: [['-']], content: charterContent(body) }, secret);
