/** The last calendar day of an access, at the practice; empty: none. */
import { TextInput } from '@mantine/core';
import classes from './asking.module.css';

interface LastDayFieldProps {
  /** What ends by itself, and what an empty field means. */
  readonly description: string;
  /** `2026-12-24`, or empty. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (day: string) => void;
}

export function LastDayField({ description, value, error, onChange }: LastDayFieldProps) {
  return (
    <TextInput
      label="Last day"
      description={description}
      type="date"
      mt="md"
      classNames={{ input: classes.date }}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
