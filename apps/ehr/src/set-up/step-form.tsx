/** The form of a step: fields, what went wrong, back and on. */
import { ErrorNote } from '@keychart/ui';
import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';

interface StepFormProps {
  readonly name: string;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly busy?: boolean;
  readonly failure?: { readonly title: string; readonly detail: string } | undefined;
  readonly children: ReactNode;
}

export function StepForm({
  name,
  submitLabel,
  onSubmit,
  onBack,
  busy = false,
  failure,
  children,
}: StepFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form aria-label={name} onSubmit={submit} noValidate autoComplete="off">
      <Stack gap="md">
        {children}
        {failure !== undefined && <ErrorNote {...failure} />}
        <Group justify="space-between" mt="sm">
          {onBack === undefined ? (
            <span />
          ) : (
            <Button variant="default" onClick={onBack}>
              Back
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
