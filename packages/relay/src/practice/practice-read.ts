/**
 * Who may read what (wire.md §4, "Relay rule"). A connection sees a record only if one of its keys reads the
 * channel, is a member whose role opens the channel's compartment, or is a member who wrote it.
 */
import type { Filter } from '@keychart/nostr';
import {
  AUDIT_HEAD,
  CHANNEL_ACCESS,
  CHARTER,
  CHARTER_APPROVAL,
  type Compartment,
  compartmentsOf,
  EPHEMERAL_GIFT_WRAP,
  EPOCH_LINK,
  GIFT_WRAP,
  isRecordKind,
  PATIENT_INDEX,
  ROOT_SUCCESSION,
  STAFF_DIRECTORY,
  STAFF_INVITATION,
} from '@keychart/protocol';
import type { Peer, ReadScope } from '../policy.ts';
import type { Routing, StoreFilter } from '../store/store.ts';
import type { PracticeState } from './practice-state.ts';

/** So that every reader can check an author's authority. */
const PUBLIC_TO_READERS: readonly number[] = [CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION, STAFF_DIRECTORY];
const PUBLIC_TO_MEMBERS: readonly number[] = [...PUBLIC_TO_READERS, AUDIT_HEAD];
const WRAPS: readonly number[] = [GIFT_WRAP, EPHEMERAL_GIFT_WRAP];

/** Staff, family or root, now. */
export const isKnown = (state: PracticeState, key: string, now: number): boolean =>
  state.memberNow(key, now) !== undefined || state.isReader(key, now) || state.isRoot(key, now);

export function practiceScope(state: PracticeState, peer: Peer, now: number): ReadScope {
  const keys = peer.pubkeys;
  const members = [...keys].map((key) => state.memberNow(key, now)).filter((member) => member !== undefined);
  // Attack: somebody removed comes back as the parent of a patient, and is served what he wrote of all others. Families
  // find their own in the channels they read.
  const authors = new Set(members.map(({ pk }) => pk));
  // Those for named patients see what the lists name them for, like a family, beside what every member needs.
  const forAll = members.filter(({ named }) => named !== true);
  const opened = new Set<Compartment>(forAll.flatMap((member) => [...compartmentsOf(member)]));
  const channels = new Set([...keys].flatMap((key) => state.channelsReadBy(key, now)));
  const forEveryPatient = forAll.length > 0;
  const readsHistory = forAll.some(({ noHistory }) => noHistory !== true);
  const known = members.length > 0 || channels.size > 0 || [...keys].some((key) => state.isRoot(key, now));
  const plain = members.length > 0 ? PUBLIC_TO_MEMBERS : PUBLIC_TO_READERS;
  const invited = new Set([...keys].filter((key) => state.invitation(key, now) === 'open'));
  const admin = members.length > 0 && [...keys].some((key) => state.charter()?.admins.includes(key));
  const expiresAt = Math.min(
    Number.POSITIVE_INFINITY,
    ...[...keys].flatMap((key) => state.momentsOf(key, now)),
  );

  function sees({ kind, pubkey, p }: Routing): boolean {
    // Whoever was invited sees this one event of their own, and nothing else of the practice.
    if (kind === STAFF_INVITATION) return admin || (p !== null && invited.has(p));
    if (!known) return false;
    // A p tag opens nothing but gift wraps, and those to the addressee alone: not to staff, not to the sender.
    if (WRAPS.includes(kind)) return p !== null && keys.has(p);
    if (isRecordKind(kind)) {
      if (authors.has(pubkey)) return true;
      if (p === null) return false;
      if (channels.has(p)) return true;
      const compartment = state.channels.get(p)?.access.c;
      return compartment !== undefined && opened.has(compartment);
    }
    if (plain.includes(kind)) return true;
    if (kind === PATIENT_INDEX) return opened.has('desk');
    if (kind === EPOCH_LINK) return readsHistory;
    return forEveryPatient && kind === CHANNEL_ACCESS;
  }

  if (forEveryPatient) return { sees, expiresAt };
  const reader = { keys, authors, channels, plain, invited };
  return { sees, expiresAt, narrow: (filter) => narrowToReader(filter, reader) };
}

interface Reader {
  readonly keys: ReadonlySet<string>;
  /** Those of them that are on the staff. */
  readonly authors: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly plain: readonly number[];
  readonly invited: ReadonlySet<string>;
}

/**
 * What a family asks is looked up under its own channels and keys only, so that neither the work nor the time
 * of an answer depends on what others have stored.
 */
function narrowToReader(filter: Filter, reader: Reader): StoreFilter[] {
  const { keys, authors, channels, plain, invited } = reader;
  const parts: StoreFilter[] = [];
  if (channels.size > 0) parts.push(inChannels(filter, channels));
  const own = within(filter.authors, authors);
  if (own.length > 0) parts.push({ ...filter, authors: own, by: 'authors' });
  const governance = within(filter.kinds, new Set(plain));
  if (governance.length > 0) parts.push({ ...filter, kinds: governance, by: 'kinds' });
  const wraps = within(filter.kinds, new Set(WRAPS));
  const toMe = within(filter['#p'], keys);
  const invitation = within(filter.kinds, new Set([STAFF_INVITATION]));
  const mine = within(filter['#p'], invited);
  if (invitation.length > 0 && mine.length > 0)
    parts.push({ ...filter, kinds: invitation, '#p': mine, by: '#p' });
  if (wraps.length > 0 && toMe.length > 0) parts.push({ ...filter, kinds: wraps, '#p': toMe, by: '#p' });
  return parts;
}

function inChannels(filter: Filter, channels: ReadonlySet<string>): StoreFilter {
  const asked = filter['#p'];
  if (!asked) return { ...filter, '#p': [...channels], by: '#p' };
  if (asked.every((value) => channels.has(value))) return { ...filter, by: '#p' };
  // Records are also tagged with the patient's own key: asked for by that, they are still looked up by channel.
  return { ...filter, firstP: [...channels], by: 'firstP' };
}

function within<T>(asked: readonly T[] | undefined, allowed: ReadonlySet<T>): T[] {
  return asked ? asked.filter((value) => allowed.has(value)) : [...allowed];
}
