/**
 * Members who read a patient by name (PatientIndex `named`): which lines hold, what the relay's lists say of them, and
 * the keys they are handed. Used by whoever announces channels, so that a new epoch or generation reaches them too.
 */
import { npubEncode, type VerifiedEvent } from '@keychart/nostr';
import {
  type ChannelReader,
  charterAt,
  compartmentsOf,
  type Member,
  type NamedReader,
  namedReaderKey,
  namedReadersOf,
  opensForAll,
  PAIR_GRANT,
  type PatientIndexEntry,
} from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { NamedReader as NamedReaderView } from '../../api/chart.ts';
import type { Channel } from '../../keys/channel.ts';
import type { LentKey } from '../../keys/lent-keys.ts';
import { wrapGrants } from '../../keys/wrapping.ts';
import { CannotWriteError } from '../../record/compose-record.ts';
import type { EngineContext } from '../state/context.ts';

/** As the charter in force has them, else as they were last: somebody removed still has the keys of then. */
function memberOnce({ governance }: EngineContext, pk: string): Member | undefined {
  const chain = governance.chain ?? [];
  return chain
    .findLast(({ roster }) => roster.some((member) => member.pk === pk))
    ?.roster.find((member) => member.pk === pk);
}

/** Compartments a line is about. */
export function compartmentsOfLine(context: EngineContext, { pk, c }: NamedReader): readonly string[] {
  if (c !== undefined) return [c];
  const member = memberOnce(context, pk);
  return member ? compartmentsOf(member) : [];
}

/** Somebody whose own time is over, suspended or by its date: what they were handed by name rests, and is not lost. */
export function isResting({ governance, now }: EngineContext, { pk, c }: NamedReader): boolean {
  const present = governance.charter?.roster.find((member) => member.pk === pk);
  return c === undefined && present?.named === true && present.to !== undefined && present.to <= now();
}

/** Its time is over, it was given back, or the charter has them no more, or as somebody who needs no line. */
export function isOver(context: EngineContext, entry: PatientIndexEntry, line: NamedReader): boolean {
  const { governance, now } = context;
  const at = now();
  if (line.until !== undefined && line.until <= at) return true;
  const present = governance.charter?.roster.find(({ pk }) => pk === line.pk);
  if (line.c !== undefined && present?.to !== undefined && present.to <= at) return true;
  if (!present) {
    // Not yet on the staff is not over: the line may have been quicker than the charter.
    const after = governance.chain?.filter(({ createdAt }) => createdAt >= line.at) ?? [];
    const then = governance.chain && charterAt(governance.chain, line.at);
    return [...(then ? [then] : []), ...after].some(({ roster }) => roster.some(({ pk }) => pk === line.pk));
  }
  if (line.c === undefined) return present.named !== true;
  if (opensForAll(present, line.c)) return true;
  return governance
    .glass()
    .some(
      ({ by, patientId, answer, endedAt }) =>
        by === line.pk && patientId === entry.id && endedAt !== undefined && answer?.until === line.until,
    );
}

function presentLines(context: EngineContext, entry: PatientIndexEntry): readonly NamedReader[] {
  return namedReadersOf(entry).filter(
    (line) => line.paused !== true && !isResting(context, line) && !isOver(context, entry, line),
  );
}

/** For a screen: whose access holds now. */
export function namedReaderViews(
  context: EngineContext,
  entry: PatientIndexEntry,
): readonly NamedReaderView[] {
  return presentLines(context, entry).map(({ pk, c, until }) => {
    const role = memberOnce(context, pk)?.role;
    return {
      npub: npubEncode(pk),
      name: context.governance.nameOf(pk) ?? '',
      confidential: c !== undefined,
      ...(role && { role }),
      ...(until !== undefined && { until: new Date(until * 1000).toISOString() }),
    };
  });
}

/** What the list of a channel says of them. */
export function namedReadersIn(
  context: EngineContext,
  channel: Channel,
  entry: PatientIndexEntry,
): ChannelReader[] {
  return presentLines(context, entry)
    .filter((line) => compartmentsOfLine(context, line).includes(channel.c))
    .map(({ pk, c, until }) => ({
      pk,
      member: true,
      ...(c === undefined && { write: true }),
      ...(until !== undefined && { until }),
    }));
}

/**
 * Keys for those who read by name: of `added` for everybody, of `all` for whom `inFull` names.
 * @param inFull `namedReaderKey` of lines that are new or have another end.
 */
export async function namedGrants(
  context: EngineContext,
  entry: PatientIndexEntry,
  channels: { readonly all: readonly Channel[]; readonly added: readonly Channel[] },
  inFull: readonly string[],
  at: number,
): Promise<VerifiedEvent[]> {
  const wraps: VerifiedEvent[] = [];
  for (const line of presentLines(context, entry)) {
    const list = inFull.includes(namedReaderKey(line)) ? channels.all : channels.added;
    wraps.push(...(await grantTo(context, entry, line, list, at)));
  }
  return wraps;
}

/** The last word: what they were lent ends now, on their own device too. No key that they do not have. */
export function namedWithdrawal(
  context: EngineContext,
  entry: PatientIndexEntry,
  line: NamedReader,
  before: readonly Channel[],
  at: number,
): Promise<VerifiedEvent[]> {
  const one = new Map(before.map((channel) => [channel.c, channel]));
  return grantTo(context, entry, { ...line, until: at }, [...one.values()], at);
}

async function grantTo(
  context: EngineContext,
  entry: PatientIndexEntry,
  line: NamedReader,
  list: readonly Channel[],
  at: number,
): Promise<VerifiedEvent[]> {
  const { signer, governance } = context;
  const charter = governance.charter;
  const directoryKey = governance.directoryKey;
  if (!charter || directoryKey === undefined)
    throw new CannotWriteError('the practice has not been reached yet');
  const compartments = compartmentsOfLine(context, line);
  const keys = list
    .filter(({ c }) => compartments.includes(c))
    .flatMap((channel) => lend(channel, entry, line));
  if (keys.length === 0) return [];
  // A grant from before its own charter would be judged by an older one.
  const since = Math.max(at, charter.createdAt);
  const grantOf = (grants: readonly LentKey[]) => ({
    kind: PAIR_GRANT,
    content: { charter: charter.id, grants, directoryKey },
    to: line.pk,
    at: since,
  });
  return wrapGrants(keys, grantOf, signer);
}

function lend(channel: Channel, entry: PatientIndexEntry, line: NamedReader): LentKey[] {
  const { c, n, g } = channel;
  const writing = channel.writing?.();
  if (!writing?.patient) return [];
  return [
    {
      id: entry.id,
      P: writing.patient.pubkey,
      c,
      n,
      g,
      q: bytesToHex(writing.q),
      ...(line.c === undefined && { pt: writing.blind }),
      ...(line.until !== undefined && { until: line.until }),
    },
  ];
}
