/** Log in with a secret key, pasted (NIP-19 `nsec`). */
import { parseLoginKey } from '@keychart/chart/browser';
import { SecretKeyField } from '@keychart/ui';
import { useState } from 'react';
import type { Attempt, LoginWay, LoginWayProps } from './login-way.ts';
import { WayForm } from './way-form.tsx';

export const secretKeyWay: LoginWay = {
  key: 'key',
  link: 'Use a secret key',
  isOffered: () => true,
  Form: SecretKeyForm,
};

function SecretKeyForm({ onLogin, others }: LoginWayProps) {
  const [typed, setTyped] = useState('');
  const submit = async (): Promise<Attempt> => {
    const nsec = typed.trim();
    const check = parseLoginKey(nsec);
    return check.ok ? onLogin({ nsec }) : check;
  };
  return (
    <WayForm onSubmit={submit} others={others}>
      <SecretKeyField value={typed} onChange={setTyped} />
    </WayForm>
  );
}
