/** A patient who has a key already brings its public half; then none is made here. */
import { TextInput } from '@mantine/core';

interface OwnKeyFieldProps {
  readonly value: string;
  readonly onChange: (npub: string) => void;
}

export const isAddressLike = (npub: string): boolean => npub.trim() === '' || npub.trim().startsWith('npub1');

export function OwnKeyField({ value, onChange }: OwnKeyFieldProps) {
  return (
    <TextInput
      label="Own key, if they bring one"
      description="Their public key, which is no secret. Empty: a key is made here."
      placeholder="npub1…"
      mt="md"
      value={value}
      error={isAddressLike(value) ? undefined : 'Starts with npub1.'}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
