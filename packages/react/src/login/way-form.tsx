/** The frame of every way to log in: its fields, what went wrong, the button, the links to the other ways. */
import { ErrorNote, useFirstFocus } from '@keychart/ui';
import { Button, Stack, Text } from '@mantine/core';
import { createContext, type FormEvent, type ReactNode, useContext, useState } from 'react';
import { faultText } from '../watch/fault-text.ts';
import type { Attempt } from './login-way.ts';

/** What the form is for; logging in unless a screen says otherwise. */
export interface WayWords {
  /** Name of the form for screen readers. */
  readonly form: string;
  /** On the button, whatever the way. */
  readonly submit?: string;
  /** Title of the note when it did not work. */
  readonly failed: string;
}

export const WayWordsContext = createContext<WayWords>({ form: 'Log in', failed: 'Not logged in' });

interface WayFormProps {
  readonly submitLabel?: string;
  /** Checks what was typed and logs in; the reason says what is wrong and what to do. */
  readonly onSubmit: () => Promise<Attempt>;
  /** What somebody else is asked meanwhile, and what to do there. */
  readonly waiting?: string;
  readonly others: ReactNode;
  readonly children: ReactNode;
}

export function WayForm({ submitLabel = 'Log in', onSubmit, waiting, others, children }: WayFormProps) {
  const form = useFirstFocus<HTMLFormElement>();
  const words = useContext(WayWordsContext);
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
      aria-label={words.form}
      autoComplete="off"
    >
      <Stack gap="lg">
        {children}
        {busy && waiting !== undefined && (
          <Text size="sm" role="status">
            {waiting}
          </Text>
        )}
        {error !== undefined && <ErrorNote title={words.failed} detail={error} />}
        <Button type="submit" loading={busy} fullWidth>
          {words.submit ?? submitLabel}
        </Button>
        {others}
      </Stack>
    </form>
  );
}
