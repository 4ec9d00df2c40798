/** Log in with a login kept on this device, opened with its passphrase. */
import { SavedLoginFields } from '@keychart/ui';
import { useState } from 'react';
import { type Attempt, type LoginWay, type LoginWayProps, MISSING_PASSPHRASE } from './login-way.ts';
import { WayForm } from './way-form.tsx';

export const savedLoginWay: LoginWay = {
  key: 'saved',
  link: 'Use the login kept on this device',
  isOffered: ({ saved }) => saved.length > 0,
  Form: SavedLoginForm,
};

function SavedLoginForm({ here: { saved, forget }, onLogin, others }: LoginWayProps) {
  const [passphrase, setPassphrase] = useState('');
  const [chosen, setChosen] = useState<string>();
  const login = saved.find(({ id }) => id === chosen) ?? saved[0];
  const submit = async (): Promise<Attempt> =>
    passphrase === '' || login === undefined ? MISSING_PASSPHRASE : onLogin({ saved: login.id, passphrase });
  return (
    <WayForm onSubmit={submit} others={others}>
      <SavedLoginFields
        saved={saved}
        chosen={login?.id ?? ''}
        passphrase={passphrase}
        onChoose={setChosen}
        onPassphrase={setPassphrase}
        onForget={forget}
      />
    </WayForm>
  );
}
