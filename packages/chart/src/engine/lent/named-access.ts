/**
 * Patients handed to a member by name, and taken back (wire.md §5). What ends (its time, the person off the staff,
 * given back) is closed by the next device that holds the keys: off the lists, and the next access generation. Of
 * somebody suspended it is closed as well, and opened again with them; of a key that was replaced it goes to the next.
 */
import { parseNpub, type VerifiedEvent } from '@keychart/nostr';
import {
  compartmentsOf,
  keepsLists,
  type NamedReader,
  namedReaderKey,
  namedReadersOf,
  type PatientIndexEntry,
  successorOf,
} from '@keychart/protocol';
import type { PatientId, WriteOutcome } from '../../api/chart.ts';
import { refusal } from '../../record/compose-record.ts';
import { generations, heldCompartments, isAnnounced } from '../access/enrol.ts';
import { compartmentsOfLine, isOver, isResting } from '../access/named-readers.ts';
import { secondsOf } from '../families/family-access.ts';
import type { EngineContext } from '../state/context.ts';
import type { AccessChange, Publish } from '../writing/publish.ts';

/** Why this login cannot hand out, or take back, keys of these compartments; nothing where it can. */
export function whyNotHand(context: EngineContext, compartments: readonly string[]): string | undefined {
  const member = context.governance.member(context.now());
  if (!member || !keepsLists(member)) return 'your role does not hand patients to others';
  const held = heldCompartments(context);
  const missing = compartments.filter((c) => !held.includes(c));
  return missing.length === 0
    ? undefined
    : `this login does not hold the keys of ${missing.join(', ')}: somebody who reads the whole chart has to do this`;
}

export interface NamedAccess {
  grantPatients(npub: string, patientIds: readonly PatientId[], until?: string): Promise<WriteOutcome>;
  revokePatients(npub: string, patientIds?: readonly PatientId[]): Promise<WriteOutcome>;
  /** These from now on, and no others. */
  setPatients(npub: string, patientIds: readonly PatientId[], until?: string): Promise<WriteOutcome>;
  /** Patients somebody was handed by name. */
  lentTo(npub: string): readonly PatientId[];
  /** One line more, or another end of it. */
  lend(patientId: PatientId, line: Omit<NamedReader, 'at'>, more?: readonly VerifiedEvent[]): Promise<void>;
  /** Closes lines of a patient, of whoever `which` says. */
  close(patientId: PatientId, which: (line: NamedReader) => boolean): Promise<void>;
  /** What is due on this device: ended lines closed, new epochs told to those who have access still. */
  tend(): Promise<void>;
  /** Seconds; the next end of any line. */
  nextEnd(): number | undefined;
}

const DONE: WriteOutcome = { ok: true, ids: [] };

