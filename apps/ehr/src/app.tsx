/** The workstation behind its login. */
import { SessionFrame } from '@keychart/react';
import { lazy } from 'react';

const Workstation = lazy(async () => ({ default: (await import('./workstation.tsx')).Workstation }));

const LOGIN = {
  title: 'Log in to the workstation',
  lead: 'Your key opens the charts on this device. It is never sent anywhere.',
  kept: 'Your drafts are saved on this device.',
};
const OPENING = { title: 'Opening the practice', failed: 'The practice could not be opened' };

export function App() {
  return (
    <SessionFrame
      app="ehr"
      density="workstation"
      login={LOGIN}
      opening={OPENING}
      named
      loading="Loading the workstation"
    >
      <Workstation />
    </SessionFrame>
  );
}
