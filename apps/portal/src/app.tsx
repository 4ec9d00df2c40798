/** Logged out or logged in: the whole tree of a session is dropped at a lock, nothing survives into the next one. */
import type { Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { KeychartProvider, LoadingLines } from '@keychart/ui';
import { lazy, Suspense, startTransition, useCallback, useEffect, useState } from 'react';
import { type LockedBecause, LoginScreen } from './login/login-screen.tsx';
import { tellLoggedIn } from './pwa/app-update.ts';
import { SessionGate } from './session/session-gate.tsx';

const loadPortal = () => import('./portal.tsx');
const Portal = lazy(async () => ({ default: (await loadPortal()).Portal }));

interface Open {
  readonly session: Session;
  readonly keepable: boolean;
}

export function App() {
  const [open, setOpen] = useState<Open>();
  const [locked, setLocked] = useState<LockedBecause>();
  const [timeZone, setTimeZone] = useState<string>();
  const onPractice = useCallback((practice: Practice) => setTimeZone(practice.timeZone), []);
  const onIdle = useCallback(() => setLocked('idle'), []);

  useEffect(() => {
    tellLoggedIn(open !== undefined);
    if (open === undefined) return;
    return open.session.onLocked((reason) => {
      setOpen(undefined);
      setLocked((because) => because ?? reason);
      setTimeZone(undefined);
      document.title = 'Keychart';
      // The address may say which page was open; the next person starts at the beginning.
      history.replaceState(null, '', location.pathname);
    });
  }, [open]);

  // Read while somebody looks for their key. A failure shows when the portal is opened.
  useEffect(() => void loadPortal().catch(() => undefined), []);

  return (
    <KeychartProvider density="portal" timeZone={timeZone}>
      {open === undefined ? (
        <LoginScreen
          locked={locked}
          onOpen={(session, keepable) => {
            startTransition(() => {
              setLocked(undefined);
              setOpen({ session, keepable });
            });
          }}
        />
      ) : (
        <SessionGate session={open.session} keepable={open.keepable} onPractice={onPractice} onIdle={onIdle}>
          <Suspense fallback={<LoadingLines label="Loading the portal" />}>
            <Portal />
          </Suspense>
        </SessionGate>
      )}
    </KeychartProvider>
  );
}
