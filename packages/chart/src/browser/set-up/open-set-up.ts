/** Setting up a practice from a page: what it may ask, and the talk with the server. The keys are in the worker. */
import * as Comlink from 'comlink';
import { newPasskey, workerLogin } from '../ask-authenticator.ts';
import type { LoginMethod, RemoteSteps } from '../login-types.ts';
import type { PageDoor } from '../page-door.ts';
import { callExtension } from '../page-extension.ts';
import { fetchRelayInfo } from '../relay-info.ts';
import type { KeySheet, SetUpAnswers, SetUpOutcome } from './set-up-types.ts';
import type { SetUpWorker } from './set-up-worker.ts';

export interface PracticeSetUp {
  /** The code of the server's terminal; it stays in the page's memory. */
  checkCode(code: string): Promise<SetUpOutcome>;
  /** A new key for the first administrator, kept on this device from now on. Throws in words. */
  makeKey(label: string, way: { readonly passphrase: string } | { readonly passkey: true }): Promise<void>;
  /** The first administrator brings a key. */
  takeKey(how: LoginMethod, steps?: RemoteSteps): Promise<SetUpOutcome>;
  /** Root and successor, made anew at each call; `split`: three sheets each, of which any two restore it. */
  makeSheets(split: boolean): Promise<readonly KeySheet[]>;
  /** Safe to repeat with the same sheets, also where an answer of the server was lost. */
  found(code: string, answers: SetUpAnswers): Promise<SetUpOutcome>;
  /** Overwrites the keys and ends their thread. */
  close(): Promise<void>;
}

const UNREACHED = 'the server did not answer. Nothing is lost: see that it runs, then try again';

export function openSetUp(): PracticeSetUp {
  const worker = new Worker(new URL('./set-up-worker.ts', import.meta.url), {
    type: 'module',
    name: 'keychart-set-up',
  });
  const remote = Comlink.wrap<SetUpWorker>(worker);
  return {
    checkCode: async (code) => outcome(await send('/api/setup/code', code)),
    async makeKey(label, way) {
      const made =
        'passphrase' in way
          ? ({ kind: 'passphrase', passphrase: way.passphrase } as const)
          : ({ kind: 'passkey', answer: await newPasskey(label, []) } as const);
      await remote.makeKey(label, made);
    },
    async takeKey(how, { onInvite, onConfirm } = {}) {
      const login = await workerLogin(how, (saved) => remote.passkeyQuestion(saved));
      if ('error' in login) return { ok: false, reason: login.error };
      const door: PageDoor = {
        onTaken: () => undefined,
        onAnswered: () => undefined,
        onInvite: (address) => onInvite?.(address),
        onConfirm: (url) => onConfirm?.(url),
        extension: callExtension,
      };
      return remote.takeKey(login, Comlink.proxy(door) as unknown as Comlink.Remote<PageDoor>);
    },
    makeSheets: (split) => remote.makeSheets(split),
    async found(code, answers) {
      const { root, events } = await remote.found(answers);
      const { name, timeZone } = answers.practice;
      const sent = await send('/api/setup', code, { name, timeZone, root, events });
      // The answer to an earlier try was lost, and the practice is ours.
      if (sent.status !== 201 && (await practiceHere()) === root) return { ok: true };
      return outcome(sent);
    },
    async close() {
      await remote.forget();
      worker.terminate();
    },
  };
}

/** Is there a practice on this server already? Undefined where it does not answer. */
export async function isSetUp(): Promise<boolean | undefined> {
  try {
    const response = await fetch('/readyz', { cache: 'no-store' });
    return response.status === 503 ? false : response.ok || undefined;
  } catch {
    return undefined;
  }
}

interface Answer {
  /** 0: none. */
  readonly status: number;
  readonly reason: string;
}

async function send(path: string, code: string, body?: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        // A header carries ASCII only, and what cannot be in a code makes no right one.
        authorization: `Setup ${code.replaceAll(/[^\x20-\x7e]/g, '?').trim() || '?'}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) return { status: response.status, reason: '' };
    const { error } = (await response.json().catch(() => ({}))) as { error?: unknown };
    return { status: response.status, reason: typeof error === 'string' ? error : UNREACHED };
  } catch {
    return { status: 0, reason: UNREACHED };
  }
}

const outcome = ({ status, reason }: Answer): SetUpOutcome =>
  status >= 200 && status < 300
    ? { ok: true }
    : { ok: false, reason, wrongCode: status === 401 || status === 403 };

async function practiceHere(): Promise<string | undefined> {
  const relay = `${location.origin.replace(/^http/, 'ws')}/`;
  return (await fetchRelayInfo(relay).catch(() => undefined))?.root;
}
