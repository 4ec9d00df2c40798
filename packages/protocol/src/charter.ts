/**
 * The charter (wire.md §4): who is staff, in which role, since when, and which epoch each compartment is in.
 * A chain of plain events from the root's genesis; everybody folds it the same way and gets the same answer.
 */
import type { VerifiedEvent } from '@keychart/nostr';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Compartment } from './compartments.ts';
import { CHARTER, CHARTER_APPROVAL, mayLieIn, ROOT_SUCCESSION, recordKind } from './kinds.ts';
import { policiesSchema } from './policies.ts';
import { type Permission, permissions, roleDefaults, roles } from './roles.ts';
import { compartment, epochNumber, hex32, type Parsed, parseJson, seconds } from './shapes.ts';

const memberSchema = z.object({
  pk: hex32,
  role: z.enum(roles),
  permissions: z.optional(z.array(z.enum(permissions))),
  compartments: z.optional(z.array(compartment)),
  /** Entitled from this second (inclusive) … */
  from: seconds,
  /** … to this one (exclusive). */
  to: z.optional(seconds),
  /** Role and compartments hold only for patients this member was handed a PairGrant for; no epoch secrets. */
  named: z.optional(z.boolean()),
  /** The relay hands this member no links to the epochs before: it reads what is written under the present keys. */
  noHistory: z.optional(z.boolean()),
  /** The key this line had in the charter before: what was handed to that one by name goes to this one. */
  was: z.optional(hex32),
});

const charterSchema = z.object({
  v: z.literal(1),
  seq: z.int().check(z.gte(0)),
  prev: z.optional(hex32),
  admins: z.array(hex32).check(z.minLength(1)),
  /** Approvals of other admins a change needs beside its author's signature. */
  approvals: z.int().check(z.gte(0)),
  roster: z.array(memberSchema),
  compartments: z.record(compartment, z.object({ epoch: epochNumber })),
  relay: z.optional(z.record(z.string(), z.unknown())),
  policies: z.optional(policiesSchema),
  /** sha256 of the successor root's public key. */
  nextRoot: hex32,
});

export type Member = z.infer<typeof memberSchema>;
export type CharterBody = z.infer<typeof charterSchema>;
/** Any one of these. */
const LIST_KEEPERS: readonly Permission[] = ['write', 'schedule', 'admin', 'settings'];

export interface Charter extends CharterBody {
  readonly id: string;
  readonly author: string;
  readonly createdAt: number;
}
/** From genesis to the charter in force now; never empty. */
export type CharterChain = readonly Charter[];

export function parseCharter(event: VerifiedEvent): Parsed<Charter> {
  if (event.kind !== CHARTER) return { ok: false, reason: `kind ${event.kind} is not a charter` };
  const body = parseJson(charterSchema, event.content, 'charter');
  if (!body.ok) return body;
  return {
    ok: true,
    value: { ...body.value, id: event.id, author: event.pubkey, createdAt: event.created_at },
  };
}

export function charterContent(body: CharterBody): string {
  return JSON.stringify(z.parse(charterSchema, body));
}

export interface CharterFold {
  readonly chain: Charter[];
  /** Charters that are well formed but not part of the chain, with the reason. */
  readonly ignored: { readonly id: string; readonly reason: string }[];
  /** Who signs as root what is dated `at` and follows the chain: R, or a successor that has been revealed. */
  readonly rootAt: (at: number) => string;
}

/** What a charter's `nextRoot` says of a public key (hex): it commits to the successor without naming it. */
export const rootCommitment = (pubkey: string): string => bytesToHex(sha256(hexToBytes(pubkey)));

/**
 * Folds every verified charter and approval of a practice into the chain in force. `undefined` where no
 * valid genesis of `root` is among them. Two valid charters of one `seq`: the one in `relied` stays, else the
 * lower id wins.
 *
 * @param relied ids this reader has seen in force before. Attack: somebody who was an admin once, with the help
 *   of a dishonest relay, signs a rival of an old charter with a lower id and so rewrites who was ever entitled.
 */
