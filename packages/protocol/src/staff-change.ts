/**
 * Changes of the staff as pure arithmetic on the charter (wire.md §5): what the next charter says, which
 * compartments need a new epoch because somebody who held their keys goes, and who is to be handed which keys.
 */
import {
  type Charter,
  type CharterBody,
  type CharterChain,
  charterAt,
  charterInForce,
  compartmentsOf,
  isAdmin,
  type Member,
} from './charter.ts';
import type { Compartment } from './compartments.ts';
import { type Policies, whyNotPolicies } from './policies.ts';
import { type Permission, type Role, roleDefaults } from './roles.ts';

/** Public keys are hex, times seconds. */
export type StaffChange =
  | {
      readonly kind: 'add' | 'change';
      readonly pk: string;
      readonly role: Role;
      readonly permissions?: readonly Permission[];
      readonly compartments?: readonly Compartment[];
      readonly until?: number;
      /** Only for patients they are handed by name: no epoch secrets. */
      readonly named?: boolean;
      /** No links to the epochs before. */
      readonly noHistory?: boolean;
    }
  /** Ends today; the person stays on the list and can be let in again. */
  | { readonly kind: 'suspend' | 'resume' | 'remove'; readonly pk: string }
  /** The same member under another key, from now on. */
  | { readonly kind: 'replace'; readonly pk: string; readonly by: string }
  /** New keys for everybody: after a lost laptop, or when access has run out by its date. */
  | { readonly kind: 'renew'; readonly compartments: readonly Compartment[] }
  /** All of them anew; what is left out is settled no more. */
  | { readonly kind: 'policies'; readonly policies: Policies };

export interface StaffPlan {
  readonly body: CharterBody;
  /** Compartments that enter a new epoch. */
  readonly renewed: readonly Compartment[];
  /** Who gets the secrets of which present epochs. */
  readonly grants: readonly { readonly pk: string; readonly compartments: readonly Compartment[] }[];
}

/** The next charter and what has to go with it; a sentence where the change cannot be made. */
export function planStaffChange(
  chain: CharterChain,
  change: StaffChange,
  author: string,
  at: number,
): StaffPlan | { readonly reason: string } {
  const current = charterInForce(chain);
  const refused = whyNotChange(current, change, author, at);
  if (refused !== undefined) return { reason: refused };
  const roster = rosterAfter(chain, change, at);
  // Whoever's time has run out is treated here as one who goes: the first change after it renews those keys too.
  const lost = new Set([
    ...renewalDue(chain, at),
    ...(change.kind === 'renew'
      ? change.compartments
      : current.roster.flatMap((member) => lostBy(member, roster, at))),
  ]);
  const renewed = Object.keys(current.compartments).filter((c) => lost.has(c));
  const compartments = Object.fromEntries(
    Object.entries(current.compartments).map(([c, { epoch }]) => [
      c,
      { epoch: lost.has(c) ? epoch + 1 : epoch },
    ]),
  );
  const before = new Map(
    current.roster.filter((member) => holdsSecrets(member, at)).map((member) => [member.pk, member]),
  );
  const grants = roster
    .filter((member) => holdsSecrets(member, at))
    .map((member) => {
      const had = before.get(member.pk);
      const needed = compartmentsOf(member).filter(
        (c) => compartments[c] && (lost.has(c) || !had || !compartmentsOf(had).includes(c)),
      );
      return { pk: member.pk, compartments: needed };
    })
    .filter(({ pk, compartments: needed }) => needed.length > 0 || !before.has(pk));
  const { id: _id, author: _author, createdAt: _at, ...body } = current;
  return {
    body: {
      ...body,
      seq: current.seq + 1,
      prev: current.id,
      roster,
      compartments,
      ...(change.kind === 'policies' && { policies: change.policies }),
    },
    renewed,
    grants,
  };
}

/** Compartments whose keys somebody still has whose access has ended by itself since they were last renewed. */
export function renewalDue(chain: CharterChain, at: number): readonly Compartment[] {
  const current = charterInForce(chain);
  const ended = current.roster.filter(({ to, named }) => named !== true && to !== undefined && to <= at);
  const due = ended.flatMap((member) =>
    compartmentsOf(member).filter((c) => {
      // In the second before: a charter of that very second is the suspension, which has renewed them already.
      const then = charterAt(chain, (member.to ?? at) - 1)?.compartments[c]?.epoch;
      return then !== undefined && then === current.compartments[c]?.epoch;
    }),
  );
  return [...new Set(due)];
}

