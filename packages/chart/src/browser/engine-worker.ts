/**
 * The engine in its own thread: keys, decryption, verification and the store live here and nowhere else. The
 * page gets FHIR. Locking ends this worker, and with it every key.
 */
import {
  encryptSecretKey,
  generateSecretKey,
  getPublicKey,
  nip44,
  nobleVerifier,
  npubEncode,
  wasmPublicKey,
  wasmVerifier,
} from '@keychart/nostr';
import * as Comlink from 'comlink';
import type { Chart } from '../api/chart.ts';
import type { ChartExtras } from '../api/extras.ts';
import { openChart } from '../open-chart.ts';
import { indexedDbStore } from '../store/indexed-db-store.ts';
import { takeDeviceLock } from './device-lock.ts';
import type { InvitationLook } from './invited.ts';
import * as ways from './kept-ways.ts';
import * as logins from './login-db.ts';
import { loginKeys } from './login-keys.ts';
import { type LoginSource, loginSource, type WorkerLogin } from './login-source.ts';
import type { App, LoginWayKept, Opened, SessionOptions } from './login-types.ts';
import { type PageDoor, pageSide } from './page-door.ts';
import { askTime, fetchRelayInfo } from './relay-info.ts';

type OpenedChart = Chart & ChartExtras;

/** Whose session is open; the secret is kept for the person's own exports and new ways to log in. */
let login: (LoginSource & { readonly app: App }) | undefined;
let chart: OpenedChart | undefined;

const refuse = (reason: string): Opened => ({ ok: false, reason });

async function open(
  app: App,
  how: WorkerLogin,
  options: SessionOptions,
  page: Comlink.Remote<PageDoor>,
): Promise<Opened> {
  let source: LoginSource | { error: string } | undefined;
  try {
    source = await loginSource(how, pageSide(page));
    if ('error' in source) return refuse(source.error);
    const uninvited = options.invitation && (await answer(options, source.signer, page));
    if (uninvited) {
      source.signer.close();
      return refuse(uninvited);
    }
    const opened = await openWith(source, app, options, () => void page.onTaken());
    if (opened.ok && 'saved' in how) await ways.claimWay(waysOwner(), how.saved);
    if (!opened.ok) source.signer.close();
    return opened;
  } catch (error) {
    if (source !== undefined && 'signer' in source) source.signer.close();
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function openWith(
  source: LoginSource,
  app: App,
  options: SessionOptions,
  onTaken: () => void,
): Promise<Opened> {
  const { signer, keys, place } = source;
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
    signer,
    relay: { url: options.relay, root, ...(self && { self }) },
    store: await indexedDbStore(`keychart-${name}`),
    storeKey: keys.store,
    time: { ask: () => askTime(options.relay), ...(info?.time && { known: info.time }) },
    crypto: {
      verifier: await wasmVerifier().catch(() => nobleVerifier()),
      nip44,
      publicKey: await wasmPublicKey().catch(() => getPublicKey),
    },
  });
  login = { ...source, app };
  return { ok: true, npub: npubEncode(await signer.getPublicKey()), place };
}

function opened(): OpenedChart {
  if (!chart) throw new Error('no chart is open');
  return chart;
}

function waysOwner(): ways.WaysOwner {
  if (!login) throw new Error('no chart is open');
  const { app, keys, secret } = login;
  if (!secret) throw new Error('your key is in the extension of this browser: there is nothing to keep here');
  return { app, owner: keys.owner, secret };
}

async function answer(
  { invitation = '', relay }: SessionOptions,
  signer: LoginSource['signer'],
  page: Comlink.Remote<PageDoor>,
): Promise<string | undefined> {
  const { whyNotJoined } = await import('./invited.ts');
  return whyNotJoined(invitation, relay, signer, (again) => void page.onAnswered(again));
}

const api = {
  async lookAtInvitation(token: string, relay: string): Promise<InvitationLook> {
    return (await import('./invited.ts')).lookAt(token, relay);
  },
  /** A new key, kept under one way before anybody logs in with it. @returns the id of the saved login. */
  async makeKey(app: App, label: string, way: ways.NewWay): Promise<string> {
    const key = generateSecretKey();
    try {
      return (await ways.addWay({ app, owner: loginKeys(key).owner, secret: { key } }, label, way)).id;
    } finally {
      key.fill(0);
    }
  },
  savedLogins: logins.savedLogins,
  forgetLogin: logins.forgetLogin,
  passkeyQuestion: ways.passkeyQuestion,
  open,
  /** The key as a NIP-49 text. Throws where the key is not on this device. */
  async exportPassphraseFile(passphrase: string): Promise<string> {
    const { secret } = waysOwner();
    if (secret.remote)
      throw new Error('your key is in your remote signer, not here: make a copy of it there');
    return encryptSecretKey(secret.key, passphrase);
  },
  addWay: (label: string, way: ways.NewWay): Promise<LoginWayKept> => ways.addWay(waysOwner(), label, way),
  listWays: async (): Promise<LoginWayKept[]> => (login?.secret ? ways.listWays(waysOwner()) : []),
  passkeyIds: () => ways.passkeyIds(waysOwner()),
  renameWay: (id: string, label: string) => ways.renameWay(waysOwner(), id, label),
  removeWay: (id: string) => ways.removeWay(waysOwner(), id),
  /** Ends cleanly: begun writes land, the socket closes, keys are zeroed. The page then ends the worker. */
  async lock(): Promise<void> {
    login?.secret?.key.fill(0);
    login = undefined;
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
  async watchConfidential(callback: Parameters<Chart['watchConfidential']>[0]) {
    return Comlink.proxy(await opened().watchConfidential(callback));
  },
  async watchStaff(callback: Parameters<Chart['watchStaff']>[0]) {
    return Comlink.proxy(await opened().watchStaff(callback));
  },
  async watchPolicies(callback: Parameters<Chart['watchPolicies']>[0]) {
    return Comlink.proxy(await opened().watchPolicies(callback));
  },
  async watchAudit(filter: Parameters<Chart['watchAudit']>[0], callback: Parameters<Chart['watchAudit']>[1]) {
    return Comlink.proxy(await opened().watchAudit(filter, callback));
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
