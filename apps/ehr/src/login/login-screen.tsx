/** The door: one form, and one sentence about where the key stays. */
import {
  forgetLogin,
  openSession,
  parseLoginKey,
  type SavedLogin,
  type Session,
  savedLogins,
} from '@keychart/chart/browser';
import { ErrorNote, LoginForm, type LoginWay } from '@keychart/ui';
import { Alert, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Logo } from '../shell/logo.tsx';
import classes from './login-screen.module.css';

interface LoginScreenProps {
  readonly locked: boolean;
  readonly onOpen: (session: Session, keepable: boolean) => void;
}

export function LoginScreen({ locked, onOpen }: LoginScreenProps) {
  const [saved, setSaved] = useState<readonly SavedLogin[]>();
  const [error, setError] = useState<string>();

  const load = useCallback(() => {
    savedLogins('ehr').then(setSaved, () => {
      setSaved([]);
      setError(
        'This browser does not let Keychart keep anything on this device. Private windows often do not.',
      );
    });
  }, []);
  useEffect(load, [load]);

  const login = async (way: LoginWay) => {
    const opened = await openSession('ehr', way);
    if (!opened.ok) return opened;
    onOpen(opened.session, !('saved' in way));
    return { ok: true } as const;
  };

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo size={32} />
        <Title order={1} mt="lg">
          Log in to the workstation
        </Title>
        <Text c="dimmed" mb="xl" mt="xs">
          Your key opens the charts on this device. It is never sent anywhere.
        </Text>
        {locked && (
          <Alert color="info" icon={<IconLock aria-hidden />} mb="lg" role="status">
            Locked. Your drafts are saved on this device.
          </Alert>
        )}
        {error !== undefined && <ErrorNote title="Nothing can be kept here" detail={error} />}
        {saved !== undefined && (
          <LoginForm
            saved={saved}
            checkKey={parseLoginKey}
            onLogin={login}
            onForget={(id) => void forgetLogin(id).then(load)}
          />
        )}
      </div>
    </main>
  );
}
