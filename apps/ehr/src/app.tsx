/** Logged out or logged in: nothing of a session survives into the next one, the whole tree below it is dropped. */
import type { Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { KeychartProvider, LoadingLines } from '@keychart/ui';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { LoginScreen } from './login/login-screen.tsx';
import { SessionGate } from './session/session-gate.tsx';

const Workstation = lazy(async () => ({ default: (await import('./workstation.tsx')).Workstation }));

interface Open {
  readonly session: Session;
  readonly keepable: boolean;
}

export function App() {
  const [open, setOpen] = useState<Open>();
  const [locked, setLocked] = useState(false);
  const [timeZone, setTimeZone] = useState<string>();
  const onPractice = useCallback((practice: Practice) => setTimeZone(practice.timeZone), []);

  useEffect(() => {
    if (open === undefined) return;
    return open.session.onLocked(() => {
      setOpen(undefined);
      setLocked(true);
      setTimeZone(undefined);
    });
  }, [open]);

  return (
    <KeychartProvider density="workstation" timeZone={timeZone}>
      {open === undefined ? (
        <LoginScreen
          locked={locked}
          onOpen={(session, keepable) => {
            setLocked(false);
            setOpen({ session, keepable });
          }}
        />
      ) : (
        <SessionGate session={open.session} keepable={open.keepable} onPractice={onPractice}>
          <Suspense fallback={<LoadingLines label="Loading the workstation" />}>
            <Workstation />
          </Suspense>
        </SessionGate>
      )}
    </KeychartProvider>
  );
}
