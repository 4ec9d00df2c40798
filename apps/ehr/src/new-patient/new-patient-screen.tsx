/** A new patient: form, then the key made for them, shown once. */

import type { CreatedPatient } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { ErrorNote, todayIn, useFirstFocus, usePracticeZone } from '@keychart/ui';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useOpenPatient } from '../chart/open-charts-context.ts';
import { Screen } from '../shell/screen.tsx';
import {
  buildPatient,
  checkPatientForm,
  EMPTY_PATIENT_FORM,
  type PatientForm,
  type PatientFormErrors,
} from './build-patient.ts';
import { type GuardianForm, Guardians } from './guardians.tsx';
import { Handover } from './handover.tsx';
import { PatientFields } from './patient-fields.tsx';

export function NewPatientScreen() {
  const chart = useChart();
  const zone = usePracticeZone();
  const openPatient = useOpenPatient();
  const [form, setForm] = useState(EMPTY_PATIENT_FORM);
  const [guardians, setGuardians] = useState<readonly GuardianForm[]>([]);
  const [errors, setErrors] = useState<PatientFormErrors>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [created, setCreated] = useState<CreatedPatient>();
  const formElement = useFirstFocus<HTMLFormElement>();
  const name = `${form.given} ${form.family}`.trim();

  const change = (part: Partial<PatientForm>) => {
    setForm((current) => ({ ...current, ...part }));
    setErrors((current) => Object.fromEntries(Object.entries(current).filter(([key]) => !(key in part))));
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkPatientForm(form, todayIn(zone));
    setErrors(found);
    if (Object.keys(found).length > 0 || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const named = guardians.filter((guardian) => guardian.npub.trim() !== '');
      const outcome = await chart.createPatient({
        patient: buildPatient(form),
        ...(named.length === 0
          ? {}
          : {
              guardians: named.map((guardian) => ({
                name: guardian.name.trim(),
                npub: guardian.npub.trim(),
              })),
            }),
      });
      if (outcome.ok) setCreated(outcome.created);
      else
        setFailure(
          [outcome.reason, ...outcome.issues.map(({ path, message }) => `${path}: ${message}`)].join(' '),
        );
    } catch (fault) {
      setFailure(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };

  if (created?.handover !== undefined) {
    return (
      <Handover name={name} handover={created.handover} onDone={() => openPatient(created.patientId, name)} />
    );
  }
  return (
    <Screen
      title="New patient"
      lead="A key is made for the patient on this device. You hand it over afterwards."
      narrow
    >
      <form
        ref={formElement}
        onSubmit={(event) => void submit(event)}
        aria-label="New patient"
        noValidate
        autoComplete="off"
      >
        <PatientFields form={form} errors={errors} onChange={change} />
        <Guardians guardians={guardians} onChange={setGuardians} />
        {failure !== undefined && (
          <ErrorNote
            title="The patient was not added"
            detail={failure}
            kept="What you typed is still here."
          />
        )}
        <Group justify="flex-end" mt="lg">
          <Button component={Link} to="/patients" variant="default">
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Add patient
          </Button>
        </Group>
      </form>
    </Screen>
  );
}