export function foldCharters(
  events: readonly VerifiedEvent[],
  root: string,
  relied: ReadonlySet<string> = new Set(),
): CharterFold | undefined {
  const ignored: { id: string; reason: string }[] = [];
  const charters: Charter[] = [];
  const approvals = new Map<string, Set<string>>();
  const revealed: { pubkey: string; commitment: string; at: number }[] = [];
  for (const event of events) {
    if (event.kind === ROOT_SUCCESSION) {
      const { pubkey, created_at: at } = event;
      revealed.push({ pubkey, commitment: rootCommitment(pubkey), at });
      continue;
    }
    if (event.kind === CHARTER_APPROVAL) {
      const target = event.tags.find((tag) => tag[0] === 'e')?.[1];
      if (target) approvals.set(target, (approvals.get(target) ?? new Set()).add(event.pubkey));
      continue;
    }
    const parsed = parseCharter(event);
    if (parsed.ok) charters.push(parsed.value);
    else ignored.push({ id: event.id, reason: parsed.reason });
  }
  const rank = ({ id }: Charter) => (relied.has(id) ? 0 : 1);
  charters.sort((a, b) => a.seq - b.seq || rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const chain: Charter[] = [];
  let signer = root;
  // From the second of its succession on the successor is the root, and the one before it is nobody.
  const rootAt = (at: number) =>
    revealed.find(({ commitment, at: since }) => commitment === chain.at(-1)?.nextRoot && since <= at)
      ?.pubkey ?? signer;
  for (const charter of charters) {
    const present = rootAt(charter.createdAt);
    const reason = whyNotNext(chain.at(-1), charter, present, approvals.get(charter.id));
    if (reason) {
      ignored.push({ id: charter.id, reason });
      continue;
    }
    chain.push(charter);
    if (charter.author === present) signer = present;
  }
  return chain.length > 0 ? { chain, ignored, rootAt } : undefined;
}

/** The sentence why `charter` cannot follow `current`; nothing where it can. */
export function whyNotNext(
  current: Charter | undefined,
  charter: Charter,
  root: string,
  approvals: ReadonlySet<string> = new Set(),
): string | undefined {
  if (!current) {
    if (charter.seq !== 0 || charter.prev !== undefined) return 'the genesis charter is not known';
    return charter.author === root ? undefined : 'a genesis charter must be signed by the practice root';
  }
  if (charter.seq !== current.seq + 1 || charter.prev !== current.id)
    return 'does not follow the charter in force';
  if (charter.createdAt < current.createdAt) return 'is dated before the charter it follows';
  // Attack: an epoch that goes back is written under keys which everybody who ever left still holds.
  const back = Object.entries(current.compartments).find(
    ([name, { epoch }]) => (charter.compartments[name]?.epoch ?? 0) < epoch,
  );
  if (back) return `takes compartment ${back[0]} back to an earlier epoch`;
  if (charter.author === root) return undefined;
  // An admin could otherwise make himself sole admin, or swap the successor root for his own.
  if (!sameSet(charter.admins, current.admins)) return 'only the practice root changes the admins';
  if (charter.nextRoot !== current.nextRoot) return 'only the practice root changes its successor';
  if (charter.approvals !== current.approvals) return 'only the practice root changes the approvals needed';
  if (!current.admins.includes(charter.author)) return 'is not signed by an admin of the charter before it';
  const others = [...approvals].filter((key) => key !== charter.author && current.admins.includes(key));
  return others.length >= current.approvals
    ? undefined
    : `needs ${current.approvals} approvals of other admins`;
}

/** Attack: one name twice in the place of another has the right length, and leaves the other out. */
function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((value) => b.includes(value)) && b.every((value) => a.includes(value));
}

export function charterInForce(chain: CharterChain): Charter {
  const last = chain.at(-1);
  if (!last) throw new Error('charterInForce: the chain is empty');
  return last;
}

/** The charter in force at a time in seconds; `undefined` before the genesis. */
export function charterAt(chain: CharterChain, at: number): Charter | undefined {
  return chain.findLast((charter) => charter.createdAt <= at);
}

