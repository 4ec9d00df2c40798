/**
 * The engine in its own thread: keys, decryption, verification and the store live here and nowhere else. The
 * page gets FHIR. Locking ends this worker, and with it every key.
 */
import {
  decryptSecretKey,
  encryptSecretKey,
  getPublicKey,
  localSigner,
  nip44,
  nobleVerifier,
  npubEncode,
  parseNsec,
  wasmVerifier,
} from '@keychart/nostr';
import * as Comlink from 'comlink';
import type { Chart } from '../api.ts';
import type { ChartExtras } from '../extras.ts';
import { openChart } from '../open-chart.ts';
import { indexedDbStore } from '../store/indexed-db-store.ts';
import { takeDeviceLock } from './device-lock.ts';
import * as logins from './login-db.ts';
import { loginKeys } from './login-keys.ts';
import type { App, LoginMethod, Opened, SavedLogin, SessionOptions } from './login-types.ts';
import { fetchRelayInfo } from './relay-info.ts';

type OpenedChart = Chart & ChartExtras;

/** The secret key, kept for the person's own exports while the session is open. */
let secret: Uint8Array | undefined;
let chart: OpenedChart | undefined;

const refuse = (reason: string): Opened => ({ ok: false, reason });

async function keyOf(how: LoginMethod): Promise<Uint8Array | { error: string }> {
  if ('nsec' in how) return parseNsec(how.nsec);
  const ncryptsec = 'saved' in how ? await logins.savedKey(how.saved) : how.ncryptsec.trim();
  if (ncryptsec === undefined) return { error: 'this login is no longer on this device' };
  return decryptSecretKey(ncryptsec, how.passphrase);
}

async function open(
  app: App,
  how: LoginMethod,
  options: SessionOptions,
  onTaken: () => void,
): Promise<Opened> {
  const key = await keyOf(how);
  if ('error' in key) return refuse(key.error);
  try {
    return await openWith(key, app, options, onTaken);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function openWith(
  key: Uint8Array,
  app: App,
  options: SessionOptions,
  onTaken: () => void,
): Promise<Opened> {
  const keys = loginKeys(key);
  const pinned = await logins.pinnedPractice(keys.name, keys.practice);
  const info = await fetchRelayInfo(options.relay);
  const root = options.practice ?? pinned?.root ?? info?.root;
  if (!root)
    return refuse('the server cannot be reached, and this login was never used on this device: connect once');
  // Attack: a server put in the place of the practice's would name its own root and collect what is written.
  if (info && info.root !== root) {
    return refuse(
      'this server belongs to another practice than the one this login was used with: nothing was opened',
    );
  }
  const name = `${app}-${keys.name}`;
  const release = await takeDeviceLock(name, async () => {
    onTaken();
    await chart?.lock();
  });
  if (!release)
    return refuse('Keychart is open with this login in another tab that does not answer: close it first');
  const self = info?.self ?? pinned?.self;
  await logins.pinPractice(keys.name, keys.practice, { root, ...(self && { self }) });
  chart = await openChart({
    signer: localSigner(key),
    relay: { url: options.relay, root, ...(self && { self }) },
    store: await indexedDbStore(`keychart-${name}`),
    storeKey: keys.store,
    crypto: { verifier: await wasmVerifier().catch(() => nobleVerifier()), nip44 },
  });
  secret = key;
  return { ok: true, npub: npubEncode(getPublicKey(key)) };
}

function opened(): OpenedChart {
  if (!chart) throw new Error('no chart is open');
  return chart;
}

function openedKey(): Uint8Array {
  if (!secret) throw new Error('no chart is open');
  return secret;
}

const api = {
  savedLogins: logins.savedLogins,
  forgetLogin: logins.forgetLogin,
  open,
  exportPassphraseFile: (passphrase: string) => encryptSecretKey(openedKey(), passphrase),
  async saveOnThisDevice(app: App, label: string, passphrase: string): Promise<SavedLogin> {
    return logins.saveLogin(app, label, await encryptSecretKey(openedKey(), passphrase));
  },
  /** Ends cleanly: begun writes land, the socket closes, keys are zeroed. The page then ends the worker. */
  async lock(): Promise<void> {
    secret?.fill(0);
    secret = undefined;
    await chart?.lock();
  },
  /** Methods without callbacks. */
  call<K extends keyof Chart>(method: K, args: Parameters<Chart[K]>): ReturnType<Chart[K]> {
    const target = opened();
    return (target[method] as (...values: Parameters<Chart[K]>) => ReturnType<Chart[K]>).apply(target, args);
  },
  async watchStatus(callback: Parameters<Chart['watchStatus']>[0]) {
    return Comlink.proxy(await opened().watchStatus(callback));
  },
  async watchPatients(callback: Parameters<Chart['watchPatients']>[0]) {
    return Comlink.proxy(await opened().watchPatients(callback));
  },
  async watchStaff(callback: Parameters<Chart['watchStaff']>[0]) {
    return Comlink.proxy(await opened().watchStaff(callback));
  },
  async watchPatient(id: string, callback: Parameters<Chart['watchPatient']>[1]) {
    return Comlink.proxy(await opened().watchPatient(id, callback));
  },
  async watch(id: string, query: Parameters<Chart['watch']>[1], callback: Parameters<Chart['watch']>[2]) {
    return Comlink.proxy(await opened().watch(id, query, callback));
  },
};

export type EngineWorker = typeof api;

Comlink.expose(api);
