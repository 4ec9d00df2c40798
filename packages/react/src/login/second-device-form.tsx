/** Log in with a key that another device shows as a code, opened by the letters beside it. Nothing goes over a network. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { damagedKeyText } from './damaged-key-text.ts';
import type { Attempt, LoginWayProps } from './login-way.ts';
import { readCode } from './one-time-code.ts';
import { ScanCode } from './scan-code.tsx';
import { WayForm } from './way-form.tsx';

export function SecondDeviceForm({ onLogin, others }: LoginWayProps) {
  const [scanning, setScanning] = useState(false);
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const submit = async (): Promise<Attempt> => {
    const ncryptsec = text.trim();
    if (!ncryptsec.startsWith('ncryptsec1')) return NOT_A_CODE;
    const passphrase = readCode(typed);
    if (passphrase === undefined) return NOT_THE_LETTERS;
    const attempt = await onLogin({ ncryptsec, passphrase });
    if (attempt.ok) return attempt;
    if (/passphrase is wrong/.test(attempt.reason)) return WRONG_LETTERS;
    return { ok: false, reason: damagedKeyText(attempt.reason) };
  };
  return (
    <WayForm onSubmit={submit} others={others}>
      {scanning ? (
        <ScanCode
          onText={(found) => {
            setText(found);
            setScanning(false);
          }}
        />
      ) : (
        <Button variant="default" onClick={() => setScanning(true)}>
          Scan the code with the camera
        </Button>
      )}
      <Textarea
        label="Text of the code"
        description="Filled in by the camera, or pasted."
        autosize
        minRows={2}
        maxRows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        label="Letters beside the code"
        placeholder="XXXX-XXXX-XXXX"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </WayForm>
  );
}

const NOT_A_CODE: Attempt = {
  ok: false,
  reason:
    'This is not the code of a login. On the other device choose “Add a second device” under “My ways to log in”, and scan what it shows.',
};
const NOT_THE_LETTERS: Attempt = {
  ok: false,
  reason: 'Type the twelve letters and digits that stand beside the code on the other device.',
};
const WRONG_LETTERS: Attempt = {
  ok: false,
  reason:
    'These letters do not belong to this code. Each code has its own: look at the other device, and scan again if it shows a new one.',
};
