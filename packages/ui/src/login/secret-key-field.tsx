/**
 * A field for a secret key. Masked by style and not of type password: a browser would offer to keep a password, and a
 * secret key must never end up in a browser's or a company's password store by one careless click.
 */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './login-form.module.css';

interface SecretKeyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SecretKeyField({ value, onChange }: SecretKeyFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      label="Secret key"
      description="Starts with nsec1. It stays on this device."
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      classNames={{ input: shown ? classes.plain : classes.masked }}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={shown ? 'Hide what is typed' : 'Show what is typed'}
          onClick={() => setShown(!shown)}
        >
          {shown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
        </ActionIcon>
      }
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="none"
      spellCheck={false}
      data-autofocus
    />
  );
}
