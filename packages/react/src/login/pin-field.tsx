/** A PIN, hidden, with the keyboard of digits on a phone. */
import { TextInput } from '@mantine/core';
import type { CSSProperties } from 'react';

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly first?: boolean;
}

/** As with a secret key: not of type password, which a browser would offer to keep. */
const MASKED = { WebkitTextSecurity: 'disc' } as CSSProperties;

export function PinField({ label, value, onChange, description, first = false }: PinFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
      inputMode="numeric"
      maxLength={32}
      autoComplete="off"
      spellCheck={false}
      styles={{ input: MASKED }}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
}
