/** Vital signs over time: newest row first, unit in the head of each column, figures aligned. */
import type { VitalKey } from '@keychart/clinical';
import type { Observation } from '@keychart/fhir';
import { ScrollArea, Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntryProps } from '../entry.ts';
import { When } from '../text/practice-time.tsx';
import { EntryMarks } from './record-line.tsx';
import {
  type UnitSystem,
  type VitalsRow,
  vitalDisplay,
  vitalsColumns,
  vitalsRows,
  vitalUnit,
} from './vitals-grid.ts';

export interface VitalsTableProps {
  readonly entries: readonly EntryProps<Observation>[];
  readonly system: UnitSystem;
  /** Last cell of a row, e.g. a menu to enter it in error. */
  readonly action?: ((row: VitalsRow) => ReactNode) | undefined;
}

const JOINED = 'diastolic' satisfies VitalKey;

export function VitalsTable({ entries, system, action }: VitalsTableProps) {
  const rows = vitalsRows(entries);
  const all = vitalsColumns(rows);
  const bothPressures = all.some(({ key }) => key === 'systolic');
  const columns = all.filter(({ key }) => !(bothPressures && key === JOINED));
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Vitals by date' }}>
      <Table highlightOnHover withRowBorders stickyHeader={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Date</Table.Th>
            {columns.map(({ key, short }) => (
              <Table.Th key={key} scope="col" ta="right">
                {key === 'systolic' ? 'BP' : short} <Unit>{vitalUnit(key, system)}</Unit>
              </Table.Th>
            ))}
            <Table.Th scope="col">Recorded by</Table.Th>
            {action !== undefined && (
              <Table.Th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.entries[0]?.id}>
              <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
                <When date={row.at} time />
              </Table.Th>
              {columns.map(({ key }) => (
                <Table.Td key={key} ta="right">
                  {key === 'systolic' ? pressureText(row) : cellText(row, key, system)}
                </Table.Td>
              ))}
              <Table.Td fz="xs" lh={1.3} miw="6.5rem">
                {row.entries[0]?.signer.name}
                {row.entries.slice(0, 1).map((entry) => (
                  <EntryMarks key={entry.id} entry={worstOf(row, entry)} />
                ))}
              </Table.Td>
              {action !== undefined && <Table.Td>{action(row)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function cellText(row: VitalsRow, key: VitalKey, system: UnitSystem): string {
  const cell = row.cells[key];
  return cell === undefined ? '' : vitalDisplay(key, cell.value, system).value;
}

function pressureText(row: VitalsRow): string {
  const { systolic, diastolic } = row.cells;
  if (systolic === undefined && diastolic === undefined) return '';
  return `${systolic === undefined ? '?' : Math.round(systolic.value)}/${diastolic === undefined ? '?' : Math.round(diastolic.value)}`;
}

/** A row is as far as its slowest value. */
function worstOf(row: VitalsRow, first: EntryProps<Observation>): EntryProps<Observation> {
  return (
    row.entries.find(({ delivery }) => delivery.state === 'refused') ??
    row.entries.find(({ delivery }) => delivery.state !== 'accepted') ??
    first
  );
}

const Unit = ({ children }: { readonly children: ReactNode }) => (
  <span style={{ fontWeight: 400, color: 'var(--mantine-color-dimmed)' }}>{children}</span>
);
