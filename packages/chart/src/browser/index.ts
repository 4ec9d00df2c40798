/**
 * Logging in from a page: starts the engine's worker, opens a chart in it, and ends it at a lock. The page
 * itself holds no key longer than the text field it was typed into.
 */
import { npubEncode, parseNpub, parseNsec } from '@keychart/nostr';
import * as Comlink from 'comlink';
import type { Chart } from '../api/chart.ts';
import { newPasskey, workerLogin } from './ask-authenticator.ts';
import type { EngineWorker } from './engine-worker.ts';
import type { InvitationLook } from './invited.ts';
import type {
  App,
  KeyPlace,
  LoginMethod,
  LoginWayKept,
  Opened,
  RemoteSteps,
  SavedLogin,
  SessionOptions,
} from './login-types.ts';
import type { PageDoor } from './page-door.ts';
import { callExtension } from './page-extension.ts';
import { fetchRelayInfo } from './relay-info.ts';
import { remoteChart } from './remote-chart.ts';

export { policyBounds, policyDefaults, roleDefaults } from '@keychart/protocol';
export type { InvitationLook } from './invited.ts';
export type { App, LoginMethod, LoginWayKept, RemoteSteps, SavedLogin } from './login-types.ts';
export { hasExtension, whyNoExtension } from './page-extension.ts';

/** A lock waits so long for begun writes before it ends the worker all the same. */
const LOCK_GRACE_MS = 3000;
export const MIN_PASSPHRASE = 8;
/** Digits; the worker refuses less. */
export const MIN_PIN = 6;

export type LockReason = 'asked' | 'taken';

export interface Session {
  readonly chart: Chart;
  readonly npub: string;
  /** Throws where the passphrase is shorter than `MIN_PASSPHRASE`. */
  saveOnThisDevice(label: string, passphrase: string): Promise<void>;
  /** Where the key is; ways to log in are kept for all but an extension's. */
  readonly place: KeyPlace;
  /** This login's ways on this device, newest first. */
  listWays(): Promise<LoginWayKept[]>;
  /** Throws in words where the PIN is too short or too easy. */
  addPin(label: string, pin: string): Promise<void>;
  /** Asks the authenticator twice or three times. Throws in words what is missing, and what to do instead. */
  addPasskey(label: string): Promise<void>;
  /** Remembers that a recovery sheet was made; the sheet itself is on paper only. */
  noteSheet(label: string): Promise<void>;
  renameWay(id: string, label: string): Promise<void>;
  removeWay(id: string): Promise<void>;
  /** The key as a NIP-49 text. Throws where the key is not on this device. */
  exportPassphraseFile(passphrase: string): Promise<string>;
  /** Seals the store and ends the worker; the chart's methods answer no more. */
  lock(): Promise<void>;
  /** `taken`: another tab opened this login. */
  onLocked(callback: (reason: LockReason) => void): () => void;
}

interface Engine {
  readonly remote: Comlink.Remote<EngineWorker>;
  end(): void;
}

function startEngine(): Engine {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'keychart',
  });
  return { remote: Comlink.wrap<EngineWorker>(worker), end: () => worker.terminate() };
}

async function ask<T>(question: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = startEngine();
  try {
    return await question(engine);
  } finally {
    engine.end();
  }
}

/** Checks what was typed before anything is tried; the reason says what is wrong with it. */
export function parseLoginKey(text: string): { ok: true } | { ok: false; reason: string } {
  const key = parseNsec(text);
  if ('error' in key) return { ok: false, reason: key.error };
  key.fill(0);
  return { ok: true };
}

/** Checks somebody's public key as it was pasted (npub, nprofile); the reason says what is wrong with it. */
export function parseAddress(text: string): { ok: true; npub: string } | { ok: false; reason: string } {
  const key = parseNpub(text);
  return typeof key === 'string' ? { ok: true, npub: npubEncode(key) } : { ok: false, reason: key.error };
}

export const savedLogins = (app: App): Promise<SavedLogin[]> => ask(({ remote }) => remote.savedLogins(app));

export const forgetLogin = (id: string): Promise<void> => ask(({ remote }) => remote.forgetLogin(id));

/** What is known of an invitation before anybody answers it: asked with the invite key alone. */
export const lookAtInvitation = (token: string): Promise<InvitationLook> =>
  ask(({ remote }) => remote.lookAtInvitation(token, ownRelay()) as Promise<InvitationLook>);

