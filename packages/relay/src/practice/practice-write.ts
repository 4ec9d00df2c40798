/**
 * Who may write what (wire.md §4, "Relay rule"), as a list of small answers: the first that has something to
 * say decides. A sentence is the reply, `true` is a yes, nothing passes the question on.
 */
import { tagValue, type VerifiedEvent } from '@keychart/nostr';
import {
  ACCESS_EVENT,
  AUDIT_HEAD,
  CHANNEL_ACCESS,
  CHARTER,
  CHARTER_APPROVAL,
  claimLimits,
  EPHEMERAL_GIFT_WRAP,
  EPOCH_LINK,
  familyEntryCompartment,
  GIFT_WRAP,
  isAdmin,
  isFamilyEntry,
  keepsLists,
  type Member,
  mayLieIn,
  memberAt,
  opens,
  PATIENT_INDEX,
  parseAuditHead,
  parseCharter,
  parseInvitationTags,
  permissionsOf,
  ROOT_SUCCESSION,
  readersAt,
  recordChannel,
  recordKind,
  rootCommitment,
  STAFF_DIRECTORY,
  STAFF_INVITATION,
  whyNotEntitled,
  whyNotNext,
  whyNotWrite,
} from '@keychart/protocol';
import type { Peer, Refusal } from '../policy.ts';
import { isKnown } from './practice-read.ts';
import type { PracticeState } from './practice-state.ts';

interface Question {
  readonly event: VerifiedEvent;
  readonly peer: Peer;
  readonly now: number;
  readonly state: PracticeState;
}
type Rule = (question: Question) => true | Refusal;

/** Seconds a client's clock may be ahead. */
const FUTURE = 900;
/** Seconds a change of the staff may have waited on the device that made it. */
const LONGEST_OFFLINE = 3 * 86_400;
const HEX32 = /^[0-9a-f]{64}$/;

const rules: readonly Rule[] = [
  notFromTheFuture,
  appendOnly,
  giftWrap,
  ownEventsOnly,
  auditHead,
  charter,
  approval,
  succession,
  staffDirectory,
  staffInvitation,
  channelAccess,
  patientIndex,
  epochLink,
  recordByMember,
  entryByFamily,
  recordByFamily,
];

export function whyNotStore(question: Question): Refusal {
  for (const rule of rules) {
    const answer = rule(question);
    if (answer === true) return undefined;
    if (answer !== undefined) return answer;
  }
  return `restricted: kind ${question.event.kind} has no place in this practice`;
}

function notFromTheFuture({ event, now }: Question): Refusal {
  // Attack: a post-dated event would win every "latest" and be entitled by a charter nobody has signed yet.
  return event.created_at > now + FUTURE ? 'invalid: created_at is too far in the future' : undefined;
}

function appendOnly({ event }: Question): Refusal {
  if (event.kind === 5 || event.kind === 62) {
    return 'blocked: records are append-only; correct or retract one with a new record that refers to it';
  }
  // Attack: a record, or what governs the practice, that takes itself out of the history (NIP-40).
  const passes = event.kind === GIFT_WRAP || event.kind === EPHEMERAL_GIFT_WRAP;
  if (passes || tagValue(event, 'expiration') === undefined) return undefined;
  return 'blocked: what is kept in this practice does not expire; leave out the expiration tag';
}

function giftWrap({ event, peer, now, state }: Question): true | Refusal {
  if (event.kind !== GIFT_WRAP && event.kind !== EPHEMERAL_GIFT_WRAP) return undefined;
  const keys = [...peer.pubkeys];
  if (!keys.some((key) => isKnown(state, key, now))) return whyNotClaim({ event, peer, now, state });
  // Its author is a throw-away key: the connection is what belongs to somebody known.
  return HEX32.test(tagValue(event, 'p') ?? '') || 'invalid: a gift wrap needs a p tag with its addressee';
}

/** One wrap for each admin, signed by the invite key itself, small, before its end: an invite key can do no more. */
function whyNotClaim({ event, peer, now, state }: Question): true | Refusal {
  const admin = tagValue(event, 'p') ?? '';
  if (!peer.pubkeys.has(event.pubkey) || state.invitation(event.pubkey, now) !== 'open')
    return 'restricted: an invitation is answered with the key of the invitation';
  const claims = event.kind === GIFT_WRAP && state.charter()?.admins.includes(admin);
  if (!claims) return 'restricted: an invitation is answered to an administrator, once';
  if (event.content.length > claimLimits.bytes) return 'restricted: this is too long for an answer';
  return state.answer(event.pubkey, admin, event.id) || 'restricted: this invitation was answered already';
}

