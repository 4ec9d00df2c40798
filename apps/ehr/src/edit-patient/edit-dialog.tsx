/** The form in which a patient is corrected. */
import type { Entry } from '@keychart/chart';
import type { Patient } from '@keychart/fhir';
import { useChart } from '@keychart/react';
import { ErrorNote, todayIn, usePracticeZone } from '@keychart/ui';
import { Button, Group, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { checkPatientForm, type PatientForm, type PatientFormErrors } from '../new-patient/build-patient.ts';
import { PatientFields } from '../new-patient/patient-fields.tsx';
import { useSigning } from '../notes/use-signing.ts';
import { changedPatient, formOfPatient } from './patient-form.ts';

interface EditDialogProps {
  readonly entry: Entry<Patient>;
  readonly onClose: () => void;
}

export function EditDialog({ entry, onClose }: EditDialogProps) {
  const chart = useChart();
  const zone = usePracticeZone();
  const [before] = useState(() => formOfPatient(entry.resource));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<PatientFormErrors>({});
  const signing = useSigning();

  const change = (part: Partial<PatientForm>) => setForm((current) => ({ ...current, ...part }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkPatientForm(form, todayIn(zone));
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const next = changedPatient(entry.resource, before, form);
    const written = await signing.run(() => chart.correct(entry.patientId, entry.id, entry.version, next));
    if (written !== undefined) onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="Edit patient"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={(event) => void submit(event)} aria-label="Edit patient" noValidate autoComplete="off">
        <PatientFields form={form} errors={errors} onChange={change} />
        {signing.failure !== undefined && (
          <ErrorNote
            title="Nothing was changed"
            detail={signing.failure}
            kept="What you typed is still here."
          />
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={signing.busy}>
            Save changes
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
