/**
 * Where records lie in the sealed store: one log of Patient records for the whole list (`desk`), one log per
 * patient for the rest, one of all AuditEvents, a log of index entries, one of problems, and beside each the signed events themselves,
 * which nobody needs on a screen and everybody needs to carry a chart elsewhere.
 */
import type { NostrEvent } from '@keychart/nostr';
import { ACCESS_EVENT } from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import type { KeptChannel } from '../../keys/channel.ts';
import type { StoredProblem, StoredRecord } from '../../record/stored-record.ts';
import {
  type BlockLog,
  blockLog,
  type SealedPath,
  type SealedPut,
  type SealedStore,
} from '../../store/index.ts';

export interface IndexItem {
  readonly eventId: string;
  readonly author: string;
  readonly at: number;
  readonly d: string;
  readonly content: string;
  /** The patient's desk channels, so that the next session need not derive them. */
  readonly channels?: readonly KeptChannel[];
}

export interface Additions {
  readonly records?: readonly StoredRecord[];
  readonly problems?: readonly StoredProblem[];
  readonly index?: readonly IndexItem[];
  /** Signed events of `records`. */
  readonly events?: readonly NostrEvent[];
  /** Put into the same atomic write. */
  readonly puts?: readonly SealedPut[];
  readonly deletes?: readonly SealedPath[];
}

export interface Logs {
  /** One atomic write of everything; rejects and changes nothing where the disk is full. */
  add(additions: Additions): Promise<void>;
  /** Everything kept of these patients goes, with the cursors of their charts; `puts` into the same write. */
  forget(patientIds: readonly PatientId[], puts: readonly SealedPut[]): Promise<void>;
  readIndex(onItems: (items: IndexItem[]) => void): Promise<void>;
  readDesk(onItems: (items: StoredRecord[]) => void): Promise<void>;
  readAudit(onItems: (items: StoredRecord[]) => void): Promise<void>;
  readPatient(id: PatientId, onItems: (items: StoredRecord[]) => void): Promise<void>;
  /**
   * Of a long chart what is likely on its first screen: what came first when it was first loaded (its glance), and
   * what came last. Nothing of a short one.
   */
  readPatientEnds(id: PatientId): Promise<StoredRecord[]>;
  readProblems(onItems: (items: StoredProblem[]) => void): Promise<void>;
  /** Rows that no longer open, named; they are read again from the relay. */
  readonly damaged: readonly string[];
}

const PATIENT_KIND = 2110;
/** Where it is kept how far a patient's records, or their access log, have been read. */
export const cursorName = (what: 'patient' | 'audit', id: PatientId) => `${what} ${id}`;

export function openLogs(sealed: SealedStore): Logs {
  const open = new Map<string, Promise<BlockLog<unknown>>>();
  const damaged: string[] = [];

  function log<T>(path: SealedPath): Promise<BlockLog<T>> {
    const name = path.join('\0');
    const known = open.get(name) ?? blockLog<unknown>(sealed, path);
    open.set(name, known);
    return known as Promise<BlockLog<T>>;
  }

  async function read<T>(path: SealedPath, onItems: (items: T[]) => void): Promise<void> {
    const reading = await (await log<T>(path)).readAll(onItems);
    for (const error of reading.damaged)
      damaged.push(
        `a part of this device's copy can no longer be read and is asked for again: ${error.message}`,
      );
  }

  const home = (record: { kind: number; patientId: PatientId }): SealedPath => {
    if (record.kind === ACCESS_EVENT) return ['audit'];
    return record.kind === PATIENT_KIND ? ['desk'] : ['patient', record.patientId];
  };

  async function add({
    records = [],
    problems = [],
    index = [],
    events = [],
    puts = [],
    deletes = [],
  }: Additions): Promise<void> {
    const groups = new Map<string, { path: SealedPath; items: unknown[] }>();
    const collect = (path: SealedPath, item: unknown) => {
      const name = path.join('\0');
      const group = groups.get(name) ?? { path, items: [] };
      group.items.push(item);
      groups.set(name, group);
    };
    const homes = new Map(records.map((record) => [record.id, home(record)]));
    for (const record of records) collect(home(record), record);
    for (const event of events) {
      const path = homes.get(event.id);
      if (path) collect(['events', ...path], event);
    }
    for (const problem of problems) collect(['problems'], problem);
    for (const item of index) collect(['index'], item);
    const prepared = await Promise.all(
      [...groups.values()].map(async ({ path, items }) => (await log(path)).prepareAppend(items)),
    );
    try {
      await sealed.write({
        puts: [...puts, ...prepared.flatMap((part) => part.puts)],
        deletes: [...deletes, ...prepared.flatMap((part) => part.deletes)],
      });
    } catch (error) {
      for (const part of prepared) part.abandon();
      throw error;
    }
    for (const part of prepared) part.commit();
  }

  async function rowsOf(path: SealedPath): Promise<SealedPath[]> {
    return (await sealed.list(path, { onDamaged: () => undefined })).map(({ seq }) => [...path, seq]);
  }

  async function itemsOf<T>(path: SealedPath): Promise<T[]> {
    const items: T[] = [];
    await (await log<T>(path)).readAll((block) => void items.push(...block));
    return items;
  }

  /** Records, and the signed events beside them. */
  async function without(path: SealedPath, isGone: (record: StoredRecord) => boolean) {
    const records = await itemsOf<StoredRecord>(path);
    const gone = new Set(records.filter(isGone).map(({ id }) => id));
    const signed = await itemsOf<NostrEvent>(['events', ...path]);
    return [
      { path, kept: records.filter(({ id }) => !gone.has(id)) },
      { path: ['events', ...path], kept: signed.filter(({ id }) => !gone.has(id)) },
    ];
  }

  /** Logs that several patients share are written anew without them. */
  async function forget(patientIds: readonly PatientId[], puts: readonly SealedPut[]): Promise<void> {
    const isGone = ({ patientId }: { patientId?: PatientId }) =>
      patientId !== undefined && patientIds.includes(patientId);
    const problems = await itemsOf<StoredProblem>(['problems']);
    const shared: { path: SealedPath; kept: readonly unknown[] }[] = [
      ...(await without(['desk'], isGone)),
      ...(await without(['audit'], isGone)),
      { path: ['problems'], kept: problems.filter((problem) => !isGone(problem)) },
    ];
    const own = patientIds.flatMap((id): SealedPath[] => [
      ['patient', id],
      ['events', 'patient', id],
    ]);
    const paths = [...own, ...shared.map(({ path }) => path)];
    const rows = (await Promise.all(paths.map(rowsOf))).flat();
    const cursors = patientIds.flatMap((id): SealedPath[] => [
      ['sync', cursorName('patient', id)],
      ['sync', cursorName('audit', id)],
    ]);
    const chains = patientIds.map((id): SealedPath => ['audit-chain', id]);
    await sealed.write({ puts: [...puts], deletes: [...rows, ...cursors, ...chains] });
    for (const path of paths) open.delete(path.join('\0'));
    for (const { path, kept } of shared) if (kept.length > 0) await (await log(path)).append(kept);
  }

  return {
    add,
    forget,
    readIndex: (onItems) => read(['index'], onItems),
    readDesk: (onItems) => read(['desk'], onItems),
    readAudit: (onItems) => read(['audit'], onItems),
    readPatient: (id, onItems) => read(['patient', id], onItems),
    readPatientEnds: async (id) => (await log<StoredRecord>(['patient', id])).readEnds(),
    readProblems: (onItems) => read(['problems'], onItems),
    damaged,
  };
}
