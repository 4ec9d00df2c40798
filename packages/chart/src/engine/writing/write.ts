/**
 * Writing: compose everything, sign in one signer call, store record and outbox row in one atomic write, show
 * it at once, and let the outbox deliver. Where anything is refused, nothing is written.
 */
import type { Resource } from '@keychart/fhir';
import type { VerifiedEvent } from '@keychart/nostr';
import type { PatientIndexEntry } from '@keychart/protocol';
import type { NewRecord, PatientId, WriteOutcome } from '../../api/chart.ts';
import {
  CannotWriteError,
  type Composed,
  type Composition,
  compose,
  refusal,
} from '../../record/compose-record.ts';
import { REMOVAL_REASON } from '../../record/fold.ts';
import type { FoldedEntry } from '../../record/patient-records.ts';
import type { Person } from '../../record/person.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import { type Announcement, announceChannels, type ChannelOf, dueEntry, indexItem } from '../access/enrol.ts';
import { clockWords } from '../state/clock.ts';
import type { EngineContext } from '../state/context.ts';
import { type Stale, stale, untilStored } from '../state/present-access.ts';
import { VERSION_JOIN } from '../state/views.ts';
import type { Intake } from '../sync/intake.ts';
import { answered } from './answered.ts';
import type { Announced, Commit, Publish } from './publish.ts';
import { resealing } from './reseal.ts';

export interface Writing {
  write(patientId: PatientId, records: readonly (NewRecord & { at?: number })[]): Promise<WriteOutcome>;
  amend(
    patientId: PatientId,
    id: string,
    marker: 'correction' | 'status-update' | 'deletion',
    base: string | undefined,
    change: (current: Resource) => Resource,
  ): Promise<WriteOutcome>;
  /** Where a new record of this patient goes. */
  readonly channelFor: ChannelOf;
  /** The one way in which records and lists are stored, shown and sent. */
  readonly commit: Commit;
  /** What the relay has to be told before this patient's present channels are written to. */
  announce(patientId: PatientId): Promise<Announced | undefined>;
  /** Access of patients as it shall be from now on: told to relay and readers, stored and shown. */
  readonly publish: Publish;
  /** Events that change no chart. */
  send(patientId: PatientId, events: readonly VerifiedEvent[]): Promise<void>;
  /** Before anything is sent: what was written under keys that have been renewed since. */
  reseal(): Promise<void>;
}

