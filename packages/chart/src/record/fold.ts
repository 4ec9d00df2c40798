/**
 * The fold of append-only records into current resources (wire.md §3). Pure and order-free: whatever the
 * order of arrival, the same records give the same chart on every device.
 *
 * Corrections and status updates carry a whole resource and name the version they were made from (`base`).
 * What their author changed against that base is applied to the state at hand, element by element, so that
 * two people editing at once lose nothing; where both changed one element, the later stands and the entry is
 * marked as a conflict, with both in the history.
 */
import type { Resource } from '@keychart/fhir';
import type { Marker } from '@keychart/protocol';
import type { StoredRecord } from './stored-record.ts';

const amendments: readonly Marker[] = ['correction', 'status-update', 'deletion'];
const relations: readonly Marker[] = ['addendum', 'result', 'reply'];

export type Change = 'original' | 'correction' | 'status-update' | 'deletion';

export interface FoldedVersion {
  readonly record: StoredRecord;
  readonly change: Change;
  /** The resource after this version. */
  readonly resource: Resource;
  readonly conflict: boolean;
}

export interface Folded {
  readonly root: StoredRecord;
  readonly last: StoredRecord;
  readonly resource: Resource;
  readonly versions: readonly FoldedVersion[];
  readonly conflict: boolean;
  readonly removed?: { readonly record: StoredRecord; readonly reason: string };
  readonly relatesTo?: { readonly id: string; readonly as: 'addendum' | 'result' | 'reply' };
  /** Records that point here and may not change this entry; reported, never applied. */
  readonly ignored: readonly { readonly record: StoredRecord; readonly reason: string }[];
}

/** The entry a record changes; `undefined` for an original. */
export function amendedEntry(record: StoredRecord): { id: string; change: Change } | undefined {
  const link = record.links.find(({ marker }) => amendments.includes(marker));
  return link && { id: link.id, change: link.marker as Change };
}

/** FHIR has no place for the reason of a withdrawal that every resource shares. */
export const REMOVAL_REASON = 'urn:keychart:removal-reason';

export function removalReason(resource: Resource): string {
  return resource.meta?.extension?.find(({ url }) => url === REMOVAL_REASON)?.valueString ?? '';
}

export function byTime(a: StoredRecord, b: StoredRecord): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Folds one entry. `changes` may come in any order and hold records that do not belong. */
export function foldEntry(root: StoredRecord, changes: readonly StoredRecord[]): Folded {
  const ignored: { record: StoredRecord; reason: string }[] = [];
  const versions: FoldedVersion[] = [
    { record: root, change: 'original', resource: root.resource, conflict: false },
  ];
  let removed: { record: StoredRecord; reason: string } | undefined;
  for (const record of [...changes].sort(byTime)) {
    const reason = whyNotAmend(root, record);
    const target = amendedEntry(record);
    if (reason || !target) {
      ignored.push({ record, reason: reason ?? 'does not say what it changes' });
      continue;
    }
    const current = versions.at(-1)!.resource;
    if (target.change === 'deletion') {
      versions.push({ record, change: 'deletion', resource: current, conflict: false });
      removed ??= { record, reason: removalReason(record.resource) };
      continue;
    }
    const baseId = record.links.find(({ marker }) => marker === 'base')?.id;
    const base = versions.find((version) => version.record.id === baseId)?.resource;
    const merged = mergeResource(base ?? current, record.resource, current);
    versions.push({ record, change: target.change, resource: merged.resource, conflict: merged.conflict });
  }
  const last = versions.at(-1)!;
  const relation = root.links.find(({ marker }) => relations.includes(marker));
  return {
    root,
    last: last.record,
    resource: last.resource,
    versions,
    conflict: versions.some(({ conflict }) => conflict),
    ignored,
    ...(removed && { removed }),
    ...(relation && {
      relatesTo: { id: relation.id, as: relation.marker as 'addendum' | 'result' | 'reply' },
    }),
  };
}

/** An amendment stays in its entry's patient, kind and compartment, or it would move facts between readers. */
function whyNotAmend(root: StoredRecord, record: StoredRecord): string | undefined {
  if (record.patientId !== root.patientId) return 'changes an entry of another patient';
  if (record.kind !== root.kind) return 'changes an entry of another kind';
  if (record.c !== root.c) return 'changes an entry of another compartment';
  if (record.resource.resourceType !== root.resource.resourceType) return 'changes the type of the resource';
  if (record.resource.id !== root.resource.id) return 'changes the id of the resource';
  return undefined;
}

/**
 * Three-way merge of top-level elements: what `edited` changed against `base`, applied to `current`. A choice
 * (`value[x]`) counts as one element, so that a merge never leaves two of its forms.
 */
export function mergeResource(
  base: Resource,
  edited: Resource,
  current: Resource,
): { resource: Resource; conflict: boolean } {
  const [was, mine, theirs] = [base, edited, current].map((resource) => byElement(resource)) as [
    Elements,
    Elements,
    Elements,
  ];
  const merged = new Map(theirs);
  let conflict = false;
  for (const name of new Set([...was.keys(), ...mine.keys()])) {
    const change = stable(mine.get(name));
    if (change === stable(was.get(name))) continue;
    const now = stable(theirs.get(name));
    if (now !== stable(was.get(name)) && now !== change) conflict = true;
    const value = mine.get(name);
    if (value) merged.set(name, value);
    else merged.delete(name);
  }
  return { resource: Object.assign({}, ...merged.values()) as Resource, conflict };
}

type Elements = Map<string, Record<string, unknown>>;

/** `valueQuantity`, `_valueDateTime` … are forms of one element. */
const choices =
  /^_?(value|effective|onset|abatement|occurrence|performed|medication|deceased|multipleBirth|reported|asNeeded|serviced|allowed|timing|rate|product|item|location|diagnosis|procedure|born|age|defaultValue|content|scheduled|subject|target|due|start)(?=[A-Z])(Quantity|String|Boolean|Integer|DateTime|Date|Time|Period|Range|Ratio|CodeableConcept|Reference|Age|Duration|Timing|SampledData|Instant|Decimal|Attachment)$/;

function byElement(resource: Resource): Elements {
  const elements: Elements = new Map();
  for (const [key, value] of Object.entries(resource)) {
    const name = choices.exec(key)?.[1]?.concat('[x]') ?? key.replace(/^_/, '');
    elements.set(name, { ...elements.get(name), [key]: value });
  }
  return elements;
}

/** JSON with sorted keys: equal for equal values. */
export function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
