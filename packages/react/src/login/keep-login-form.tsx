/** Keeps the login on this device: a name for it and a passphrase, twice. */
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { NewPassphraseForm } from './new-passphrase-form.tsx';
import { UNNAMED } from './ways/way-words.ts';

export function KeepLoginForm({ onKept }: { readonly onKept?: () => void }) {
  const { session, markKept } = useSession();
  const [label, setLabel] = useState(UNNAMED);
  return (
    <NewPassphraseForm
      name="Keep this login"
      submitLabel="Keep on this device"
      failed="Not kept"
      onSubmit={async (passphrase) => {
        await session.saveOnThisDevice(label.trim() || UNNAMED, passphrase);
        markKept();
        onKept?.();
      }}
    >
      <Text size="sm">
        Next time the passphrase is enough.{' '}
        {session.place === 'remote'
          ? 'Your key stays in your signer; what this device meets it with stays here, encrypted.'
          : 'Your key stays here, encrypted under it.'}
      </Text>
      <TextInput
        label="Name of this login"
        description="Everybody who opens this device can read it."
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
    </NewPassphraseForm>
  );
}
