/**
 * Signers that are not ours, played with other people's code (nostr-tools): a key extension whose key stays in this
 * process, and a remote signer on a relay. Both count what they are asked.
 */
import type { BrowserContext } from '@playwright/test';
import * as nip44 from 'nostr-tools/nip44';
import { type EventTemplate, finalizeEvent, generateSecretKey, getPublicKey } from 'nostr-tools/pure';
import WebSocket from 'ws';
import { runCli } from './practice.ts';

export interface FarSigner {
  /** Method names in the order they were asked. */
  readonly asked: string[];
  /** What it answers instead; undefined: what it was asked for. */
  refuses: string | undefined;
  /** What it does not answer before this is settled: a window that nobody looks at. */
  silent: Promise<void> | undefined;
}

type Act = (secret: Uint8Array, params: string[]) => string;

const conversation = (secret: Uint8Array, peer: string) => nip44.getConversationKey(secret, peer);

const acts: Readonly<Record<string, Act>> = {
  get_public_key: (secret) => getPublicKey(secret),
  sign_event: (secret, [template = '']) =>
    JSON.stringify(finalizeEvent(JSON.parse(template) as EventTemplate, secret)),
  nip44_encrypt: (secret, [peer = '', text = '']) => nip44.encrypt(text, conversation(secret, peer)),
  nip44_decrypt: (secret, [peer = '', payload = '']) => nip44.decrypt(payload, conversation(secret, peer)),
};

/** Puts `window.nostr` into every page of the context. */
export async function installExtension(context: BrowserContext, secret: Uint8Array): Promise<FarSigner> {
  const signer: FarSigner = { asked: [], refuses: undefined, silent: undefined };
  await context.exposeFunction('askExtension', async (method: string, params: string[]) => {
    signer.asked.push(method);
    await signer.silent;
    if (signer.refuses !== undefined) throw new Error(signer.refuses);
    return acts[method]?.(secret, params);
  });
  await context.addInitScript(() => {
    const page = globalThis as unknown as Record<string, unknown>;
    const ask = page.askExtension as (method: string, params: string[]) => Promise<string>;
    page.nostr = {
      getPublicKey: () => ask('get_public_key', []),
      signEvent: async (template: unknown) =>
        JSON.parse(await ask('sign_event', [JSON.stringify(template)])) as unknown,
      nip44: {
        encrypt: (peer: string, text: string) => ask('nip44_encrypt', [peer, text]),
        decrypt: (peer: string, payload: string) => ask('nip44_decrypt', [peer, payload]),
      },
    };
  });
  return signer;
}

export interface Bunker extends FarSigner {
  /** `bunker://…`, good for one client. */
  newAddress(): string;
  /** Answers to a `nostrconnect://…` address. */
  accept(address: string): void;
  /** Leaves the relay for a while and comes back. */
  leave(ms: number): Promise<void>;
  close(): void;
}

const KIND = 24133;

/** A remote signer for `secret` on the relay at `url`; its own key is another. */
export async function startBunker(url: string, secret: Uint8Array): Promise<Bunker> {
  const own = generateSecretKey();
  const clients = new Set<string>();
  const secrets = new Set<string>();
  let socket = await connect();

  async function connect(): Promise<WebSocket> {
    const made = new WebSocket(url);
    await new Promise((resolve, reject) => {
      made.once('open', resolve);
      made.once('error', reject);
    });
    made.on('message', (data) => {
      const [verb, , event] = JSON.parse(String(data)) as [string, string, never];
      if (verb === 'EVENT') void onEvent(event);
    });
    const since = Math.floor(Date.now() / 1000) - 5;
    made.send(JSON.stringify(['REQ', 'bunker', { kinds: [KIND], '#p': [getPublicKey(own)], since }]));
    return made;
  }

  function send(client: string, answer: object): void {
    const content = nip44.encrypt(JSON.stringify(answer), conversation(own, client));
    const created_at = Math.floor(Date.now() / 1000);
    socket.send(
      JSON.stringify([
        'EVENT',
        finalizeEvent({ kind: KIND, created_at, tags: [['p', client]], content }, own),
      ]),
    );
  }

  async function onEvent(event: { pubkey: string; content: string }): Promise<void> {
    const text = nip44.decrypt(event.content, conversation(own, event.pubkey));
    const { id, method, params } = JSON.parse(text) as { id: string; method: string; params: string[] };
    bunker.asked.push(method);
    await bunker.silent;
    send(event.pubkey, { id, ...answer(event.pubkey, method, params) });
  }

  function answer(client: string, method: string, params: string[]): object {
    if (method === 'connect') {
      if (!secrets.delete(params[1] ?? '')) return { error: 'this secret was used before' };
      clients.add(client);
      return { result: 'ack' };
    }
    if (!clients.has(client)) return { error: 'not authorized' };
    if (bunker.refuses !== undefined) return { error: bunker.refuses };
    return { result: acts[method]?.(secret, params) };
  }

  const bunker: Bunker = {
    asked: [],
    refuses: undefined,
    silent: undefined,
    newAddress() {
      const once = Buffer.from(generateSecretKey()).toString('hex').slice(0, 16);
      secrets.add(once);
      return `bunker://${getPublicKey(own)}?relay=${encodeURIComponent(url)}&secret=${once}`;
    },
    accept(address) {
      const { host, searchParams } = new URL(address.replace('nostrconnect:', 'http:'));
      clients.add(host);
      send(host, { id: 'connect', result: searchParams.get('secret') });
    },
    async leave(ms) {
      socket.terminate();
      await new Promise((resolve) => setTimeout(resolve, ms));
      socket = await connect();
    },
    close: () => socket.terminate(),
  };
  return bunker;
}

export interface SignerRelay {
  readonly url: string;
  close(): void;
}

/** An open relay where signers are met; servers started while it runs let their pages reach it. */
export async function startSignerRelay(): Promise<SignerRelay> {
  const relay = runCli(['relay', '--policy', 'open', '--port', '0', '--db', ':memory:'], {});
  const url = await new Promise<string>((resolve, reject) => {
    relay.once('exit', (code) => reject(new Error(`the open relay ended with ${code}`)));
    relay.stderr?.on('data', (chunk: Buffer) => {
      const found = /ws:\/\/[\d.]+:[1-9]\d*\//.exec(chunk.toString('utf8'))?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  process.env.SIGNER_RELAYS = url;
  return {
    url,
    close() {
      delete process.env.SIGNER_RELAYS;
      relay.kill('SIGTERM');
    },
  };
}
