/** The first administrator: name, role, and a key of their own, made here or brought along. */
import type { StaffRole } from '@keychart/chart';
import type { PracticeSetUp } from '@keychart/chart/set-up';
import { Alert, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ROLES } from '../words/staff-words.ts';
import { BroughtKey } from './brought-key.tsx';
import { NewKey } from './new-key.tsx';
import { StepForm } from './step-form.tsx';
import type { StepProps } from './step-props.ts';
import { useSavedLogins } from './use-saved-logins.ts';

interface PersonStepProps extends StepProps {
  readonly setUp: PracticeSetUp;
  /** The key is open in this page. */
  readonly hasKey: boolean;
}

const ROLE_CHOICES = ROLES.filter(({ role }) => role !== 'agent').map(({ role, label }) => ({
  value: role,
  label,
}));

export function PersonStep({ setUp, hasKey, typed, onChange, onDone, onBack }: PersonStepProps) {
  const here = useSavedLogins();
  const [chosen, setChosen] = useState<string>();
  const [insist, setInsist] = useState(false);
  // Somebody who comes back after a reload has made a key already.
  const from = chosen ?? (here.saved.length > 0 ? 'brought' : 'new');
  const nameless = typed.person.trim() === '' ? 'Type your name.' : undefined;
  const whyNot = () => {
    setInsist(true);
    return nameless && 'Type your name above first.';
  };
  const fields = (
    <>
      <TextInput
        label="Your name"
        description="As patients and colleagues know you; it stands beside everything you sign."
        required
        value={typed.person}
        error={insist ? nameless : undefined}
        onChange={(event) => onChange({ person: event.currentTarget.value })}
      />
      <Select
        label="Your role"
        description="You are an administrator besides."
        data={ROLE_CHOICES}
        allowDeselect={false}
        value={typed.role}
        onChange={(role) => onChange({ role: (role ?? 'doctor') as StaffRole })}
      />
    </>
  );
  if (hasKey)
    return (
      <StepForm
        name="The first administrator"
        submitLabel="Go on"
        onBack={onBack}
        onSubmit={() => {
          if (whyNot() === undefined) onDone();
        }}
      >
        {fields}
        <Alert color="done" title="Your key is ready">
          It is open in this page until the practice is founded.
        </Alert>
      </StepForm>
    );
  return (
    <Stack gap="md">
      {fields}
      <Radio.Group label="Your key" value={from} onChange={setChosen}>
        <Text size="sm" c="dimmed">
          It opens the charts and signs what you write. It never leaves your hands.
        </Text>
        <Stack gap="xs" mt="xs">
          <Radio value="new" label="Make one for me on this device" />
          <Radio value="brought" label="I have one already" />
        </Stack>
      </Radio.Group>
      {from === 'new' ? (
        <NewKey setUp={setUp} whyNot={whyNot} onDone={onDone} onBack={onBack} />
      ) : (
        <BroughtKey setUp={setUp} here={here} whyNot={whyNot} onDone={onDone} onBack={onBack} />
      )}
    </Stack>
  );
}
