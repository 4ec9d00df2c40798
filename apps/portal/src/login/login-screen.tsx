/** The door: one form, and one sentence about where the key stays. */
import {
  forgetLogin,
  openSession,
  parseLoginKey,
  type SavedLogin,
  type Session,
  savedLogins,
} from '@keychart/chart/browser';
import { ErrorNote, LoadingLines, LoginForm, type LoginWay } from '@keychart/ui';
import { Alert, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import classes from './login-screen.module.css';

export type LockedBecause = 'asked' | 'taken' | 'idle';

const LOCKED: Readonly<Record<LockedBecause, string>> = {
  asked: 'Locked. Nothing of the records stays readable on this device.',
  taken: 'Locked here, because this login was opened in another tab.',
  idle: 'Locked after 15 minutes without a touch.',
};

interface LoginScreenProps {
  /** Why the last session ended; undefined before the first. */
  readonly locked: LockedBecause | undefined;
  readonly onOpen: (session: Session, keepable: boolean) => void;
}

export function LoginScreen({ locked, onOpen }: LoginScreenProps) {
  const [saved, setSaved] = useState<readonly SavedLogin[]>();
  const [keepsNothing, setKeepsNothing] = useState(false);

  const load = useCallback(() => {
    savedLogins('portal').then(setSaved, () => {
      setSaved([]);
      setKeepsNothing(true);
    });
  }, []);
  useEffect(load, [load]);

  const login = async (way: LoginWay) => {
    const opened = await openSession('portal', way);
    if (!opened.ok) return opened;
    onOpen(opened.session, !('saved' in way));
    return { ok: true } as const;
  };

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" className={classes.mark} />
        <Title order={1} mt="lg">
          Your family's records
        </Title>
        <Text c="dimmed" mt="xs" mb="xl">
          Your key opens them on this device. It is never sent anywhere.
        </Text>
        {locked !== undefined && (
          <Alert color="info" icon={<IconLock aria-hidden />} mb="lg" role="status">
            {LOCKED[locked]}
          </Alert>
        )}
        {keepsNothing && (
          <ErrorNote
            title="Nothing can be kept here"
            detail="This browser does not let Keychart keep anything on this device. Private windows often do not."
          />
        )}
        {saved === undefined ? (
          <LoadingLines label="Loading the log-in form" />
        ) : (
          <LoginForm
            saved={saved}
            checkKey={parseLoginKey}
            onLogin={login}
            onForget={(id) => void forgetLogin(id).then(load, load)}
          />
        )}
      </div>
    </main>
  );
}
