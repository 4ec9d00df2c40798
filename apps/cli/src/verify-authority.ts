/** Was the author of a stored event entitled to it, by the charter in force when it was signed? (wire: check 2) */
import { tagValue, type VerifiedEvent } from '@keychart/nostr';
import {
  AUDIT_HEAD,
  CHANNEL_ACCESS,
  CHARTER,
  CHARTER_APPROVAL,
  type CharterChain,
  charterAt,
  EPOCH_LINK,
  familyEntryCompartment,
  GIFT_WRAP,
  isAdmin,
  isFamilyEntry,
  mayLieIn,
  memberAt,
  opens,
  PATIENT_INDEX,
  permissionsOf,
  ROOT_SUCCESSION,
  readersAt,
  recordChannel,
  recordKind,
  STAFF_DIRECTORY,
  whyNotEntitled,
} from '@keychart/protocol';
import type { AccessLists, ListedAccess } from './verify-channels.ts';

export interface AuthorityInput {
  /** Never empty. */
  readonly chain: CharterChain;
  readonly lists: AccessLists;
  readonly root: string;
  /** The relay's own public key. */
  readonly self: string;
}

/** The sentence what is wrong; nothing where all is well. */
export function whyNotAuthorised(event: VerifiedEvent, input: AuthorityInput): string | undefined {
  const { kind } = event;
  if (recordKind(kind)) return record(event, input);
  // The fold of the charters judges these.
  if (kind === CHARTER || kind === CHARTER_APPROVAL || kind === ROOT_SUCCESSION) return undefined;
  if (kind === GIFT_WRAP)
    return /^[0-9a-f]{64}$/.test(tagValue(event, 'p') ?? '') ? undefined : 'it has no addressee';
  if (kind === AUDIT_HEAD)
    return event.pubkey === input.self ? undefined : 'only the relay signs the heads of its log';
  if (kind === STAFF_DIRECTORY || kind === EPOCH_LINK) return byAdmin(event, input);
  if (kind === PATIENT_INDEX) return byKeeper(event, input, 'desk');
  if (kind === CHANNEL_ACCESS) return accessList(event, input);
  return `kind ${kind} has no place in a practice`;
}

function record(event: VerifiedEvent, { chain, lists }: AuthorityInput): string | undefined {
  const known = lists.ofChannel.get(recordChannel(event) ?? '');
  if (!known?.[0]) return 'its channel has no access list, so its compartment is not known';
  const entry = recordKind(event.kind);
  const { c } = known[0];
  const reason = whyNotEntitled(chain, event.pubkey, event.kind, c, event.created_at);
  if (reason !== undefined && c === familyEntryCompartment && isFamilyEntry(event))
    return byReader(event, known);
  if (reason === undefined || !entry?.family || !mayLieIn(entry, c)) return reason;
  const byFamily = known
    .flatMap((access) => readersAt(access, event.pubkey, event.created_at))
    .some(({ write, member }) => write === true && member !== true);
  return byFamily ? undefined : 'the signer is neither staff nor a family member who may write there';
}

/**
 * What a family signs that it opened. A channel keeps its newest lists only: who was taken off since is on none, and
 * what they signed before cannot be held against them.
 */
function byReader(
  { pubkey, created_at: at }: VerifiedEvent,
  known: readonly ListedAccess[],
): string | undefined {
  const reads = known.some(
    (access) => access.at > at || readersAt(access, pubkey, at).some(({ member }) => member !== true),
  );
  return reads ? undefined : 'the signer is neither staff nor of the family that reads this record';
}

function byAdmin(event: VerifiedEvent, { chain }: AuthorityInput): string | undefined {
  const charter = charterAt(chain, event.created_at);
  const member = memberAt(chain, event.pubkey, event.created_at);
  const may =
    (charter && isAdmin(charter, event.pubkey)) || (member && permissionsOf(member).includes('admin'));
  return may ? undefined : 'the signer was not an admin at that time';
}

function byKeeper(event: VerifiedEvent, { chain }: AuthorityInput, compartment: string): string | undefined {
  const member = memberAt(chain, event.pubkey, event.created_at);
  if (!member) return 'the signer was not a member of the practice at that time';
  if (!opens(member, compartment)) return `role ${member.role} does not open compartment ${compartment}`;
  const keeps = ['write', 'schedule', 'admin', 'settings'] as const;
  const may = permissionsOf(member).some((held) => keeps.some((needed) => needed === held));
  return may ? undefined : `role ${member.role} may not change this list`;
}

function accessList(event: VerifiedEvent, input: AuthorityInput): string | undefined {
  const access = input.lists.ofEvent.get(event.id);
  if (access === undefined || typeof access === 'string') return access ?? 'it could not be read';
  const first = input.lists.ofChannel.get(tagValue(event, 'd') ?? '')?.[0];
  if (first && (first.c !== access.c || first.n !== access.n))
    return 'it moves a channel to another compartment';
  return byKeeper(event, input, access.c);
}
