/** Find a patient: search as you type, arrows, Enter. Below, drafts that wait to be finished. */
import { useSession } from '@keychart/react';
import { EmptyState, ErrorNote, LoadingLines, LoadNote } from '@keychart/ui';
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenPatient } from '../open-charts/open-charts-context.ts';
import { Screen } from '../screen/screen.tsx';
import { mayCreatePatients } from '../session/permissions.ts';
import { PatientItem } from './patient-item.tsx';
import { PickList } from './pick-list.tsx';
import { UnfinishedDrafts } from './unfinished-drafts.tsx';
import { usePatientSearch } from './use-patient-search.ts';

export function PatientListScreen() {
  const [text, setText] = useState('');
  const { result, fresh, error, more } = usePatientSearch(text);
  const openPatient = useOpenPatient();
  const { identity } = useSession();
  const newPatient = mayCreatePatients(identity) && (
    <Button component={Link} to="/patients/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
      New patient
    </Button>
  );
  return (
    <Screen title="Patients" action={newPatient}>
      {error !== undefined && <ErrorNote title="The patient list could not be read" detail={error} />}
      <PickList
        label="Search patients"
        placeholder="Name, date of birth, phone or guardian"
        text={text}
        onText={setText}
        items={result?.rows ?? []}
        fresh={fresh}
        idOf={({ patientId }) => patientId}
        onPick={({ patientId, name }) => openPatient(patientId, name)}
        render={(row) => <PatientItem row={row} />}
        empty={<NoPatients text={text} state={result?.state ?? 'loading'} coming={result?.coming} />}
      />
      {result !== undefined && result.rows.length > 0 && (
        <LoadNote
          state={result.state}
          shown={result.rows.length}
          total={result.total}
          what="patients"
          coming={result.coming}
          onMore={more}
        />
      )}
      <UnfinishedDrafts />
    </Screen>
  );
}

function NoPatients({
  text,
  state,
  coming,
}: {
  readonly text: string;
  readonly state: 'loading' | 'partial' | 'complete';
  readonly coming: number | undefined;
}) {
  if (state === 'loading') return <LoadingLines label="Loading patients" lines={6} />;
  if (text.trim() !== '') {
    return (
      <EmptyState
        title={`No patient matches “${text.trim()}”.`}
        hint={
          state === 'partial'
            ? coming === undefined
              ? 'The list is still loading, so this may change.'
              : `The list is still loading, ${coming.toLocaleString('en-US')} to come, so this may change.`
            : 'Try part of a name, a year of birth or a guardian.'
        }
      />
    );
  }
  if (state === 'partial') return <LoadingLines label="Loading patients" lines={6} />;
  return (
    <EmptyState title="No patients yet." hint="A new patient gets a key of their own, made on this device." />
  );
}