export function writing(context: EngineContext, intake: Intake, delivered: () => void): Writing {
  const { people, channels, governance, signer, crypto, outbox, logs, now } = context;

  const channelFor = (patientId: PatientId, compartment: string) => {
    const person = people.get(patientId);
    return person && channels.current(person, compartment);
  };

  /** One signer call, one atomic write: either all of it happened or nothing. */
  const commit: Commit = async (composed, announced, basis) => {
    if (composed.length > 0) {
      await context.clock.sure().catch(() => undefined);
      // What the page has put into the record is of the same wrong clock.
      if (context.clock.off !== 0) throw new CannotWriteError(clockWords(context.clock.off));
    }
    const events = await signer.signEvents(composed.map(({ template }) => template));
    const records: StoredRecord[] = composed.map(({ record }, i) => ({
      ...record,
      id: events[i]!.id,
      author: context.me,
    }));
    return context.present.store(basis, async () => {
      const rows = outbox.prepare([
        ...announced.flatMap(({ patientId, events: before }) =>
          before.map((event) => ({ event, patientId, label: 'Access to the chart', resourceType: 'Access' })),
        ),
        ...records.map(({ patientId, resource: { resourceType } }, i) => ({
          event: events[i]!,
          patientId,
          label: resourceType,
          resourceType,
        })),
      ]);
      const index = announced.flatMap((part) => part.index);
      await logs.add({ records, events, index, puts: rows.puts });
      rows.commit();
      intake.applyIndex(index);
      intake.applyRecords(records);
      context.notifier.changed('status');
      delivered();
      return records.map(({ id }) => id);
    });
  };

  async function announce(entry: PatientIndexEntry, at: number, force: Announcement): Promise<Announced> {
    const { entry: next, events } = await announceChannels(context, entry, at, force);
    return { patientId: entry.id, events, index: events[0] ? [indexItem(events[0], next)] : [] };
  }

  /** Channels nobody has announced yet (a new epoch, a patient registered at the front desk). */
  async function ensureAnnounced(
    { id: patientId, index }: Person,
    given: Announcement = {},
  ): Promise<Announced> {
    const isDue = index !== people.get(patientId)?.index;
    const force = isDue ? { ...given, readersChanged: true } : given;
    if (!index) return { patientId, events: [], index: [] };
    return announce(index, laterThanIndex(index), force);
  }

  const written = (ids: string[] | Stale): WriteOutcome | Stale =>
    ids === stale ? stale : { ok: true, ids };

  /** The patient as the next record has to be written: with the access of now, which may have ended by itself. */
  function present(patientId: PatientId): Person | undefined {
    const person = people.get(patientId);
    return person?.index ? { ...person, index: dueEntry(context, person.index) } : person;
  }

  /** Of two lists of one second the lower id stands, at the relay and here: a change must not be left to that. */
  const laterThanIndex = (entry: PatientIndexEntry) => Math.max(now(), intake.indexTime(entry.ref) + 1);

  async function write(
    patientId: PatientId,
    records: readonly (NewRecord & { at?: number })[],
  ): Promise<WriteOutcome | Stale> {
    const basis = context.present.of(patientId);
    const chart = people.chartOf(people.survivorOf(patientId)).flatMap(({ id }) => present(id) ?? []);
    if (chart.length === 0) return refusal('this patient is not known here');
    const composed: Composed[] = [];
    for (const { resource, confidential = false, relatesTo, at } of records) {
      // An addendum lies with its note, whichever of the merged charts that is in; what is new with the survivor.
      const home = chart.find(({ records: held }) => relatesTo && held.entry(relatesTo.id)) ?? chart[0]!;
      const result = compose(
        {
          patientId: home.id,
          resource: withSubject(refiled(resource, chart, home.id), home.id),
          confidential,
          links: relatesTo ? [{ id: relatesTo.id, marker: relatesTo.as }] : [],
          at: at ?? now(),
        },
        governance,
        (_id, compartment) => channels.current(home, compartment),
        crypto.nip44,
      );
      if (!result.ok) return result;
      composed.push(result.composed);
    }
    const homes = new Set(composed.map(({ record }) => record.patientId));
    const announced: Announced[] = [];
    for (const person of chart) if (homes.has(person.id)) announced.push(await ensureAnnounced(person));
    return written(await commit(composed, announced, basis));
  }

  async function amend(
    patientId: PatientId,
    id: string,
    marker: 'correction' | 'status-update' | 'deletion',
    base: string | undefined,
    change: (current: Resource) => Resource,
  ): Promise<WriteOutcome | Stale> {
    const basis = context.present.of(patientId);
    const home = people.chartOf(people.survivorOf(patientId)).find(({ records }) => records.entry(id));
    const person = home && present(home.id);
    const entry = person?.records.entry(id);
    if (!person || !entry) return refusal('this entry is not here; it may still be loading');
    const bases = base?.split(VERSION_JOIN) ?? entry.heads;
    const known = entry.versions.map(({ record }) => record.id);
    if (!bases.every((version) => known.includes(version)))
      return refusal('the version this was made from is not here; it may still be loading');
    const composition: Composition = {
      patientId: person.id,
      resource: change(entry.resource),
      kind: entry.root.kind,
      compartment: entry.root.c,
      confidential: entry.root.c === 'sens',
      links: [{ id, marker }, ...bases.map((version) => ({ id: version, marker: 'base' as const }))],
      at: after(entry, now()),
    };
    const channelOf: ChannelOf = (_id, compartment) => channels.current(person, compartment);
    const result = compose(composition, governance, channelOf, crypto.nip44);
    if (!result.ok) return result;
    return written(await commit([result.composed], [await ensureAnnounced(person)], basis));
  }

  /** Several entries at once are one atomic write: a merge is either made or not. */
  const publish: Publish = (made, more) =>
    untilStored(async () => {
      const changes = made();
      if ('ok' in changes) return changes;
      if (changes.length === 0) return { ok: true, ids: [] };
      const next = new Map(changes.map(({ entry }) => [entry.id, entry]));
      const announced: Announced[] = [];
      const basis = context.present.of(...next.keys());
      for (const { entry, force } of changes) {
        const heirs = force.heirs ?? people.heirsOf(entry.id).flatMap(({ index }) => index ?? []);
        const present = heirs.map((heir) => next.get(heir.id) ?? heir);
        announced.push(await announce(entry, laterThanIndex(entry), { ...force, heirs: present }));
      }
      return written(await commit([], more ? [...announced, more] : announced, basis));
    });

  return {
    write: (...input) => answered(() => untilStored(() => write(...input))),
    amend: (...input) => answered(() => untilStored(() => amend(...input))),
    announce: async (patientId) => {
      const person = people.get(patientId);
      return person && ensureAnnounced(person);
    },
    channelFor,
    commit,
    publish,
    send: async (patientId, events) =>
      void (await commit([], [{ patientId, events, index: [] }], context.present.of())),
    reseal: resealing(context, intake, {
      channelFor,
      announce: (patientId, force) => ensureAnnounced(people.get(patientId)!, force),
    }),
  };
}

