/**
 * Patients handed to a member by name, and taken back (wire.md §5). What ends (its time, the person off the staff,
 * given back) is closed by the next device that holds the keys: off the lists, and the next access generation.
 */
import { parseNpub, type VerifiedEvent } from '@keychart/nostr';
import {
  compartmentsOf,
  keepsLists,
  type NamedReader,
  namedReaderKey,
  namedReadersOf,
  type PatientIndexEntry,
} from '@keychart/protocol';
import type { PatientId, WriteOutcome } from '../../api/chart.ts';
import { refusal } from '../../record/compose-record.ts';
import { generations, heldCompartments, isAnnounced } from '../access/enrol.ts';
import { compartmentsOfLine, isOver } from '../access/named-readers.ts';
import { secondsOf } from '../families/family-access.ts';
import type { EngineContext } from '../state/context.ts';
import type { Publish } from '../writing/publish.ts';

export interface NamedAccess {
  grantPatients(npub: string, patientIds: readonly PatientId[], until?: string): Promise<WriteOutcome>;
  revokePatients(npub: string, patientIds?: readonly PatientId[]): Promise<WriteOutcome>;
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

  /** Of these compartments somebody else has to see to. */
  function whyNot(compartments: readonly string[]): string | undefined {
    const member = governance.member(now());
    if (!member || !keepsLists(member)) return 'your role does not hand patients to others';
    const held = heldCompartments(context);
    const missing = compartments.filter((c) => !held.includes(c));
    return missing.length === 0
      ? undefined
      : `this login does not hold the keys of ${missing.join(', ')}: somebody who reads the whole chart has to do this`;
  }

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
    const entry = people.get(patientId)?.index;
    if (!entry) return;
    const full = { ...line, at: later(entry) };
    const next = { ...entry, named: linesWith(entry, full) };
    const listsOf = compartmentsOfLine(context, full);
    const force = { created: true, listsOf, lentInFull: [namedReaderKey(full)] };
    await publish([{ entry: next, force }], { patientId, events: more, index: [] });
  }

  async function close(patientId: PatientId, which: (line: NamedReader) => boolean): Promise<void> {
    const entry = people.get(patientId)?.index;
    const lines = entry ? namedReadersOf(entry).filter(which) : [];
    if (!entry || lines.length === 0) return;
    const at = later(entry);
    const listsOf = [...new Set(lines.flatMap((line) => compartmentsOfLine(context, line)))];
    const renewed = lines.filter((line) => !readsAnyway(line));
    const raised = new Set(renewed.flatMap((line) => compartmentsOfLine(context, line)));
    const g = Object.fromEntries(
      Object.entries(generations(entry)).map(([c, n]) => [c, raised.has(c) ? n + 1 : n]),
    );
    const closed = lines.map(({ until: _end, ...line }) => ({ ...line, at, removed: true }));
    const next = { ...entry, g, named: linesWith(entry, ...closed) };
    await publish([{ entry: next, force: { created: true, listsOf, takenBack: renewed } }]);
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

  async function grantPatients(
    npub: string,
    patientIds: readonly PatientId[],
    until?: string,
  ): Promise<WriteOutcome> {
    const pk = parseNpub(npub);
    if (typeof pk !== 'string') return refusal(pk.error);
    const member = governance.charter?.roster.find((entry) => entry.pk === pk);
    if (!member) return refusal('this person is not on the staff');
    if (member.named !== true) return refusal('this person works with all patients already');
    const ends = secondsOf(until);
    if (Number.isNaN(ends)) return refusal(`the end of the access is not a date: ${until}`);
    if (ends !== undefined && ends <= now()) return refusal('the end of the access lies in the past');
    const unable = whyNot(compartmentsOf(member));
    if (unable !== undefined) return refusal(unable);
    if (patientIds.some((id) => !people.get(id)?.index)) return refusal('this patient is not known here');
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

  function lentTo(npub: string): readonly PatientId[] {
    const pk = parseNpub(npub);
    const theirs = (line: NamedReader) => line.pk === pk && line.c === undefined;
    return people.all().flatMap(({ id, index }) => (index && namedReadersOf(index).some(theirs) ? [id] : []));
  }

  async function tend(): Promise<void> {
    const member = governance.member(now());
    if (!member || !keepsLists(member)) return;
    for (const { id } of people.all()) {
      // Read again each time: the one before may have taken a while.
      const entry = people.get(id)?.index;
      const lines = entry?.named ? namedReadersOf(entry) : [];
      if (!entry || lines.length === 0) continue;
      const reach = (line: NamedReader) => whyNot(compartmentsOfLine(context, line)) === undefined;
      const over = (line: NamedReader) => isOver(context, entry, line) && reach(line);
      if (lines.some(over)) await close(id, over);
      else if (lines.some((line) => reach(line) && !isAnnounced(context, entry)))
        await publish([{ entry, force: {} }]);
    }
  }

  function nextEnd(): number | undefined {
    const ends = people
      .all()
      .flatMap(({ index }) => (index?.named ? namedReadersOf(index) : []))
      .flatMap(({ until = 0 }) => (until > now() ? [until] : []));
    return ends.length > 0 ? Math.min(...ends) : undefined;
  }

  return { grantPatients, revokePatients, lentTo, lend, close, tend, nextEnd };
}
