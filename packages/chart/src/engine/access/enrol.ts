/**
 * New patients and access to their channels: the index entry, the relay's access lists, the patient's keyring
 * and the guardians' grants. A member who lacks a compartment (the front desk has no clinical key) leaves its
 * channels to the first colleague who opens the chart with that key.
 */
import type { EventTemplate, VerifiedEvent } from '@keychart/nostr';
import {
  blindPatient,
  CHANNEL_ACCESS,
  type ChannelReader,
  channelAccessContent,
  channelAccessTags,
  compartmentsOf,
  GUARDIAN_GRANT,
  type Guardian,
  type GuardianGrant,
  guardiansOf,
  type NamedReader,
  PATIENT_INDEX,
  PATIENT_KEYRING,
  type PatientIndexEntry,
  type PatientKeyring,
  type SharedKey,
} from '@keychart/protocol';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Channel } from '../../keys/channel.ts';
import { wrapGrant, wrapGrants } from '../../keys/wrapping.ts';
import { CannotWriteError } from '../../record/compose-record.ts';
import type { EngineContext } from '../state/context.ts';
import type { IndexItem } from '../state/logs.ts';
import { announcedEnd, endByPolicy, withPresentEnds } from './guardian-ends.ts';
import { namedGrants, namedReadersIn, namedWithdrawal } from './named-readers.ts';

/** Where to write records of a patient in a compartment now. */
export type ChannelOf = (patientId: string, compartment: string) => Channel | undefined;

export interface Announcement {
  /** All lists are made anew, not only those of channels nobody has announced. */
  readonly readersChanged?: boolean;
  /** The entry is published even where no channel is new. */
  readonly created?: boolean;
  /** Guardians taken off with this change. */
  readonly withdrawn?: readonly Guardian[];
  /** Keys of other charts of this person that read this one no more. */
  readonly unmerged?: readonly string[];
  /** Instead of those known: where the merge is part of this change. */
  readonly heirs?: readonly Heir[];
  /** Lists of these compartments are made anew; the family, whose access stays, hears of new channels only. */
  readonly listsOf?: readonly string[];
  /** Who is handed all of it, not only what is new: `namedReaderKey`s. */
  readonly lentInFull?: readonly string[];
  /** Named readers whose access ends with this change. */
  readonly takenBack?: readonly NamedReader[];
}

/** A chart this one is shown in, the last of them the one on the screen. */
export type Heir = Pick<PatientIndexEntry, 'id' | 'P' | 'guardians'>;

/** What guardians never hold, whatever else they are granted. */
const withheldFromGuardians = ['sens'];

const channelName = ({ c, n, g }: Pick<Channel, 'c' | 'n' | 'g'>) => `${c}:${n}:${g}`;

/** Compartments this member opens and holds the present secret of. */
export function heldCompartments({ governance, now }: EngineContext): readonly string[] {
  const member = governance.member(now());
  if (!member || member.named) return [];
  return compartmentsOf(member).filter((c) => {
    const n = governance.currentEpoch(c);
    return n !== undefined && governance.secret(c, n) !== undefined;
  });
}

/** Present channels of this patient that the relay has not been told of and this member can open. */
function unannounced(context: EngineContext, entry: PatientIndexEntry): Channel[] {
  const person = { id: entry.id, P: entry.P, index: entry, records: context.people.get(entry.id)?.records };
  if (!person.records) return [];
  return heldCompartments(context).flatMap((c) => {
    const channel = context.channels.current(person as Parameters<typeof context.channels.current>[0], c);
    return channel && !entry.channels.includes(channelName(channel)) ? [channel] : [];
  });
}

/** Nothing of this patient waits to be told that this member could tell. */
export const isAnnounced = (context: EngineContext, entry: PatientIndexEntry): boolean =>
  unannounced(context, entry).length === 0;

/** Channels the relay knows already, of every epoch and generation. */
function announced(context: EngineContext, entry: PatientIndexEntry): Channel[] {
  return context.channels
    .derive({ id: entry.id, index: entry }, heldCompartments(context))
    .filter((channel) => entry.channels.includes(channelName(channel)));
}

/** Compartments whose access lists this login cannot change, because it does not hold their keys. */
export function beyondReach(context: EngineContext, entry: PatientIndexEntry): readonly string[] {
  const held = heldCompartments(context);
  const used = new Set(entry.channels.map((name) => name.split(':')[0] ?? ''));
  // Attack: a channel of a compartment that nobody has would leave nobody who can change who reads.
  const known = context.governance.charter?.compartments ?? {};
  return [...used].filter((c) => Object.hasOwn(known, c) && !held.includes(c));
}