/** Later than everything it is based on, so that the fold's order is the order of the work, whatever the clocks say. */
function after(entry: FoldedEntry, now: number): number {
  return Math.max(now, ...entry.versions.map(({ record }) => record.at + 1));
}

const patientElement: Readonly<Record<string, 'subject' | 'patient'>> = {
  AllergyIntolerance: 'patient',
  Immunization: 'patient',
  FamilyMemberHistory: 'patient',
  Device: 'patient',
  Consent: 'patient',
  Encounter: 'subject',
  Composition: 'subject',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  Observation: 'subject',
  Condition: 'subject',
  Communication: 'subject',
  ServiceRequest: 'subject',
  DiagnosticReport: 'subject',
  DocumentReference: 'subject',
  QuestionnaireResponse: 'subject',
  Procedure: 'subject',
};

/** Fills in the id and the patient where the caller left them out; what is there stays. */
function withSubject(resource: Resource, patientId: PatientId): Resource {
  const element = patientElement[resource.resourceType];
  const fields = resource as unknown as Record<string, unknown>;
  return {
    ...resource,
    id: resource.id ?? globalThis.crypto.randomUUID(),
    ...(element && !fields[element] && { [element]: { reference: `Patient/${patientId}` } }),
  } as Resource;
}

/** Written in a chart that shows several entries of one person: it names the one it is filed under. */
function refiled(resource: Resource, chart: readonly Person[], home: PatientId): Resource {
  const element = patientElement[resource.resourceType];
  const fields = resource as unknown as Record<string, { reference?: string } | undefined>;
  const named = element && fields[element];
  const isOther = chart.some(({ id }) => id !== home && named?.reference === `Patient/${id}`);
  if (!element || !isOther) return resource;
  return { ...resource, [element]: { ...named, reference: `Patient/${home}` } } as Resource;
}

/** The payload of a deletion: the resource as it was, with the reason in its meta. */
export function withRemovalReason(resource: Resource, reason: string): Resource {
  const extension = [...(resource.meta?.extension ?? []), { url: REMOVAL_REASON, valueString: reason }];
  return { ...resource, meta: { ...resource.meta, extension } } as Resource;
}
