/**
 * What the practice relay knows about access: the charter chain and the access list of every channel, folded
 * from the stored governance events. It decrypts access lists (they are addressed to its own key), never records.
 */
import {
  type ConversationKey,
  getConversationKey,
  getPublicKey,
  type NostrEvent,
  tagValue,
  type VerifiedEvent,
} from '@keychart/nostr';
import { nodeNip44 } from '@keychart/nostr/node';
import {
  CHANNEL_ACCESS,
  CHARTER,
  CHARTER_APPROVAL,
  type ChannelAccess,
  type ChannelReader,
  type Charter,
  type CharterChain,
  charterInForce,
  foldCharters,
  type Member,
  memberOf,
  parseChannelAccess,
  parseCharter,
  ROOT_SUCCESSION,
  readersAt,
  rootCommitment,
  STAFF_INVITATION,
} from '@keychart/protocol';
import type { Refusal } from '../policy.ts';
import type { EventStore } from '../store/store.ts';
import { familyBudget } from './family-budget.ts';
import { claimsIn, type Invitations, invitations } from './invitations.ts';

export interface Channel {
  readonly access: ChannelAccess;
  readonly createdAt: number;
  readonly id: string;
}

export interface PracticeState {
  readonly root: string;
  /** The relay's own public key. */
  readonly self: string;
  readonly chain: CharterChain;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Charters stored so far, in force or waiting for approvals, by id. */
  readonly charters: ReadonlyMap<string, Charter>;
  charter(): Charter | undefined;
  memberNow(pubkey: string, now: number): Member | undefined;
  /** The entry that lets the key read now; one for a member holds as long as the charter has them. */
  readerNow(access: ChannelAccess, pubkey: string, now: number): ChannelReader | undefined;
  /** Channels whose list names the key and has not run out. */
  channelsReadBy(pubkey: string, now: number): string[];
  isReader(pubkey: string, now: number): boolean;
  /** Who signs as root at that time. */
  rootAt(at: number): string;
  /** The root, or the successor it committed to. */
  isRoot(pubkey: string, now: number): boolean;
  /** May this key answer an invitation now? A sentence where it once could; `undefined` where it never could. */
  invitation(pubkey: string, now: number): 'open' | Refusal;
  /** Remembers that an invite key answered this admin; false where it did so before with another event. */
  answer(invited: string, admin: string, eventId: string): boolean;
  /** Counts one more entry a family left in the access log; false where it is too many. */
  mayNote(pubkey: string, now: number): boolean;
  decryptAccess(event: NostrEvent): ReturnType<typeof parseChannelAccess>;
  /** Moments at which this key's access changes by itself, none before `now`. */
  momentsOf(pubkey: string, now: number): number[];
  nextMoment(now: number): number | undefined;
  load(store: EventStore): void;
  apply(event: NostrEvent): void;
}

const CHARTER_KINDS = [CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION];
export const GOVERNING_KINDS: ReadonlySet<number> = new Set([
  ...CHARTER_KINDS,
  CHANNEL_ACCESS,
  STAFF_INVITATION,
]);

