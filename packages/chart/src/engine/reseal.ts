/**
 * Written here under keys that have been renewed since, and not yet taken by the relay (which writes to the
 * present epoch only): the same records are sealed and signed again in the present epoch, in their order, and what
 * refers to one of them is made anew with it. Nothing is lost, and nothing goes out under an old key.
 */
import type { VerifiedEvent } from '@keychart/nostr';
import { isRecordKind, recordChannel, recordLinks } from '@keychart/protocol';
import type { PatientId } from '../api.ts';
import { readRecord } from '../record/read-record.ts';
import type { StoredRecord } from '../record/stored-record.ts';
import { type Composed, compose } from './compose.ts';
import type { EngineContext } from './context.ts';
import { type ChannelOf, heldCompartments } from './enrol.ts';
import type { Intake } from './intake.ts';
import type { OutboxRow } from './outbox.ts';
import type { Announced } from './write.ts';

/** The relay's word for a channel whose epoch has passed; anything else it refuses is no matter of keys. */
const isStaleAnswer = (reason: string | undefined) =>
  reason === undefined || reason.includes('channel is retired');

export interface ResealParts {
  readonly channelFor: ChannelOf;
  readonly announce: (patientId: PatientId) => Promise<Announced>;
}

export function resealing(
  context: EngineContext,
  intake: Intake,
  { channelFor, announce }: ResealParts,
): () => Promise<void> {
  const { outbox, governance, channels, people, crypto, signer, logs, notifier } = context;

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
    if (!isStaleAnswer(row.refused)) return false;
    const channel = channels.get(recordChannel(row.event) ?? '');
    const n = channel && governance.currentEpoch(channel.c);
    return (
      channel !== undefined &&
      n !== undefined &&
      channel.n < n &&
      governance.secret(channel.c, n) !== undefined
    );
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

  /** What is written now is written in the present epoch: without a new one there is nothing to look for. */
  let cleanAt = '';
  const present = () =>
    JSON.stringify(Object.keys(governance.charter?.compartments ?? {}).map((c) => [c, governance.epochs(c)]));

  return async () => {
    const epochs = present();
    if (epochs === cleanAt) return;
    const old = stale();
    for (const patientId of new Set(old.map(({ record }) => record.patientId))) {
      await resealOne(
        patientId,
        old.filter(({ record }) => record.patientId === patientId),
      );
    }
    cleanAt = epochs;
  };

  async function resealOne(
    patientId: PatientId,
    group: readonly { row: OutboxRow; record: StoredRecord }[],
  ): Promise<void> {
    const announced = await announce(patientId);
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
    const rows = outbox.replace(
      [...newId.keys()],
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
    );
    await logs.add({ records, events, index: announced.index, puts: rows.puts, deletes: rows.deletes });
    rows.commit();
    for (const id of newId.keys()) people.get(patientId)?.records.remove(id);
    intake.applyIndex(announced.index);
    intake.applyRecords(records);
    people.touch(patientId);
    notifier.changed(`patient:${patientId}`);
    notifier.changed('status');
  }
}
