/**
 * Keeps the chart in step with the relay: after each (re)connection governance, grants, patient list and the
 * opened charts are caught up in this order, while live subscriptions already deliver what happens meanwhile.
 */
import {
  type Filter,
  GIFT_WRAP_KIND,
  type NostrEvent,
  OfflineError,
  type RelaySubscription,
} from '@keychart/nostr';
import { PATIENT_INDEX, recordKinds } from '@keychart/protocol';
import type { LoadState, PatientId } from '../api.ts';
import { governanceKinds } from '../keys/governance.ts';
import type { EngineContext } from './context.ts';
import { heldCompartments } from './enrol.ts';
import type { Intake } from './intake.ts';
import { type SyncUnit, syncUnit } from './sync-unit.ts';

/** The relay or the practice does not know this key, or is not the practice that was asked for. */
export class NoAccessError extends Error {
  override readonly name = 'NoAccessError';
}

const PATIENT = 2110;
/** What a first screen needs: allergies, problems, medications, immunizations. */
const URGENT = [2115, 2114, 2112, 2120, 2116];
const clinicalKinds = recordKinds.map(({ kind }) => kind).filter((kind) => kind !== PATIENT);
const REST = clinicalKinds.filter((kind) => !URGENT.includes(kind));
const THREE_DAYS = 3 * 86_400;

export interface Sync {
  /** After each connection: everything again, incrementally. */
  catchUp(): Promise<void>;
  /** Loads a chart from the store, then from the relay, and keeps it live. */
  open(patientId: PatientId): Promise<void>;
  readonly catchingUp: boolean;
  /** How much of the patient list is here. */
  readonly listState: LoadState;
  /** Reads the store; before anything else. */
  load(): Promise<void>;
  close(): void;
}

