/** A name for the login and a passphrase, twice. */
import { ErrorNote, PassphraseField } from '@keychart/ui';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session-context.tsx';

const SHORTEST = 8;

export function KeepLoginForm({ onKept }: { readonly onKept: () => void }) {
  const { session } = useSession();
  const [label, setLabel] = useState('My login');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = checkPassphrase(passphrase, repeated);
    setError(wrong);
    if (wrong !== undefined || busy) return;
    setBusy(true);
    try {
      await session.saveOnThisDevice(label.trim() === '' ? 'My login' : label.trim(), passphrase);
      notifications.show({ message: 'Your login is kept on this device.', color: 'done' });
      onKept();
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} autoComplete="off">
      <Stack gap="md">
        <TextInput
          label="Name of this login"
          description="Everybody who opens this device can read it."
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <PassphraseField
          value={passphrase}
          onChange={setPassphrase}
          description="At least 8 characters; several words are best."
        />
        <PassphraseField label="Repeat the passphrase" value={repeated} onChange={setRepeated} />
        {error !== undefined && <ErrorNote title="Not kept" detail={error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            Keep
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function checkPassphrase(passphrase: string, repeated: string): string | undefined {
  if (passphrase.length < SHORTEST) return `The passphrase needs at least ${SHORTEST} characters.`;
  return passphrase === repeated ? undefined : 'The two passphrases are not the same.';
}
