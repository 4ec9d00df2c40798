/** A key of one's own, made here and kept on this device before it is used: under a passkey or a passphrase. */
import { type App, type LoginMethod, makeKey, makePasskeyKey, whyNoPasskey } from '@keychart/chart/browser';
import { ErrorNote } from '@keychart/ui';
import { Button, Divider, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { faultText } from '../../watch/fault-text.ts';
import type { LoginWayProps } from '../login-way.ts';
import { NewPassphraseForm } from '../new-passphrase-form.tsx';
import { UNNAMED } from '../ways/way-words.ts';

interface NewKeyProps {
  readonly app: App;
  readonly onLogin: LoginWayProps['onLogin'];
}

export function NewKey({ app, onLogin }: NewKeyProps) {
  const [label, setLabel] = useState(UNNAMED);
  const [noPasskey, setNoPasskey] = useState<string | undefined>('looking');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    whyNoPasskey().then(setNoPasskey, () => setNoPasskey(undefined));
  }, []);

  /** Made in a try before, which did not get through: the same key answers again. */
  const made = useRef<LoginMethod>(undefined);
  const enter = async (method: LoginMethod) => {
    made.current = method;
    const attempt = await onLogin(method);
    if (!attempt.ok) throw new Error(attempt.reason);
  };
  const withPasskey = async () => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const before = made.current;
      await enter(
        before && 'passkey' in before ? before : await makePasskeyKey(app, label.trim() || UNNAMED),
      );
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack gap="md">
      <Text size="sm">
        A key of your own is made on this device and never leaves it. It signs what you write and opens what
        your role opens. Choose what keeps it here:
      </Text>
      <TextInput
        label="Name of this login"
        description="Everybody who opens this device can read it."
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={60}
      />
      {noPasskey === undefined && (
        <>
          <Button variant="default" loading={busy} onClick={() => void withPasskey()}>
            Join with a passkey
          </Button>
          <Divider label="or" />
        </>
      )}
      {error !== undefined && <ErrorNote title="Not joined" detail={error} />}
      <NewPassphraseForm
        name="Join with a passphrase"
        submitLabel="Join with this passphrase"
        failed="Not joined"
        onSubmit={async (passphrase) => {
          const before = made.current;
          const same = before && 'passphrase' in before && before.passphrase === passphrase;
          await enter(same ? before : await makeKey(app, label.trim() || UNNAMED, passphrase));
        }}
      />
    </Stack>
  );
}