function staffInvitation({ event, state, now }: Question): true | Refusal {
  if (event.kind !== STAFF_INVITATION) return undefined;
  const parsed = parseInvitationTags(event);
  if (!parsed.ok) return `invalid: ${parsed.reason}`;
  if (!isPresentAdmin(state, event.pubkey, now)) return 'restricted: only an admin invites to the staff';
  // Attack: an invitation for the key of somebody known would change what that connection is judged by.
  return (
    !isKnown(state, parsed.value.pk, now) ||
    'restricted: an invitation has a key of its own, used for nothing else'
  );
}

function ownEventsOnly({ event, peer }: Question): Refusal {
  return peer.pubkeys.has(event.pubkey)
    ? undefined
    : 'restricted: the author is not authenticated on this connection';
}

function auditHead({ event, state }: Question): true | Refusal {
  if (event.kind !== AUDIT_HEAD) return undefined;
  // Attack: somebody else's "head" would make members believe that the log was rewritten.
  if (event.pubkey !== state.self) return 'restricted: only the relay signs the heads of its log';
  const parsed = parseAuditHead(event.content);
  return parsed.ok || `invalid: ${parsed.reason}`;
}

function charter({ event, state, now }: Question): true | Refusal {
  if (event.kind !== CHARTER) return undefined;
  const parsed = parseCharter(event);
  if (!parsed.ok) return `invalid: ${parsed.reason}`;
  const current = state.charter();
  // Attack: an old root key that was stolen dates its charter to before it was succeeded.
  const latestRoot = state.rootAt(now + FUTURE);
  if (event.pubkey !== latestRoot && event.pubkey === state.rootAt(parsed.value.createdAt))
    return 'restricted: the charter is signed by a root key that was succeeded by another';
  // Attack: an administrator dates a charter back, and what a colleague wrote since was written by nobody entitled.
  if (current && event.created_at < now - LONGEST_OFFLINE)
    return 'restricted: the charter was made too long ago; make the change again';
  // One that lacks approvals only is kept: the fold lets it in when they arrive.
  // Attack: an administrator whose time on the staff is over is let in still, as the parent of a patient.
  if (current && isAdmin(current, event.pubkey) && !isPresentAdmin(state, event.pubkey, now))
    return 'restricted: the charter is signed by somebody who is on the staff no more';
  const reason = whyNotNext(
    current,
    parsed.value,
    state.rootAt(parsed.value.createdAt),
    new Set(current?.admins),
  );
  return reason === undefined || `restricted: the charter ${reason}`;
}

function approval({ event, state, now }: Question): true | Refusal {
  if (event.kind !== CHARTER_APPROVAL) return undefined;
  const current = state.charter();
  if (!current || !isPresentAdmin(state, event.pubkey, now))
    return 'restricted: only an admin approves a charter';
  const target = state.charters.get(tagValue(event, 'e') ?? '');
  // Attack: approving an old rival of a charter already followed by others would rewrite the chain.
  return target?.prev === current.id || 'restricted: the charter approved does not follow the one in force';
}

function succession({ event, state }: Question): true | Refusal {
  if (event.kind !== ROOT_SUCCESSION) return undefined;
  const committed = state.charter()?.nextRoot === rootCommitment(event.pubkey);
  return committed || 'restricted: this key is not the successor the charter commits to';
}

function staffDirectory({ event, state, now }: Question): true | Refusal {
  if (event.kind !== STAFF_DIRECTORY) return undefined;
  return isPresentAdmin(state, event.pubkey, now) || 'restricted: only an admin writes the staff directory';
}

function isPresentAdmin(state: PracticeState, pubkey: string, now: number): boolean {
  const current = state.charter();
  return current !== undefined && isAdmin(current, pubkey) && state.memberNow(pubkey, now) !== undefined;
}

function channelAccess(question: Question): true | Refusal {
  const { event, state } = question;
  if (event.kind !== CHANNEL_ACCESS) return undefined;
  const channel = tagValue(event, 'd') ?? '';
  if (!HEX32.test(channel)) return 'invalid: an access list needs a d tag with its channel';
  const access = state.decryptAccess(event);
  if (!access.ok) return `invalid: ${access.reason}`;
  const { c, n } = access.value;
  const refusal = whyNotKeeper(question, c);
  if (refusal !== undefined) return refusal;
  // Attack: whoever may keep lists in `desk` declares a clinical channel to be one of `desk`.
  const known = state.channels.get(channel)?.access;
  if (known && (known.c !== c || known.n !== n)) {
    return 'restricted: a channel stays in its compartment and epoch';
  }
  // Attack, or a colleague who was offline: a list from before somebody was taken off would let them in again.
  if (known?.state === 'retired' && access.value.state === 'active') {
    return 'restricted: this channel is retired; its list may change, but it is not written to again';
  }
  return true;
}

function patientIndex(question: Question): true | Refusal {
  if (question.event.kind !== PATIENT_INDEX) return undefined;
  return whyNotKeeper(question, 'desk') ?? true;
}

