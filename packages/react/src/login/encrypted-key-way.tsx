/** Log in with a key encrypted under a passphrase (NIP-49): scanned from a recovery sheet, pasted, or from a file. */
import { EncryptedKeyFields, LoadingLines } from '@keychart/ui';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { damagedKeyText } from './damaged-key-text.ts';
import { type Attempt, type LoginWay, type LoginWayProps, MISSING_PASSPHRASE } from './login-way.ts';
import { WayForm } from './way-form.tsx';

const ScanCode = lazy(async () => ({ default: (await import('./scan-code.tsx')).ScanCode }));

export const encryptedKeyWay: LoginWay = {
  key: 'encrypted',
  link: 'Use an encrypted key with a passphrase',
  isOffered: () => true,
  Form: EncryptedKeyForm,
};

function EncryptedKeyForm({ onLogin, others }: LoginWayProps) {
  const [encrypted, setEncrypted] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [scanning, setScanning] = useState(false);
  const submit = async (): Promise<Attempt> => {
    if (passphrase === '') return MISSING_PASSPHRASE;
    const ncryptsec = encrypted.trim();
    if (!ncryptsec.startsWith('ncryptsec1')) return NOT_ENCRYPTED;
    const attempt = await onLogin({ ncryptsec, passphrase });
    return attempt.ok ? attempt : { ok: false, reason: damagedKeyText(attempt.reason) };
  };
  return (
    <WayForm onSubmit={submit} others={others}>
      {scanning ? (
        <Suspense fallback={<LoadingLines label="Starting the camera" />}>
          <ScanCode
            onText={(text) => {
              setEncrypted(text);
              setScanning(false);
            }}
          />
        </Suspense>
      ) : (
        <Button variant="default" onClick={() => setScanning(true)}>
          Scan the sheet with the camera
        </Button>
      )}
      <EncryptedKeyFields
        encrypted={encrypted}
        passphrase={passphrase}
        onEncrypted={setEncrypted}
        onPassphrase={setPassphrase}
      />
    </WayForm>
  );
}

const NOT_ENCRYPTED: Attempt = {
  ok: false,
  reason: 'An encrypted key starts with ncryptsec1. Paste it or choose the file that holds it.',
};
