/**
 * Logins kept on this device, the practice each key belongs to, and what signers elsewhere need here. In the clear: the
 * label the person typed, the way, and when. Keys are sealed; the practice is sealed under the login's key.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { StoreUnavailableError } from '../store/store-errors.ts';
import type { App, LoginWayKept, SavedLogin } from './login-types.ts';
import type { PasskeyWrap } from './passkey-wrap.ts';
import type { PinAttempts } from './pin-attempts.ts';
import type { PinWrap } from './pin-wrap.ts';

interface StoredBase {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly app: App;
  /** Name derived from the login's secret, the same for all its ways; absent in rows of version 1 until they open. */
  readonly owner?: string;
  /** Where the remote signer is met, sealed under the secret: then that is a client key of NIP-46. */
  readonly remote?: Uint8Array;
}

export type StoredLogin = StoredBase &
  (
    | { readonly kind: 'passphrase'; readonly ncryptsec: string }
    | { readonly kind: 'pin'; readonly wrap: PinWrap; readonly attempts: PinAttempts }
    | { readonly kind: 'passkey'; readonly wrap: PasskeyWrap }
    | { readonly kind: 'sheet' }
  );

interface LoginSchema extends DBSchema {
  logins: { key: string; value: StoredLogin };
  practices: { key: string; value: Uint8Array<ArrayBuffer> };
  /** By a name that tells nothing: the random secret of a signer's store, encrypted by that signer to itself. */
  devices: { key: string; value: string };
  keys: { key: string; value: CryptoKey };
}

/** The practice a key was last used with: pinned, so that another server cannot take its place unnoticed. */
export interface PinnedPractice {
  /** R, hex. */
  readonly root: string;
  /** The relay's own key. */
  readonly self?: string;
}

let database: Promise<IDBPDatabase<LoginSchema>> | undefined;

/** Version 1 had `logins` with passphrases only and no owner, and `practices`; both are taken over as they are. */
export function loginDatabase(): Promise<IDBPDatabase<LoginSchema>> {
  database ??= opened().catch((error: unknown) => {
    database = undefined;
    // What private windows of some browsers answer, in one word of their own.
    throw error instanceof DOMException ? new StoreUnavailableError(error) : error;
  });
  return database;
}

function opened(): Promise<IDBPDatabase<LoginSchema>> {
  return new Promise((resolve, reject) => {
    openDB<LoginSchema>('keychart-logins', 2, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('logins', { keyPath: 'id' });
          db.createObjectStore('practices');
        }
        db.createObjectStore('devices');
        db.createObjectStore('keys');
      },
      blocked: () =>
        reject(new Error('Keychart is open in another tab in an older version: close that tab, then reload')),
      blocking(_, __, event) {
        (event.target as IDBDatabase).close();
        database = undefined;
      },
    }).then(resolve, reject);
  });
}

export async function savedLogins(app: App): Promise<SavedLogin[]> {
  return (await keptFor(app)).flatMap(({ id, label, createdAt, kind }) =>
    kind === 'sheet' ? [] : [{ id, label, createdAt, kind }],
  );
}

/** All ways of one login, newest first. */
export async function waysOf(app: App, owner: string): Promise<LoginWayKept[]> {
  return (await keptFor(app))
    .filter((login) => login.owner === owner)
    .map(({ id, label, createdAt, kind }) => ({ id, label, createdAt, kind }));
}

async function keptFor(app: App): Promise<StoredLogin[]> {
  return (await (await loginDatabase()).getAll('logins'))
    .filter((login) => login.app === app)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

export async function storedLogin(id: string): Promise<StoredLogin | undefined> {
  return (await loginDatabase()).get('logins', id);
}

/** Reads and writes in one transaction; on the disk when it resolves. `undefined` from `change` removes the login. */
export async function changeLogin(
  id: string,
  change: (login: StoredLogin) => StoredLogin | undefined,
): Promise<void> {
  const tx = (await loginDatabase()).transaction('logins', 'readwrite', { durability: 'strict' });
  const before = await tx.store.get(id);
  if (before !== undefined) {
    const after = change(before);
    await (after === undefined ? tx.store.delete(id) : tx.store.put(after));
  }
  await tx.done;
}

export async function putLogin(login: StoredLogin): Promise<void> {
  await (await loginDatabase()).put('logins', login);
}

export async function forgetLogin(id: string): Promise<void> {
  await (await loginDatabase()).delete('logins', id);
}

const sealKey = (key: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function pinnedPractice(
  name: string,
  key: Uint8Array<ArrayBuffer>,
): Promise<PinnedPractice | undefined> {
  const sealed = await (await loginDatabase()).get('practices', name);
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
  await (await loginDatabase()).put('practices', row, name);
}
