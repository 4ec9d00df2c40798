/** What is chosen of somebody on the staff, invited, added or changed: name, role, patients, last day. */
import { TextInput } from '@mantine/core';
import { LastDayField } from '../asking/last-day-field.tsx';
import { NamedPatients } from '../patients/named-patients.tsx';
import type { PersonErrors, PersonForm } from './person-form.ts';
import { RoleFields } from './role-fields.tsx';

interface PersonFieldsProps {
  readonly form: PersonForm;
  readonly errors: PersonErrors;
  readonly onChange: (part: Partial<PersonForm>) => void;
  /** The name is the first field of the form. */
  readonly first: boolean;
}

export function PersonFields({ form, errors, onChange, first }: PersonFieldsProps) {
  return (
    <>
      <TextInput
        label="Name"
        description="As it stands under what they sign."
        mt={first ? 0 : 'md'}
        value={form.name}
        error={errors.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        {...(first && { 'data-autofocus': true })}
      />
      <RoleFields form={form} errors={errors} onChange={onChange} />
      <NamedPatients
        patients={form.patients}
        error={errors.patients}
        onChange={(patients) => onChange({ patients })}
      />
      <LastDayField
        description="For locums: access ends by itself when this day is over at the practice. Empty: no end."
        value={form.lastDay}
        error={errors.lastDay}
        onChange={(lastDay) => onChange({ lastDay })}
      />
    </>
  );
}
