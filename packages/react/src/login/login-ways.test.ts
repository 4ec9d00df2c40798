import { expect, test } from 'vitest';
import { LOGIN_WAYS } from './login-ways.ts';
import { wrongPassphrase } from './new-passphrase-form.tsx';

const forget = () => undefined;
const login = { id: '1', label: 'My login', createdAt: '2026-01-01T00:00:00Z', kind: 'passphrase' } as const;
const offered = (saved: readonly (typeof login)[]) =>
  LOGIN_WAYS.filter(({ isOffered }) => isOffered({ saved, forget })).map(({ key }) => key);

test('a login kept on this device comes first, and is not offered where there is none', () => {
  expect(offered([login])).toEqual(['saved', 'key', 'second-device', 'encrypted', 'remote']);
  expect(offered([])).toEqual(['key', 'second-device', 'encrypted', 'remote']);
});

test('a key extension is offered where the browser has one', () => {
  const page = globalThis as { nostr?: unknown };
  page.nostr = {};
  expect(offered([])).toEqual(['key', 'second-device', 'encrypted', 'extension', 'remote']);
  delete page.nostr;
});

test('every way has a name and a link of its own', () => {
  for (const property of ['key', 'link'] as const)
    expect(new Set(LOGIN_WAYS.map((way) => way[property])).size).toBe(LOGIN_WAYS.length);
});

test('a new passphrase is long enough and typed the same way twice', () => {
  expect(wrongPassphrase('short', 'short')).toMatch(/at least 8/);
  expect(wrongPassphrase('meadow lantern', 'meadow lanterm')).toMatch(/not the same/);
  expect(wrongPassphrase('meadow lantern', 'meadow lantern')).toBeUndefined();
});