/**
 * The entry as it has to be before the next write: ends of guardians as policy and birth date have them now, where
 * this login can change every list. The same object where nothing is due.
 */
export function dueEntry(context: EngineContext, entry: PatientIndexEntry): PatientIndexEntry {
  const due = withPresentEnds(entry, endByPolicy(context, entry.id), context.now(), (before) =>
    nextGeneration(before, false),
  );
  return due === entry || beyondReach(context, entry).length > 0 ? entry : due;
}

/** Every compartment the patient has channels in, as it stands. */
export function generations({ channels, g }: PatientIndexEntry): Record<string, number> {
  const used = new Set([...channels.map((name) => name.split(':')[0] ?? ''), ...Object.keys(g)]);
  return Object.fromEntries([...used].map((c) => [c, g[c] ?? 0]));
}

/** @param withheld compartments that guardians never hold are among those renewed. */
export function nextGeneration(entry: PatientIndexEntry, withheld: boolean): Record<string, number> {
  return Object.fromEntries(
    Object.entries(generations(entry)).map(([c, g]) => [
      c,
      withheldFromGuardians.includes(c) && !withheld ? g : g + 1,
    ]),
  );
}

/** Everything the relay and the family must get before the first record of these channels; `[]` if nothing. */
export async function announceChannels(
  context: EngineContext,
  entry: PatientIndexEntry,
  at: number,
  force: Announcement = {},
): Promise<{ entry: PatientIndexEntry; events: VerifiedEvent[] }> {
  const added = unannounced(context, entry);
  const before = announced(context, entry);
  const again = force.readersChanged ? before : before.filter(({ c }) => force.listsOf?.includes(c));
  const channels = [...again, ...added];
  if (channels.length === 0 && !force.created) return { entry, events: [] };
  const next = { ...entry, channels: [...new Set([...entry.channels, ...channels.map(channelName)])] };
  const heirs = force.heirs ?? heirsOf(context, entry.id);
  const templates = [await indexTemplate(context, next, at)];
  for (const channel of channels) templates.push(await accessTemplate(context, channel, next, heirs, at));
  const events = await context.signer.signEvents(templates);
  const grants = await familyGrants(context, force.readersChanged ? channels : added, next, heirs, at);
  const lent = { all: [...before, ...added], added };
  grants.push(...(await namedGrants(context, next, lent, force.lentInFull ?? [], at)));
  for (const line of force.takenBack ?? [])
    grants.push(...(await namedWithdrawal(context, next, line, before, at)));
  for (const guardian of force.withdrawn ?? []) grants.push(await withdrawal(context, next, guardian, at));
  for (const P of force.unmerged ?? []) grants.push(await lastKeyring(context, next, P, at));
  return { entry: next, events: [...events, ...grants] };
}

/** What is known here of the charts this one is shown in. */
function heirsOf({ people }: EngineContext, id: string): Heir[] {
  return people.heirsOf(id).flatMap(({ index }) => index ?? []);
}

/** The last word to the key of the other chart, once two are told apart again. */
async function lastKeyring(
  { signer, governance, now }: EngineContext,
  { id }: PatientIndexEntry,
  to: string,
  at: number,
): Promise<VerifiedEvent> {
  const directoryKey = governance.directoryKey;
  if (directoryKey === undefined) throw new CannotWriteError('the names of the staff have not been read yet');
  const content: PatientKeyring = { id, keys: [], until: Math.min(at, now()), directoryKey };
  return wrapGrant({ kind: PATIENT_KEYRING, content, to, at }, signer);
}

/** The last word to a guardian: their own device lets go of this child, whom they may be one of several of. */
async function withdrawal(
  { signer, governance, now }: EngineContext,
  entry: PatientIndexEntry,
  { pk, name }: Guardian,
  at: number,
): Promise<VerifiedEvent> {
  const directoryKey = governance.directoryKey;
  if (directoryKey === undefined) throw new CannotWriteError('the names of the staff have not been read yet');
  const content: GuardianGrant = {
    P: entry.P,
    id: entry.id,
    name,
    keys: [],
    until: Math.min(at, now()),
    directoryKey,
  };
  return wrapGrant({ kind: GUARDIAN_GRANT, content, to: pk, at }, signer);
}

