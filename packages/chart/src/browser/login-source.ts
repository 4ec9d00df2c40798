/** From a way to log in to a signer and to what seals this login's things on this device. */
import { decryptSecretKey, type FarSigner, localSigner, parseNsec, type Signer } from '@keychart/nostr';
import { type LoginKeys, loginKeys } from './login-keys.ts';
import type { KeyPlace, LoginMethod, RemoteSteps } from './login-types.ts';
import { type LoginSecret, savedSecret, type Unlock } from './saved-secret.ts';

/** `LoginMethod` as the page hands it on, after it asked the authenticator. */
export type WorkerLogin =
  | Exclude<LoginMethod, { readonly saved: string }>
  | ({ readonly saved: string } & Unlock);

/** What only the page can do. */
export interface PageSide extends RemoteSteps {
  /** NIP-07, where the page has it. */
  readonly extension?: FarSigner;
}

export interface LoginSource {
  readonly signer: Signer;
  readonly keys: LoginKeys;
  readonly place: KeyPlace;
  /** What ways to log in are made of; an extension leaves nothing to keep. */
  readonly secret: LoginSecret | undefined;
}

/** Rejects with SignerUnavailableError where a signer elsewhere does not do its part. */
export async function loginSource(
  how: WorkerLogin,
  page: PageSide,
): Promise<LoginSource | { error: string }> {
  if ('extension' in how) return withExtension(page);
  if ('bunker' in how || 'invite' in how) {
    const { bunkerLogin, inviteLogin } = await import('./remote-login.ts');
    const met = 'bunker' in how ? await bunkerLogin(how.bunker, page) : await inviteLogin(how.invite, page);
    return 'error' in met ? met : remote(met.signer, met.secret);
  }
  const secret = await ownSecret(how);
  if ('error' in secret) return secret;
  if (secret.remote === undefined)
    return { signer: localSigner(secret.key), keys: loginKeys(secret.key), place: 'here', secret };
  const { metAgain } = await import('./remote-login.ts');
  return remote((await metAgain(secret.key, secret.remote, page)).signer, secret);
}

type KeyedLogin = Exclude<WorkerLogin, { extension: true } | { bunker: string } | { invite: string }>;

async function ownSecret(how: KeyedLogin): Promise<LoginSecret | { error: string }> {
  if ('saved' in how) return savedSecret(how.saved, how);
  const key =
    'nsec' in how ? parseNsec(how.nsec) : await decryptSecretKey(how.ncryptsec.trim(), how.passphrase);
  return 'error' in key ? key : { key };
}

async function withExtension({ extension }: PageSide): Promise<LoginSource | { error: string }> {
  if (extension === undefined) return { error: 'there is no key extension in this browser' };
  const { extensionLogin } = await import('./remote-login.ts');
  const signer = await extensionLogin(extension);
  return { signer, keys: await keysOfDevice(signer), place: 'extension', secret: undefined };
}

async function remote(signer: Signer, secret: LoginSecret): Promise<LoginSource> {
  return { signer, keys: await keysOfDevice(signer), place: 'remote', secret };
}

async function keysOfDevice(signer: Signer): Promise<LoginKeys> {
  const { deviceSecret } = await import('./device-secret.ts');
  try {
    const secret = await deviceSecret(signer);
    const keys = loginKeys(secret);
    secret.fill(0);
    return keys;
  } catch (error) {
    signer.close();
    throw error;
  }
}
