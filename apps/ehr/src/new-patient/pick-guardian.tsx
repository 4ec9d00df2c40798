/** A guardian who is a patient here: their key is taken from their own chart. */
import type { PatientRow } from '@keychart/chart';
import { EmptyState, LoadingLines } from '@keychart/ui';
import { useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { PatientPicker } from '../patients/patient-picker.tsx';
import { usePatientSearch } from '../patients/use-patient-search.ts';

interface PickGuardianProps {
  readonly onPick: (row: PatientRow) => void;
  readonly onClose: () => void;
}

export function PickGuardian({ onPick, onClose }: PickGuardianProps) {
  const [text, setText] = useState('');
  const { result, fresh, error } = usePatientSearch(text);
  return (
    <StaffDialog title="A guardian who is a patient" size="lg" onClose={onClose}>
      <PatientPicker
        label="Search the guardian among the patients"
        text={text}
        onText={setText}
        rows={(result?.rows ?? []).filter(({ mergedInto }) => mergedInto === undefined)}
        fresh={fresh}
        onPick={onPick}
        empty={
          result === undefined && error === undefined ? (
            <LoadingLines label="Loading patients" />
          ) : (
            <EmptyState title="No patient matches." hint={error ?? 'Try part of the name.'} />
          )
        }
      />
    </StaffDialog>
  );
}
