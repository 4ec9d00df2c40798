/**
 * Writing: compose everything, sign in one signer call, store record and outbox row in one atomic write, show
 * it at once, and let the outbox deliver. Where anything is refused, nothing is written.
 */
import type { Patient, Resource } from '@keychart/fhir';
import {
  generateSecretKey,
  getPublicKey,
  npubEncode,
  nsecEncode,
  parseNpub,
  type VerifiedEvent,
} from '@keychart/nostr';
import type { PatientIndexEntry } from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CreatedPatient, NewPatient, NewRecord, PatientId, WriteOutcome } from '../api.ts';
import { REMOVAL_REASON } from '../record/fold.ts';
import type { FoldedEntry } from '../record/patient-records.ts';
import type { StoredRecord } from '../record/stored-record.ts';
import { StoreError, StoreLockedError } from '../store/index.ts';
import {
  CannotWriteError,
  type Composed,
  type Composition,
  compose,
  type Refusal,
  refusal,
} from './compose.ts';
import type { EngineContext } from './context.ts';
import { type Announcement, announceChannels, type ChannelOf, dueEntry } from './enrol.ts';
import {
  ALREADY_GROWN,
  type FamilyAccess,
  familyAccess,
  holdsPatientKeys,
  secondsOf,
} from './family-access.ts';
import { endForBirth } from './guardian-ends.ts';
import type { Intake } from './intake.ts';
import type { IndexItem } from './logs.ts';
import type { Person } from './people.ts';
import { resealing } from './reseal.ts';
import { VERSION_JOIN } from './views.ts';

export interface Writing {
  createPatient(
    input: NewPatient & { at?: number },
  ): Promise<{ ok: true; created: CreatedPatient } | Refusal>;
  write(patientId: PatientId, records: readonly (NewRecord & { at?: number })[]): Promise<WriteOutcome>;
  amend(
    patientId: PatientId,
    id: string,
    marker: 'correction' | 'status-update' | 'deletion',
    base: string | undefined,
    change: (current: Resource) => Resource,
  ): Promise<WriteOutcome>;
  /** Who beside the staff reads: see `family-access.ts`. */
  readonly family: FamilyAccess;
  /** Before anything is sent: what was written under keys that have been renewed since. */
  reseal(): Promise<void>;
}

/** What the relay and the family have to get before records of a channel, and the index entry among it. */
export interface Announced {
  readonly events: readonly VerifiedEvent[];
  readonly index: readonly IndexItem[];
}

