/** The portal behind its login. */
import { SessionFrame } from '@keychart/react';
import { lazy, useEffect } from 'react';
import { update } from './pwa/app-update.ts';

const loadPortal = () => import('./portal.tsx');
const Portal = lazy(async () => ({ default: (await loadPortal()).Portal }));

const LOGIN = {
  title: "Your family's records",
  lead: 'Your key opens them on this device. It is never sent anywhere.',
  kept: 'Nothing of the records stays readable on this device.',
};
const OPENING = { title: 'Opening your records', failed: 'Your records could not be opened' };

export function App() {
  // Read while somebody looks for their key. A failure shows when the portal is opened.
  useEffect(() => void loadPortal().catch(() => undefined), []);
  return (
    <SessionFrame
      app="portal"
      density="portal"
      login={LOGIN}
      opening={OPENING}
      named={false}
      loading="Loading the portal"
      onLoggedIn={update.tellLoggedIn}
    >
      <Portal />
    </SessionFrame>
  );
}
