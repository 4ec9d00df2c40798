/** From folded records to what the apps see: entries with signers, query results, versions. */
import type { Resource } from '@keychart/fhir';
import { memberAt } from '@keychart/protocol';
import type {
  ChartQuery,
  Delivery,
  Entry,
  LoadState,
  PatientId,
  QueryResult,
  Signer,
  Version,
} from '../../api/chart.ts';
import type { Governance } from '../../keys/governance.ts';
import type { ChartRecords } from '../../record/merged-records.ts';
import { type FoldedEntry, newestFirst } from '../../record/patient-records.ts';
import type { StoredRecord } from '../../record/stored-record.ts';

export interface ViewContext {
  readonly me: string;
  readonly governance: Governance;
  readonly delivery: (eventId: string) => Delivery;
  /** The chart that was asked for, which may show records of other entries of the same person. */
  readonly patientId?: PatientId;
}

const DEFAULT_COUNT = 50;
const MAX_COUNT = 1000;

/** The signer's role is the one the charter gave them when they signed. */
export function signerOf(record: StoredRecord, { me, governance }: ViewContext): Signer {
  const role = governance.chain && memberAt(governance.chain, record.author, record.at)?.role;
  const name = governance.nameOf(record.author) ?? (role ? 'A member of this practice' : 'The family');
  return { name, role: role ?? 'guardian', me: record.author === me };
}

/** A version is an event id; two where two people edited at once and nobody has edited since. */
export const VERSION_JOIN = '+';

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

export function entryView(folded: FoldedEntry, context: ViewContext): Entry {
  const { root, last } = folded;
  return {
    id: root.id,
    version: folded.heads.join(VERSION_JOIN),
    patientId: context.patientId ?? root.patientId,
    resource: folded.resource,
    confidential: root.c === 'sens',
    signer: signerOf(root, context),
    signedAt: instant(root.at),
    changedBy: signerOf(last, context),
    changedAt: instant(last.at),
    versions: folded.versions.length,
    conflict: folded.conflict,
    delivery: worst(folded, context),
    ...(folded.relatesTo && { relatesTo: folded.relatesTo }),
    ...(folded.removed && {
      removed: {
        by: signerOf(folded.removed.record, context),
        at: instant(folded.removed.record.at),
        reason: folded.removed.reason,
      },
    }),
  };
}

/** An entry is as far as its least delivered version. */
function worst(folded: FoldedEntry, { delivery }: ViewContext): Delivery {
  const rank = { refused: 0, stored: 1, sent: 2, accepted: 3 };
  return folded.versions
    .map(({ record }) => delivery(record.id))
    .reduce((least, next) => (rank[next.state] < rank[least.state] ? next : least));
}

export function versionViews(folded: FoldedEntry, context: ViewContext): Version[] {
  return folded.versions.map(({ record, change, resource, conflict }) => ({
    version: record.id,
    resource,
    change,
    signer: signerOf(record, context),
    at: instant(record.at),
    delivery: context.delivery(record.id),
    conflict,
  }));
}

export function runQuery(
  records: ChartRecords,
  query: ChartQuery,
  state: LoadState,
  context: ViewContext,
): QueryResult {
  const found = matching(records, query);
  if (query.order === 'oldest') found.reverse();
  const offset = query.offset ?? 0;
  const count = Math.min(query.count ?? DEFAULT_COUNT, MAX_COUNT);
  return {
    entries: found.slice(offset, offset + count).map((folded) => entryView(folded, context)),
    total: found.length,
    state,
  };
}

function matching(records: ChartRecords, query: ChartQuery): FoldedEntry[] {
  const lists = query.types.map((type) => records.ofType(type));
  const merged = lists.length === 1 ? [...lists[0]!] : lists.flat().sort(newestFirst);
  return merged.filter(
    (entry) =>
      (query.includeRemoved || !entry.removed) &&
      (!query.ids || query.ids.includes(entry.root.id)) &&
      (!query.relatesTo || entry.relatesTo?.id === query.relatesTo) &&
      (!query.codes || hasCode(entry.resource, query.codes)) &&
      (!query.without || !hasCode(entry.resource, query.without)),
  );
}

interface Coded {
  coding?: { system?: string; code?: string }[];
}

function hasCode(resource: Resource, wanted: readonly string[]): boolean {
  const fields = resource as unknown as Record<string, Coded | Coded[] | undefined>;
  const concepts = [fields.code, fields.category, fields.vaccineCode, fields.type].flat();
  return concepts.some((concept) =>
    concept?.coding?.some(
      ({ system, code }) => wanted.includes(code ?? '') || wanted.includes(`${system}|${code}`),
    ),
  );
}

/** Two results that look the same to a watcher have the same text. */
export function resultSignature({ entries, total, state }: QueryResult): string {
  const parts = entries.map(
    ({ version, versions, delivery, signer, conflict, removed }) =>
      `${version}*${versions}${delivery.state}${signer.name}${conflict ? 'c' : ''}${removed ? 'r' : ''}`,
  );
  return `${state}|${total}|${parts.join('|')}`;
}
