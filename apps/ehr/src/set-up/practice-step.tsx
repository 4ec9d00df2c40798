/** Name, place and time of the practice, and what stands on its letters. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { practiceErrors } from './answers.ts';
import { StepForm } from './step-form.tsx';
import type { StepProps } from './step-props.ts';

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

export function PracticeStep({ typed, onChange, onDone }: StepProps) {
  const [insist, setInsist] = useState(false);
  const errors = practiceErrors(typed);
  const shown = insist ? errors : {};
  return (
    <StepForm
      name="The practice"
      submitLabel="Go on"
      onSubmit={() => {
        setInsist(true);
        if (Object.keys(errors).length === 0) onDone();
      }}
    >
      <TextInput
        label="Name of the practice"
        required
        value={typed.name}
        error={shown.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label="Time zone"
        description="Times in every chart are shown in it."
        required
        searchable
        data={ZONES}
        value={typed.timeZone}
        error={shown.timeZone}
        onChange={(zone) => onChange({ timeZone: zone ?? '' })}
      />
      <Textarea
        label="Postal address"
        autosize
        minRows={2}
        value={typed.address}
        error={shown.address}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <TextInput
        label="Telephone"
        type="tel"
        value={typed.phone}
        error={shown.phone}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <Textarea
        label="Letterhead"
        description="The lines on top of letters, where they are other than name and address."
        autosize
        minRows={2}
        value={typed.letterhead}
        error={shown.letterhead}
        onChange={(event) => onChange({ letterhead: event.currentTarget.value })}
      />
    </StepForm>
  );
}
