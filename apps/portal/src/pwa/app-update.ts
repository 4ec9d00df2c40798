/** A new version of the app is taken only while nobody is logged in: the reload it needs would lock a reader out. */
import { registerSW } from 'virtual:pwa-register';

let loggedIn = false;
let waiting: (() => void) | undefined;

/** Registers the service worker, which keeps the app itself on this device. */
export function keepAppUpdated(): void {
  const update = registerSW({
    onNeedRefresh() {
      waiting = () => void update(true);
      takeUpdate();
    },
  });
}

export function tellLoggedIn(now: boolean): void {
  loggedIn = now;
  takeUpdate();
}

function takeUpdate(): void {
  if (loggedIn || waiting === undefined) return;
  waiting();
  waiting = undefined;
}
