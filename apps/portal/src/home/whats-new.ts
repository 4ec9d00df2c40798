/** The newest of a record as a short list of things that happened: values of one moment and vaccines of one day are one. Pure. */
import type { Entry, Signer } from '@keychart/chart';
import type { DiagnosticReport, Observation } from '@keychart/fhir';
import {
  dateText,
  recordDate,
  type SectionKey,
  type UnitSystem,
  type VitalsRow,
  vitalsRows,
} from '@keychart/ui';
import { latestLine } from '../record/latest-line.ts';
import { portalSectionOf } from '../record/portal-sections.tsx';

export interface NewsItem {
  readonly key: string;
  readonly section: SectionKey;
  readonly ids: readonly string[];
  readonly title: string;
  /** Second line: the vaccines, the values. */
  readonly detail?: string;
  readonly row?: VitalsRow;
  readonly date: string;
  readonly signer: Signer;
}

interface NewsSources {
  /** Notes, reports, vaccines, medications, allergies, problems. */
  readonly records: readonly Entry[];
  readonly vitals: readonly Entry<Observation>[];
  readonly results: readonly Entry<Observation>[];
}

interface NewsOptions {
  readonly units: UnitSystem;
  readonly timeZone: string | undefined;
  readonly most: number;
}

/** @returns newest first, at most `most`. */
export function whatsNew(sources: NewsSources, { units, timeZone, most }: NewsOptions): readonly NewsItem[] {
  const { records, vitals, results } = sources;
  const vaccines = records.filter(({ resource }) => resource.resourceType === 'Immunization');
  const reported = new Set(records.flatMap(({ resource }) => namedValues(resource as DiagnosticReport)));
  const single = [
    ...records.filter(({ resource }) => resource.resourceType !== 'Immunization'),
    ...results.filter(({ resource }) => !reported.has(resource.id ?? '')),
  ];
  const items = [
    ...single.map((entry) => itemOf(entry, units)),
    ...vaccineDays(vaccines, units, timeZone),
    ...vitalsRows(vitals).map((row) => vitalsItem(row, vitals)),
  ];
  return items.sort((a, b) => timeOf(b.date) - timeOf(a.date) || a.key.localeCompare(b.key)).slice(0, most);
}

function itemOf(entry: Entry, units: UnitSystem): NewsItem {
  return {
    key: entry.id,
    section: portalSectionOf(entry.resource).key,
    ids: [entry.id],
    title: latestLine(entry.resource, units),
    date: recordDate(entry.resource) ?? entry.signedAt,
    signer: entry.changedBy,
  };
}

function vaccineDays(entries: readonly Entry[], units: UnitSystem, timeZone: string | undefined): NewsItem[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dateText(recordDate(entry.resource) ?? entry.signedAt, { timeZone });
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days.values()].map((day) => {
    const first = itemOf(day[0]!, units);
    if (day.length === 1) return first;
    return {
      ...first,
      ids: day.map(({ id }) => id),
      title: `${day.length} immunizations`,
      detail: day.map(({ resource }) => latestLine(resource, units)).join(', '),
    };
  });
}

function vitalsItem(row: VitalsRow, vitals: readonly Entry<Observation>[]): NewsItem {
  const ids = row.entries.map(({ id }) => id);
  const first = vitals.find(({ id }) => id === ids[0])!;
  return {
    key: first.id,
    section: 'vitals',
    ids,
    title: 'Vitals',
    row,
    date: row.at,
    signer: first.changedBy,
  };
}

const namedValues = ({ resourceType, result }: DiagnosticReport): string[] =>
  resourceType === 'DiagnosticReport'
    ? (result ?? []).flatMap(({ reference }) => reference?.split(/[/:]/).at(-1) ?? [])
    : [];

const timeOf = (date: string): number => Date.parse(date) || 0;
