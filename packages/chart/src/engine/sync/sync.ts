/**
 * Keeps the chart in step with the relay: after each (re)connection governance, grants, patient list and the
 * opened charts are caught up in this order, while live subscriptions already deliver what happens meanwhile.
 */
import { GIFT_WRAP_KIND, type NostrEvent, OfflineError } from '@keychart/nostr';
import { ACCESS_EVENT, AUDIT_HEAD, PATIENT_INDEX, recordKinds } from '@keychart/protocol';
import type { LoadState, PatientId } from '../../api/chart.ts';
import type { Channel } from '../../keys/channel.ts';
import { governanceKinds } from '../../keys/governance.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import { heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import { cursorName } from '../state/logs.ts';
import { type AuditSync, auditSync } from './audit-sync.ts';
import type { Intake } from './intake.ts';
import { type ListSync, listSync } from './list-sync.ts';
import { liveChannels, liveSubscriptions } from './live-subscriptions.ts';
import { type ServerHeads, serverHeads } from './server-heads.ts';
import { addedChannels, cursorOf, type SyncUnit, syncUnit } from './sync-unit.ts';
import { uncounted } from './uncounted.ts';

/** The relay or the practice does not know this key, or is not the practice that was asked for. */
export class NoAccessError extends Error {
  override readonly name = 'NoAccessError';
}

const PATIENT = 2110;
/** What a first screen needs: allergies, problems, medications, immunizations. */
const URGENT = [2115, 2114, 2112, 2120, 2116];
/** AuditEvents are asked for by those who want to see them, and not by everybody who opens a chart. */
const clinicalKinds = recordKinds
  .map(({ kind }) => kind)
  .filter((kind) => kind !== PATIENT && kind !== ACCESS_EVENT);
const REST = clinicalKinds.filter((kind) => !URGENT.includes(kind));
/** … and the latest of these, so many: visits and notes, measurements, results. */
const LATEST: readonly (readonly [kind: number, count: number])[] = [
  [2111, 40],
  [2113, 80],
  [2119, 20],
];
/** Charters and grants are few and dated by whoever wrote them, sometimes long ago: always all of them. */
const EVERYTHING = Number.MAX_SAFE_INTEGER;
/** Charts kept live at once; a relay bounds the values of one subscription. The others catch up when opened again. */
const MAX_LIVE_CHARTS = 100;

export interface Sync {
  /** After each connection: everything again, incrementally. */
  catchUp(): Promise<void>;
  /** Loads a chart from the store, then from the relay, and keeps it live. */
  open(patientId: PatientId): Promise<void>;
  /** The access log, which nobody reads who does not ask for it. */
  readonly audit: AuditSync;
  /** Of the server's own log. */
  readonly heads: ServerHeads;
  readonly catchingUp: boolean;
  /** The patient list. */
  readonly list: Pick<ListSync, 'state' | 'coming'>;
  /** Reads the store; before anything else. */
  load(): Promise<void>;
  close(): void;
}

