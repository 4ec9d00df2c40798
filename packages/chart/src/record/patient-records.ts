/**
 * All records of one patient in memory, folded as they arrive. Order of arrival does not matter; records that
 * point at an entry not here (yet) wait and are counted as orphans once everything has come.
 */

import { clinicalTime } from './clinical-time.ts';
import { amendedEntry, byTime, type Folded, foldEntry } from './fold.ts';
import type { StoredRecord } from './stored-record.ts';

export interface FoldedEntry extends Folded {
  /** Milliseconds, for sorting: the resource's own date, else when it was signed. */
  readonly time: number;
}

export interface PatientRecords {
  has(eventId: string): boolean;
  record(eventId: string): StoredRecord | undefined;
  /** Number of records, originals and changes. */
  readonly size: number;
  /** Number of records of one kind. */
  ofKind(kind: number): number;
  /** Adds what is new; answers the ids of the entries that changed. */
  add(records: readonly StoredRecord[]): Set<string>;
  /** Takes one back that never left this device. */
  remove(eventId: string): void;
  entry(id: string): FoldedEntry | undefined;
  /** Entries of a type, newest first. */
  ofType(type: string): readonly FoldedEntry[];
  types(): readonly string[];
  /** Changes whose entry is not here. */
  orphans(): readonly StoredRecord[];
  ignored(): readonly { readonly record: StoredRecord; readonly reason: string }[];
  find(type: string, fhirId: string): FoldedEntry | undefined;
  all(): readonly FoldedEntry[];
}

/** The order of every list, the same on every device. */
export function newestFirst(a: FoldedEntry, b: FoldedEntry): number {
  return b.time - a.time || b.root.at - a.root.at || (a.root.id < b.root.id ? -1 : 1);
}

export function patientRecords(): PatientRecords {
  const records = new Map<string, StoredRecord>();
  const changes = new Map<string, StoredRecord[]>();
  const folded = new Map<string, FoldedEntry>();
  const kinds = new Map<number, number>();
  const byFhirId = new Map<string, string>();
  const typed = new Map<string, Set<string>>();
  const lists = new Map<string, FoldedEntry[]>();
  /** Entries with records that were ignored: few, and asked for at every change. */
  const disputed = new Set<string>();

  function refold(id: string): void {
    const root = records.get(id);
    if (!root || amendedEntry(root)) return;
    const fold = foldEntry(root, changes.get(id) ?? []);
    folded.set(id, { ...fold, time: clinicalTime(fold.resource) ?? root.at * 1000 });
    if (fold.ignored.length > 0) disputed.add(id);
    else disputed.delete(id);
    typed.set(root.resource.resourceType, (typed.get(root.resource.resourceType) ?? new Set()).add(id));
    const name = `${root.resource.resourceType}/${root.resource.id}`;
    const other = records.get(byFhirId.get(name) ?? '');
    // Imported on two devices, one resource has two entries: every device finds the same one.
    if (!other || byTime(root, other) < 0) byFhirId.set(name, id);
    lists.delete(root.resource.resourceType);
  }

  function entriesOf(type: string): FoldedEntry[] {
    const known = lists.get(type);
    if (known) return known;
    const list = [...(typed.get(type) ?? [])].flatMap((id) => folded.get(id) ?? []);
    list.sort(newestFirst);
    lists.set(type, list);
    return list;
  }

  return {
    has: (id) => records.has(id),
    record: (id) => records.get(id),
    get size() {
      return records.size;
    },
    ofKind: (kind) => kinds.get(kind) ?? 0,
    add(arrived) {
      const touched = new Set<string>();
      for (const record of arrived) {
        if (records.has(record.id)) continue;
        records.set(record.id, record);
        kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + 1);
        const target = amendedEntry(record)?.id;
        if (target) changes.set(target, [...(changes.get(target) ?? []), record]);
        touched.add(target ?? record.id);
      }
      for (const id of touched) refold(id);
      return touched;
    },
    remove(eventId) {
      const record = records.get(eventId);
      if (!record) return;
      records.delete(eventId);
      kinds.set(record.kind, (kinds.get(record.kind) ?? 1) - 1);
      const target = amendedEntry(record)?.id;
      if (target !== undefined) {
        const left = (changes.get(target) ?? []).filter(({ id }) => id !== eventId);
        if (left.length > 0) changes.set(target, left);
        else changes.delete(target);
        refold(target);
        return;
      }
      const type = record.resource.resourceType;
      folded.delete(eventId);
      disputed.delete(eventId);
      typed.get(type)?.delete(eventId);
      lists.delete(type);
      for (const [name, id] of byFhirId) if (id === eventId) byFhirId.delete(name);
      for (const id of typed.get(type) ?? []) refold(id);
    },
    entry: (id) => folded.get(id),
    ofType: entriesOf,
    types: () => [...typed].flatMap(([type, ids]) => (ids.size > 0 ? type : [])),
    orphans: () => [...changes].filter(([id]) => !folded.has(id)).flatMap(([, waiting]) => waiting),
    ignored: () => [...disputed].flatMap((id) => folded.get(id)?.ignored ?? []),
    find(type, fhirId) {
      const id = byFhirId.get(`${type}/${fhirId}`);
      return id === undefined ? undefined : folded.get(id);
    },
    all: () => [...folded.values()],
  };
}
