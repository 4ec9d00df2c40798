/** The fields of a patient, new or edited. */

import { NativeSelect, TextInput } from '@mantine/core';
import type { PatientForm, PatientFormErrors } from './build-patient.ts';
import { ChildFields } from './child-fields.tsx';
import classes from './new-patient.module.css';

interface PatientFieldsProps {
  readonly form: PatientForm;
  readonly errors: PatientFormErrors;
  readonly onChange: (part: Partial<PatientForm>) => void;
}

export function PatientFields({ form, errors, onChange }: PatientFieldsProps) {
  const field = (key: keyof PatientForm) => ({
    value: form[key],
    error: errors[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [key]: event.currentTarget.value }),
  });
  return (
    <>
      <ChildFields form={form} errors={errors} onChange={onChange} />
      <div className={classes.pair}>
        <TextInput label="Phone" type="tel" {...field('phone')} />
        <TextInput label="E-mail" type="email" {...field('email')} />
      </div>
      <TextInput label="Street" mt="md" {...field('street')} />
      <div className={classes.triple}>
        <TextInput label="City" {...field('city')} />
        <TextInput label="State" {...field('state')} />
        <TextInput label="Postal code" {...field('postalCode')} />
      </div>
      <NativeSelect label="Language" mt="md" data={languagesWith(form.language)} {...field('language')} />
    </>
  );
}

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

/** A language recorded elsewhere stays as it is until another is chosen. */
function languagesWith(code: string) {
  if (LANGUAGES.some(({ value }) => value === code)) return LANGUAGES;
  return [...LANGUAGES, { value: code, label: code }];
}
