/** “Confidential” on a form, with why it is set already, or why this person cannot set it. */
import { Checkbox, Text } from '@mantine/core';
import type { Confidential } from './use-confidential.ts';

interface ConfidentialFieldProps {
  readonly mark: Confidential;
  /** `this visit`, `these measurements` */
  readonly what: string;
  readonly onChange: (value: boolean) => void;
}

export function ConfidentialField({ mark, what, onChange }: ConfidentialFieldProps) {
  if (!mark.may)
    return mark.byPolicy ? (
      <Text size="sm" c="var(--kc-attention)" role="note">
        By the practice’s policy {what} should be confidential. Your key does not open confidential records:
        signed by you, guardians can read it. Ask a colleague who can to enter it.
      </Text>
    ) : null;
  return (
    <Checkbox
      label="Confidential"
      description={`Guardians cannot read ${what}; the patient and clinicians can.${
        mark.byPolicy ? ' Set by the practice’s policy for this age; take it off where it does not fit.' : ''
      }`}
      checked={mark.value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
