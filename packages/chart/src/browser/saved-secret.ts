/**
 * The secret of a login kept on this device: 32 bytes, the secret key itself or, where a remote signer holds that, the
 * client key this device talks to the signer with. Opened by passphrase, PIN or passkey.
 */
import { decryptSecretKey } from '@keychart/nostr';
import { deriveAesKey, openBytes, sealBytes } from '../store/seal-keys.ts';
import { changeLogin, forgetLogin, type StoredLogin, storedLogin } from './login-db.ts';
import { openWithPasskey } from './passkey-wrap.ts';
import { judgeAttempt, MOST_FAILURES, WIPED, waitWords, wrongPinWords } from './pin-attempts.ts';
import { openWithPin } from './pin-wrap.ts';

/** Where the signer is met that holds the key. */
export interface RemotePlace {
  /** Public key of the signer, hex; not the person's. */
  readonly signer: string;
  readonly relays: readonly string[];
  /** The person's public key, hex. */
  readonly person: string;
}

export interface LoginSecret {
  readonly key: Uint8Array;
  readonly remote?: RemotePlace;
}

export type Unlock =
  | { readonly passphrase: string }
  | { readonly pin: string }
  /** What the authenticator gave, as an HKDF key. */
  | { readonly prf: CryptoKey };

const GONE = { error: 'this login is no longer on this device' };
const OTHER_WAY = { error: 'this login is opened in another way: reload the page' };

export async function savedSecret(id: string, unlock: Unlock): Promise<LoginSecret | { error: string }> {
  const login = await storedLogin(id);
  if (login === undefined) return GONE;
  const key = await keyOf(login, unlock);
  if ('error' in key) return key;
  return login.remote === undefined ? { key } : { key, remote: await openPlace(key, login.remote) };
}

async function keyOf(login: StoredLogin, unlock: Unlock): Promise<Uint8Array | { error: string }> {
  if (login.kind === 'passphrase' && 'passphrase' in unlock)
    return decryptSecretKey(login.ncryptsec, unlock.passphrase);
  if (login.kind === 'passkey' && 'prf' in unlock) return openWithPasskey(login.wrap, unlock.prf);
  if (login.kind === 'pin' && 'pin' in unlock) return tryPin(login.id, unlock.pin);
  return OTHER_WAY;
}

async function tryPin(id: string, pin: string): Promise<Uint8Array | { error: string }> {
  const login = await countAttempt(id);
  if ('error' in login) return login;
  const key = await openWithPin(login.wrap, pin);
  const { failures } = login.attempts;
  if (key === undefined) {
    if (failures >= MOST_FAILURES) await forgetLogin(id);
    return { error: wrongPinWords(failures) };
  }
  await changeLogin(id, (row) =>
    row.kind === 'pin' ? { ...row, attempts: { failures: 0, lastTry: 0 } } : row,
  );
  return key;
}

/** Attack: ending the browser between try and count would give endless tries. So the count is on the disk first. */
async function countAttempt(id: string): Promise<Extract<StoredLogin, { kind: 'pin' }> | { error: string }> {
  const now = Date.now();
  let outcome: Extract<StoredLogin, { kind: 'pin' }> | { error: string } = GONE;
  await changeLogin(id, (row) => {
    if (row.kind !== 'pin') return row;
    const verdict = judgeAttempt(row.attempts, now);
    if (verdict.may === 'never') {
      outcome = { error: WIPED };
      return undefined;
    }
    if (verdict.may === 'wait') {
      outcome = { error: waitWords(verdict.seconds) };
      // After a clock that was set back, the wait begins anew and is not longer than it says.
      return { ...row, attempts: { ...row.attempts, lastTry: Math.min(row.attempts.lastTry, now) } };
    }
    outcome = { ...row, attempts: { failures: row.attempts.failures + 1, lastTry: now } };
    return outcome;
  });
  return outcome;
}

const PLACE = 'keychart/remote/v1';

export async function sealPlace(key: Uint8Array, place: RemotePlace): Promise<Uint8Array> {
  const plain = new TextEncoder().encode(JSON.stringify(place));
  return sealBytes(await deriveAesKey(key, new Uint8Array(0), PLACE), PLACE, plain);
}

async function openPlace(key: Uint8Array, sealed: Uint8Array): Promise<RemotePlace> {
  const plain = await openBytes(await deriveAesKey(key, new Uint8Array(0), PLACE), PLACE, sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as RemotePlace;
}
