import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appUpdate } from './app-update.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser in which a new version is found when somebody looks after it has come. */
function browser() {
  const seen = { reloads: 0, looks: 0, published: false };
  let tell: (() => void) | undefined;
  const register: Parameters<typeof appUpdate>[0] = ({ onNeedRefresh, onRegisteredSW }) => {
    tell = onNeedRefresh;
    onRegisteredSW('/sw.js', {
      async update() {
        seen.looks += 1;
        if (seen.published) onNeedRefresh();
      },
    });
    return async () => {
      seen.reloads += 1;
    };
  };
  return { seen, register, found: () => tell?.() };
}

test('a workstation that is locked and never closed takes a new version within the hour; nobody at work is interrupted', () => {
  const { seen, register } = browser();
  const update = appUpdate(register, { atStart: false });
  update.start();
  update.tellLoggedIn(false);
  update.tellLoggedIn(true);
  seen.published = true;
  vi.advanceTimersByTime(3_600_000);
  expect(seen).toMatchObject({ looks: 1, reloads: 0 });
  update.tellLoggedIn(false);
  expect(seen.reloads).toBe(1);
});

test('found while it is locked', () => {
  const { seen, register } = browser();
  const update = appUpdate(register, { atStart: false });
  update.start();
  update.tellLoggedIn(true);
  update.tellLoggedIn(false);
  seen.published = true;
  vi.advanceTimersByTime(3_600_000);
  expect(seen.reloads).toBe(1);
});

test('before the first login a set-up or an invitation may be open: not then, where the app says so', () => {
  for (const atStart of [true, false]) {
    const { seen, register, found } = browser();
    const update = appUpdate(register, { atStart });
    update.start();
    update.tellLoggedIn(false);
    found();
    expect(seen.reloads).toBe(atStart ? 1 : 0);
  }
});
