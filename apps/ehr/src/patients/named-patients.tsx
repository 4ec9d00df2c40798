/** With all patients, or only with some that are named: a locum for one family, a school's system, a covering colleague. */
import { Group, Radio } from '@mantine/core';
import { ChosenPatients } from './chosen-patients.tsx';

interface NamedPatientsProps {
  /** Undefined: all. */
  readonly patients: readonly string[] | undefined;
  readonly error: string | undefined;
  /** What each of the two means, where that does not go without saying. */
  readonly explained?: { readonly all: string; readonly named: string };
  readonly onChange: (patients: readonly string[] | undefined) => void;
}

export function NamedPatients({ patients, error, explained, onChange }: NamedPatientsProps) {
  return (
    <>
      <Radio.Group
        label="Patients"
        mt="md"
        value={patients === undefined ? 'all' : 'named'}
        onChange={(value) => onChange(value === 'all' ? undefined : [])}
        error={error}
      >
        <Group mt={4} gap="lg" align="flex-start">
          <Radio value="all" label="All patients" description={explained?.all} />
          <Radio value="named" label="Only named patients" description={explained?.named} />
        </Group>
      </Radio.Group>
      {patients !== undefined && <ChosenPatients patients={patients} onChange={onChange} />}
    </>
  );
}
