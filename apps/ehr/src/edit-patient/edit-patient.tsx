/** Corrects who the patient is and how to reach them; what a colleague changed meanwhile is kept. */
import type { Entry } from '@keychart/chart';
import type { Patient } from '@keychart/fhir';
import { useSession } from '@keychart/react';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { mayCreatePatients } from '../session/permissions.ts';

const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }));

export function EditPatient({ entry }: { readonly entry: Entry<Patient> }) {
  const { identity } = useSession();
  // The version on screen when the form was opened: changes are measured against it.
  const [edited, setEdited] = useState<Entry<Patient>>();
  if (!mayCreatePatients(identity)) return null;
  return (
    <>
      <Button className="kc-screen-only" variant="default" size="xs" onClick={() => setEdited(entry)}>
        Edit
      </Button>
      {edited !== undefined && (
        <Suspense>
          <EditDialog entry={edited} onClose={() => setEdited(undefined)} />
        </Suspense>
      )}
    </>
  );
}