/** A new key, kept on this device under a passphrase before it is used for anything. */
export async function makeKey(app: App, label: string, passphrase: string): Promise<LoginMethod> {
  checkPassphrase(passphrase);
  const saved = await ask(({ remote }) => remote.makeKey(app, label, { kind: 'passphrase', passphrase }));
  return { saved, passphrase };
}

/** The same under a passkey. Throws in words what is missing, and what to do instead. */
export async function makePasskeyKey(app: App, label: string): Promise<LoginMethod> {
  const answer = await newPasskey(label, []);
  const saved = await ask(({ remote }) => remote.makeKey(app, label, { kind: 'passkey', answer }));
  return { saved, passkey: true };
}

/** The relay of the server this page came from. */
export function ownRelay(): string {
  return `${location.origin.replace(/^http/, 'ws')}/`;
}

/** Why no passkey can be added in this browser; undefined if it can be tried. */
export async function whyNoPasskey(): Promise<string | undefined> {
  return (await import('./passkey.ts')).whyNoPasskey();
}

/** Relays on other hosts that this server lets the browser reach, for remote signers. */
export async function signerRelays(): Promise<readonly string[]> {
  return (await fetchRelayInfo(ownRelay()))?.signerRelays ?? [];
}

export async function openSession(
  app: App,
  how: LoginMethod,
  options: Partial<SessionOptions> & RemoteSteps = {},
): Promise<{ ok: true; session: Session } | { ok: false; reason: string }> {
  const engine = startEngine();
  const listeners = new Set<(reason: LockReason) => void>();
  const locked = (reason: LockReason) => {
    for (const listener of [...listeners]) listener(reason);
  };
  const { onInvite, onConfirm, onAnswered, ...rest } = options;
  const door: PageDoor = {
    onTaken: () => locked('taken'),
    onInvite: (address) => onInvite?.(address),
    onConfirm: (url) => onConfirm?.(url),
    onAnswered: (again) => onAnswered?.(again),
    extension: callExtension,
  };
  const login = await workerLogin(how, (saved) => engine.remote.passkeyQuestion(saved));
  const opened: Opened =
    'error' in login
      ? { ok: false, reason: login.error }
      : await engine.remote.open(
          app,
          login,
          { relay: ownRelay(), ...rest },
          Comlink.proxy(door) as unknown as Comlink.Remote<PageDoor>,
        );
  if (!opened.ok) {
    engine.end();
    return opened;
  }
  return { ok: true, session: session(engine, opened, listeners, locked) };
}

function session(
  engine: Engine,
  { npub, place }: Extract<Opened, { ok: true }>,
  listeners: Set<(reason: LockReason) => void>,
  locked: (reason: LockReason) => void,
): Session {
  const { remote } = engine;
  return {
    chart: remoteChart(remote),
    npub,
    place,
    async saveOnThisDevice(label, passphrase) {
      checkPassphrase(passphrase);
      await remote.addWay(label, { kind: 'passphrase', passphrase });
    },
    listWays: () => remote.listWays(),
    async addPin(label, pin) {
      await remote.addWay(label, { kind: 'pin', pin });
    },
    async addPasskey(label) {
      const known = await remote.passkeyIds();
      const answer = await newPasskey(label, known);
      await remote.addWay(label, { kind: 'passkey', answer });
    },
    async noteSheet(label) {
      await remote.addWay(label, { kind: 'sheet' });
    },
    renameWay: (id, label) => remote.renameWay(id, label),
    removeWay: (id) => remote.removeWay(id),
    async exportPassphraseFile(passphrase) {
      checkPassphrase(passphrase);
      return remote.exportPassphraseFile(passphrase);
    },
    async lock() {
      const grace = new Promise((resolve) => setTimeout(resolve, LOCK_GRACE_MS));
      await Promise.race([remote.lock(), grace]);
      engine.end();
      locked('asked');
    },
    onLocked(callback) {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
  };
}

function checkPassphrase(passphrase: string): void {
  if (passphrase.length < MIN_PASSPHRASE) {
    throw new Error(
      `a passphrase has at least ${MIN_PASSPHRASE} characters; a few words are easy to keep in mind`,
    );
  }
}
