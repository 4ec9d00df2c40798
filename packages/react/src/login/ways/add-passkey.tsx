/** Adds a passkey or security key; where that is not possible it says why, and what to take instead. */
import { whyNoPasskey } from '@keychart/chart/browser';
import { ErrorNote, LoadingLines } from '@keychart/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { faultText } from '../../watch/fault-text.ts';
import { UNNAMED } from './way-words.ts';

interface AddPasskeyProps {
  readonly onAdded: () => void;
  readonly onInstead: (what: 'pin' | 'passphrase') => void;
}

export function AddPasskey({ onAdded, onInstead }: AddPasskeyProps) {
  const { session } = useSession();
  const why = useWhyNot();
  const [label, setLabel] = useState(UNNAMED);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await session.addPasskey(label.trim() || UNNAMED);
      onAdded();
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  if (why === 'looking') return <LoadingLines label="Looking for passkeys" />;
  const failed = why ?? error;
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Add a passkey">
      <Stack gap="md">
        {why === undefined && (
          <>
            <Text size="sm">
              Your fingerprint, face, device PIN or security key will open your login on this device. You will
              be asked for it two or three times now, to be sure that it always gives the same answer.
            </Text>
            <TextInput
              label="Name of this login"
              description="Everybody who opens this device can read it."
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
              maxLength={60}
            />
          </>
        )}
        {failed !== undefined && <ErrorNote title="No passkey was added" detail={failed} />}
        <Group gap="sm">
          {why === undefined && (
            <Button type="submit" loading={busy}>
              Add the passkey
            </Button>
          )}
          {failed !== undefined && (
            <>
              <Button variant="default" onClick={() => onInstead('pin')}>
                Add a PIN instead
              </Button>
              <Button variant="default" onClick={() => onInstead('passphrase')}>
                Add a passphrase instead
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Why none can be added here, once that is known. */
function useWhyNot(): string | undefined {
  const [why, setWhy] = useState<string | undefined>('looking');
  useEffect(() => {
    whyNoPasskey().then(setWhy, () => setWhy(undefined));
  }, []);
  return why;
}
