/**
 * What all index entries of one patient say together, each believed as far as its author's keys reach. Attack: whoever
 * holds the front desk's keys (and may write the index for it) names a friend a guardian, himself a locum, or his own key
 * the patient's, and the next clinician's device hands the clinical keys over.
 */
import {
  type CharterChain,
  compartmentsOf,
  memberAt,
  mergePatientIndex,
  type NamedReader,
  opensForAll,
  type PatientIndexEntry,
} from '@keychart/protocol';

export interface SignedEntry {
  readonly entry: PatientIndexEntry;
  readonly author: string;
  /** Seconds. */
  readonly at: number;
  readonly eventId: string;
}

/** Guardians never read it: who names them need not hold it. */
const NOT_THE_FAMILYS = 'sens';

const used = ({ channels }: PatientIndexEntry) => channels.map((name) => name.split(':')[0] ?? '');

export interface PresentEntry {
  readonly entry: PatientIndexEntry;
  /** Of the compartments in use, how many those hold who vouch for it: whose claim to an id is the better one. */
  readonly weight: number;
  /** When the first of them was signed, seconds. */
  readonly since: number;
  /** Something in it was not believed: another charter may say otherwise. */
  readonly doubted: boolean;
}

/** `entries`: at least one. The order they are given in decides nothing. */
export function presentEntry(entries: readonly SignedEntry[], chain: CharterChain): PresentEntry {
  const judged = [...entries]
    .sort((a, b) => a.at - b.at || (a.eventId < b.eventId ? 1 : -1))
    .map(({ entry, author, at }) => {
      const member = memberAt(chain, author, at);
      const opens = (c: string) => member !== undefined && opensForAll(member, c);
      const credible = believed(entry, opens, chain);
      return { entry: credible, opens, at, doubted: credible.named?.length !== entry.named?.length };
    });
  // A compartment is in use where somebody who holds it says so.
  const inUse = new Set(judged.flatMap(({ entry, opens }) => used(entry).filter(opens)));
  const ofFamily = [...inUse].filter((c) => c !== NOT_THE_FAMILYS);
  const whole = judged.filter(({ opens }) => ofFamily.every(opens));
  // Where nobody holds all of it, nobody can be told apart.
  const sure = whole.length > 0 ? whole : judged;
  const [first, ...rest] = sure;
  let present = first!.entry;
  const { id } = present;
  for (const { entry, opens } of rest)
    present = mergePatientIndex([...inUse].every(opens) ? entry : withIdentity(entry, present), present);
  for (const { entry, opens } of judged.filter((each) => !sure.includes(each)))
    present = mergePatientIndex(atTheDesk(entry, present, opens), present);
  // Attack: one patient's keys under the id of another, so that what is written of one is filed with the other.
  const doubted = judged.some((each) => each.doubted || ![...inUse].every(each.opens));
  return { entry: { ...present, id }, weight: inUse.size, since: first!.at, doubted };
}

/** Lines about members who read by name count from who holds what they open; that one is over, from anybody. */
function believed(
  entry: PatientIndexEntry,
  opens: (c: string) => boolean,
  chain: CharterChain,
): PatientIndexEntry {
  if (!entry.named) return entry;
  const named = entry.named.filter((line) => line.removed || lentCompartments(line, chain).every(opens));
  return { ...entry, named };
}

/** As the charters have this member last; of somebody in none of them, all there are. */
function lentCompartments({ pk, c }: NamedReader, chain: CharterChain): readonly string[] {
  if (c !== undefined) return [c];
  const known = chain.findLast(({ roster }) => roster.some((member) => member.pk === pk));
  const member = known?.roster.find((each) => each.pk === pk);
  return member ? compartmentsOf(member) : Object.keys(chain.at(-1)?.compartments ?? {});
}

/** Whose chart it is, by which key, is said by who holds every compartment of it. */
function withIdentity(entry: PatientIndexEntry, present: PatientIndexEntry): PatientIndexEntry {
  const { held: _held, handedOver, mergedInto: _into, statusAt: _at, ...rest } = entry;
  const { P, oldP, held, status, mergedInto, statusAt } = present;
  return {
    ...rest,
    P,
    oldP,
    status,
    ...(held !== undefined && { held }),
    ...(entry.P === P && handedOver !== undefined && { handedOver }),
    ...(mergedInto !== undefined && { mergedInto }),
    ...(statusAt !== undefined && { statusAt }),
  };
}

/** Of who lacks a compartment of the chart: channels of the others, and who reads no longer. Nothing that widens access. */
function atTheDesk(
  entry: PatientIndexEntry,
  present: PatientIndexEntry,
  opens: (c: string) => boolean,
): PatientIndexEntry {
  const isKnown = (pk: string, at: number | undefined) =>
    present.guardians.some((known) => known.pk === pk && known.at === at);
  return {
    ...withIdentity(entry, present),
    g: present.g,
    channels: entry.channels.filter((name) => opens(name.split(':')[0] ?? '')),
    guardians: entry.guardians.filter(({ pk, at, removed }) => removed === true || isKnown(pk, at)),
  };
}
