/** The ways to log in of an open session, as kept on this device: listed, added, renamed, removed. */
import { encryptSecretKey } from '@keychart/nostr';
import {
  changeLogin,
  forgetLogin,
  putLogin,
  type StoredLogin,
  savedLogins,
  storedLogin,
  waysOf,
} from './login-db.ts';
import type { App, LoginWayKept } from './login-types.ts';
import { type PasskeyAnswer, wrapUnderPasskey } from './passkey-wrap.ts';
import { wrapUnderPin, wrongPin } from './pin-wrap.ts';
import { type LoginSecret, sealPlace } from './saved-secret.ts';

/** What a way is made of beside its label. */
export type NewWay =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'pin'; readonly pin: string }
  | { readonly kind: 'passkey'; readonly answer: PasskeyAnswer }
  | { readonly kind: 'sheet' };

export interface WaysOwner {
  readonly app: App;
  /** From `LoginKeys`. */
  readonly owner: string;
  readonly secret: LoginSecret;
}

/** Throws in words where the PIN is too easy. */
export async function addWay(
  { app, owner, secret }: WaysOwner,
  label: string,
  way: NewWay,
): Promise<LoginWayKept> {
  const kept = { id: crypto.randomUUID(), label, createdAt: new Date().toISOString(), kind: way.kind };
  const remote = secret.remote && (await sealPlace(secret.key, secret.remote));
  const base = { ...kept, app, owner, ...(remote && { remote }) };
  await putLogin(await sealedLogin(base, secret.key, way));
  return kept;
}

type Base = Pick<StoredLogin, 'id' | 'label' | 'createdAt' | 'app'>;

async function sealedLogin(base: Base, key: Uint8Array, way: NewWay): Promise<StoredLogin> {
  switch (way.kind) {
    case 'passphrase':
      return { ...base, kind: 'passphrase', ncryptsec: await encryptSecretKey(key, way.passphrase) };
    case 'pin': {
      const wrong = wrongPin(way.pin);
      if (wrong !== undefined) throw new Error(wrong);
      const attempts = { failures: 0, lastTry: 0 };
      return { ...base, kind: 'pin', wrap: await wrapUnderPin(key, way.pin), attempts };
    }
    case 'passkey':
      return { ...base, kind: 'passkey', wrap: await wrapUnderPasskey(key, way.answer) };
    case 'sheet':
      return { ...base, kind: 'sheet' };
  }
}

export const listWays = ({ app, owner }: WaysOwner): Promise<LoginWayKept[]> => waysOf(app, owner);

export async function renameWay({ owner }: WaysOwner, id: string, label: string): Promise<void> {
  await changeLogin(id, (row) => (row.owner === owner ? { ...row, label } : row));
}

export async function removeWay({ owner }: WaysOwner, id: string): Promise<void> {
  if ((await storedLogin(id))?.owner === owner) await forgetLogin(id);
}

/** A row of the first version learns whose it is when it is opened. */
export async function claimWay({ owner }: WaysOwner, id: string): Promise<void> {
  await changeLogin(id, (row) => (row.owner === undefined ? { ...row, owner } : row));
}

/** Ids of the passkeys of this login: an authenticator that has one already says so. */
export async function passkeyIds(ways: WaysOwner): Promise<Uint8Array<ArrayBuffer>[]> {
  const rows = await Promise.all((await savedLogins(ways.app)).map(({ id }) => storedLogin(id)));
  return rows.flatMap((row) =>
    row?.kind === 'passkey' && row.owner === ways.owner ? [row.wrap.credentialId] : [],
  );
}

/** What the authenticator is asked to open a saved login. */
export async function passkeyQuestion(
  id: string,
): Promise<Pick<PasskeyAnswer, 'credentialId' | 'salt'> | undefined> {
  const row = await storedLogin(id);
  return row?.kind === 'passkey' ? { credentialId: row.wrap.credentialId, salt: row.wrap.salt } : undefined;
}
