/**
 * A new version of the app is looked for every hour, and taken only while nobody is logged in: the reload it needs would
 * lock a person out. Without it a workstation that is locked and never closed would keep an old version for ever.
 */
const HOUR = 3_600_000;

/** `registerSW` of vite-plugin-pwa. */
type Register = (options: {
  onNeedRefresh(): void;
  onRegisteredSW(url: string, registration: { update(): Promise<unknown> } | undefined): void;
}) => (reload?: boolean) => Promise<void>;

export interface AppUpdate {
  /** Registers the service worker, which keeps the app itself on this device. */
  start(): void;
  tellLoggedIn(now: boolean): void;
}

/** @param atStart also before the first login of this page; not where a set-up or an invitation may be open then. */
export function appUpdate(register: Register, { atStart }: { readonly atStart: boolean }): AppUpdate {
  let busy = !atStart;
  let waiting: (() => void) | undefined;
  let look: (() => void) | undefined;

  function take(): void {
    if (busy || waiting === undefined) return;
    waiting();
    waiting = undefined;
  }

  let wasLoggedIn = false;
  return {
    start() {
      const update = register({
        onNeedRefresh() {
          waiting = () => void update(true);
          take();
        },
        onRegisteredSW(_, registration) {
          if (!registration) return;
          // Offline there is none; the next look finds it.
          look = () => void registration.update().catch(() => undefined);
          setInterval(look, HOUR);
        },
      });
    },
    tellLoggedIn(now) {
      busy = now || (!atStart && !wasLoggedIn);
      wasLoggedIn ||= now;
      if (!now && wasLoggedIn) look?.();
      take();
    },
  };
}
