/** Patients picked one by one: who is among them, each to be taken off again, and a search for the next. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import classes from './chosen-patients.module.css';
import { PatientPicker } from './patient-picker.tsx';
import { usePatientNames } from './use-patient-names.ts';
import { usePatientSearch } from './use-patient-search.ts';

interface ChosenPatientsProps {
  readonly patients: readonly string[];
  readonly onChange: (patients: readonly string[]) => void;
}

export function ChosenPatients({ patients, onChange }: ChosenPatientsProps) {
  const [text, setText] = useState('');
  const { result, fresh } = usePatientSearch(text);
  const nameOf = usePatientNames(patients);
  const found = (text === '' ? [] : (result?.rows ?? [])).filter(
    ({ patientId }) => !patients.includes(patientId),
  );
  return (
    <div className={classes.chosen}>
      {patients.length === 0 ? (
        <Text size="sm" c="dimmed">
          No patient chosen yet. Only the charts chosen here will be open, and no others.
        </Text>
      ) : (
        <ul aria-label="Chosen patients">
          {patients.map((id) => (
            <li key={id}>
              <bdi>{nameOf(id)}</bdi>
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`Take ${nameOf(id)} off`}
                onClick={() => onChange(patients.filter((other) => other !== id))}
              >
                Take off
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PatientPicker
        label="Find a patient to add"
        text={text}
        onText={setText}
        rows={found}
        fresh={fresh}
        onPick={({ patientId }) => {
          onChange([...patients, patientId]);
          setText('');
        }}
        empty={
          text !== '' && result !== undefined ? (
            <Text size="sm" c="dimmed">
              No other patient matches.
            </Text>
          ) : null
        }
      />
    </div>
  );
}
