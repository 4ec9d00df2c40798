/** The `Chart` interface over the engine's parts. Each method is short; what it does is in the part it names. */
import type { Resource } from '@keychart/fhir';
import { ACCESS_EVENT } from '@keychart/protocol';
import type {
  Chart,
  ChartQuery,
  ChartStatus,
  Identity,
  LoadState,
  NewRecord,
  PatientId,
  PatientView,
  Problem,
  QueryResult,
} from '../api/chart.ts';
import type { ChartExtras } from '../api/extras.ts';
import { mergedRecords } from '../record/merged-records.ts';
import { StoreLockedError } from '../store/index.ts';
import type { Audit } from './audit/audit.ts';
import { auditView } from './audit/audit-view.ts';
import { notedFamily } from './audit/noted-family.ts';
import { familyAccess } from './families/family-access.ts';
import type { BreakingGlass } from './lent/break-glass.ts';
import type { NamedAccess } from './lent/named-access.ts';
import { patientMerging } from './patients/merging.ts';
import { newPatients } from './patients/new-patients.ts';
import { chartLoadState, patientView, rowView, viewSignature } from './patients/patient-view.ts';
import { similarPeople } from './patients/similar-people.ts';
import { plainWords } from './plain-words.ts';
import type { Inviting } from './staff/inviting.ts';
import type { Services } from './staff/services.ts';
import type { Staffing } from './staff/staffing.ts';
import { offText } from './state/clock.ts';
import type { EngineContext } from './state/context.ts';
import { isAuditRow } from './state/outbox.ts';
import { displayName, patientOf } from './state/people.ts';
import { entryView, resultSignature, runQuery, type ViewContext, versionViews } from './state/views.ts';
import type { Sync } from './sync/sync.ts';
import { answered } from './writing/answered.ts';
import type { Drafts } from './writing/drafts.ts';
import { outboxView } from './writing/outbox-view.ts';
import { type Writing, withRemovalReason } from './writing/write.ts';

/** `refused`: this key or this server will not do; trying again changes nothing. */
export interface Trouble {
  readonly message: string;
  readonly refused: boolean;
}

export interface ChartParts {
  readonly context: EngineContext;
  readonly sync: Sync;
  readonly writing: Writing;
  readonly staffing: Staffing;
  readonly services: Services;
  readonly audit: Audit;
  readonly inviting: Inviting;
  readonly named: NamedAccess;
  readonly glass: BreakingGlass;
  readonly drafts: Drafts;
  readonly deliver: () => void;
  readonly trouble: () => Trouble | undefined;
  readonly identity: () => Identity;
  readonly connection: () => string;
  readonly lock: () => Promise<void>;
  /** Resolves when the chart is being locked. */
  readonly locked: Promise<void>;
}

const MAX_ROWS = 200;
const HISTORY_BATCH = 256;

