/**
 * The patient index as this device has it: every entry by its event, and what the entries of each patient say together.
 */
import { type CharterChain, type PatientIndexEntry, parsePatientIndex } from '@keychart/protocol';
import { type PresentEntry, presentEntry, type SignedEntry } from './entry-authority.ts';
import type { IndexItem } from './logs.ts';
import { isTorn, type Torn } from './torn-entry.ts';

export interface IndexBook {
  has(eventId: string): boolean;
  /** Takes an entry; answers what all about this patient say together, `undefined` where it is no entry. */
  add(item: IndexItem, chain: CharterChain): PatientIndexEntry | undefined;
  /** Takes it out again; answers the patient, and what the others say. */
  drop(
    eventId: string,
    chain: CharterChain,
  ): { readonly id: string; readonly present?: PatientIndexEntry } | undefined;
  /** Another charter is in force: answers what is said now of those about whom there was doubt. */
  rejudge(chain: CharterChain): readonly PatientIndexEntry[];
  /** It names a patient whose keys are others: it does not count for that one. */
  isStray(eventId: string): boolean;
  /** When the newest entry was signed, seconds; 0 before there is one. */
  timeOf(ref: string): number;
  /** When the patient's present key was first said, seconds; 0 where the patient is not known. */
  keySince(ref: string): number;
  /** Patients whose newest entry was written by somebody who did not know what the others say. */
  torn(): readonly Torn[];
  /** Different addresses. */
  readonly size: number;
}

/** Seconds a line may be dated after the event that carries it: clocks differ, and each is later than the one before. */
const AHEAD = 86_400;
/** Attack: a generation of four thousand million is that many keys, derived by every device that opens the chart. */
const MOST_GENERATIONS = 4096;

/** What is refused whoever signed it; nothing where it is plausible. */
export function whyNotPlausible(entry: PatientIndexEntry, createdAt: number): string | undefined {
  const { guardians, named = [], statusAt = 0, g } = entry;
  // Attack: a line dated to the end of time, which nobody's later one can ever replace.
  const latest = Math.max(statusAt, ...[...guardians, ...named].map(({ at = 0 }) => at));
  if (latest > createdAt + AHEAD) return 'a line in it is dated long after its signature';
  return Object.values(g).some((generation) => generation > MOST_GENERATIONS)
    ? 'it names an access generation that no practice reaches'
    : undefined;
}

export function indexBook(): IndexBook {
  const items = new Map<string, { readonly item: IndexItem; readonly entry: PatientIndexEntry }>();
  const signed = new Map<string, Map<string, SignedEntry>>();
  /** By ref. */
  const present = new Map<string, PresentEntry>();
  /** By FHIR id, the refs that claim it. */
  const claims = new Map<string, Set<string>>();

  /** The ref whose claim to this id is the best: vouched for by who holds most, else the first. */
  function ownerOf(id: string): string | undefined {
    const refs = [...(claims.get(id) ?? [])];
    const claim = (ref: string) => present.get(ref)!;
    return refs.sort(
      (a, b) => claim(b).weight - claim(a).weight || claim(a).since - claim(b).since || (a < b ? -1 : 1),
    )[0];
  }

  /** Worked out anew; answers the id. */
  function settle(ref: string, chain: CharterChain): string | undefined {
    const before = present.get(ref)?.entry.id;
    if (before !== undefined) claims.get(before)?.delete(ref);
    const entries = [...(signed.get(ref)?.values() ?? [])];
    if (entries.length === 0) present.delete(ref);
    else {
      const now = presentEntry(entries, chain);
      present.set(ref, now);
      claims.set(now.entry.id, (claims.get(now.entry.id) ?? new Set()).add(ref));
    }
    return present.get(ref)?.entry.id ?? before;
  }

  const entryOf = (id: string) => present.get(ownerOf(id) ?? '')?.entry;

  return {
    has: (eventId) => items.has(eventId),
    add(item, chain) {
      const parsed = parsePatientIndex(item.content);
      if (!parsed.ok) return undefined;
      const entry = parsed.value;
      const { author, at, eventId } = item;
      items.set(eventId, { item, entry });
      const entries = signed.get(entry.ref) ?? new Map<string, SignedEntry>();
      signed.set(entry.ref, entries.set(eventId, { entry, author, at, eventId }));
      return entryOf(settle(entry.ref, chain) ?? entry.id);
    },
    drop(eventId, chain) {
      const { ref } = items.get(eventId)?.entry ?? {};
      items.delete(eventId);
      if (ref === undefined) return undefined;
      signed.get(ref)?.delete(eventId);
      const id = settle(ref, chain);
      const left = id === undefined ? undefined : entryOf(id);
      return id === undefined ? undefined : { id, ...(left && { present: left }) };
    },
    rejudge(chain) {
      const doubted = [...present].flatMap(([ref, each]) => (each.doubted ? ref : []));
      return doubted.flatMap((ref) => entryOf(settle(ref, chain) ?? '') ?? []);
    },
    isStray(eventId) {
      const { ref, id } = items.get(eventId)?.entry ?? {};
      return id !== undefined && ownerOf(id) !== ref;
    },
    timeOf: (ref) => Math.max(0, ...[...(signed.get(ref)?.values() ?? [])].map(({ at }) => at)),
    keySince(ref) {
      const P = present.get(ref)?.entry.P;
      const naming = [...(signed.get(ref)?.values() ?? [])].filter(({ entry }) => entry.P === P);
      return naming.length === 0 ? 0 : Math.min(...naming.map(({ at }) => at));
    },
    torn: () =>
      [...signed].flatMap(([ref, entries]) => {
        const together = present.get(ref)?.entry;
        if (!together || entries.size < 2) return [];
        const [newest] = [...entries.values()].sort(
          (a, b) => b.at - a.at || (a.eventId < b.eventId ? -1 : 1),
        );
        return newest && isTorn(together, newest.entry) ? [{ together, newest: newest.entry }] : [];
      }),
    get size() {
      return new Set([...items.values()].map(({ item: { author, d } }) => `${author}:${d}`)).size;
    },
  };
}