export function writing(context: EngineContext, intake: Intake, delivered: () => void): Writing {
  const { people, channels, governance, signer, crypto, outbox, logs, now } = context;

  const channelFor = (patientId: PatientId, compartment: string) => {
    const person = people.get(patientId);
    return person && channels.current(person, compartment);
  };

  /** One signer call, one atomic write: either all of it happened or nothing. */
  async function commit(
    composed: readonly Composed[],
    before: readonly VerifiedEvent[],
    patientId: PatientId,
    index: readonly IndexItem[] = [],
  ): Promise<string[]> {
    const events = await signer.signEvents(composed.map(({ template }) => template));
    const records: StoredRecord[] = composed.map(({ record }, i) => ({
      ...record,
      id: events[i]!.id,
      author: context.me,
    }));
    const rows = outbox.prepare([
      ...before.map((event) => ({ event, patientId, label: 'Access to the chart', resourceType: 'Access' })),
      ...records.map((record, i) => ({
        event: events[i]!,
        patientId,
        label: record.resource.resourceType,
        resourceType: record.resource.resourceType,
      })),
    ]);
    await logs.add({ records, events, index, puts: rows.puts });
    rows.commit();
    intake.applyIndex(index);
    intake.applyRecords(records);
    context.notifier.changed('status');
    delivered();
    return records.map(({ id }) => id);
  }

  /** Channels nobody has announced yet (a new epoch, a patient registered at the front desk). */
  async function ensureAnnounced(person: Person, force: Announcement = {}): Promise<Announced> {
    if (!person.index) return { events: [], index: [] };
    if (person.index !== people.get(person.id)?.index) force = { ...force, readersChanged: true };
    const { entry, events } = await announceChannels(
      context,
      person.index,
      laterThanIndex(person.index),
      force,
    );
    return { events, index: events[0] ? [indexItem(events[0], entry)] : [] };
  }

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
  ): Promise<WriteOutcome> {
    const person = present(patientId);
    if (!person) return refusal('this patient is not known here');
    const composed: Composed[] = [];
    for (const { resource, confidential = false, relatesTo, at } of records) {
      const result = compose(
        {
          patientId,
          resource: withSubject(resource, patientId),
          confidential,
          links: relatesTo ? [{ id: relatesTo.id, marker: relatesTo.as }] : [],
          at: at ?? now(),
        },
        governance,
        (_id, compartment) => channels.current(person, compartment),
        crypto.nip44,
      );
      if (!result.ok) return result;
      composed.push(result.composed);
    }
    const { events, index } = await ensureAnnounced(person);
    return { ok: true, ids: await commit(composed, events, patientId, index) };
  }

  async function amend(
    patientId: PatientId,
    id: string,
    marker: 'correction' | 'status-update' | 'deletion',
    base: string | undefined,
    change: (current: Resource) => Resource,
  ): Promise<WriteOutcome> {
    const person = present(patientId);
    const entry = person?.records.entry(id);
    if (!person || !entry) return refusal('this entry is not here; it may still be loading');
    const bases = base?.split(VERSION_JOIN) ?? entry.heads;
    const known = entry.versions.map(({ record }) => record.id);
    if (!bases.every((version) => known.includes(version)))
      return refusal('the version this was made from is not here; it may still be loading');
    const composition: Composition = {
      patientId,
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
    const { events, index } = await ensureAnnounced(person);
    return { ok: true, ids: await commit([result.composed], events, patientId, index) };
  }

  async function createPatient(input: NewPatient & { at?: number }) {
    const at = input.at ?? now();
    const secret = generateSecretKey();
    const guardians: PatientIndexEntry['guardians'] = [];
    for (const { name, npub, until } of input.guardians ?? []) {
      const pk = parseNpub(npub);
      if (typeof pk !== 'string') return refusal(`the key of ${name}: ${pk.error}`);
      const ends = secondsOf(until);
      if (Number.isNaN(ends)) return refusal(`the end of ${name}'s access is not a date: ${until}`);
      const byPolicy = endForBirth(context, input.patient.birthDate);
      if (ends === undefined && byPolicy !== undefined && byPolicy <= now()) return refusal(ALREADY_GROWN);
      guardians.push({
        pk,
        name,
        at,
        ...(ends !== undefined ? { until: ends } : byPolicy !== undefined && { ends: byPolicy }),
      });
    }
    const patient: Patient = { ...input.patient, id: input.patient.id ?? globalThis.crypto.randomUUID() };
    const id = patient.id!;
    if (people.get(id)) return refusal('a patient with this id is already in the practice');
    const member = governance.member(now());
    if (!member) return refusal('this login may read, but not write in this practice');
    const draft: PatientIndexEntry = {
      v: 1,
      ref: bytesToHex(globalThis.crypto.getRandomValues(new Uint8Array(16))),
      id,
      P: getPublicKey(secret),
      ...(holdsPatientKeys(context) ? { p0: bytesToHex(secret) } : { handedOver: true }),
      g: {},
      oldP: [],
      status: 'active',
      guardians,
      channels: [],
    };
    people.put(id, draft.P, draft);
    const composition = { patientId: id, resource: patient, confidential: false, links: [], at };
    const result = compose(composition, governance, channelFor, crypto.nip44);
    if (!result.ok) {
      people.drop(id);
      return result;
    }
    try {
      const { entry, events } = await announceChannels(context, draft, at, { created: true });
      people.put(id, entry.P, entry);
      await commit([result.composed], events, id, [indexItem(events[0]!, entry)]);
      context.loading.set(id, 'complete');
    } catch (error) {
      people.drop(id);
      throw error;
    }
    context.notifier.changed('patients');
    const handover = { npub: npubEncode(draft.P), nsec: nsecEncode(secret) };
    secret.fill(0);
    return { ok: true as const, created: { patientId: id, handover } };
  }

  const family = familyAccess(context, async (patientId, entry, force) => {
    const { entry: next, events } = await announceChannels(context, entry, laterThanIndex(entry), force);
    // An entry that announces nothing is still one to publish.
    await commit([], events, patientId, events[0] ? [indexItem(events[0], next)] : []);
  });

  return {
    createPatient: (input) => answered(() => createPatient(input)),
    write: (...input) => answered(() => write(...input)),
    amend: (...input) => answered(() => amend(...input)),
    family: {
      changeGuardians: (...input) => answered(() => family.changeGuardians(...input)),
      rekeyPatient: (...input) => answered(() => family.rekeyPatient(...input)),
      forgetPatientKey: (...input) => answered(() => family.forgetPatientKey(...input)),
    },
    reseal: resealing(context, intake, {
      channelFor,
      announce: (patientId, force) => ensureAnnounced(people.get(patientId)!, force),
    }),
  };
}

/** A full disk is an answer in plain words, since nothing was written; a locked chart stays an error. */
async function answered<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    const expected = error instanceof CannotWriteError || error instanceof StoreError;
    if (!expected || error instanceof StoreLockedError) throw error;
    return refusal(error.message);
  }
}

function indexItem(event: VerifiedEvent, entry: PatientIndexEntry) {
  const d = event.tags.find((tag) => tag[0] === 'd')?.[1] ?? '';
  return { eventId: event.id, author: event.pubkey, at: event.created_at, d, content: JSON.stringify(entry) };
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

/** The payload of a deletion: the resource as it was, with the reason in its meta. */
export function withRemovalReason(resource: Resource, reason: string): Resource {
  const extension = [...(resource.meta?.extension ?? []), { url: REMOVAL_REASON, valueString: reason }];
  return { ...resource, meta: { ...resource.meta, extension } } as Resource;
}
