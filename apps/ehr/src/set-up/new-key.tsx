/** A new key, kept on this device under a passkey or a passphrase from the first moment on. */
import { whyNoPasskey } from '@keychart/chart/browser';
import { faultText, NewPassphraseForm } from '@keychart/react';
import { ErrorNote } from '@keychart/ui';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { KeyWayProps } from './key-way-props.ts';

const LABEL = 'My login';

export function NewKey({ setUp, whyNot, onDone, onBack }: KeyWayProps) {
  const [noPasskey, setNoPasskey] = useState<string | undefined>('not known yet');
  const [under, setUnder] = useState<'passkey' | 'passphrase'>();
  useEffect(() => {
    whyNoPasskey().then(setNoPasskey, () => setNoPasskey(undefined));
  }, []);
  const way = under ?? (noPasskey === undefined ? 'passkey' : 'passphrase');
  const other = way === 'passkey' ? 'passphrase' : 'passkey';
  const back = onBack !== undefined && (
    <Button variant="default" onClick={onBack} style={{ alignSelf: 'flex-start' }}>
      Back
    </Button>
  );
  return (
    <Stack gap="md">
      {way === 'passkey' ? (
        <UnderPasskey setUp={setUp} whyNot={whyNot} onDone={onDone} />
      ) : (
        <NewPassphraseForm
          name="A key under a passphrase"
          submitLabel="Make my key"
          failed="No key was made"
          onSubmit={async (passphrase) => {
            const reason = whyNot();
            if (reason !== undefined) throw new Error(reason);
            await setUp.makeKey(LABEL, { passphrase });
            onDone();
          }}
        >
          <Text size="sm">The passphrase opens your key on this device. Nobody can give you a new one.</Text>
        </NewPassphraseForm>
      )}
      {noPasskey === undefined && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setUnder(other)}
        >
          Use a {other} instead
        </Anchor>
      )}
      {back}
    </Stack>
  );
}

function UnderPasskey({ setUp, whyNot, onDone }: KeyWayProps) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    const reason = whyNot();
    setError(reason);
    if (reason !== undefined || busy) return;
    setBusy(true);
    try {
      await setUp.makeKey(LABEL, { passkey: true });
      onDone();
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm">
        Your fingerprint, face, device PIN or security key opens your key on this device. You are asked for it
        two or three times, to be sure that it always gives the same answer.
      </Text>
      {error !== undefined && <ErrorNote title="No key was made" detail={error} />}
      <Button loading={busy} onClick={() => void make()} style={{ alignSelf: 'flex-end' }}>
        Make my key
      </Button>
    </Stack>
  );
}