function epochLink(question: Question): true | Refusal {
  const { event, state, now } = question;
  if (event.kind !== EPOCH_LINK) return undefined;
  if (isPresentAdmin(state, event.pubkey, now)) return true;
  const member = bothTimes(question);
  if (typeof member === 'string') return member;
  const may = permissionsOf(member).includes('admin') && member.named !== true;
  return may || 'restricted: only an admin links epochs';
}

/** Lists are kept by members who open the compartment and may change something in the practice. */
function whyNotKeeper(question: Question, compartment: string): Refusal {
  const member = bothTimes(question);
  if (typeof member === 'string') return member;
  if (!opens(member, compartment)) return `restricted: role ${member.role} does not open ${compartment}`;
  // Attack: somebody handed a few patients adds himself to the lists of all the others.
  if (member.named) return 'restricted: this key works with named patients only and changes no lists';
  return keepsLists(member) ? undefined : `restricted: role ${member.role} may not change this list`;
}

/** The member the author is now, if they also were one when they signed. */
function bothTimes({ event, state, now }: Question): Member | string {
  const member = state.memberNow(event.pubkey, now);
  if (!member) return 'restricted: the author is not a member of the practice';
  if (!memberAt(state.chain, event.pubkey, event.created_at)) {
    return 'restricted: the author was not a member of the practice at created_at';
  }
  return member;
}

function recordByMember({ event, state, now }: Question): true | Refusal {
  if (!recordKind(event.kind)) return undefined;
  const member = state.memberNow(event.pubkey, now);
  if (!member) return undefined;
  const access = state.channels.get(recordChannel(event) ?? '')?.access;
  if (!access)
    return 'restricted: the channel (first p tag) is not known here; publish its access list first';
  const reason =
    whyNotWrite(member, event.kind, access.c) ??
    whyNotEntitled(state.chain, event.pubkey, event.kind, access.c, event.created_at);
  if (reason !== undefined) {
    // A colleague whose child is a patient here: as family, and by the rules for families.
    const asFamily = mayAsFamily(event, state, now) || mayNoteAsFamily(event, state, now);
    return asFamily ? undefined : `restricted: ${reason}`;
  }
  if (member.named && !state.readerNow(access, event.pubkey, now)?.write) {
    return 'restricted: this key works with named patients only, and this is none of them';
  }
  return whyRetired(access.c, access.n, access.state, state) ?? true;
}

/** The same sentence for a channel that does not exist, or holds what is confidential: nobody learns by asking. */
const NOT_HERE = 'restricted: this key may not write this kind here';

/** What somebody opened as family, in the access log of that patient; so many, however many devices they have. */
function entryByFamily({ event, state, now }: Question): true | Refusal {
  if (event.kind !== ACCESS_EVENT) return undefined;
  const access = state.channels.get(recordChannel(event) ?? '')?.access;
  if (!access || !mayNoteAsFamily(event, state, now)) return NOT_HERE;
  const retired = whyRetired(access.c, access.n, access.state, state);
  if (retired !== undefined) return retired;
  return (
    state.mayNote(event.pubkey, now) || 'rate-limited: this is more than a family can have opened, try later'
  );
}

function recordByFamily({ event, state, now }: Question): true | Refusal {
  if (!recordKind(event.kind)) return undefined;
  if (!mayAsFamily(event, state, now)) return NOT_HERE;
  const access = state.channels.get(recordChannel(event) ?? '')?.access;
  return (access && whyRetired(access.c, access.n, access.state, state)) ?? true;
}

/** A patient or guardian whose entry says `write`, and a kind that families write. */
function mayAsFamily(event: VerifiedEvent, state: PracticeState, now: number): boolean {
  const access = state.channels.get(recordChannel(event) ?? '')?.access;
  const entry = recordKind(event.kind);
  if (!access || !entry?.family || !mayLieIn(entry, access.c)) return false;
  // Attack: a member for named patients, or their agent, writes as a parent would what its role does not let it write.
  return readersAt(access, event.pubkey, now).some(({ write, member }) => write === true && member !== true);
}

/**
 * A patient or guardian who reads this channel now, in the one form their entries have. Attacks: a guardian's "entry"
 * in `sens` would be answered differently where that is there; one with further tags would turn up elsewhere.
 */
function mayNoteAsFamily(event: VerifiedEvent, state: PracticeState, now: number): boolean {
  const access = state.channels.get(recordChannel(event) ?? '')?.access;
  if (!access || access.c !== familyEntryCompartment || !isFamilyEntry(event)) return false;
  const reader = state.readerNow(access, event.pubkey, now);
  return reader !== undefined && reader.member !== true;
}

function whyRetired(c: string, n: number, channelState: string, state: PracticeState): Refusal {
  const epoch = state.charter()?.compartments[c]?.epoch;
  if (channelState === 'active' && n === epoch) return undefined;
  return `restricted: this channel is retired; write to the one of epoch ${epoch ?? '?'}`;
}