export function chartApi(parts: ChartParts): Chart & ChartExtras {
  const { context, sync, writing, staffing, drafts } = parts;
  const { people, outbox, notifier, governance, now } = context;
  const openedAt = new Date(now() * 1000).toISOString();
  const views: ViewContext = { me: context.me, governance, delivery: outbox.delivery };

  function status(): ChartStatus {
    const { unsent, refused } = outbox.counts;
    const { connection, detail } = connectionState(context, sync, parts.trouble());
    const { off } = context.clock;
    return {
      connection,
      ...(detail && { detail }),
      ...(off !== 0 && { clockOff: offText(off) }),
      unsent,
      refused,
      problems: problemsOf().length,
    };
  }

  function runFor(patientId: PatientId, query: Parameters<Chart['query']>[1]): QueryResult {
    openMerged(patientId);
    const known = people.chartOf(patientId).length > 0;
    const state =
      query.types.every((type) => type === 'Patient') && known ? 'complete' : loadState(patientId);
    return runQuery(recordsOf(patientId), query, state, { ...views, patientId });
  }

  const recordsOf = (patientId: PatientId) =>
    mergedRecords(people.chartOf(patientId).map(({ records }) => records));

  /** As much as is known of all it shows. */
  const loadState = (patientId: PatientId): LoadState => chartLoadState(context, patientId);

  /** What was merged into a chart that is open already, by a colleague or here. */
  function openMerged(patientId: PatientId): void {
    if (!context.loading.has(patientId)) return;
    for (const { id } of people.chartOf(patientId)) if (!context.loading.has(id)) open(id, false);
  }

  /** This chart, then the others it is one with. */
  const draftHomes = (patientId: PatientId): readonly PatientId[] => {
    const chart = people.chartOf(people.survivorOf(patientId)).map(({ id }) => id);
    return [...new Set([patientId, ...chart])];
  };
  const draftHome = (patientId: PatientId, key: string): PatientId =>
    draftHomes(patientId).find((id) => drafts.get(id, key) !== undefined) ?? patientId;

  function viewOf(patientId: PatientId): PatientView {
    openMerged(patientId);
    return patientView(context, views, patientId, problemsOf(patientId).length);
  }

  function problemsOf(patientId?: PatientId): Problem[] {
    const kept = [...context.problems.values()]
      .filter(({ kind }) => kind !== ACCESS_EVENT)
      .map(({ id, at, check, reason, patientId: of }) => ({
        id,
        at: new Date(at * 1000).toISOString(),
        check,
        reason,
        ...(of !== undefined && { patientId: of }),
      }));
    const grants: Problem[] = governance.refusedGrants().map(({ grant, reason }) => ({
      id: grant.wrapId,
      at: new Date(grant.at * 1000).toISOString(),
      check: 'authority' as const,
      reason,
    }));
    const damaged: Problem[] = [...outbox.damaged, ...context.logs.damaged].map((reason, i) => ({
      id: `damaged ${i}`,
      at: openedAt,
      check: 'decryption' as const,
      reason,
    }));
    const ordered = people.all().flatMap((person) => orderProblems(person.id));
    const all = [...kept, ...grants, ...damaged, ...ordered];
    if (patientId === undefined) return all;
    const shown = new Set(people.chartOf(patientId).map(({ id }) => id)).add(patientId);
    return all.filter((item) => item.patientId !== undefined && shown.has(item.patientId));
  }

  /** Changes that fit no entry: shown once the chart is complete, since until then the entry may still come. */
  function orderProblems(patientId: PatientId): Problem[] {
    if (context.loading.get(patientId) !== 'complete') return [];
    const records = people.get(patientId)?.records;
    const orphans = (records?.orphans() ?? []).map((record) => ({
      record,
      reason: 'changes an entry that is not in the chart',
    }));
    return [...orphans, ...(records?.ignored() ?? [])].map(({ record, reason }) => ({
      id: record.id,
      at: new Date(record.at * 1000).toISOString(),
      check: 'order' as const,
      reason,
      patientId,
    }));
  }

  /** Fires at once and then whenever the topic's answer looks different. */
  function watching<T>(
    topic: Parameters<typeof notifier.on>[0],
    read: () => T,
    look: (value: T) => string,
    tell: (value: T) => void,
  ) {
    let last: string | undefined;
    const check = () => {
      const value = read();
      const signature = look(value);
      if (signature === last) return;
      last = signature;
      tell(value);
    };
    const end = notifier.on(topic, check);
    check();
    return end;
  }

  const staffView = () => ({ ...staffing.view(), invitations: parts.inviting.list() });
  const { amend, publish } = writing;

  return {
    identity: async () => parts.identity(),
    practice: async () => ({
      ...(governance.directory?.practice ?? { name: '', timeZone: 'UTC' }),
      connection: parts.connection(),
    }),
    watchStatus: async (callback) => watching('status', status, JSON.stringify, callback),
    searchPatients: async (text, page = {}) => {
      const found = people.search(text);
      const offset = page.offset ?? 0;
      const rows = found.slice(offset, offset + Math.min(page.count ?? 50, MAX_ROWS));
      const { state, coming } = sync.list;
      return {
        rows: rows.map((row) => rowView(row, context)),
        total: found.length,
        state,
        ...(coming !== undefined && { coming }),
      };
    },
    watchPatients: async (callback) => {
      // Every change counts here (a name may have changed), so nothing is compared.
      const tell = () => callback(people.charts, sync.list.state);
      const end = notifier.on('patients', tell);
      tell();
      return end;
    },
    ...newPatients(context, writing.channelFor, writing.commit),
    similarPatients: async (to) => similarPeople(people, to).map((row) => rowView(row, context)),
    patientNames: async (ids) =>
      ids.flatMap((patientId) => {
        const [person] = people.chartOf(patientId);
        return person ? { patientId, name: displayName(patientOf(person)) } : [];
      }),
    watchPatient: async (patientId, callback) => {
      open(patientId, true);
      return watching(`patient:${patientId}`, () => viewOf(patientId), viewSignature, callback);
    },
    watch: async (patientId, query, callback) => {
      open(patientId, isReading(query));
      return watching(`patient:${patientId}`, () => runFor(patientId, query), resultSignature, callback);
    },
    query: async (patientId, query) => {
      open(patientId, isReading(query));
      return runFor(patientId, query);
    },
    history: async (patientId, id) => {
      const folded = recordsOf(patientId).entry(id);
      return folded ? versionViews(folded, views) : [];
    },
    write: writing.write,
    correct: (patientId, id, version, resource) =>
      amend(patientId, id, 'correction', version, () => resource),
    updateStatus: (patientId, id, changes) =>
      amend(patientId, id, 'status-update', undefined, (current) => ({ ...current, ...changes }) as Resource),
    remove: (patientId, id, reason) =>
      amend(patientId, id, 'deletion', undefined, (current) => withRemovalReason(current, reason)),
    ...notedFamily(familyAccess(context, publish), patientMerging(context, publish), context, parts.audit),
    grantPatients: (...input) => answered(() => parts.named.grantPatients(...input)),
    revokePatients: (...input) => answered(() => parts.named.revokePatients(...input)),
    askConfidential: (...input) => answered(() => parts.glass.ask(...input)),
    answerConfidential: (...input) => answered(() => parts.glass.answer(...input)),
    endConfidential: (...input) => answered(() => parts.glass.end(...input)),
    noteConfidential: (...input) => answered(() => parts.glass.note(...input)),
    watchConfidential: async (callback) =>
      watching('confidential', parts.glass.view, JSON.stringify, callback),
    watchStaff: async (callback) => watching('staff', staffView, JSON.stringify, callback),
    previewStaff: staffing.preview,
    changeStaff: staffing.change,
    watchPolicies: async (callback) => watching('staff', staffing.policies, JSON.stringify, callback),
    inviteStaff: parts.inviting.invite,
    withdrawInvitation: parts.inviting.withdraw,
    changePolicies: (policies) => staffing.change({ kind: 'policies', policies }),
    approveStaff: staffing.approve,
    services: parts.services.list,
    changeService: parts.services.change,
    ...auditView(context, views, sync, parts.audit),
    problems: async (patientId) => problemsOf(patientId),
    outbox: async () =>
      outbox
        .waiting()
        .filter((row) => !isAuditRow(row))
        .map((row) => outboxView(row, context)),
    async retry(version) {
      await outbox.retry(version);
      parts.deliver();
    },
    async dismiss(version) {
      const row = outbox.waiting().find(({ event }) => event.id === version);
      const resource = row?.patientId && people.get(row.patientId)?.records.record(version)?.resource;
      if (row?.patientId && resource)
        await drafts.save(
          row.patientId,
          `refused ${version}`,
          resource,
          new Date(now() * 1000).toISOString(),
        );
      if (!(await outbox.dismiss(version)) || row?.patientId === undefined) return;
      people.get(row.patientId)?.records.remove(version);
      people.touch(row.patientId);
      notifier.changed(`patient:${row.patientId}`);
      notifier.changed('patients');
    },
    // What was begun in a chart that a colleague has merged meanwhile goes on in the one that stays.
    saveDraft: (patientId, key, body) =>
      drafts.save(draftHome(patientId, key), key, body, new Date(now() * 1000).toISOString()),
    draft: async (patientId, key) => drafts.get(draftHome(patientId, key), key),
    drafts: async (patientId) =>
      patientId === undefined ? drafts.list() : draftHomes(patientId).flatMap((id) => drafts.list(id)),
    discardDraft: (patientId, key) => drafts.discard(draftHome(patientId, key), key),
    lock: parts.lock,

    ready: () => until(() => (sync.list.state === 'complete' && !sync.catchingUp ? 'yes' : refusedState())),
    settled: () =>
      until(() => (outbox.counts.unsent + outbox.counts.audit.unsent === 0 ? 'yes' : refusedState())),
    openPatient: async (patientId) => {
      await sync.open(patientId);
      for (const { id } of people.chartOf(patientId)) await sync.open(id);
    },
    allEntries: (patientId) =>
      recordsOf(patientId)
        .all()
        .map((folded) => entryView(folded, { ...views, patientId })),
    mergedPatients: async () =>
      people
        .all()
        .map(({ id }) => ({ duplicate: id, survivor: people.survivorOf(id) }))
        .filter(({ duplicate, survivor }) => duplicate !== survivor),
    writeHistory,
  };

  function open(patientId: PatientId, reading: boolean): void {
    const opening = sync.open(patientId);
    if (reading) parts.audit.opened(patientId, opening);
    opening.catch((error: unknown) =>
      context.trouble(error instanceof Error ? error.message : String(error)),
    );
  }

  function refusedState(): string | undefined {
    const { connection, detail } = connectionState(context, sync, parts.trouble());
    if (connection === 'refused') return detail ?? connection;
    return context.client.state.status === 'closed' ? 'the chart is locked' : undefined;
  }

  /** Waits for status changes until `ask` says yes; any other answer is the reason why it never will. */
  function until(ask: () => string | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const ends: (() => void)[] = [];
      const check = () => {
        const answer = ask();
        if (answer === undefined) return;
        for (const end of ends) end();
        if (answer === 'yes') resolve();
        else reject(new Error(answer));
      };
      ends.push(notifier.on('status', check), notifier.on('patients', check));
      void parts.locked.then(() => reject(new StoreLockedError()));
      check();
    });
  }

  async function writeHistory(
    patientId: PatientId,
    records: readonly { readonly resource: Resource; readonly at?: number }[],
    onProgress?: (done: number) => void,
  ) {
    for (const { id } of people.chartOf(people.survivorOf(patientId))) await sync.open(id);
    const held = recordsOf(people.survivorOf(patientId));
    const isNew = ({ resource }: { resource: Resource }) =>
      !held.find(resource.resourceType, resource.id ?? '');
    const added = records.filter(isNew);
    const refused: { resource: Resource; reason: string }[] = [];
    for (let start = 0; start < added.length; start += HISTORY_BATCH) {
      const batch = added.slice(start, start + HISTORY_BATCH);
      const outcome = await writing.write(patientId, batch);
      if (!outcome.ok) await oneByOne(patientId, batch, refused);
      onProgress?.(start + batch.length);
    }
    return { taken: added.length - refused.length, already: records.length - added.length, refused };
  }

  /** One bad record refuses its batch whole; alone, only itself. */
  async function oneByOne(
    patientId: PatientId,
    batch: readonly (NewRecord & { at?: number })[],
    refused: { resource: Resource; reason: string }[],
  ): Promise<void> {
    for (const record of batch) {
      const outcome = await writing.write(patientId, [record]);
      if (!outcome.ok) refused.push({ resource: record.resource, reason: outcome.reason });
    }
  }
}

/** A name in a list is no opening of the chart. */
const isReading = ({ types }: ChartQuery) => types.some((type) => type !== 'Patient');

function connectionState(
  { client }: EngineContext,
  sync: Sync,
  trouble: Trouble | undefined,
): { connection: ChartStatus['connection']; detail?: string } {
  const { status, detail } = client.state;
  if (status === 'refused') return { connection: 'refused', detail: plainWords(detail) };
  if (trouble?.refused) return { connection: 'refused', detail: plainWords(trouble.message) };
  if (status === 'live') {
    if (sync.catchingUp) return { connection: 'catching-up' };
    return trouble === undefined
      ? { connection: 'live' }
      : { connection: 'live', detail: plainWords(trouble.message) };
  }
  if (status === 'connecting' || status === 'authenticating')
    return { connection: 'catching-up', detail: 'connecting' };
  return { connection: 'offline', detail: plainWords(detail) };
}