export function namedAccess(context: EngineContext, publish: Publish): NamedAccess {
  const { people, governance, now } = context;

  const whyNot = (compartments: readonly string[]) => whyNotHand(context, compartments);

  const linesWith = (entry: PatientIndexEntry, ...lines: readonly NamedReader[]) => {
    const names = lines.map(namedReaderKey);
    return [...(entry.named ?? []).filter((line) => !names.includes(namedReaderKey(line))), ...lines];
  };
  const later = (entry: PatientIndexEntry) => Math.max(now(), ...(entry.named ?? []).map(({ at }) => at + 1));

  async function lend(
    patientId: PatientId,
    line: Omit<NamedReader, 'at'>,
    more: readonly VerifiedEvent[] = [],
  ): Promise<void> {
    const changes = () => {
      const entry = people.get(patientId)?.index;
      return entry ? [lent(entry, line)] : DONE;
    };
    await publish(changes, { patientId, events: more, index: [] });
  }

  function lent(entry: PatientIndexEntry, line: Omit<NamedReader, 'at'>): AccessChange {
    const full = { ...line, at: later(entry) };
    const next = { ...entry, named: linesWith(entry, full) };
    const listsOf = compartmentsOfLine(context, full);
    return { entry: next, force: { created: true, listsOf, lentInFull: [namedReaderKey(full)] } };
  }

  async function close(patientId: PatientId, which: (line: NamedReader) => boolean): Promise<void> {
    await publish(() => {
      const entry = people.get(patientId)?.index;
      return entry ? closed(entry, namedReadersOf(entry).filter(which)) : DONE;
    });
  }

  function closed(entry: PatientIndexEntry, lines: readonly NamedReader[]): readonly AccessChange[] {
    if (lines.length === 0) return [];
    const at = later(entry);
    const after = lines.map(({ until: _end, paused: _rested, ...line }) => ({ ...line, at, removed: true }));
    return [closing(entry, lines, after)];
  }

  /** The entry with `lines` become `after`, under keys that those of `lines` never get. */
  function closing(
    entry: PatientIndexEntry,
    lines: readonly NamedReader[],
    after: readonly NamedReader[],
  ): AccessChange {
    const listsOf = [...new Set(lines.flatMap((line) => compartmentsOfLine(context, line)))];
    // Who rests has had no new key since.
    const renewed = lines.filter((line) => line.paused !== true && !readsAnyway(line));
    const raised = new Set(renewed.flatMap((line) => compartmentsOfLine(context, line)));
    const g = Object.fromEntries(
      Object.entries(generations(entry)).map(([c, n]) => [c, raised.has(c) ? n + 1 : n]),
    );
    const next = { ...entry, g, named: linesWith(entry, ...after) };
    return { entry: next, force: { created: true, listsOf, takenBack: renewed } };
  }

  /** Somebody's own time is over: closed for them as it is for anybody, and remembered. */
  function paused(entry: PatientIndexEntry, lines: readonly NamedReader[]): AccessChange {
    const at = later(entry);
    const resting = lines.map((line) => ({ ...line, at, paused: true }));
    return closing(entry, lines, resting);
  }

  /** Let in again: all of it, until the day it was for. */
  const reopened = (entry: PatientIndexEntry, { paused: _rested, at: _at, ...line }: NamedReader) =>
    lent(entry, line);

  /** The key has another in its place: what it had is closed, and goes to that one with its end, in one write. */
  function carriedOver(entry: PatientIndexEntry, lines: readonly NamedReader[]): AccessChange {
    const at = later(entry);
    const chain = governance.chain ?? [];
    const after = lines.flatMap((line): NamedReader[] => {
      const { until: _end, paused: _rested, ...rest } = line;
      const pk = successorOf(chain, line.pk);
      return [{ ...rest, at, removed: true }, ...(pk === undefined ? [] : [{ ...line, pk, at }])];
    });
    const { entry: next, force } = closing(entry, lines, after);
    const lentInFull = after.filter(({ removed }) => removed !== true).map(namedReaderKey);
    return { entry: next, force: { ...force, lentInFull } };
  }

  /** Replaced by a key that reads by name too; broken glass is for the person who asked. */
  function isReplaced({ pk, c }: NamedReader): boolean {
    const next = governance.chain && successorOf(governance.chain, pk);
    const member = governance.charter?.roster.find((entry) => entry.pk === next);
    return c === undefined && member?.named === true;
  }

  /** Somebody who works with all patients by now lost nothing: no new keys for that. */
  function readsAnyway({ pk, c }: NamedReader): boolean {
    const member = governance.charter?.roster.find((entry) => entry.pk === pk);
    return (
      member !== undefined &&
      member.named !== true &&
      (member.to === undefined || member.to > now()) &&
      (c === undefined || compartmentsOf(member).includes(c))
    );
  }

  /** Who is meant, and until which second; why not, before anything is changed. */
  function toGrant(npub: string, patientIds: readonly PatientId[], until: string | undefined) {
    const pk = parseNpub(npub);
    if (typeof pk !== 'string') return refusal(pk.error);
    const member = governance.charter?.roster.find((entry) => entry.pk === pk);
    if (!member) return refusal('this person is not on the staff');
    if (member.named !== true) return refusal('this person works with all patients already');
    if (member.to !== undefined && member.to <= now())
      return refusal('this person has no access now: let them in again first');
    const ends = secondsOf(until);
    if (Number.isNaN(ends)) return refusal(`the end of the access is not a date: ${until}`);
    if (ends !== undefined && ends <= now()) return refusal('the end of the access lies in the past');
    const unable = whyNot(compartmentsOf(member));
    if (unable !== undefined) return refusal(unable);
    if (patientIds.some((id) => !people.get(id)?.index)) return refusal('this patient is not known here');
    return { pk, ends };
  }

  async function grantPatients(
    npub: string,
    patientIds: readonly PatientId[],
    until?: string,
  ): Promise<WriteOutcome> {
    const meant = toGrant(npub, patientIds, until);
    if ('reason' in meant) return meant;
    const { pk, ends } = meant;
    for (const patientId of patientIds) {
      const entry = people.get(patientId)!.index!;
      const known = namedReadersOf(entry).find((line) => namedReaderKey(line) === pk);
      if (known && known.until === ends && !isOver(context, entry, known)) continue;
      await lend(patientId, { pk, ...(ends !== undefined && { until: ends }) });
    }
    return DONE;
  }

  async function revokePatients(npub: string, patientIds?: readonly PatientId[]): Promise<WriteOutcome> {
    const pk = parseNpub(npub);
    if (typeof pk !== 'string') return refusal(pk.error);
    const mine = (line: NamedReader) => line.pk === pk && line.c === undefined;
    const concerned = people.all().filter(({ id, index }) => {
      if (!index || (patientIds && !patientIds.includes(id))) return false;
      return namedReadersOf(index).some(mine);
    });
    for (const { index } of concerned) {
      const lines = namedReadersOf(index!).filter(mine);
      const unable = whyNot(lines.flatMap((line) => compartmentsOfLine(context, line)));
      if (unable !== undefined) return refusal(unable);
    }
    for (const { id } of concerned) await close(id, mine);
    return DONE;
  }

  async function setPatients(
    npub: string,
    patientIds: readonly PatientId[],
    until?: string,
  ): Promise<WriteOutcome> {
    const meant = toGrant(npub, patientIds, until);
    if ('reason' in meant) return meant;
    const others = lentTo(npub).filter((id) => !patientIds.includes(id));
    const revoked = others.length > 0 ? await revokePatients(npub, others) : DONE;
    return revoked.ok ? grantPatients(npub, patientIds, until) : revoked;
  }

  function lentTo(npub: string): readonly PatientId[] {
    const pk = parseNpub(npub);
    const theirs = (line: NamedReader) => line.pk === pk && line.c === undefined;
    return people.all().flatMap(({ id, index }) => (index && namedReadersOf(index).some(theirs) ? [id] : []));
  }

  /** One step; it is news of this patient, and what is left is seen when that is looked at. */
  function due(id: PatientId): readonly AccessChange[] {
    const entry = people.get(id)?.index;
    if (!entry?.named) return [];
    const lines = namedReadersOf(entry).filter(
      (line) => whyNot(compartmentsOfLine(context, line)) === undefined,
    );
    if (lines.length === 0) return [];
    const over = lines.filter((line) => isOver(context, entry, line));
    const replaced = over.filter((line) => isReplaced(line) && (line.until ?? Infinity) > now());
    if (replaced.length > 0) return [carriedOver(entry, replaced)];
    if (over.length > 0) return closed(entry, over);
    const rests = (line: NamedReader) => isResting(context, line);
    const pausing = lines.filter((line) => rests(line) && line.paused !== true);
    if (pausing.length > 0) return [paused(entry, pausing)];
    const back = lines.find((line) => line.paused === true && !rests(line));
    if (back) return [reopened(entry, back)];
    return isAnnounced(context, entry) ? [] : [{ entry, force: {} }];
  }

  async function tend(): Promise<void> {
    const member = governance.member(now());
    if (!member || !keepsLists(member)) return;
    for (const { id, index } of people.all()) if (index?.named) await publish(() => due(id));
  }

  function nextEnd(): number | undefined {
    const ends = people
      .all()
      .flatMap(({ index }) => (index?.named ? namedReadersOf(index) : []))
      .flatMap(({ until = 0 }) => (until > now() ? [until] : []));
    return ends.length > 0 ? Math.min(...ends) : undefined;
  }

  return { grantPatients, revokePatients, setPatients, lentTo, lend, close, tend, nextEnd };
}
