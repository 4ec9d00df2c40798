/** What the practice settles about itself at its beginning; administrators can change most of it later. */
import type { StaffRole } from '@keychart/chart';
import { parseAddress } from '@keychart/chart/browser';
import { Checkbox, Fieldset, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ROLES } from '../words/staff-words.ts';
import { policyErrors, type Typed } from './answers.ts';
import classes from './set-up.module.css';
import { StepForm } from './step-form.tsx';
import type { StepProps } from './step-props.ts';

const ROLE_CHOICES = ROLES.filter(({ role }) => role !== 'agent').map(({ role, label }) => ({
  value: role,
  label,
}));

function whyNotKey(text: string): string | undefined {
  const parsed = parseAddress(text);
  return parsed.ok ? undefined : `Paste their public key: ${parsed.reason}.`;
}

export function PoliciesStep({ typed, onChange, onDone, onBack }: StepProps) {
  const [insist, setInsist] = useState(false);
  const errors = policyErrors(typed, whyNotKey);
  const shown = insist ? errors : {};
  const number = (
    name: 'guardianUntil' | 'confidentialFrom' | 'idleMinutes',
    label: string,
    description: string,
  ) => (
    <TextInput
      label={label}
      description={description}
      inputMode="numeric"
      classNames={{ input: classes.number }}
      value={typed[name]}
      error={shown[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <StepForm
      name="Policies"
      submitLabel="Go on"
      onBack={onBack}
      onSubmit={() => {
        setInsist(true);
        if (Object.keys(errors).length === 0) onDone();
      }}
    >
      {number(
        'guardianUntil',
        'Guardians read until the age of',
        'Their access ends by itself on that birthday. Empty: no end.',
      )}
      {number(
        'confidentialFrom',
        'Confidential from the age of',
        'From then on notes on behavior, reproductive health and substances are kept from guardians unless the mark is taken off. Empty: nothing is.',
      )}
      {number('idleMinutes', 'Minutes until the apps lock', 'Counted from the last touch.')}
      <Checkbox
        label="There is a second administrator already"
        description="Somebody who has a key of their own. Others are invited later."
        checked={typed.hasSecond}
        onChange={(event) => onChange({ hasSecond: event.currentTarget.checked })}
      />
      {typed.hasSecond && <Second typed={typed} errors={shown} onChange={onChange} />}
    </StepForm>
  );
}

interface SecondProps extends Pick<StepProps, 'typed' | 'onChange'> {
  readonly errors: Partial<Record<keyof Typed, string>>;
}

function Second({ typed, errors, onChange }: SecondProps) {
  return (
    <Fieldset legend="The second administrator">
      <Stack gap="md">
        <TextInput
          label="Their name"
          required
          value={typed.secondName}
          error={errors.secondName}
          onChange={(event) => onChange({ secondName: event.currentTarget.value })}
        />
        <Select
          label="Their role"
          data={ROLE_CHOICES}
          allowDeselect={false}
          value={typed.secondRole}
          onChange={(role) => onChange({ secondRole: (role ?? 'doctor') as StaffRole })}
        />
        <TextInput
          label="Their public key"
          description="Begins with npub1."
          required
          value={typed.secondKey}
          error={errors.secondKey}
          onChange={(event) => onChange({ secondKey: event.currentTarget.value })}
        />
        <Checkbox
          label="Every change of the staff needs both of you"
          description="One proposes, the other approves. Only the root key can change this later."
          checked={typed.approvals}
          onChange={(event) => onChange({ approvals: event.currentTarget.checked })}
        />
        {typed.approvals && (
          <Text size="sm">While one of you is away, nobody can be added, removed or suspended.</Text>
        )}
      </Stack>
    </Fieldset>
  );
}
