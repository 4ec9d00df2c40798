/** The frame of every way to log in: its fields, what went wrong, the button, the links to the other ways. */
import { ErrorNote, useFirstFocus } from '@keychart/ui';
import { Button, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { faultText } from '../watch/fault-text.ts';
import type { Attempt } from './login-way.ts';

interface WayFormProps {
  readonly submitLabel?: string;
  /** Checks what was typed and logs in; the reason says what is wrong and what to do. */
  readonly onSubmit: () => Promise<Attempt>;
  readonly others: ReactNode;
  readonly children: ReactNode;
}

export function WayForm({ submitLabel = 'Log in', onSubmit, others, children }: WayFormProps) {
  const form = useFirstFocus<HTMLFormElement>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const attempt = await onSubmit();
      if (!attempt.ok) setError(attempt.reason);
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      onSubmit={(event) => void submit(event)}
      onChange={() => setError(undefined)}
      aria-label="Log in"
      autoComplete="off"
    >
      <Stack gap="lg">
        {children}
        {error !== undefined && <ErrorNote title="Not logged in" detail={error} />}
        <Button type="submit" loading={busy} fullWidth>
          {submitLabel}
        </Button>
        {others}
      </Stack>
    </form>
  );
}