function whyNotChange(current: Charter, change: StaffChange, author: string, at: number): string | undefined {
  if (!isAdmin(current, author)) return 'only an administrator of the practice changes the staff';
  if (change.kind === 'renew') {
    const unknown = change.compartments.find((c) => !current.compartments[c]);
    if (unknown !== undefined) return `there is no compartment ${unknown}`;
    return change.compartments.length > 0 ? undefined : 'no compartment was named';
  }
  if (change.kind === 'policies') return whyNotPolicies(change.policies);
  const known = current.roster.find(({ pk }) => pk === change.pk);
  if (change.kind === 'add') {
    if (known && holds(known, at)) return 'this key already belongs to somebody on the staff';
  } else if (!known) return 'this person is not on the staff';
  if ('named' in change && change.named && administers(change))
    return 'somebody for named patients only cannot be an administrator: give them the whole practice, or another role';
  if (change.kind === 'replace' && current.roster.some(({ pk }) => pk === change.by))
    return 'the new key already belongs to somebody on the staff';
  if (change.kind === 'resume' && known && holds(known, at)) return 'this person has access already';
  if (change.kind === 'suspend' && known && !holds(known, at)) return 'this person has no access now';
  if ('until' in change && change.until !== undefined && change.until <= at)
    return 'the end of the access lies in the past';
  // Otherwise a practice could lose everybody who may change it; the root alone changes the administrators.
  if (isAdmin(current, change.pk) && change.kind !== 'resume' && change.kind !== 'add')
    return 'this person is an administrator: that is changed with the root key of the practice';
  return undefined;
}

const administers = ({ role, permissions }: Extract<StaffChange, { role: Role }>) =>
  (permissions ?? roleDefaults[role].permissions).includes('admin');

function rosterAfter(chain: CharterChain, change: StaffChange, at: number): Member[] {
  const { roster } = charterInForce(chain);
  if (change.kind === 'renew' || change.kind === 'policies') return [...roster];
  const others = roster.filter(({ pk }) => pk !== change.pk);
  const known = roster.find(({ pk }) => pk === change.pk);
  switch (change.kind) {
    case 'add':
      return [...others, memberFrom(change, at)];
    case 'change':
      return roster.map((member) => (member.pk === change.pk ? memberFrom(change, member.from) : member));
    case 'remove':
      return others;
    case 'replace':
      return roster.map((member) =>
        member.pk === change.pk ? { ...member, pk: change.by, from: at, was: member.pk } : member,
      );
    case 'suspend':
      return roster.map((member) => (member.pk === change.pk ? { ...member, to: at } : member));
    case 'resume': {
      if (!known) return others;
      const { to: _ended, ...member } = known;
      const end = endBefore(chain, change.pk);
      const back = { ...member, from: at, ...(end !== undefined && end > at && { to: end }) };
      return roster.map((entry) => (entry.pk === change.pk ? back : entry));
    }
  }
}

/** The last day somebody had before they were suspended: being let in again gives them no more than that. */
function endBefore(chain: CharterChain, pubkey: string): number | undefined {
  const lines = chain.flatMap(({ roster, createdAt }) => {
    const line = roster.find(({ pk }) => pk === pubkey);
    return line && (line.to === undefined || line.to > createdAt) ? [line] : [];
  });
  return lines.at(-1)?.to;
}

function memberFrom(
  { pk, role, permissions, compartments, until, named, noHistory }: Extract<StaffChange, { role: Role }>,
  from: number,
): Member {
  const defaults = roleDefaults[role];
  return {
    pk,
    role,
    from,
    ...(permissions && !same(permissions, defaults.permissions) && { permissions: [...permissions] }),
    ...(compartments && !same(compartments, defaults.compartments) && { compartments: [...compartments] }),
    ...(until !== undefined && { to: until }),
    ...(named === true && { named }),
    ...(noHistory === true && { noHistory }),
  };
}

/** Has the keys, or will from a later day on: handed over in advance, the relay still waits for that day. */
const holds = ({ to }: Member, at: number) => to === undefined || to > at;

/** Somebody for named patients has no secret of a compartment: nothing to renew when they go. */
const holdsSecrets = (member: Member, at: number) => member.named !== true && holds(member, at);

function lostBy(member: Member, roster: readonly Member[], at: number): readonly Compartment[] {
  if (!holdsSecrets(member, at)) return [];
  const next = roster.find(({ pk }) => pk === member.pk);
  const kept = next && holdsSecrets(next, at) ? compartmentsOf(next) : [];
  return compartmentsOf(member).filter((c) => !kept.includes(c));
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value));
