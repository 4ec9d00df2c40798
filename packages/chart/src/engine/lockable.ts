/** What is locked stays locked: every later call fails with StoreLockedError, even one answered from memory. */
import { StoreLockedError } from '../store/index.ts';

interface Lockable {
  lock(): Promise<void>;
  allEntries(patientId: string): unknown;
}

/** `chart`: an object of methods, all of them asynchronous but `allEntries`. */
export function lockable<T extends Lockable>(chart: T): T {
  let locking: Promise<void> | undefined;
  const guarded = Object.entries(chart).map(([name, method]) => {
    const call = (...input: unknown[]): unknown => {
      if (!locking) return (method as (...input: unknown[]) => unknown)(...input);
      if (name === 'allEntries') throw new StoreLockedError();
      return Promise.reject(new StoreLockedError());
    };
    return [name, call];
  });
  const lock = () => {
    locking ??= chart.lock();
    return locking;
  };
  return { ...Object.fromEntries(guarded), lock } as T;
}
