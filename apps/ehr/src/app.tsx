/** The workstation behind its login; and, at an address of its own, the set-up of a new practice. */
import { SessionFrame } from '@keychart/react';
import { KeychartProvider, LoadingLines } from '@keychart/ui';
import { lazy, Suspense, useState } from 'react';
import { update } from './pwa/app-update.ts';

const Workstation = lazy(async () => ({ default: (await import('./workstation.tsx')).Workstation }));
const SetUp = lazy(async () => ({ default: (await import('./set-up/set-up.tsx')).SetUp }));

/** Linked by the server's first page while there is no practice. */
const SET_UP = '#/set-up';

const LOGIN = {
  title: 'Log in to the workstation',
  lead: 'Your key opens the charts on this device. It is never sent anywhere.',
  kept: 'Your drafts are saved on this device.',
};
const OPENING = { title: 'Opening the practice', failed: 'The practice could not be opened' };

export function App() {
  const [isSettingUp, setSettingUp] = useState(location.hash === SET_UP);
  if (isSettingUp)
    return (
      <KeychartProvider density="workstation">
        <Suspense fallback={<LoadingLines label="Loading the set-up" />}>
          <SetUp
            onLeave={() => {
              history.replaceState(null, '', location.pathname);
              setSettingUp(false);
            }}
          />
        </Suspense>
      </KeychartProvider>
    );
  return (
    <SessionFrame
      app="ehr"
      density="workstation"
      login={LOGIN}
      opening={OPENING}
      named
      loading="Loading the workstation"
      onLoggedIn={update.tellLoggedIn}
    >
      <Workstation />
    </SessionFrame>
  );
}