async function indexTemplate(
  context: EngineContext,
  entry: PatientIndexEntry,
  at: number,
): Promise<EventTemplate> {
  const { governance, channels, crypto } = context;
  const n = governance.currentEpoch('desk');
  const secret = n === undefined ? undefined : governance.secret('desk', n);
  const channel = channels.practiceWide('desk').find((candidate) => candidate.n === n);
  if (n === undefined || !secret || !channel)
    throw new CannotWriteError('this login has not been handed the keys of the front desk yet');
  const d = blindPatient(secret, { c: 'desk', n, ref: hexToBytes(entry.ref), g: 0 });
  return {
    kind: PATIENT_INDEX,
    created_at: at,
    tags: [
      ['d', d],
      ['p', channel.Q],
    ],
    content: crypto.nip44.encrypt(JSON.stringify(entry), channel.key),
  };
}

/** An entry as kept and applied, beside the event that carries it. */
export function indexItem(event: VerifiedEvent, entry: PatientIndexEntry): IndexItem {
  const d = event.tags.find((tag) => tag[0] === 'd')?.[1] ?? '';
  return { eventId: event.id, author: event.pubkey, at: event.created_at, d, content: JSON.stringify(entry) };
}

async function accessTemplate(
  context: EngineContext,
  channel: Channel,
  entry: PatientIndexEntry,
  heirs: readonly Heir[],
  at: number,
): Promise<EventTemplate> {
  const { signer, relayKey, governance } = context;
  const relay = relayKey();
  if (!relay) throw new CannotWriteError('the server has not told its key yet: connect once, then try again');
  const readers: ChannelReader[] = [{ pk: entry.P, write: channel.c === 'msg' }];
  if (!withheldFromGuardians.includes(channel.c)) {
    for (const guardian of guardiansOf(entry)) {
      const until = announcedEnd(guardian);
      readers.push({ pk: guardian.pk, write: channel.c === 'msg', ...(until !== undefined && { until }) });
    }
  }
  // The person themselves, under the key of the chart this one is shown in. Never its guardians: a merge opens
  // nothing to a parent who was not given it.
  for (const { P: pk } of heirs) {
    const known = readers.findIndex((reader) => reader.pk === pk);
    if (known >= 0) readers.splice(known, 1);
    readers.push({ pk, write: channel.c === 'msg' });
  }
  readers.push(...namedReadersIn(context, channel, entry));
  const isPresent =
    channel.n === governance.currentEpoch(channel.c) && channel.g === (entry.g[channel.c] ?? 0);
  const state = isPresent ? 'active' : 'retired';
  const access = channelAccessContent({ c: channel.c, n: channel.n, readers, state });
  return {
    kind: CHANNEL_ACCESS,
    created_at: at,
    tags: channelAccessTags(channel.Q, relay),
    content: await signer.nip44Encrypt(relay, access),
  };
}

async function familyGrants(
  context: EngineContext,
  channels: readonly Channel[],
  entry: PatientIndexEntry,
  heirs: readonly Heir[],
  at: number,
): Promise<VerifiedEvent[]> {
  const { signer, governance } = context;
  const directoryKey = governance.directoryKey;
  if (!directoryKey || channels.length === 0) return [];
  const shared = (list: readonly Channel[], P = entry.P): SharedKey[] =>
    list.flatMap(({ Q, c, n, g, writing }) => {
      const patient = writing?.().patient;
      if (!patient) return [];
      const key = { c, n, g, Q, x: bytesToHex(patient.x) };
      return [patient.pubkey === P ? key : { ...key, oldP: patient.pubkey }];
    });
  const survivor = heirs.at(-1);
  const mergedInto = survivor && { mergedInto: survivor.id };
  const wraps: VerifiedEvent[] = [];
  for (const { P: to } of [entry, ...heirs]) {
    const grantOf = (keys: readonly SharedKey[]) => {
      const content = { id: entry.id, keys, directoryKey, ...(to !== entry.P && mergedInto) };
      return { kind: PATIENT_KEYRING, content, to, at };
    };
    wraps.push(...(await wrapGrants(shared(channels, to), grantOf, signer)));
  }
  const open = channels.filter(({ c }) => !withheldFromGuardians.includes(c));
  // A grant of nothing would tell them, by its coming, that something confidential was begun.
  if (open.length === 0) return wraps;
  // Whoever does not read the survivor's chart is not told of it.
  const readBoth = new Set(survivor && guardiansOf(survivor).map(({ pk }) => pk));
  for (const guardian of guardiansOf(entry)) {
    const until = announcedEnd(guardian);
    const grantOf = (keys: readonly SharedKey[]) => {
      const content = {
        P: entry.P,
        id: entry.id,
        name: guardian.name,
        keys,
        directoryKey,
        ...(until !== undefined && { until }),
        ...(readBoth.has(guardian.pk) && mergedInto),
      };
      return { kind: GUARDIAN_GRANT, content, to: guardian.pk, at };
    };
    wraps.push(...(await wrapGrants(shared(open), grantOf, signer)));
  }
  return wraps;
}
