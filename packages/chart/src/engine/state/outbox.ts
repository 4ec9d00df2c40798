/**
 * What was written here and the relay has not yet answered for. A row is stored in the same atomic write as
 * the record, leaves with the relay's OK, and stays with the reason where it was refused. Rows go out in the
 * order they were written; sending one twice changes nothing, so a crash at any point is a resend.
 */
import type { RelayClient, VerifiedEvent } from '@keychart/nostr';
import { ACCESS_EVENT } from '@keychart/protocol';
import type { Delivery, PatientId } from '../../api/chart.ts';
import {
  jsonPut,
  type SealedPath,
  type SealedPut,
  type SealedStore,
  type Sequence,
  sequence,
  sequenceNumber,
} from '../../store/index.ts';

/** So many events are on their way at once; order holds because one socket carries them. */
const WINDOW = 128;

/** The relay's word for a channel whose keys have been renewed: what was written is sealed anew, then taken. */
export const isRetired = (reason: string) => reason.includes('this channel is retired');
/** The relay cannot now, but may in a minute (NIP-01's prefixes), or wants newer keys; everything else is a refusal. */
const isPassing = (reason: string) =>
  reason.startsWith('rate-limited:') || reason.startsWith('error:') || isRetired(reason);

export interface OutboxRow {
  readonly seq: number;
  readonly event: VerifiedEvent;
  readonly patientId?: PatientId;
  /** What it is, in words for the person who wrote it. */
  readonly label: string;
  readonly resourceType: string;
  /** By a family, whose keys come when the practice next writes: until then it is no use to send it again. */
  readonly untilNewKeys?: boolean;
  readonly refused?: string;
}

type NewRow = Omit<OutboxRow, 'seq' | 'refused'>;

/** The access log writes itself: nobody is told that it waits or was refused but where it is read. */
export const isAuditRow = ({ event }: OutboxRow) => event.kind === ACCESS_EVENT;

interface Counts {
  readonly unsent: number;
  readonly refused: number;
}

export interface Outbox {
  /** Puts for the caller's atomic write; `commit` once that has resolved. */
  prepare(items: readonly NewRow[]): { puts: SealedPut[]; commit: () => void };
  /**
   * The same, in the place of rows that will not be sent; what those held is not part of the chart any more.
   * @param behind rows written before, which the relay takes after these only.
   */
  replace(
    eventIds: readonly string[],
    items: readonly NewRow[],
    behind?: readonly string[],
  ): { puts: SealedPut[]; deletes: SealedPath[]; commit: () => void };
  /** The relay has these, though its answer never came. */
  taken(eventIds: readonly string[]): Promise<void>;
  delivery(eventId: string): Delivery;
  /** Refused and taken off the list: it is not part of the chart any more. */
  isDismissed(eventId: string): boolean;
  waiting(): readonly OutboxRow[];
  /** Rows that no longer open, in words. */
  readonly damaged: readonly string[];
  /** What a person wrote; AuditEvents, which write themselves, are counted apart. */
  readonly counts: Counts & { readonly audit: Counts };
  /** Resolves when everything has been answered for, or the connection is gone, or the relay asks to wait. */
  drain(client: RelayClient): Promise<void>;
  retry(eventId: string): Promise<void>;
  dismiss(eventId: string): Promise<OutboxRow | undefined>;
}