export function sync(context: EngineContext, intake: Intake): Sync {
  const { client, sealed, now, people, channels, governance, notifier, logs } = context;
  const opened = new Map<PatientId, Promise<void>>();
  /** Charts kept live, the least recently opened first, with the channels they were last asked for. */
  const watched = new Map<PatientId, string>();
  /** Opened once, and no longer live. */
  const silent = new Set<PatientId>();
  const rank = (id: PatientId) => [...watched.keys()].indexOf(id);
  let running: Promise<void> | undefined;
  let again = false;

  const live = liveSubscriptions(client, failed);
  const { listen } = live;

  const inChart = ({ id }: { id: string }) => !context.outbox.isDismissed(id);
  const run = (unit: SyncUnit) => syncUnit(unit, client, sealed, now);
  const list = listSync(context, intake, isStaff);

  function failed(error: unknown): void {
    if (error instanceof OfflineError) return;
    context.trouble(error);
  }

  /** Of the whole practice; those for named patients find them as families do. */
  function isStaff(): boolean {
    const member = governance.member(now());
    return member !== undefined && member.named !== true;
  }

  function unitsOfPractice(): SyncUnit[] {
    return [
      {
        name: 'governance',
        filters: [{ kinds: [...governanceKinds] }],
        overlap: EVERYTHING,
        held: () => undefined,
        take: intake.governance,
      },
      {
        name: 'grants',
        filters: [{ kinds: [GIFT_WRAP_KIND], '#p': [context.me] }],
        overlap: EVERYTHING,
        held: () => undefined,
        take: intake.wraps,
      },
    ];
  }

  function unitOfPatient(id: PatientId): SyncUnit | undefined {
    const list = clinicalChannels(id);
    if (list.length === 0) return undefined;
    const Qs = list.map(({ Q }) => Q);
    return {
      name: cursorName('patient', id),
      // What is lent for a while is not kept, and has to come again.
      channels: list.flatMap(({ Q, passing }) => (passing ? [] : Q)),
      filters: [
        { kinds: URGENT, '#p': Qs },
        { kinds: REST, '#p': Qs },
      ],
      glance: [
        { kinds: URGENT, '#p': Qs, limit: 100 },
        ...LATEST.map(([kind, limit]) => ({ kinds: [kind], '#p': Qs, limit })),
      ],
      held: () => {
        const records = people.get(id)?.records;
        return (records ? records.size - records.ofKind(PATIENT) : 0) + uncounted(context, clinicalKinds, id);
      },
      take: intake.records,
    };
  }

  function clinicalChannels(id: PatientId): readonly Channel[] {
    const person = people.get(id);
    if (!person) return [];
    if (!person.index) return channels.of(id);
    const list = [...channels.lent(id), ...channels.derive(person, heldCompartments(context))];
    return [...new Map(list.map((channel) => [channel.Q, channel])).values()];
  }

  const channelsAsked = (id: PatientId) =>
    clinicalChannels(id)
      .map(({ Q }) => Q)
      .sort()
      .join();

  /** One subscription for all opened charts: a relay bounds their number too. */
  function listenToCharts(): void {
    const Qs = [...watched.keys()].flatMap((id) => liveChannels(clinicalChannels(id)));
    if (Qs.length > 0) listen('charts', [{ kinds: clinicalKinds, '#p': Qs }], intake.records);
  }

  const heads = serverHeads(context);
  const audit = auditSync(context, intake, { run, listen, failed });

  async function catchUpOnce(): Promise<void> {
    intake.endAccess();
    // A charter or a grant may open other channels than before: what they hold is asked for again.
    const andCatchUp =
      (take: (events: readonly NostrEvent[]) => Promise<void>) => async (events: readonly NostrEvent[]) => {
        await take(events);
        again = true;
        void catchUp().catch(failed);
      };
    listen('governance', [{ kinds: [...governanceKinds] }], andCatchUp(intake.governance));
    listen('grants', [{ kinds: [GIFT_WRAP_KIND], '#p': [context.me] }], andCatchUp(intake.wraps));
    for (const unit of unitsOfPractice()) await run(unit);
    // Attack: a server that was put in the place of the practice's has other charters, or none.
    if (!governance.chain) throw new NoAccessError('this server holds no charter signed by this practice');
    intake.applyGrants();
    if (isStaff()) listen('index', [{ kinds: [PATIENT_INDEX] }], intake.index);
    const desk = list.filter();
    if (desk) listen('desk', [desk], intake.records);
    // Both kinds of key have read what they may: a patient list that is empty now is really empty.
    await list.catchUp();
    // The most recently used last: those are the ones that stay live.
    const charts = [...opened.keys()].filter((id) => !silent.has(id));
    for (const id of charts.sort((a, b) => rank(a) - rank(b))) await refresh(id);
    await audit.refresh();
    if (!governance.member(now())) return;
    listen('heads', [{ kinds: [AUDIT_HEAD] }], heads.take);
    await heads.catchUp();
  }

  function catchUp(): Promise<void> {
    again = true;
    running ??= (async () => {
      try {
        while (again) {
          again = false;
          await catchUpOnce();
        }
      } finally {
        running = undefined;
        notifier.changed('status');
      }
    })();
    notifier.changed('status');
    return running;
  }

  /** A new key, a first confidential line: an open chart goes on in channels that it did not have a moment ago. */
  function follow(): void {
    if (client.state.status !== 'live') return;
    const isBehind = (id: PatientId) => !silent.has(id) && (watched.get(id) ?? '') !== channelsAsked(id);
    for (const [id, opening] of opened) {
      // What is new is read to its end; the whole chart is counted again at the next catch-up.
      if (isBehind(id)) opening.then(() => (isBehind(id) ? refresh(id, false) : undefined)).catch(failed);
    }
  }

  async function refresh(id: PatientId, compared = true): Promise<void> {
    const unit = unitOfPatient(id);
    if (!unit) return;
    watched.delete(id);
    watched.set(id, channelsAsked(id));
    silent.delete(id);
    for (const oldest of watched.keys()) {
      if (watched.size <= MAX_LIVE_CHARTS) break;
      watched.delete(oldest);
      silent.add(oldest);
    }
    listenToCharts();
    const started = now();
    if (!(await run(compared ? unit : { ...unit, held: () => undefined }))) return;
    context.completeAt.set(id, { since: started, channels: unit.channels ?? [] });
    setLoading(id, 'complete');
  }

  function setLoading(id: PatientId, state: LoadState): void {
    context.loading.set(id, state);
    notifier.changed(`patient:${id}`);
  }

  async function openOnce(id: PatientId): Promise<void> {
    if (!context.loading.has(id)) setLoading(id, 'loading');
    const ends = (await logs.readPatientEnds(id)).filter(inChart);
    if (ends.length > 0) {
      intake.applyRecords(ends);
      if (context.loading.get(id) === 'loading') setLoading(id, 'partial');
    }
    // Applied at once: watchers would otherwise sort a growing chart again for every block.
    const held: StoredRecord[] = [];
    await logs.readPatient(id, (records) => void held.push(...records.filter(inChart)));
    intake.applyRecords(held);
    const unit = unitOfPatient(id);
    const cursor = unit && (await cursorOf(unit, sealed));
    if (cursor) context.completeAt.set(id, { channels: [], ...cursor });
    const synced = cursor && addedChannels(unit, cursor).length === 0;
    // Made here a moment ago: there is nothing else of it anywhere.
    const isWhole = context.loading.get(id) === 'complete';
    if (synced) setLoading(id, 'complete');
    else if (held.length > 0 && !isWhole) setLoading(id, 'partial');
    if (client.state.status !== 'live') return;
    if (!synced && !isWhole) setLoading(id, 'partial');
    await refresh(id).catch(failed);
  }

  notifier.on('patients', () => {
    follow();
    audit.follow();
  });

  return {
    audit,
    heads,
    catchUp,
    open(id) {
      const known = opened.get(id);
      const wasLive = !silent.has(id) || client.state.status !== 'live';
      if (known && wasLive) return known;
      silent.delete(id);
      const opening = known ? known.then(() => refresh(id).catch(failed)) : openOnce(id);
      opened.set(id, opening);
      // One that failed is not remembered: the next look tries again.
      opening.catch(() => opened.delete(id));
      return opening;
    },
    get catchingUp() {
      return running !== undefined;
    },
    list,
    async load() {
      await logs.readProblems((items) => {
        for (const item of items) context.problems.set(item.id, item);
      });
      await heads.load();
      intake.applyGrants();
      const isOurs = ({ eventId }: { eventId: string }) => !context.outbox.isDismissed(eventId);
      await logs.readIndex((items) => intake.applyIndex(items.filter(isOurs)));
      await logs.readDesk((records) => intake.applyRecords(records.filter(inChart)));
      await list.load();
    },
    close() {
      live.close();
    },
  };
}
