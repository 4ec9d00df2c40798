/** Log in with a login kept on this device, opened with its passphrase, PIN or passkey. */
import type { LoginMethod, SavedLogin } from '@keychart/chart/browser';
import { PassphraseField, SavedLoginFields } from '@keychart/ui';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { type Attempt, type LoginWay, type LoginWayProps, MISSING_PASSPHRASE } from './login-way.ts';
import { PinField } from './pin-field.tsx';
import { WayForm } from './way-form.tsx';

export const savedLoginWay: LoginWay = {
  key: 'saved',
  link: 'Use the login kept on this device',
  isOffered: ({ saved }) => saved.length > 0,
  Form: SavedLoginForm,
};

const OPENED_WITH: Readonly<Record<SavedLogin['kind'], string>> = {
  passphrase: 'passphrase',
  pin: 'PIN',
  passkey: 'passkey',
};

function SavedLoginForm({ here: { saved, forget }, onLogin, others }: LoginWayProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const login = saved.find(({ id }) => id === chosen) ?? saved[0];
  if (login === undefined) return null;
  const submit = async (): Promise<Attempt> => {
    const method = methodOf(login, typed);
    return 'ok' in method ? method : onLogin(method);
  };
  return (
    <WayForm
      key={login.id}
      submitLabel={login.kind === 'passkey' ? 'Log in with the passkey' : 'Log in'}
      onSubmit={submit}
      others={others}
    >
      <SavedLoginFields
        saved={saved.map(({ kind, label, ...rest }) => ({
          ...rest,
          label: saved.length > 1 ? `${label} (${OPENED_WITH[kind]})` : label,
        }))}
        chosen={login.id}
        onChoose={(id) => {
          setTyped('');
          setChosen(id);
        }}
        onForget={forget}
      >
        {login.kind === 'passphrase' && <PassphraseField first value={typed} onChange={setTyped} />}
        {login.kind === 'pin' && <PinField first label="PIN" value={typed} onChange={setTyped} />}
        {login.kind === 'passkey' && (
          <Text size="sm">Your fingerprint, face, device PIN or security key opens it.</Text>
        )}
      </SavedLoginFields>
    </WayForm>
  );
}

function methodOf({ id, kind }: SavedLogin, typed: string): LoginMethod | (Attempt & { ok: false }) {
  if (kind === 'passkey') return { saved: id, passkey: true };
  if (kind === 'pin')
    return typed === '' ? { ok: false, reason: 'Type the PIN.' } : { saved: id, pin: typed };
  return typed === '' ? MISSING_PASSPHRASE : { saved: id, passphrase: typed };
}
