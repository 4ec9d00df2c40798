/** A new passphrase, twice, and what is done with it. */
import { MIN_PASSPHRASE } from '@keychart/chart/browser';
import { ErrorNote, PassphraseField } from '@keychart/ui';
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { faultText } from '../watch/fault-text.ts';

interface NewPassphraseFormProps {
  /** Name of the form for screen readers. */
  readonly name: string;
  /** `Passphrase` unless told; the second field repeats it in lower case. */
  readonly label?: string;
  readonly submitLabel: string;
  /** Title of the note when it did not work: `Not kept`. */
  readonly failed: string;
  readonly onSubmit: (passphrase: string) => Promise<void>;
  /** What stands above the two fields. */
  readonly children?: ReactNode;
}

export function NewPassphraseForm({
  name,
  label = 'Passphrase',
  submitLabel,
  failed,
  onSubmit,
  children,
}: NewPassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongPassphrase(passphrase, repeated);
    setError(wrong);
    if (wrong !== undefined || busy) return;
    setBusy(true);
    try {
      await onSubmit(passphrase);
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} autoComplete="off" aria-label={name}>
      <Stack gap="md">
        {children}
        <PassphraseField
          label={label}
          value={passphrase}
          onChange={setPassphrase}
          description={`At least ${MIN_PASSPHRASE} characters; a few words are easy to keep in mind.`}
        />
        <PassphraseField
          label={`Repeat the ${label.toLowerCase()}`}
          value={repeated}
          onChange={setRepeated}
        />
        {error !== undefined && <ErrorNote title={failed} detail={error} />}
        <Group>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Exported for its test. */
export function wrongPassphrase(passphrase: string, repeated: string): string | undefined {
  if (passphrase.length < MIN_PASSPHRASE)
    return `The passphrase needs at least ${MIN_PASSPHRASE} characters.`;
  return passphrase === repeated ? undefined : 'The two passphrases are not the same.';
}