export async function openOutbox(sealed: SealedStore, onChange: (row: OutboxRow) => void): Promise<Outbox> {
  const rows = new Map<string, OutboxRow>();
  const sent = new Set<string>();
  let next = 0;
  let draining: Promise<void> = Promise.resolve();
  const dismissed = new Set(((await sealed.getJson(['dismissed'])) as string[] | undefined) ?? []);
  const damaged: string[] = [];
  const onDamaged = (error: Error, seq: Sequence | undefined) => {
    damaged.push(`something written here and not yet sent can no longer be read: ${error.message}`);
    if (seq !== undefined) next = Math.max(next, sequenceNumber(seq) + 1);
  };
  for (const { value } of await sealed.list(['outbox'], { onDamaged })) {
    const row = JSON.parse(new TextDecoder().decode(value)) as OutboxRow;
    rows.set(row.event.id, row);
    next = Math.max(next, row.seq + 1);
  }

  const path = (row: OutboxRow) => ['outbox', sequence(row.seq)];
  const pending = () =>
    [...rows.values()].filter((row) => row.refused === undefined).sort((a, b) => a.seq - b.seq);

  /** One atomic write for all answers of a window; a crash before it is a resend, which changes nothing. */
  async function settle(answers: readonly { row: OutboxRow; reason: string | undefined }[]): Promise<void> {
    // One replaced meanwhile has no answer to keep, one put behind others has another place.
    const present = answers.flatMap(({ row: { event }, reason }) => {
      const row = rows.get(event.id);
      return row ? [{ row, reason }] : [];
    });
    const refused = present.flatMap(({ row, reason }) =>
      reason === undefined ? [] : [{ ...row, refused: reason }],
    );
    const accepted = present.filter(({ reason }) => reason === undefined).map(({ row }) => row);
    await sealed.write({ puts: refused.map((row) => jsonPut(path(row), row)), deletes: accepted.map(path) });
    for (const row of refused) rows.set(row.event.id, row);
    for (const row of accepted) rows.delete(row.event.id);
  }

  /** Answers whether all of it is settled. */
  async function sendWindow(client: RelayClient, batch: readonly OutboxRow[]): Promise<boolean> {
    const answers: { row: OutboxRow; reason: string | undefined }[] = [];
    await Promise.all(
      batch.map(async (row) => {
        sent.add(row.event.id);
        onChange(row);
        const answer = await client.publish(row.event).catch(() => undefined);
        sent.delete(row.event.id);
        if (answer?.accepted) answers.push({ row, reason: undefined });
        else if (answer && (!isPassing(answer.reason) || (row.untilNewKeys && isRetired(answer.reason))))
          answers.push({ row, reason: answer.reason });
      }),
    );
    const answered = new Set(answers.map(({ row }) => row.seq));
    const firstOpen = Math.min(
      ...batch.map(({ seq }) => (answered.has(seq) ? Number.POSITIVE_INFINITY : seq)),
    );
    // A record is refused where the access list sent before it did not arrive: that is no answer about the record.
    const settled = answers.filter(({ row, reason }) => reason === undefined || row.seq < firstOpen);
    await settle(settled);
    for (const row of batch) onChange(row);
    return settled.length === batch.length;
  }

  async function drain(client: RelayClient): Promise<void> {
    for (let batch = pending().slice(0, WINDOW); batch.length > 0; batch = pending().slice(0, WINDOW)) {
      if (client.state.status !== 'live' || !(await sendWindow(client, batch))) return;
    }
  }

  function prepare(items: readonly NewRow[]) {
    const added = items.map((item) => ({ ...item, seq: next++ }));
    return {
      puts: added.map((row) => jsonPut(path(row), row)),
      commit: () => {
        for (const row of added) rows.set(row.event.id, row);
      },
    };
  }

  return {
    prepare,
    replace(eventIds, items, behind = []) {
      const moved = behind.flatMap((id) => rows.get(id) ?? []);
      const gone = [...eventIds.flatMap((id) => rows.get(id) ?? []), ...moved];
      const added = prepare([...items, ...moved]);
      return {
        puts: [...added.puts, jsonPut(['dismissed'], [...new Set([...dismissed, ...eventIds])])],
        deletes: gone.map(path),
        commit: () => {
          for (const id of eventIds) {
            rows.delete(id);
            dismissed.add(id);
          }
          added.commit();
        },
      };
    },
    async taken(eventIds) {
      const known = eventIds.flatMap((id) => rows.get(id) ?? []);
      await settle(known.map((row) => ({ row, reason: undefined })));
      for (const row of known) onChange(row);
    },
    delivery(eventId) {
      const row = rows.get(eventId);
      if (!row) return { state: 'accepted' };
      if (row.refused !== undefined) return { state: 'refused', reason: row.refused };
      return { state: sent.has(eventId) ? 'sent' : 'stored' };
    },
    isDismissed: (eventId) => dismissed.has(eventId),
    damaged,
    waiting: () => [...rows.values()].sort((a, b) => a.seq - b.seq),
    get counts() {
      const counted = { unsent: 0, refused: 0, audit: { unsent: 0, refused: 0 } };
      for (const { event, refused } of rows.values()) {
        const group = event.kind === ACCESS_EVENT ? counted.audit : counted;
        group[refused === undefined ? 'unsent' : 'refused'] += 1;
      }
      return counted;
    },
    drain(client) {
      // One at a time, or two drains would send the same rows in two orders. What was written meanwhile is
      // picked up by the running one's next window; the one chained here sees what came after its last look.
      // One that failed (a full disk) ends in its caller's hands and does not stop those that come after it.
      const turn = draining.then(() => drain(client));
      draining = turn.catch(() => undefined);
      return turn;
    },
    async retry(eventId) {
      const row = rows.get(eventId);
      if (row?.refused === undefined) return;
      const { refused: _reason, ...again } = row;
      await sealed.write({ puts: [jsonPut(path(row), again)] });
      rows.set(eventId, again);
      onChange(again);
    },
    async dismiss(eventId) {
      const row = rows.get(eventId);
      if (row?.refused === undefined) return undefined;
      const gone = [...dismissed, eventId];
      await sealed.write({ deletes: [path(row)], puts: [jsonPut(['dismissed'], gone)] });
      dismissed.add(eventId);
      rows.delete(eventId);
      onChange(row);
      return row;
    },
  };
}
