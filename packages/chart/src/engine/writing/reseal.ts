/**
 * Written here under keys that have been renewed since, and not yet taken by the relay (which writes to the
 * present epoch only): the same records are sealed and signed again in the present epoch, in their order, and what
 * refers to one of them is made anew with it. Nothing is lost, and nothing goes out under an old key.
 */
import type { VerifiedEvent } from '@keychart/nostr';
import {
  CHANNEL_ACCESS,
  GIFT_WRAP,
  isRecordKind,
  PATIENT_INDEX,
  recordChannel,
  recordLinks,
} from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import { type Composed, compose } from '../../record/compose-record.ts';
import { readRecord } from '../../record/read-record.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import { type ChannelOf, heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import { isRetired, type OutboxRow } from '../state/outbox.ts';
import { type Stale, untilStored } from '../state/present-access.ts';
import type { Intake } from '../sync/intake.ts';
import type { Announced } from './publish.ts';

const isGovernance = (kind: number) =>
  kind === CHANNEL_ACCESS || kind === PATIENT_INDEX || kind === GIFT_WRAP;

/** Ids in one question. */
const ASKED_AT_ONCE = 500;

export interface ResealParts {
  readonly channelFor: ChannelOf;
  readonly announce: (patientId: PatientId, force: { readersChanged: boolean }) => Promise<Announced>;
}

export function resealing(
  context: EngineContext,
  intake: Intake,
  { channelFor, announce }: ResealParts,
): () => Promise<void> {
  const { client, outbox, governance, channels, people, crypto, signer, logs, notifier } = context;

  function read(row: OutboxRow): StoredRecord | undefined {
    if (!governance.chain) return undefined;
    const reading = readRecord(row.event, {
      chain: governance.chain,
      channel: channels.get,
      nip44: crypto.nip44,
    });
    return reading.ok ? reading.record : undefined;
  }

  function isOld(row: OutboxRow): boolean {
    const channel = channels.get(recordChannel(row.event) ?? '');
    const person = people.get(channel?.patientId ?? '');
    const n = channel && governance.currentEpoch(channel.c);
    // Refused for another reason than its keys: that is for the person who wrote it.
    if (row.refused !== undefined && !isRetired(row.refused)) return false;
    if (channel && person && !person.index) {
      // Handed this patient by name: what is present is what was handed over last.
      const latest = channels.current(person, channel.c);
      return latest !== undefined && (channel.n < latest.n || channel.g < latest.g);
    }
    if (!channel || !person?.index || n === undefined) return false;
    if (governance.secret(channel.c, n) === undefined) return false;
    return channel.n < n || channel.g < (person.index.g[channel.c] ?? 0);
  }

  /** Old ones, and those that refer to one of them; in the order they were written. */
  function stale(): { row: OutboxRow; record: StoredRecord }[] {
    const old = new Set<string>();
    return outbox.waiting().flatMap((row) => {
      const person = people.get(row.patientId ?? '');
      if (!person || !isRecordKind(row.event.kind)) return [];
      channels.derive(person, heldCompartments(context));
      if (!isOld(row) && !recordLinks(row.event).some(({ id }) => old.has(id))) return [];
      old.add(row.event.id);
      const record = read(row);
      return record ? [{ row, record }] : [];
    });
  }

  /** What is written now lies in the present epoch and generation: without a new one there is nothing to look for. */
  let cleanAt = '';
  function present(): string {
    const epochs = Object.keys(governance.charter?.compartments ?? {}).map((c) => [c, governance.epochs(c)]);
    const waiting = new Set(outbox.waiting().map(({ patientId }) => patientId ?? ''));
    return JSON.stringify([
      epochs,
      [...waiting].map((id) => [id, people.get(id)?.index?.g, channels.lent(id).length]),
    ]);
  }

  return async () => {
    const epochs = present();
    if (epochs === cleanAt) return;
    const candidates = stale();
    if (candidates.length > 0)
      await outbox.taken(await alreadyThere(candidates.map(({ row }) => row.event.id)));
    const waiting = new Set(outbox.waiting().map(({ event }) => event.id));
    const old = candidates.filter(({ row }) => waiting.has(row.event.id));
    for (const patientId of new Set(old.map(({ record }) => record.patientId))) {
      const group = old.filter(({ record }) => record.patientId === patientId);
      await untilStored(() => resealOne(patientId, group));
    }
    cleanAt = epochs;
  };

  /** Of those sent before the connection went, some may have arrived: made anew they would be in the chart twice. */
  async function alreadyThere(ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (let start = 0; start < ids.length; start += ASKED_AT_ONCE) {
      await client.query([{ ids: ids.slice(start, start + ASKED_AT_ONCE) }], (events) => {
        for (const { id } of events) found.push(id);
      });
    }
    return found;
  }

  async function resealOne(
    patientId: PatientId,
    group: readonly { row: OutboxRow; record: StoredRecord }[],
  ): Promise<undefined | Stale> {
    const basis = context.present.of(patientId);
    // Lists and grants made for the old channels would open them again to whoever was taken off meanwhile: all are
    // made anew, from what is known now.
    const outdated = outbox
      .waiting()
      .filter((row) => row.patientId === patientId && isGovernance(row.event.kind))
      .map(({ event }) => event.id);
    const announced = await announce(patientId, { readersChanged: outdated.length > 0 });
    const newId = new Map<string, string>();
    const made: { composed: Composed; row: OutboxRow; id: string }[] = [];
    const events: VerifiedEvent[] = [];
    // One by one: a correction names the id of what it corrects, which is known when that is signed.
    for (const { row, record } of group) {
      const links = record.links.map((link) => ({ ...link, id: newId.get(link.id) ?? link.id }));
      const { resource, kind, c, at } = record;
      const composition = {
        patientId,
        resource,
        kind,
        compartment: c,
        confidential: c === 'sens',
        links,
        at,
      };
      const result = compose(composition, governance, channelFor, crypto.nip44);
      if (!result.ok) continue; // stays as it is, with the relay's reason
      const event = await signer.signEvent(result.composed.template);
      newId.set(row.event.id, event.id);
      events.push(event);
      made.push({ composed: result.composed, row, id: event.id });
    }
    const records = made.map(({ composed, id }) => ({ ...composed.record, id, author: context.me }));
    return context.present.store(basis, async () => {
      // Written under the present keys a moment ago: its lists are among those made anew.
      const written = outbox
        .waiting()
        .filter((row) => row.patientId === patientId && isRecordKind(row.event.kind) && !row.refused)
        .map(({ event }) => event.id);
      const rows = outbox.replace(
        [...outdated, ...newId.keys()],
        [
          ...announced.events.map((event) => ({
            event,
            patientId,
            label: 'Access to the chart',
            resourceType: 'Access',
          })),
          ...made.map(({ row: { label, resourceType } }, i) => ({
            event: events[i]!,
            patientId,
            label,
            resourceType,
          })),
        ],
        written.filter((id) => !newId.has(id)),
      );
      await logs.add({ records, events, index: announced.index, puts: rows.puts, deletes: rows.deletes });
      rows.commit();
      for (const id of newId.keys()) {
        people.get(patientId)?.records.remove(id);
        context.audit.remove(id);
      }
      intake.applyIndex(announced.index);
      intake.applyRecords(records);
      people.touch(patientId);
      notifier.changed(`patient:${patientId}`);
      notifier.changed('status');
      return undefined;
    });
  }
}
