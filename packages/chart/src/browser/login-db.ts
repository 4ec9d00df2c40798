/**
 * Logins kept on this device and the practice each key belongs to. In the clear: the label the person typed and
 * when. The key is a NIP-49 ciphertext; the practice is sealed under the login key.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { App, SavedLogin } from './login-types.ts';

interface StoredLogin extends SavedLogin {
  readonly app: App;
  readonly ncryptsec: string;
}

interface LoginSchema extends DBSchema {
  logins: { key: string; value: StoredLogin };
  practices: { key: string; value: Uint8Array<ArrayBuffer> };
}

/** The practice a key was last used with: pinned, so that another server cannot take its place unnoticed. */
export interface PinnedPractice {
  /** R, hex. */
  readonly root: string;
  /** The relay's own key. */
  readonly self?: string;
}

let database: Promise<IDBPDatabase<LoginSchema>> | undefined;

function open(): Promise<IDBPDatabase<LoginSchema>> {
  database ??= openDB<LoginSchema>('keychart-logins', 1, {
    upgrade(db) {
      db.createObjectStore('logins', { keyPath: 'id' });
      db.createObjectStore('practices');
    },
  });
  return database;
}

export async function savedLogins(app: App): Promise<SavedLogin[]> {
  const all = await (await open()).getAll('logins');
  return all
    .filter((login) => login.app === app)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .map(({ id, label, createdAt, kind }) => ({ id, label, createdAt, kind }));
}

export async function savedKey(id: string): Promise<string | undefined> {
  return (await (await open()).get('logins', id))?.ncryptsec;
}

export async function saveLogin(app: App, label: string, ncryptsec: string): Promise<SavedLogin> {
  const login = {
    id: crypto.randomUUID(),
    label,
    createdAt: new Date().toISOString(),
    kind: 'passphrase' as const,
  };
  await (await open()).put('logins', { ...login, app, ncryptsec });
  return login;
}

export async function forgetLogin(id: string): Promise<void> {
  await (await open()).delete('logins', id);
}

const sealKey = (key: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function pinnedPractice(
  name: string,
  key: Uint8Array<ArrayBuffer>,
): Promise<PinnedPractice | undefined> {
  const sealed = await (await open()).get('practices', name);
  if (!sealed) return undefined;
  const params = { name: 'AES-GCM', iv: sealed.slice(0, 12) };
  const plain = await crypto.subtle.decrypt(params, await sealKey(key), sealed.slice(12));
  return JSON.parse(new TextDecoder().decode(plain)) as PinnedPractice;
}

export async function pinPractice(
  name: string,
  key: Uint8Array<ArrayBuffer>,
  practice: PinnedPractice,
): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(practice));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealKey(key), plain),
  );
  const row = new Uint8Array(12 + sealed.length);
  row.set(iv);
  row.set(sealed, 12);
  await (await open()).put('practices', row, name);
}
