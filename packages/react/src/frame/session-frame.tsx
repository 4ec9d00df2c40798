/** Logged out or logged in: the whole tree of a session is dropped at a lock, nothing survives into the next one. */
import type { Practice } from '@keychart/chart';
import type { App, Session } from '@keychart/chart/browser';
import { KeychartProvider, LoadingLines } from '@keychart/ui';
import { type ReactNode, Suspense, startTransition, useCallback, useEffect, useState } from 'react';
import { useInvitation } from '../login/join/use-invitation.ts';
import { type LockedBecause, LoginScreen, type LoginWords } from '../login/login-screen.tsx';
import type { OpeningWords } from '../session/opening-screen.tsx';
import { SessionGate } from '../session/session-gate.tsx';

interface SessionFrameProps {
  readonly app: App;
  readonly density: 'workstation' | 'portal';
  readonly login: LoginWords;
  readonly opening: OpeningWords;
  /** Waits until the person's own name is known. */
  readonly named: boolean;
  /** Said to screen readers while the code of the app itself is loaded. */
  readonly loading: string;
  /** Hears when somebody logs in and when they are logged out. */
  readonly onLoggedIn?: (loggedIn: boolean) => void;
  /** What stands behind the login. */
  readonly children: ReactNode;
}

interface Open {
  readonly session: Session;
  readonly keepable: boolean;
}

export function SessionFrame({
  app,
  density,
  login,
  opening,
  named,
  loading,
  onLoggedIn,
  children,
}: SessionFrameProps) {
  const [open, setOpen] = useState<Open>();
  const [invitation, dropInvitation] = useInvitation();
  const [locked, setLocked] = useState<LockedBecause>();
  const [timeZone, setTimeZone] = useState<string>();
  const onPractice = useCallback((practice: Practice) => setTimeZone(practice.timeZone), []);
  const onIdle = useCallback(() => setLocked('idle'), []);

  useEffect(() => {
    onLoggedIn?.(open !== undefined);
    if (open === undefined) return;
    return open.session.onLocked((reason) => {
      setOpen(undefined);
      setLocked((because) => because ?? reason);
      setTimeZone(undefined);
      document.title = 'Keychart';
      // The address may say which page was open; the next person starts at the beginning.
      history.replaceState(null, '', location.pathname);
    });
  }, [open, onLoggedIn]);

  return (
    <KeychartProvider density={density} timeZone={timeZone}>
      {open === undefined ? (
        <LoginScreen
          app={app}
          words={login}
          locked={locked}
          invitation={invitation}
          onOpen={(session, keepable) => {
            startTransition(() => {
              setLocked(undefined);
              dropInvitation();
              setOpen({ session, keepable });
            });
          }}
        />
      ) : (
        <SessionGate {...open} opening={opening} named={named} onPractice={onPractice} onIdle={onIdle}>
          <Suspense fallback={<LoadingLines label={loading} />}>{children}</Suspense>
        </SessionGate>
      )}
    </KeychartProvider>
  );
}
