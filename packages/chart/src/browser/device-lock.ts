/**
 * One owner of a sealed store per browser. A newer tab asks the older one to let go; the older locks itself,
 * finishing its writes first, so that two engines never write one store.
 */
const HANDOVER_MS = 8000;

/** Resolves with the release, or `undefined` where another tab holds on. `onTaken`: finish, then it is released. */
export async function takeDeviceLock(
  name: string,
  onTaken: () => Promise<void>,
): Promise<(() => void) | undefined> {
  const channel = new BroadcastChannel(`keychart-lock-${name}`);
  channel.postMessage('let go');
  let release: (() => void) | undefined;
  const acquired = new Promise<boolean>((resolve) => {
    const options = { signal: AbortSignal.timeout(HANDOVER_MS) };
    navigator.locks
      .request(`keychart-${name}`, options, () => {
        resolve(true);
        return new Promise<void>((done) => {
          release = done;
        });
      })
      .catch(() => resolve(false)); // not let go in time
  });
  if (!(await acquired)) {
    channel.close();
    return undefined;
  }
  const letGo = () => {
    channel.close();
    release?.();
  };
  channel.onmessage = () => {
    onTaken().then(letGo, letGo);
  };
  return letGo;
}
