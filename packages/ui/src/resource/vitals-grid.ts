/** Vital signs arranged as people read them: one row a moment, one column a measurement. Pure. */
import {
  fromMetric,
  roundTo,
  VITAL_SIGNS,
  type VitalKey,
  type VitalSign,
  vitalReadings,
  vitalSign,
} from '@keychart/clinical';
import type { Observation } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';

export type UnitSystem = 'metric' | 'us';

export interface VitalsRow {
  /** The effective time shared by the row, as it was written. */
  readonly at: string;
  readonly cells: Partial<
    Record<VitalKey, { readonly value: number; readonly entry: EntryProps<Observation> }>
  >;
  /** Entries of the row, each once. */
  readonly entries: readonly EntryProps<Observation>[];
}

/** Rows in the order in which their first entry comes; a second value for a cell starts a row of its own. */
export function vitalsRows(entries: readonly EntryProps<Observation>[]): readonly VitalsRow[] {
  const rows: { at: string; cells: VitalsRow['cells']; entries: EntryProps<Observation>[] }[] = [];
  for (const entry of entries) {
    const at = entry.resource.effectiveDateTime ?? entry.resource.effectivePeriod?.start ?? entry.signedAt;
    const readings = vitalReadings(entry.resource);
    if (readings.length === 0) continue;
    let row = rows.find(
      (candidate) => candidate.at === at && readings.every(({ key }) => candidate.cells[key] === undefined),
    );
    if (row === undefined) {
      row = { at, cells: {}, entries: [] };
      rows.push(row);
    }
    row.entries.push(entry);
    for (const { key, value } of readings) row.cells[key] = { value, entry };
  }
  return rows;
}

/** The columns that have at least one value, in the usual order. */
export const vitalsColumns = (rows: readonly VitalsRow[]): readonly VitalSign[] =>
  VITAL_SIGNS.filter(({ key }) => rows.some((row) => row.cells[key] !== undefined));

/** Number and unit of a metric value in the system asked for. */
export function vitalDisplay(
  key: VitalKey,
  metricValue: number,
  system: UnitSystem,
): { value: string; unit: string } {
  const { metric, us } = vitalSign(key);
  if (system === 'us' && us !== undefined) {
    return { value: String(roundTo(fromMetric(metricValue, us.code), us.decimals)), unit: us.label };
  }
  return { value: String(roundTo(metricValue, metric.decimals)), unit: metric.label };
}

/** The unit a column stands in. */
export function vitalUnit(key: VitalKey, system: UnitSystem): string {
  const { metric, us } = vitalSign(key);
  return (system === 'us' ? us?.label : undefined) ?? metric.label;
}
