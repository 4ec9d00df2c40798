/** A search among the patients in which one is picked; what is searched and left out, the caller says. */
import type { PatientRow } from '@keychart/chart';
import type { ReactNode } from 'react';
import { PatientItem } from './patient-item.tsx';
import { PickList } from './pick-list.tsx';

interface PatientPickerProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly rows: readonly PatientRow[];
  /** False while `rows` still answer an earlier text. */
  readonly fresh: boolean;
  readonly onPick: (row: PatientRow) => void;
  /** Said when there are no rows; undefined while nobody knows. */
  readonly empty: ReactNode;
}

export function PatientPicker({ rows, ...rest }: PatientPickerProps) {
  return (
    <PickList
      {...rest}
      placeholder="Name, date of birth, phone or guardian"
      items={rows}
      idOf={({ patientId }) => patientId}
      render={(row) => <PatientItem row={row} />}
    />
  );
}
