/** A passphrase, masked by style for the reason told in secret-key-field. */
import { TextInput } from '@mantine/core';
import classes from './login-form.module.css';

interface PassphraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly first?: boolean;
}

export function PassphraseField({
  value,
  onChange,
  label = 'Passphrase',
  description,
  error,
  first = false,
}: PassphraseFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      classNames={{ input: classes.masked }}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="none"
      spellCheck={false}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
}
