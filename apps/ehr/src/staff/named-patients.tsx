/** With all patients, or only with some that are named: a locum for one family, a colleague who covers a few. */
import { Button, Group, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { PatientItem } from '../patients/patient-item.tsx';
import { PickList } from '../patients/pick-list.tsx';
import { usePatientNames } from '../patients/use-patient-names.ts';
import { usePatientSearch } from '../patients/use-patient-search.ts';
import classes from './staff.module.css';

interface NamedPatientsProps {
  /** Undefined: all. */
  readonly patients: readonly string[] | undefined;
  readonly error: string | undefined;
  readonly onChange: (patients: readonly string[] | undefined) => void;
}

export function NamedPatients({ patients, error, onChange }: NamedPatientsProps) {
  return (
    <>
      <Radio.Group
        label="Patients"
        mt="md"
        value={patients === undefined ? 'all' : 'named'}
        onChange={(value) => onChange(value === 'all' ? undefined : [])}
        error={error}
      >
        <Group mt={4} gap="lg">
          <Radio value="all" label="All patients" />
          <Radio value="named" label="Only named patients" />
        </Group>
      </Radio.Group>
      {patients !== undefined && <Chosen patients={patients} onChange={onChange} />}
    </>
  );
}

function Chosen({
  patients,
  onChange,
}: {
  readonly patients: readonly string[];
  readonly onChange: (patients: readonly string[]) => void;
}) {
  const [text, setText] = useState('');
  const { result, fresh } = usePatientSearch(text);
  const nameOf = usePatientNames(patients);
  const found = (text === '' ? [] : (result?.rows ?? [])).filter(
    ({ patientId }) => !patients.includes(patientId),
  );
  return (
    <div className={classes.named}>
      {patients.length === 0 ? (
        <Text size="sm" c="dimmed">
          No patient chosen yet. They will see these charts and no others.
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
      <PickList
        label="Find a patient to add"
        placeholder="Name, birth date or phone"
        text={text}
        onText={setText}
        items={found}
        fresh={fresh}
        idOf={({ patientId }) => patientId}
        render={(row) => <PatientItem row={row} />}
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
