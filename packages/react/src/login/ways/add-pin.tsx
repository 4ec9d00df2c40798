/** Adds a PIN for this device, typed twice. */
import { MIN_PIN } from '@keychart/chart/browser';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { faultText } from '../../watch/fault-text.ts';
import { PinField } from '../pin-field.tsx';
import { UNNAMED } from './way-words.ts';

export function AddPin({ onAdded }: { readonly onAdded: () => void }) {
  const { session } = useSession();
  const [label, setLabel] = useState(UNNAMED);
  const [pin, setPin] = useState('');
  const [repeated, setRepeated] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (pin !== repeated) return setError('The two PINs are not the same.');
    setBusy(true);
    setError(undefined);
    try {
      await session.addPin(label.trim() || UNNAMED, pin);
      onAdded();
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Add a PIN" autoComplete="off">
      <Stack gap="md">
        <Text size="sm">
          The PIN works on this device only. After ten wrong tries this way to log in is removed.
        </Text>
        <TextInput
          label="Name of this login"
          description="Everybody who opens this device can read it."
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={60}
        />
        <PinField
          label="New PIN"
          description={`At least ${MIN_PIN} digits; not a row like 123456, not a birthday.`}
          value={pin}
          onChange={setPin}
        />
        <PinField label="Repeat the PIN" value={repeated} onChange={setRepeated} />
        {error !== undefined && <ErrorNote title="No PIN was added" detail={error} />}
        <Group>
          <Button type="submit" loading={busy}>
            Add the PIN
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
