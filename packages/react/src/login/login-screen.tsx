/** The door: what this is, why it is locked, and the ways to log in. */
import {
  type App,
  forgetLogin,
  type LockReason,
  type LoginMethod,
  openSession,
  type RemoteSteps,
  type SavedLogin,
  type Session,
  savedLogins,
} from '@keychart/chart/browser';
import { DoorFrame, ErrorNote, LoadingLines } from '@keychart/ui';
import { Alert, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { LoginForm } from './login-form.tsx';
import type { Attempt } from './login-way.ts';

const JoinScreen = lazy(async () => ({ default: (await import('./join/join-screen.tsx')).JoinScreen }));

export type LockedBecause = LockReason | 'idle';

export interface LoginWords {
  /** `Log in to the workstation` */
  readonly title: string;
  /** One sentence on what the key does here. */
  readonly lead: string;
  /** After a lock: what was kept. */
  readonly kept: string;
}

const LOCKED: Readonly<Record<LockedBecause, string>> = {
  asked: 'Locked.',
  taken: 'Locked here, because this login was opened in another tab.',
  idle: 'Locked, because nobody touched it for a while or this machine slept.',
};

interface LoginScreenProps {
  readonly app: App;
  readonly words: LoginWords;
  /** Why the last session ended; undefined before the first. */
  readonly locked: LockedBecause | undefined;
  readonly onOpen: (session: Session, keepable: boolean) => void;
  /** Token of an invitation that this page was opened with. */
  readonly invitation?: string | undefined;
}

export function LoginScreen({ app, words, locked, onOpen, invitation }: LoginScreenProps) {
  const { saved, keepsNothing, load } = useSavedLogins(app);
  const newest = useNewest();
  const login = async (method: LoginMethod, steps: RemoteSteps = {}): Promise<Attempt> => {
    const isNewest = newest();
    const opened = await openSession(app, method, { ...steps, ...(invitation && { invitation }) });
    if (!opened.ok) return opened;
    // A signer may answer minutes later, when another way was taken long ago.
    if (!isNewest()) {
      await opened.session.lock();
      return { ok: false, reason: 'Another way to log in was taken meanwhile.' };
    }
    onOpen(opened.session, !('saved' in method) && opened.session.place !== 'extension');
    return { ok: true };
  };
  if (invitation !== undefined)
    return (
      <DoorFrame>
        <Suspense fallback={<LoadingLines label="Looking at the invitation" />}>
          <JoinScreen
            app={app}
            token={invitation}
            here={{ saved: saved ?? [], forget: () => undefined }}
            onLogin={login}
          />
        </Suspense>
      </DoorFrame>
    );
  return (
    <DoorFrame>
      <Title order={1}>{words.title}</Title>
      <Text c="dimmed" mt="xs" mb="xl">
        {words.lead}
      </Text>
      {locked !== undefined && (
        <Alert color="info" icon={<IconLock aria-hidden />} mb="lg" role="status">
          {LOCKED[locked]} {words.kept}
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
        <LoginForm here={{ saved, forget: (id) => void forgetLogin(id).then(load, load) }} onLogin={login} />
      )}
    </DoorFrame>
  );
}

/** Marks the beginning of an attempt; what it returns tells whether no later one began, and the door is still there. */
function useNewest(): () => () => boolean {
  const count = useRef(0);
  useEffect(
    () => () => {
      count.current += 1;
    },
    [],
  );
  return () => {
    count.current += 1;
    const mine = count.current;
    return () => mine === count.current;
  };
}

function useSavedLogins(app: App) {
  const [saved, setSaved] = useState<readonly SavedLogin[]>();
  const [keepsNothing, setKeepsNothing] = useState(false);
  const load = useCallback(() => {
    savedLogins(app).then(setSaved, () => {
      setSaved([]);
      setKeepsNothing(true);
    });
  }, [app]);
  useEffect(load, [load]);
  return { saved, keepsNothing, load };
}
