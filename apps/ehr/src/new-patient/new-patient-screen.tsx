/** A new patient: form, then the key made for them, shown once. */

import type { CreatedPatient } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { ErrorNote, todayIn, useFirstFocus, usePracticeZone } from '@keychart/ui';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useOpenPatient } from '../open-charts/open-charts-context.ts';
import { Screen } from '../screen/screen.tsx';
import {
  checkPatientForm,
  EMPTY_PATIENT_FORM,
  type PatientForm,
  type PatientFormErrors,
} from './build-patient.ts';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { familyOf } from './family-of.ts';
import { type GuardianForm, Guardians } from './guardians.tsx';
import { Handovers } from './handovers.tsx';
import { isAddressLike, OwnKeyField } from './own-key-field.tsx';
import { PatientFields } from './patient-fields.tsx';
import { type SiblingForm, Siblings } from './siblings.tsx';

export function NewPatientScreen() {
  const chart = useChart();
  const zone = usePracticeZone();
  const openPatient = useOpenPatient();
  const [form, setForm] = useState(EMPTY_PATIENT_FORM);
  const [guardians, setGuardians] = useState<readonly GuardianForm[]>([]);
  const [errors, setErrors] = useState<PatientFormErrors>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [created, setCreated] = useState<readonly CreatedPatient[]>();
  const [npub, setNpub] = useState('');
  const [siblings, setSiblings] = useState<readonly SiblingForm[]>([]);
  const [siblingErrors, setSiblingErrors] = useState<Readonly<Record<string, PatientFormErrors>>>({});
  const formElement = useFirstFocus<HTMLFormElement>();

  const change = (part: Partial<PatientForm>) => {
    setForm((current) => ({ ...current, ...part }));
    setErrors((current) => Object.fromEntries(Object.entries(current).filter(([key]) => !(key in part))));
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkPatientForm(form, todayIn(zone));
    const among = siblings.map(
      (one) => [one.id, checkPatientForm({ ...form, ...one }, todayIn(zone))] as const,
    );
    setErrors(found);
    setSiblingErrors(Object.fromEntries(among));
    const wrong = [found, ...among.map(([, errors]) => errors)].some((one) => Object.keys(one).length > 0);
    if (wrong || ![npub, ...siblings.map((one) => one.npub)].every(isAddressLike) || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await chart.createPatients(familyOf(form, npub, siblings, guardians));
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

  const names = [form, ...siblings].map(({ given, family }) => `${given} ${family}`.trim());
  if (created !== undefined) return <Handovers created={created} names={names} onDone={openPatient} />;
  return (
    <Screen
      title="New patient"
      lead="One child or a whole family. A key is made for each on this device; you hand it over afterwards."
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
        <OwnKeyField value={npub} onChange={setNpub} />
        <DuplicateWarning given={form.given} family={form.family} birthDate={form.birthDate} />
        <Siblings siblings={siblings} errors={siblingErrors} family={form.family} onChange={setSiblings} />
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
            {siblings.length === 0 ? 'Add patient' : `Add ${siblings.length + 1} patients`}
          </Button>
        </Group>
      </form>
    </Screen>
  );
}