export function createPracticeState(root: string, secretKey: Uint8Array): PracticeState {
  const self = getPublicKey(secretKey);
  let charterEvents: VerifiedEvent[] = [];
  let chain: CharterChain = [];
  let rootAt = (_at: number) => root;
  let charters = new Map<string, Charter>();
  let channels = new Map<string, Channel>();
  /** Reader → channels that name it, whether still active or not. */
  let named = new Map<string, Set<string>>();
  /** Ascending, distinct; entries of lists since replaced only cause a needless look. */
  let moments: number[] = [];
  let invited: Invitations = invitations();
  const budget = familyBudget();
  const conversationKeys = new Map<string, ConversationKey>();

  function decryptAccess(event: NostrEvent): ReturnType<typeof parseChannelAccess> {
    try {
      let key = conversationKeys.get(event.pubkey);
      if (!key) {
        key = getConversationKey(secretKey, event.pubkey);
        conversationKeys.set(event.pubkey, key);
      }
      return parseChannelAccess(nodeNip44.decrypt(event.content, key));
    } catch {
      return { ok: false, reason: 'the access list is not encrypted to this relay' };
    }
  }

  function applyCharterEvent(event: VerifiedEvent): void {
    charterEvents.push(event);
    const parsed = event.kind === CHARTER ? parseCharter(event) : undefined;
    if (parsed?.ok) charters.set(event.id, parsed.value);
    const fold = foldCharters(charterEvents, root);
    chain = fold?.chain ?? [];
    rootAt = fold?.rootAt ?? (() => root);
    for (const member of chain.at(-1)?.roster ?? []) {
      remember(member.from);
      if (member.to !== undefined) remember(member.to);
    }
  }

  function applyChannelAccess(event: NostrEvent): void {
    const channel = tagValue(event, 'd');
    const access = decryptAccess(event);
    if (channel === undefined || !access.ok) return;
    const old = channels.get(channel);
    const isNewer =
      !old || event.created_at > old.createdAt || (event.created_at === old.createdAt && event.id < old.id);
    if (!isNewer) return;
    for (const reader of old?.access.readers ?? []) named.get(reader.pk)?.delete(channel);
    channels.set(channel, { access: access.value, createdAt: event.created_at, id: event.id });
    for (const reader of access.value.readers) {
      const set = named.get(reader.pk);
      if (set) set.add(channel);
      else named.set(reader.pk, new Set([channel]));
      if (reader.until !== undefined) remember(reader.until);
    }
  }

  function remember(moment: number): void {
    const index = firstAtLeast(moments, moment);
    if (moments[index] !== moment) moments.splice(index, 0, moment);
  }

  function apply(event: NostrEvent): void {
    if (event.kind === CHANNEL_ACCESS) applyChannelAccess(event);
    else if (event.kind === STAFF_INVITATION) {
      const end = invited.add(event);
      if (end !== undefined) remember(end);
    } else if (CHARTER_KINDS.includes(event.kind)) applyCharterEvent(event as VerifiedEvent);
  }

  const charter = () => (chain.length > 0 ? charterInForce(chain) : undefined);
  const memberNow = (pubkey: string, now: number) => memberOf(charter(), pubkey, now);

  function readerNow(access: ChannelAccess, pubkey: string, now: number): ChannelReader | undefined {
    const isMember = memberNow(pubkey, now) !== undefined;
    // A locum may be the father of a patient: of two entries the one that lets them write.
    const entries = readersAt(access, pubkey, now).filter(({ member }) => isMember || member !== true);
    return entries.find(({ write }) => write) ?? entries[0];
  }

  function channelsReadBy(pubkey: string, now: number): string[] {
    return [...(named.get(pubkey) ?? [])].filter((channel) => {
      const known = channels.get(channel);
      return known !== undefined && readerNow(known.access, pubkey, now) !== undefined;
    });
  }

  return {
    root,
    self,
    get chain() {
      return chain;
    },
    get channels() {
      return channels;
    },
    get charters() {
      return charters;
    },
    charter,
    memberNow,
    readerNow,
    channelsReadBy,
    isReader: (pubkey, now) => {
      for (const channel of named.get(pubkey) ?? []) {
        const known = channels.get(channel);
        if (known && readerNow(known.access, pubkey, now)) return true;
      }
      return false;
    },
    rootAt: (at) => rootAt(at),
    isRoot: (pubkey, now) => pubkey === rootAt(now) || rootCommitment(pubkey) === charter()?.nextRoot,
    invitation: (pubkey, now) => invited.state(pubkey, now, charter()?.admins ?? []),
    answer: (key, admin, eventId) => invited.answer(key, admin, eventId),
    mayNote: budget,
    decryptAccess,
    momentsOf: (pubkey, now) => {
      const found: number[] = [];
      for (const member of charter()?.roster ?? []) {
        if (member.pk === pubkey) found.push(member.from, member.to ?? 0);
      }
      const expires = invited.expiryOf(pubkey);
      if (expires !== undefined) found.push(expires);
      for (const channel of named.get(pubkey) ?? []) {
        for (const reader of channels.get(channel)?.access.readers ?? []) {
          if (reader.pk === pubkey) found.push(reader.until ?? 0);
        }
      }
      return found.filter((moment) => moment > now);
    },
    nextMoment: (now) => {
      moments = moments.slice(firstAtLeast(moments, now + 1));
      return moments[0];
    },
    load: (store) => {
      charterEvents = [];
      chain = [];
      charters = new Map();
      channels = new Map();
      named = new Map();
      moments = [];
      invited = invitations();
      for (const event of store.eventsOfKinds([...GOVERNING_KINDS])) apply(event);
      for (const { author, p, id } of claimsIn(store, invited.keys())) invited.answer(author, p, id);
    },
    apply,
  };
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
