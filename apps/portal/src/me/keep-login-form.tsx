/** Keeps the login on this device: a name for it and a passphrase, twice. */
import { ErrorNote, PassphraseField } from '@keychart/ui';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session-context.ts';

const SHORTEST = 8;
const UNNAMED = 'My login';

export function KeepLoginForm({ onKept }: { readonly onKept: () => void }) {
  const { session } = useSession();
  const [label, setLabel] = useState(UNNAMED);
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
      await session.saveOnThisDevice(label.trim() || UNNAMED, passphrase);
      onKept();
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} autoComplete="off" aria-label="Keep this login">
      <Stack gap="md">
        <Text>Next time a passphrase is enough. Your key stays here, encrypted under it.</Text>
        <TextInput
          label="Name of this login"
          description="Everybody who opens this device can read it."
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <PassphraseField
          value={passphrase}
          onChange={setPassphrase}
          description={`At least ${SHORTEST} characters; a few words are easy to keep in mind.`}
        />
        <PassphraseField label="Repeat the passphrase" value={repeated} onChange={setRepeated} />
        {error !== undefined && <ErrorNote title="Not kept" detail={error} />}
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Keep on this device
        </Button>
      </Stack>
    </form>
  );
}

function checkPassphrase(passphrase: string, repeated: string): string | undefined {
  if (passphrase.length < SHORTEST) return `The passphrase needs at least ${SHORTEST} characters.`;
  return passphrase === repeated ? undefined : 'The two passphrases are not the same.';
}
