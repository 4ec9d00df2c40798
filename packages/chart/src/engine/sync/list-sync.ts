/**
 * The patient list: index entries, and the Patient records with the names. Where a device reads it for the first time,
 * names come page by page with their entries, the newest first, so that a long list can be used long before its end.
 */
import type { Filter, NostrEvent } from '@keychart/nostr';
import { PATIENT_INDEX } from '@keychart/protocol';
import type { LoadState } from '../../api/chart.ts';
import { heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import type { Intake } from './intake.ts';
import { cursorOf, type SyncUnit, syncUnit } from './sync-unit.ts';
import { uncounted } from './uncounted.ts';

export interface ListSync {
  /** How much of the list is here. */
  readonly state: LoadState;
  /** Patients whose names are still on their way, as far as that is known; `undefined` where none are. */
  readonly coming: number | undefined;
  /** What an earlier session read to its end. */
  load(): Promise<void>;
  /** After governance and grants: everything that is new. */
  catchUp(): Promise<void>;
  /** Of Patient records, those this key may read; none while it has access to nobody. */
  filter(): Filter | undefined;
}

const PATIENT = 2110;
/** Entries of the first page: as many as a screen shows. */
const FIRST = 50;
/** Channels in one question: their records fit one answer. */
const AT_ONCE = 250;

/** @param isStaff of the whole practice; those for named patients find them as families do. */
export function listSync(context: EngineContext, intake: Intake, isStaff: () => boolean): ListSync {
  const { client, sealed, now, people, channels, notifier } = context;
  let state: LoadState = 'loading';
  /** Index entries the relay says it has, where they are read for the first time. */
  let entries: number | undefined;

  const run = (unit: SyncUnit) => syncUnit(unit, client, sealed, now);
  const nameless = () => people.all().filter(({ records }) => records.ofKind(PATIENT) === 0);

  function set(next: LoadState): void {
    if (state === next) return;
    state = next;
    notifier.changed('patients');
  }

  const indexUnit: SyncUnit = {
    name: 'index',
    filters: [{ kinds: [PATIENT_INDEX] }],
    glance: [{ kinds: [PATIENT_INDEX], limit: FIRST }],
    held: () => intake.indexSize() + uncounted(context, [PATIENT_INDEX]),
    take: intake.index,
  };

  function deskUnit(filter: Filter, asked?: number): SyncUnit {
    return {
      name: 'desk',
      filters: [filter],
      ...(asked !== undefined && { asked }),
      held: () =>
        people.all().reduce((sum, { records }) => sum + records.ofKind(PATIENT), 0) +
        uncounted(context, [PATIENT]),
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

  function filter(): Filter | undefined {
    if (isStaff()) return heldCompartments(context).includes('desk') ? { kinds: [PATIENT] } : undefined;
    const Qs = familyDesk();
    return Qs.length > 0 ? { kinds: [PATIENT], '#p': Qs } : undefined;
  }

  /** Each page of entries, and then the names of just these; what is missing in the end, the desk's COUNT finds. */
  function withNames(): SyncUnit['take'] {
    const asked = new Set<string>();
    return async (events: readonly NostrEvent[]) => {
      await intake.index(events);
      const Qs = nameless()
        .flatMap((person) => channels.derive(person, ['desk']).map(({ Q }) => Q))
        .filter((Q) => !asked.has(Q));
      for (const Q of Qs) asked.add(Q);
      for (let start = 0; start < Qs.length; start += AT_ONCE)
        await client.query([{ kinds: [PATIENT], '#p': Qs.slice(start, start + AT_ONCE) }], intake.records);
    };
  }

  /** @returns whether all of it is here. */
  async function catchUpPractice(desk: Filter): Promise<boolean> {
    const started = now();
    const isFirst = (await cursorOf(indexUnit, sealed)) === undefined;
    if (!isFirst) {
      const known = await run(indexUnit);
      return (await run(deskUnit(desk))) && known;
    }
    client.count(indexUnit.filters).then(
      (count) => {
        entries = count;
        notifier.changed('patients');
      },
      () => undefined, // then nothing is said; what is wrong with the connection ends the reading itself
    );
    const complete = await run({ ...indexUnit, take: withNames() });
    return (await run(deskUnit(desk, started))) && complete;
  }

  return {
    filter,
    async load() {
      if (await cursorOf({ name: 'desk' }, sealed)) set('complete');
    },
    async catchUp() {
      if (state === 'loading') set('partial');
      const desk = filter();
      const complete = !desk || (isStaff() ? await catchUpPractice(desk) : await run(deskUnit(desk)));
      if (complete) set('complete');
    },
    get state() {
      return state;
    },
    get coming() {
      if (state === 'complete') return undefined;
      const unread = entries === undefined ? 0 : Math.max(0, entries - intake.indexSize());
      return unread + nameless().length || undefined;
    },
  };
}