/** The roster entry that entitles `pubkey` at that second, by the charter given. */
export function memberOf(charter: Charter | undefined, pubkey: string, at: number): Member | undefined {
  return charter?.roster.find(
    (member) => member.pk === pubkey && member.from <= at && (member.to === undefined || at < member.to),
  );
}

/** The member `pubkey` was at a time, by the charter in force then. */
export function memberAt(chain: CharterChain, pubkey: string, at: number): Member | undefined {
  return memberOf(charterAt(chain, at), pubkey, at);
}

/** When somebody who was entitled at `at` ceased to be: seconds; `undefined` where they never were, or still are at `now`. */
export function endOfMembership(
  chain: CharterChain,
  pubkey: string,
  at: number,
  now: number,
): number | undefined {
  const then = memberAt(chain, pubkey, at);
  if (!then || memberOf(charterInForce(chain), pubkey, now)) return undefined;
  const without = chain.find(
    (charter) => charter.createdAt > at && memberOf(charter, pubkey, charter.createdAt) === undefined,
  );
  return Math.min(then.to ?? Number.POSITIVE_INFINITY, without?.createdAt ?? Number.POSITIVE_INFINITY);
}

/**
 * The key on the roster now of whoever had `pubkey` until a charter put another in its place; `undefined` where that
 * one stands there still, or was taken off and not replaced.
 */
export function successorOf(chain: CharterChain, pubkey: string): string | undefined {
  const last = chain.findLastIndex(({ roster }) => roster.some(({ pk }) => pk === pubkey));
  const after = chain[last + 1];
  if (last < 0 || !after) return undefined;
  const known = new Set(chain[last]?.roster.map(({ pk }) => pk));
  const next = after.roster.find(({ pk, was }) => was === pubkey && !known.has(pk));
  if (!next) return undefined;
  const present = charterInForce(chain).roster.some(({ pk }) => pk === next.pk);
  return present ? next.pk : successorOf(chain, next.pk);
}

export function compartmentsOf(member: Member): readonly Compartment[] {
  return member.compartments ?? roleDefaults[member.role].compartments;
}

export function permissionsOf(member: Member): readonly Permission[] {
  return member.permissions ?? roleDefaults[member.role].permissions;
}

export function opens(member: Member, name: Compartment): boolean {
  return compartmentsOf(member).includes(name);
}

/** Holds the secrets of this compartment: opens it for every patient, not only for some. */
export function opensForAll(member: Member, name: Compartment): boolean {
  return member.named !== true && opens(member, name);
}

/** May change access lists, and hand patients to others, in the compartments they open for everybody. */
export function keepsLists(member: Member): boolean {
  return member.named !== true && permissionsOf(member).some((held) => LIST_KEEPERS.includes(held));
}

export function isAdmin(charter: Charter, pubkey: string): boolean {
  return charter.admins.includes(pubkey);
}

/** The sentence why this member may not write this kind in this compartment; nothing where they may. */
export function whyNotWrite(member: Member, kind: number, name: Compartment): string | undefined {
  const entry = recordKind(kind);
  if (!entry) return `kind ${kind} is not a record of this practice`;
  if (!mayLieIn(entry, name)) return `kind ${kind} does not belong in compartment ${name}`;
  if (!opens(member, name)) return `role ${member.role} does not open compartment ${name}`;
  const held = permissionsOf(member);
  if (entry.permissions.length === 0 || entry.permissions.some((needed) => held.includes(needed)))
    return undefined;
  return `role ${member.role} lacks the permission ${entry.permissions.join(' or ')}`;
}

/** Reading check 2 of wire.md §3: was the author entitled, at `createdAt`, to this kind in this compartment? */
export function whyNotEntitled(
  chain: CharterChain,
  author: string,
  kind: number,
  name: Compartment,
  createdAt: number,
): string | undefined {
  const member = memberAt(chain, author, createdAt);
  return member
    ? whyNotWrite(member, kind, name)
    : 'the signer was not a member of the practice at that time';
}
