/**
 * Logging in from a page: starts the engine's worker, opens a chart in it, and ends it at a lock. The page
 * itself holds no key longer than the text field it was typed into.
 */
import { npubEncode, parseNpub, parseNsec } from '@keychart/nostr';
import * as Comlink from 'comlink';
import type { Chart } from '../api.ts';
import type { EngineWorker } from './engine-worker.ts';
import type { App, LoginMethod, SavedLogin, SessionOptions } from './login-types.ts';
import { remoteChart } from './remote-chart.ts';

export { roleDefaults } from '@keychart/protocol';
export type { App, LoginMethod, SavedLogin } from './login-types.ts';

/** A lock waits so long for begun writes before it ends the worker all the same. */
const LOCK_GRACE_MS = 3000;
export const MIN_PASSPHRASE = 8;

export type LockReason = 'asked' | 'taken';

export interface Session {
  readonly chart: Chart;
  readonly npub: string;
  /** Throws where the passphrase is shorter than `MIN_PASSPHRASE`. */
  saveOnThisDevice(label: string, passphrase: string): Promise<SavedLogin>;
  /** The key as a NIP-49 text. */
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

/** The relay of the server this page came from. */
export function ownRelay(): string {
  return `${location.origin.replace(/^http/, 'ws')}/`;
}

export async function openSession(
  app: App,
  how: LoginMethod,
  options: Partial<SessionOptions> = {},
): Promise<{ ok: true; session: Session } | { ok: false; reason: string }> {
  const engine = startEngine();
  const listeners = new Set<(reason: LockReason) => void>();
  const locked = (reason: LockReason) => {
    for (const listener of [...listeners]) listener(reason);
  };
  const opened = await engine.remote.open(
    app,
    how,
    { relay: ownRelay(), ...options },
    Comlink.proxy(() => locked('taken')),
  );
  if (!opened.ok) {
    engine.end();
    return opened;
  }
  return { ok: true, session: session(engine, app, opened.npub, listeners, locked) };
}

function session(
  engine: Engine,
  app: App,
  npub: string,
  listeners: Set<(reason: LockReason) => void>,
  locked: (reason: LockReason) => void,
): Session {
  const { remote } = engine;
  return {
    chart: remoteChart(remote),
    npub,
    async saveOnThisDevice(label, passphrase) {
      checkPassphrase(passphrase);
      return remote.saveOnThisDevice(app, label, passphrase);
    },
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
