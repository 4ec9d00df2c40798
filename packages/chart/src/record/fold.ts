/**
 * The fold of append-only records into current resources (wire.md §3). Pure and order-free: whatever the
 * order of arrival, the same records give the same chart on every device.
 *
 * Corrections and status updates carry a whole resource and name the versions they were made from (`base`; two
 * where two people had edited at once). What their author changed against what those showed is applied to the
 * state at hand, element by element, so that two people editing at once lose nothing; where both changed one
 * element, the later stands and the entry is marked as a conflict, with both in the history.
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
  /** Ids of the versions nothing was based on yet: what a change made now is based on. Mostly just the last. */
  readonly heads: readonly string[];
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
  const lineage = lineageOf(versions);
  let removed: { record: StoredRecord; reason: string } | undefined;
  for (const record of [...changes].sort(byTime)) {
    const reason = whyNotAmend(root, record);
    const target = amendedEntry(record);
    if (reason || !target) {
      ignored.push({ record, reason: reason ?? 'does not say what it changes' });
      continue;
    }
    const current = versions.at(-1)!.resource;
    const base = lineage.add(record);
    if (target.change === 'deletion') {
      versions.push({ record, change: 'deletion', resource: current, conflict: false });
      removed ??= { record, reason: removalReason(record.resource) };
      continue;
    }
    const merged = mergeResource(base, record.resource, current);
    versions.push({ record, change: target.change, resource: merged.resource, conflict: merged.conflict });
  }
  const last = versions.at(-1)!;
  const relation = root.links.find(({ marker }) => relations.includes(marker));
  return {
    root,
    last: last.record,
    heads: lineage.heads(),
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

/**
 * Versions of one entry whose author had not seen all before it, and for which what they had seen is worked out. Attack:
 * a thousand of them, each made from the last but one, would keep every device that opens the chart at it for minutes.
 */
const MOST_ASIDE = 32;

/**
 * Who had seen what. The state a version leaves behind may hold edits its author never saw (they arrived later
 * and sort before), so a change is measured against the fold of the versions its author had: the bases, their
 * bases, and so on. Measured against anything newer, it would undo what the author did not know of.
 */
function lineageOf(versions: readonly FoldedVersion[]) {
  const root = versions[0]!;
  const index = new Map([[root.record.id, 0]]);
  const bases: number[][] = [[]];
  const shown: Resource[] = [root.resource];
  /** Whether the author of that version had seen every version before it. */
  const sawAll = [true];
  let aside = 0;

  function seenFrom(heads: readonly number[]): Set<number> {
    const seen = new Set([0]);
    const open = [...heads];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (sawAll[at]) for (let before = 0; before <= at; before++) seen.add(before);
      else if (!seen.has(at)) open.push(...bases[at]!);
      seen.add(at);
    }
    return seen;
  }

  function stateOf(seen: ReadonlySet<number>): Resource {
    let state = root.resource;
    for (const [at, { record, change }] of versions.entries()) {
      if (at === 0 || change === 'deletion' || !seen.has(at)) continue;
      state = mergeResource(shown[at]!, record.resource, state).resource;
    }
    return state;
  }

  return {
    /** Files the next version; answers what its author saw when making it. */
    add(record: StoredRecord): Resource {
      const next = versions.length;
      const named = record.links.filter(({ marker }) => marker === 'base');
      const known = named.flatMap(({ id }) => index.get(id) ?? []);
      // Without any base it was written as a whole: it replaces what is there.
      const isPlain =
        named.length === 0 || aside >= MOST_ASIDE || (sawAll[next - 1] === true && known.includes(next - 1));
      const seen = isPlain ? undefined : seenFrom(known);
      const all = seen === undefined || seen.size === next;
      const base = all ? versions[next - 1]!.resource : stateOf(seen);
      index.set(record.id, next);
      bases.push(named.length === 0 ? [next - 1] : known);
      shown.push(base);
      sawAll.push(all);
      if (!all) aside += 1;
      return base;
    },
    heads(): string[] {
      const used = new Set(bases.flat());
      for (let before = 0; before < sawAll.lastIndexOf(true); before++) used.add(before);
      return versions.flatMap(({ record }, at) => (used.has(at) ? [] : record.id));
    },
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
  /^_?(value|effective|onset|abatement|occurrence|performed|medication|deceased|multipleBirth|reported|asNeeded|serviced|allowed|timing|rate|product|item|location|diagnosis|procedure|born|age|defaultValue|content|scheduled|subject|target|due|start|quantity|statusReason|created|source|occurred|doseNumber|seriesDoses)(?=[A-Z])(Quantity|String|Boolean|Integer|PositiveInt|DateTime|Date|Time|Period|Range|Ratio|CodeableConcept|Reference|Age|Duration|Timing|SampledData|Instant|Decimal|Attachment)$/;

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
