/** Who somebody is, for the one a form is about and for every sibling in it. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { PatientForm, PatientFormErrors } from './build-patient.ts';
import classes from './new-patient.module.css';
import { SEX_CHOICES } from './sex-choices.ts';

type ChildForm = Pick<PatientForm, 'given' | 'family' | 'birthDate' | 'sex'>;

interface ChildFieldsProps {
  readonly form: ChildForm;
  readonly errors: PatientFormErrors;
  readonly onChange: (part: Partial<ChildForm>) => void;
}

export function ChildFields({ form, errors, onChange }: ChildFieldsProps) {
  const field = (key: keyof ChildForm) => ({
    value: form[key],
    error: errors[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [key]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={classes.pair}>
        <TextInput label="Given names" {...field('given')} data-autofocus />
        <TextInput label="Family name" {...field('family')} />
      </div>
      <div className={classes.pair}>
        <TextInput label="Date of birth" type="date" required withAsterisk={false} {...field('birthDate')} />
        <NativeSelect label="Sex" data={SEX_CHOICES} {...field('sex')} />
      </div>
    </>
  );
}