export function sync(context: EngineContext, intake: Intake): Sync {
  const { client, sealed, now, people, channels, governance, notifier, logs } = context;
  const opened = new Map<PatientId, Promise<void>>();
  const live = new Map<string, { subscription: RelaySubscription; signature: string }>();
  let running: Promise<void> | undefined;
  let again = false;
  let listState: LoadState = 'loading';

  const run = (unit: SyncUnit) => syncUnit(unit, client, sealed, now);

  function setList(state: LoadState): void {
    if (listState === state) return;
    listState = state;
    notifier.changed('patients');
  }

  const problemsOf = (kinds: readonly number[], patientId?: PatientId) =>
    [...context.problems.values()].filter(
      (problem) =>
        kinds.includes(problem.kind) && (patientId === undefined || problem.patientId === patientId),
    ).length;

  const unsent = (kinds: readonly number[], patientId?: PatientId) =>
    context.outbox
      .waiting()
      .filter(
        ({ event, patientId: of }) =>
          kinds.includes(event.kind) && (patientId === undefined || of === patientId),
      ).length;

  function isStaff(): boolean {
    return governance.member(now()) !== undefined;
  }

  function unitsOfPractice(): SyncUnit[] {
    return [
      {
        name: 'governance',
        filters: [{ kinds: [...governanceKinds] }],
        held: () => undefined,
        take: intake.governance,
      },
      {
        name: 'grants',
        filters: [{ kinds: [GIFT_WRAP_KIND], '#p': [context.me] }],
        overlap: THREE_DAYS,
        held: () => undefined,
        take: intake.wraps,
      },
    ];
  }

  function unitsOfList(): SyncUnit[] {
    if (!isStaff())
      return familyDesk().length > 0 ? [deskUnit({ kinds: [PATIENT], '#p': familyDesk() })] : [];
    if (!heldCompartments(context).includes('desk')) return [];
    return [
      {
        name: 'index',
        filters: [{ kinds: [PATIENT_INDEX] }],
        held: () => intake.indexSize() + problemsOf([PATIENT_INDEX]) - unsent([PATIENT_INDEX]),
        take: intake.index,
      },
      deskUnit({ kinds: [PATIENT] }),
    ];
  }

  function deskUnit(filter: Filter): SyncUnit {
    return {
      name: 'desk',
      filters: [filter],
      held: () =>
        people.all().reduce((sum, { records }) => sum + records.ofKind(PATIENT), 0) +
        problemsOf([PATIENT]) -
        unsent([PATIENT]),
      take: intake.records,
    };
  }

  const familyDesk = () =>
    people.all().flatMap(({ id }) =>
      channels
        .of(id)
        .filter(({ c }) => c === 'desk')
        .map(({ Q }) => Q),
    );

  function unitOfPatient(id: PatientId): SyncUnit | undefined {
    const Qs = clinicalChannels(id);
    if (Qs.length === 0) return undefined;
    return {
      name: `patient ${id} ${Qs.length}`,
      filters: [
        { kinds: URGENT, '#p': Qs },
        { kinds: REST, '#p': Qs },
      ],
      held: () => {
        const records = people.get(id)?.records;
        return (
          (records ? records.size - records.ofKind(PATIENT) : 0) +
          problemsOf(clinicalKinds, id) -
          unsent(clinicalKinds, id)
        );
      },
      take: intake.records,
    };
  }

  function clinicalChannels(id: PatientId): string[] {
    const person = people.get(id);
    if (!person) return [];
    const list = person.index ? channels.derive(person, heldCompartments(context)) : channels.of(id);
    return list.map(({ Q }) => Q);
  }

  /** Replaces a live subscription only when what it asks for has changed. */
  function listen(
    name: string,
    filters: Filter[],
    take: (events: readonly NostrEvent[]) => Promise<void>,
  ): void {
    const signature = JSON.stringify(filters);
    const known = live.get(name);
    if (known?.signature === signature) return;
    known?.subscription.close();
    const fresh = filters.map((filter) => ({ ...filter, since: now() - 60, limit: 0 }));
    const subscription = client.subscribe(fresh, {
      // Verification, keeping and folding happen in the intake's own turn; its failures end in the status.
      onEvent: (event) => void take([event]).catch(failed),
    });
    live.set(name, { subscription, signature });
  }

  function failed(error: unknown): void {
    if (error instanceof OfflineError) return;
    context.trouble(error);
  }

  async function catchUpOnce(): Promise<void> {
    listen('governance', [{ kinds: [...governanceKinds] }], intake.governance);
    listen('grants', [{ kinds: [GIFT_WRAP_KIND], '#p': [context.me] }], async (events) => {
      await intake.wraps(events);
      again = true;
      void catchUp().catch(failed);
    });
    for (const unit of unitsOfPractice()) await run(unit);
    // Attack: a server that was put in the place of the practice's has other charters, or none.
    if (!governance.chain) throw new NoAccessError('this server holds no charter signed by this practice');
    intake.applyGrants();
    if (isStaff()) listen('index', [{ kinds: [PATIENT_INDEX] }], intake.index);
    const desk: Filter = isStaff() ? { kinds: [PATIENT] } : { kinds: [PATIENT], '#p': familyDesk() };
    if (isStaff() || familyDesk().length > 0) listen('desk', [desk], intake.records);
    if (listState === 'loading') setList('partial');
    let complete = true;
    // Both kinds of key have read what they may: a patient list that is empty now is really empty.
    for (const unit of unitsOfList()) complete = (await run(unit)) && complete;
    if (complete) setList('complete');
    for (const id of opened.keys()) await refresh(id);
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

  async function refresh(id: PatientId): Promise<void> {
    const unit = unitOfPatient(id);
    if (!unit) return;
    listen(`patient ${id}`, [{ kinds: clinicalKinds, '#p': clinicalChannels(id) }], intake.records);
    if (await run(unit)) setLoading(id, 'complete');
  }

  function setLoading(id: PatientId, state: LoadState): void {
    context.loading.set(id, state);
    notifier.changed(`patient:${id}`);
  }

  async function openOnce(id: PatientId): Promise<void> {
    if (!context.loading.has(id)) setLoading(id, 'loading');
    let found = 0;
    await logs.readPatient(id, (records) => {
      found += records.length;
      intake.applyRecords(records);
    });
    const synced = unitName(id) && (await sealed.getJson(['sync', unitName(id)!]));
    if (synced) setLoading(id, 'complete');
    else if (found > 0) setLoading(id, 'partial');
    if (client.state.status !== 'live') return;
    if (!synced) setLoading(id, 'partial');
    await refresh(id).catch(failed);
  }

  const unitName = (id: PatientId) => unitOfPatient(id)?.name;

  return {
    catchUp,
    open(id) {
      const known = opened.get(id) ?? openOnce(id);
      opened.set(id, known);
      return known;
    },
    get catchingUp() {
      return running !== undefined;
    },
    get listState() {
      return listState;
    },
    async load() {
      await logs.readProblems((items) => {
        for (const item of items) context.problems.set(item.id, item);
      });
      intake.applyGrants();
      await logs.readIndex(intake.applyIndex);
      await logs.readDesk(intake.applyRecords);
      if (await sealed.getJson(['sync', 'desk'])) setList('complete');
    },
    close() {
      for (const { subscription } of live.values()) subscription.close();
      live.clear();
    },
  };
}
