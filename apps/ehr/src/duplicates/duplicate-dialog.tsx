/** This chart is a duplicate: find the other one, compare the two, merge them. */
import type { PatientRow, PatientView } from '@keychart/chart';
import { preferredName } from '@keychart/fhir';
import { useAsk, useChart } from '@keychart/react';
import { EmptyState, LoadingLines } from '@keychart/ui';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { PatientPicker } from '../patients/patient-picker.tsx';
import { usePatientSearch } from '../patients/use-patient-search.ts';
import { ConfirmMerge } from './confirm-merge.tsx';

export interface DuplicateDialogProps {
  readonly view: PatientView;
  readonly name: string;
  readonly onClose: () => void;
}

export function DuplicateDialog({ view, name, onClose }: DuplicateDialogProps) {
  const [other, setOther] = useState<PatientRow>();
  return (
    <StaffDialog
      title={other === undefined ? `${name} was entered twice` : 'Are these two the same person?'}
      size="lg"
      onClose={onClose}
    >
      {other === undefined ? (
        <FindOther view={view} onPick={setOther} />
      ) : (
        <ConfirmMerge
          view={view}
          name={name}
          otherId={other.patientId}
          onBack={() => setOther(undefined)}
          onClose={onClose}
        />
      )}
    </StaffDialog>
  );
}

interface FindOtherProps {
  readonly view: PatientView;
  readonly onPick: (row: PatientRow) => void;
}

function FindOther({ view, onPick }: FindOtherProps) {
  const chart = useChart();
  const [text, setText] = useState('');
  const patient = view.entry?.resource;
  const { value: likely } = useAsk(view.patientId, view.entry?.version, () => {
    const used = preferredName(patient?.name);
    return chart.similarPatients({
      given: used?.given?.join(' ') ?? '',
      family: used?.family ?? '',
      ...(patient?.birthDate === undefined ? {} : { birthDate: patient.birthDate }),
      except: view.patientId,
    });
  });
  const { result, fresh, error } = usePatientSearch(text);
  const searching = text.trim() !== '';
  const found = searching ? result?.rows : likely;
  const rows = (found ?? []).filter(
    (row) => row.patientId !== view.patientId && row.mergedInto === undefined,
  );
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        Pick the chart that stays. This one is shown in it from then on.
      </Text>
      <PatientPicker
        label="Search the chart that stays"
        text={text}
        onText={setText}
        rows={rows}
        fresh={fresh}
        onPick={onPick}
        empty={
          found === undefined && error === undefined ? (
            <LoadingLines label="Looking for the other chart" />
          ) : (
            <EmptyState
              title={
                searching ? `No other patient matches “${text.trim()}”.` : 'No chart looks like this one.'
              }
              hint={error ?? 'Search for the other chart by name, date of birth, phone or guardian.'}
            />
          )
        }
      />
      {!searching && rows.length > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          The likeliest first: by date of birth and name.
        </Text>
      )}
    </>
  );
}
