/**
 * Keeps the access log in step with the relay for those who look at it: of one patient by their channels, of the
 * practice by months, since a year of it is more than anybody reads.
 */
import { OfflineError } from '@keychart/nostr';
import { ACCESS_EVENT } from '@keychart/protocol';
import type { AuditFilter, LoadState, PatientId } from '../../api/chart.ts';
import { heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import { cursorName } from '../state/logs.ts';
import type { Intake } from './intake.ts';
import { type Listen, liveChannels } from './live-subscriptions.ts';
import { addedChannels, cursorOf, type SyncUnit } from './sync-unit.ts';

export interface AuditSync {
  /** Reads what is here, then what the relay has, and stays live. Answers at once; `audit` tells of progress. */
  open(filter: AuditFilter): void;
  state(filter: AuditFilter): LoadState;
  /** Asks the relay for all of it now and answers whether it gave all. Rejects where the connection goes. */
  whole(filter: AuditFilter): Promise<boolean>;
  /** After each connection. */
  refresh(): Promise<void>;
  /** A patient whose log is open has other channels than a moment ago. */
  follow(): void;
}

interface AuditUnit extends SyncUnit {
  /** Of one patient, whose channels are others after a new key. */
  readonly patientId?: PatientId;
  /** Those of its channels in which something new can still come. */
  readonly live?: readonly string[];
}

/** Logs of patients kept live at once; a relay bounds the values of one subscription. */
const MOST_LIVE = 100;

interface Tools {
  readonly run: (unit: SyncUnit) => Promise<boolean>;
  readonly listen: Listen;
  readonly failed: (error: unknown) => void;
}

const kinds = [ACCESS_EVENT];
/** The newest, asked for first where nothing is here yet: a first screen, and some for its filters. */
const FIRST = 60;

export function auditSync(context: EngineContext, intake: Intake, { run, listen, failed }: Tools): AuditSync {
  const { audit, channels, people, client, notifier, sealed, outbox, now } = context;
  /** By name, as they were last asked for. */
  const opened = new Map<string, AuditUnit>();
  const states = new Map<string, LoadState>();
  let read: Promise<void> | undefined;
  let turn: Promise<void> = Promise.resolve();

  const held = (belongs: (item: { patientId?: PatientId; at: number }) => boolean): number => {
    const count = (list: Iterable<{ patientId?: PatientId; at: number }>) => [...list].filter(belongs).length;
    const refused = [...context.problems.values()].filter(({ kind }) => kind === ACCESS_EVENT);
    const waiting = outbox
      .waiting()
      .flatMap(({ event, patientId = '' }) =>
        event.kind === ACCESS_EVENT ? { patientId, at: event.created_at } : [],
      );
    return count(audit.all()) + count(refused) - count(waiting);
  };

  function unitsOf({ patientId, from, to }: AuditFilter): AuditUnit[] {
    if (patientId !== undefined)
      return people.chartOf(patientId).flatMap(({ id }) => unitOfPatient(id) ?? []);
    if (from === undefined)
      return [
        {
          name: 'audit',
          filters: [{ kinds }],
          glance: [{ kinds, limit: FIRST }],
          held: () => held(() => true),
          take: intake.records,
        },
      ];
    return monthsBetween(Date.parse(from), to === undefined ? now() * 1000 : Date.parse(to)).map(unitOfMonth);
  }

  function unitOfPatient(id: PatientId): AuditUnit | undefined {
    const person = people.get(id);
    if (!person) return undefined;
    const list = person.index ? channels.derive(person, heldCompartments(context)) : channels.of(id);
    const Qs = list.map(({ Q }) => Q);
    if (Qs.length === 0) return undefined;
    return {
      name: cursorName('audit', id),
      patientId: id,
      channels: Qs,
      live: liveChannels(list),
      filters: [{ kinds, '#p': Qs }],
      glance: [{ kinds, '#p': Qs, limit: FIRST }],
      held: () => held(({ patientId }) => patientId === id),
      take: intake.records,
    };
  }

  function unitOfMonth({ name, since, until }: { name: string; since: number; until: number }): SyncUnit {
    return {
      name: `audit ${name}`,
      filters: [{ kinds, since, until }],
      glance: [{ kinds, since, until, limit: FIRST }],
      held: () => held(({ at }) => at >= since && at <= until),
      take: intake.records,
    };
  }

  function setState(name: string, state: LoadState): void {
    states.set(name, state);
    notifier.changed('audit');
  }

  /** One subscription for all: a relay bounds their number too. */
  function listenToPatients(): void {
    const lists = [...opened.values()].flatMap(({ live }) => (live ? [live] : []));
    listen('audit of patients', [{ kinds, '#p': lists.slice(-MOST_LIVE).flat() }], intake.records);
  }

  function readDisk(): Promise<void> {
    read ??= context.logs.readAudit((records) =>
      intake.applyRecords(records.filter(({ id }) => !outbox.isDismissed(id))),
    );
    return read;
  }

  const present = (unit: AuditUnit): AuditUnit =>
    (unit.patientId === undefined ? undefined : unitOfPatient(unit.patientId)) ?? unit;

  function fetchInTurn(unit: AuditUnit): Promise<void> {
    opened.set(unit.name, unit);
    const done = turn.then(() => fetch(present(unit)));
    turn = done.catch(failed);
    return done;
  }

  async function fetch(unit: AuditUnit): Promise<void> {
    opened.delete(unit.name); // the last asked for last
    opened.set(unit.name, unit);
    await readDisk();
    const cursor = await cursorOf(unit, sealed);
    const synced = cursor && addedChannels(unit, cursor).length === 0;
    if (states.get(unit.name) !== 'complete') setState(unit.name, synced ? 'complete' : 'partial');
    if (client.state.status !== 'live') return;
    if (unit.live) listenToPatients();
    else listen('audit', [{ kinds }], unit.take);
    setState(unit.name, (await run(unit)) ? 'complete' : 'partial');
  }

  return {
    open(filter) {
      for (const unit of unitsOf(filter)) {
        if (!opened.has(unit.name)) fetchInTurn(unit).catch(() => undefined); // told by `failed`
      }
    },
    async whole(filter) {
      const units = unitsOf(filter);
      for (const unit of units) {
        await fetchInTurn(unit);
        if (client.state.status !== 'live') throw new OfflineError('the connection to the server was lost');
      }
      return units.every(({ name }) => states.get(name) === 'complete');
    },
    state(filter) {
      const known = unitsOf(filter).map(({ name }) => states.get(name) ?? 'loading');
      if (known.every((state) => state === 'complete')) return 'complete';
      return known.every((state) => state === 'loading') ? 'loading' : 'partial';
    },
    async refresh() {
      for (const unit of [...opened.values()]) await fetch(present(unit));
    },
    follow() {
      if (client.state.status !== 'live') return;
      for (const unit of opened.values()) {
        const isBehind = unit.channels?.join() !== present(unit).channels?.join();
        if (isBehind) fetchInTurn(present(unit)).catch(() => undefined); // told by `failed`
      }
    },
  };
}

/** Months in UTC, the newest first; seconds, both ends included. */
function monthsBetween(from: number, to: number): { name: string; since: number; until: number }[] {
  const months: { name: string; since: number; until: number }[] = [];
  const last = new Date(to);
  for (let year = last.getUTCFullYear(), month = last.getUTCMonth(); ; month--) {
    const start = new Date(Date.UTC(year, month, 1));
    const since = start.getTime() / 1000;
    months.push({
      name: start.toISOString().slice(0, 7),
      since,
      until: Date.UTC(year, month + 1, 1) / 1000 - 1,
    });
    if (!(since * 1000 > from)) return months;
  }
}
