/**
 * Notes who did what as AuditEvents signed by who did it, through the ordinary outbox: `note` is the one way in.
 * Nothing waits for it: an opening is written once the chart has been drawn. What cannot be written yet (no keys, a
 * signer that does not answer) stays in memory and is tried again with the next.
 */
import type { VerifiedEvent } from '@keychart/nostr';
import { npubEncode, tagValue } from '@keychart/nostr';
import {
  ACCESS_EVENT,
  CHANNEL_ACCESS,
  channelAccessContent,
  channelAccessTags,
  isRecordKind,
  permissionsOf,
  recordChannel,
} from '@keychart/protocol';
import type { AuditNote, PatientId } from '../../api/chart.ts';
import type { Channel } from '../../keys/channel.ts';
import { auditEvent } from '../../record/audit-event.ts';
import { type Composed, compose } from '../../record/compose-record.ts';
import { readRecord } from '../../record/read-record.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import { jsonPut } from '../../store/index.ts';
import { heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import type { IndexItem } from '../state/logs.ts';
import { isRetired, type OutboxRow } from '../state/outbox.ts';
import { type Stale, untilStored } from '../state/present-access.ts';
import type { Intake } from '../sync/intake.ts';
import type { Announced } from '../writing/publish.ts';
import { auditHash, type ChainHeads, chainPath, linkAfter, readHeads, sealLink } from './audit-chain.ts';
import {
  composeFamilyNotes,
  familyChainPath,
  familyRow,
  readsAsFamily,
  resealedFamilyNotes,
} from './family-notes.ts';

export interface Audit {
  /** Resolves when it is stored or waits in memory; never rejects. Families note what they open. */
  note(note: AuditNote): Promise<void>;
  /** A chart is being opened: noted once in `AGAIN_AFTER`, `loaded` decides when it is known what it holds. */
  opened(patientId: PatientId, loaded: Promise<void>): void;
  /** Written with the next ones: what could not be written yet. */
  readonly unwritten: number;
  /** A row of the outbox was refused by the relay. */
  refused(row: OutboxRow): void;
  /** Practice-wide entries written under keys that have been renewed since are sealed anew. */
  reseal(): Promise<void>;
  /** What waits is written now, as far as it can be. */
  flush(): Promise<void>;
  close(): void;
}

/** Seconds: one visit with its ways back and forth is one opening; the same chart in the afternoon is another. */
const AGAIN_AFTER = 1800;
/** Milliseconds after which an opening is written: the screen first. */
const AFTER_THE_SCREEN = 1_000;
const PRACTICE = '';

interface Place {
  readonly patientId: PatientId;
  readonly channel: Channel;
}

export async function openAudit(
  context: EngineContext,
  intake: Intake,
  announce: (patientId: PatientId) => Promise<Announced | undefined>,
  delivered: () => void,
): Promise<Audit> {
  const { channels, people, governance, outbox, logs, signer, crypto, now, notifier, me } = context;
  let heads = await readHeads(context.sealed);
  let waiting: AuditNote[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const noted = new Map<string, number>();

  function inTurn(work: () => Promise<void>): Promise<void> {
    // What failed (no connection, a signer that refused, a full disk) waits: nobody asked for it, so nobody is told
    // but who reads the access log.
    const done = turn.then(work).catch(() => undefined);
    turn = done;
    return done;
  }

  const current = (compartment: string): Channel | undefined => {
    const n = governance.currentEpoch(compartment);
    return channels.practiceWide(compartment).findLast((channel) => channel.n <= (n ?? 0));
  };

  const channelFor = (patientId: PatientId, compartment: string) => {
    if (patientId === PRACTICE) return current(compartment);
    const person = people.get(patientId);
    return person && channels.current(person, compartment);
  };

  function mayAnnounce(): boolean {
    const member = governance.member(now());
    if (!member || context.relayKey() === undefined) return false;
    return permissionsOf(member).some((held) => ['write', 'schedule', 'admin', 'settings'].includes(held));
  }

  /** In the patient's own records, where the family reads it; else in those of the practice. */
  function placeOf({ patientId, confidential = false }: AuditNote): Place | undefined {
    const held = heldCompartments(context);
    // What tells of confidential records lies where those lie: guardians have no key there.
    const wanted = confidential ? ['sens'] : ['desk', 'clin', 'msg'];
    if (patientId !== undefined) {
      for (const c of wanted) {
        const channel = channelFor(patientId, c);
        const known = people.get(patientId)?.index?.channels.includes(`${c}:${channel?.n}:${channel?.g}`);
        if (channel?.writing && (known === true || mayAnnounce())) return { patientId, channel };
      }
    }
    const channel = held.includes('desk') ? current('desk') : undefined;
    return channel && { patientId: PRACTICE, channel };
  }

  /** The relay takes nothing for a channel it has not been told of. */
  async function announcePractice({ Q, c, n }: Channel): Promise<VerifiedEvent[]> {
    const relay = context.relayKey();
    if (heads.told === Q || relay === undefined || !mayAnnounce()) return [];
    const there =
      context.client.state.status === 'live' &&
      (await context.client.count([{ kinds: [CHANNEL_ACCESS], '#d': [Q] }])) > 0;
    if (there) {
      heads = { ...heads, told: Q };
      return [];
    }
    const access = channelAccessContent({ c, n, readers: [], state: 'active' });
    return [
      await signer.signEvent({
        kind: CHANNEL_ACCESS,
        created_at: now(),
        tags: channelAccessTags(Q, relay),
        content: await signer.nip44Encrypt(relay, access),
      }),
    ];
  }

  async function write(notes: readonly AuditNote[]): Promise<undefined | Stale> {
    const member = governance.member(now());
    if (!member) {
      await writeAsFamily(notes);
      return undefined;
    }
    const basis = context.present.of(...notes.flatMap(({ patientId }) => patientId ?? []));
    const author = { npub: npubEncode(me), name: governance.nameOf(me) ?? '', role: member.role };
    const before: { event: VerifiedEvent; patientId?: PatientId }[] = [];
    const index: IndexItem[] = [];
    const announced = new Set<PatientId>();
    const made: Composed[] = [];
    let next: Omit<ChainHeads, 'told'> = {
      ...(heads.open && { open: heads.open }),
      ...(heads.confidential && { confidential: heads.confidential }),
    };
    for (const note of notes) {
      const place = placeOf(note);
      if (!place) continue; // no key to write anything with: the relay's own log knows of it
      const { patientId, channel } = place;
      if (!announced.has(patientId)) {
        announced.add(patientId);
        if (patientId === PRACTICE)
          for (const event of await announcePractice(channel)) before.push({ event });
        else {
          const access = await announce(patientId);
          for (const event of access?.events ?? []) before.push({ event, patientId });
          index.push(...(access?.index ?? []));
        }
      }
      const chain = channel.c === 'sens' ? 'confidential' : 'open';
      const link = linkAfter(next[chain]);
      const sealedLink = sealLink(context, channel, link);
      // A clock set back does not put an entry before the one it follows, unless it had been far ahead.
      const at = Math.max(now(), Math.min(next[chain]?.at ?? 0, now() + 600));
      const resource = auditEvent(note, author, at, sealedLink);
      const result = compose(
        {
          patientId,
          resource,
          kind: ACCESS_EVENT,
          compartment: channel.c,
          confidential: channel.c === 'sens',
          links: [],
          at,
        },
        governance,
        channelFor,
        crypto.nip44,
      );
      if (!result.ok) continue; // a role that writes nothing here
      made.push(result.composed);
      next = { ...next, [chain]: { device: link.device, seq: link.seq, hash: auditHash(resource), at } };
    }
    if (made.length === 0) return undefined;
    const events = await signer.signEvents(made.map(({ template }) => template));
    const records = made.map(({ record }, i) => ({ ...record, id: events[i]!.id, author: me }));
    return context.present.store(basis, async () => {
      const rows = outbox.prepare([
        ...before.map((row) => ({ ...row, label: 'Access to the chart', resourceType: 'Access' })),
        ...records.map((record, i) => rowOf(record, events[i]!)),
      ]);
      const told = before.find(
        ({ event, patientId }) => patientId === undefined && event.kind === CHANNEL_ACCESS,
      );
      const after: ChainHeads = { ...heads, ...next, ...(told && { told: tagValue(told.event, 'd') ?? '' }) };
      // The chain moves on with the entry or not at all.
      await logs.add({ records, index, puts: [...rows.puts, jsonPut(chainPath, after)] });
      heads = after;
      rows.commit();
      intake.applyIndex(index);
      intake.applyRecords(records);
      notifier.changed('audit');
      delivered();
      return undefined;
    });
  }

  async function writeAsFamily(notes: readonly AuditNote[]): Promise<void> {
    const { made, puts } = await composeFamilyNotes(context, notes);
    if (made.length === 0) return;
    const events = await signer.signEvents(made.map(({ template }) => template));
    const records = made.map(({ record }, i) => ({ ...record, id: events[i]!.id, author: me }));
    const rows = outbox.prepare(records.map((record, i) => familyRow(record, events[i]!)));
    await logs.add({ records, puts: [...rows.puts, ...puts] });
    rows.commit();
    intake.applyRecords(records);
    notifier.changed('audit');
    delivered();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const notes = waiting;
    if (notes.length === 0) return;
    // Without a charter or keys nobody knows yet who this is.
    if (!governance.chain || !canWrite()) return;
    waiting = [];
    try {
      await untilStored(() => write(notes));
    } catch (error) {
      waiting = [...notes, ...waiting];
      throw error;
    }
  }

  function canWrite(): boolean {
    const member = governance.member(now());
    if (!member) return readsAsFamily(context);
    const lent = member.named ? governance.loans(now()) : [];
    return heldCompartments(context).length + lent.length > 0;
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(flush), AFTER_THE_SCREEN);
  }

  const isStaff = () => governance.member(now()) !== undefined;

  const isRecent = (what: 'open' | 'confidential', patientId: PatientId) =>
    now() - (noted.get(`${what} ${patientId}`) ?? Number.NEGATIVE_INFINITY) < AGAIN_AFTER;

  function openedOnce(what: 'open' | 'confidential', patientId: PatientId): void {
    if (isRecent(what, patientId)) return;
    noted.set(`${what} ${patientId}`, now());
    waiting.push({ action: 'open', patientId, ...(what === 'confidential' && { confidential: true }) });
    later();
  }

  /** Whoever was lent the confidential part notes it where the front desk reads: so whether anything is in it or not. */
  function readsConfidential(patientId: PatientId): boolean {
    return (
      channels.lent(patientId).some(({ c, passing }) => c === 'sens' && passing) ||
      (people
        .get(patientId)
        ?.records.all()
        .some(({ root }) => root.c === 'sens') ??
        false)
    );
  }

  /** Practice-wide ones; those of a patient are sealed anew with everything else of theirs. */
  async function reseal(): Promise<void> {
    await resealRows(
      resealedFamilyNotes(context).map(({ made, row }) => ({ composed: made, row })),
      [],
    );
    const { chain } = governance;
    // Derives the old ones as well, by which the rows are known.
    const target = current('desk');
    if (!chain || !target) return;
    const stale = outbox.waiting().filter(({ event, patientId, refused }) => {
      const channel = channels.get(recordChannel(event) ?? '');
      return (
        event.kind === ACCESS_EVENT &&
        patientId === undefined &&
        (refused === undefined || refused.includes('retired')) &&
        channel !== undefined &&
        channel.n < target.n
      );
    });
    if (stale.length === 0) return;
    const before = await announcePractice(target);
    const made: { composed: Composed; row: OutboxRow }[] = [];
    for (const row of stale) {
      const reading = readRecord(row.event, { chain, channel: channels.get, nip44: crypto.nip44 });
      if (!reading.ok) continue;
      const { resource, kind, c, at } = reading.record;
      const composition = {
        patientId: PRACTICE,
        resource,
        kind,
        compartment: c,
        confidential: false,
        links: [],
        at,
      };
      const result = compose(composition, governance, channelFor, crypto.nip44);
      if (result.ok) made.push({ composed: result.composed, row });
    }
    await resealRows(made, before);
  }

  /** What was to follow it begins a chain of its own. */
  async function letGo(eventId: string, patientId = ''): Promise<void> {
    await outbox.dismiss(eventId);
    await context.sealed.write({ deletes: [familyChainPath(patientId)] });
    context.audit.remove(eventId);
  }

  async function resealRows(
    made: readonly { readonly composed: Composed; readonly row: OutboxRow }[],
    before: readonly VerifiedEvent[],
  ): Promise<void> {
    if (made.length + before.length === 0) return;
    const events = await signer.signEvents(made.map(({ composed }) => composed.template));
    const records = made.map(({ composed }, i) => ({ ...composed.record, id: events[i]!.id, author: me }));
    const gone = made.map(({ row }) => row.event.id);
    const rows = outbox.replace(gone, [
      ...before.map((event) => ({ event, label: 'Access to the chart', resourceType: 'Access' })),
      ...records.map((record, i) =>
        made[i]!.row.untilNewKeys ? familyRow(record, events[i]!) : rowOf(record, events[i]!),
      ),
    ]);
    await logs.add({ records, puts: rows.puts, deletes: rows.deletes });
    rows.commit();
    for (const id of gone) context.audit.remove(id);
    intake.applyRecords(records);
    notifier.changed('audit');
  }

  return {
    async note(note) {
      waiting.push(note);
      if (note.action === 'login') later();
      else await inTurn(flush);
    },
    opened(patientId, loaded) {
      openedOnce('open', patientId);
      // A family notes the record as a whole: not whether it holds anything confidential.
      if (!isStaff()) return;
      if (isRecent('confidential', patientId)) return;
      if (noted.has(`loaded ${patientId}`)) return;
      noted.set(`loaded ${patientId}`, now());
      const look = () => {
        noted.delete(`loaded ${patientId}`);
        if (readsConfidential(patientId)) openedOnce('confidential', patientId);
      };
      loaded.then(look, () => noted.delete(`loaded ${patientId}`));
    },
    refused({ event, patientId, label, refused, untilNewKeys }) {
      // A family's access ended while its entry waited: nobody takes it any more.
      if (untilNewKeys && refused?.startsWith('restricted:') && !isRetired(refused))
        letGo(event.id, patientId).catch(context.trouble);
      if (event.kind === ACCESS_EVENT || !isStaff()) return;
      const c = channels.get(recordChannel(event) ?? '')?.c;
      // Lists and grants name no compartment here: they might be of the confidential ones.
      const isOpen = isRecordKind(event.kind) && c !== undefined && c !== 'sens';
      waiting.push({
        action: 'refusal',
        ...(patientId !== undefined && { patientId }),
        ...(patientId !== undefined && !isOpen && { confidential: true }),
        detail: `${label}: ${refused ?? ''}`,
      });
      later();
    },
    get unwritten() {
      return waiting.length;
    },
    reseal: () => inTurn(reseal),
    flush: () => inTurn(flush),
    close: () => clearTimeout(timer),
  };
}

function rowOf(record: StoredRecord, event: VerifiedEvent) {
  const { patientId } = record;
  return {
    event,
    ...(patientId !== PRACTICE && { patientId }),
    label: 'AuditEvent',
    resourceType: 'AuditEvent',
  };
}
