import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { schnorr } from '@noble/curves/secp256k1.js';
import { finalizeEvent as toolsFinalize } from 'nostr-tools/pure';
import { describe, expect, it } from 'vitest';
import {
  finalizeEvent,
  generateSecretKey,
  hexToBytes,
  type NostrEvent,
  nobleVerifier,
  type PortLike,
  parseEvent,
  remoteVerifier,
  type SyncVerifier,
  serveVerifier,
  verifyAll,
  wasmVerifier,
} from '../index.ts';
import {
  bestVerifier,
  nativeSecp256k1,
  nativeVerifier,
  nodeSigner,
  wasmPoolVerifier,
} from '../node/index.ts';

const file = resolve(process.env.KEYCHART_REFERENCE ?? '../shared/reference', 'vectors/bip340.csv');
const rows = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .toLowerCase()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
  : undefined;

const secret = generateSecretKey();
const genuine = finalizeEvent(
  { kind: 2113, created_at: 1_800_000_000, tags: [['p', 'x"\\\n\u0001é🍕']], content: 'tab\t nul\0 🫃' },
  secret,
);
const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
const forgeries: [string, NostrEvent][] = [
  ['content', { ...genuine, content: `${genuine.content} ` }],
  ['created_at', { ...genuine, created_at: genuine.created_at + 1 }],
  ['kind', { ...genuine, kind: 2112 }],
  ['tags', { ...genuine, tags: [] }],
  ['id', { ...genuine, id: flipped(genuine.id) }],
  ['sig', { ...genuine, sig: flipped(genuine.sig) }],
  ['pubkey', { ...genuine, pubkey: flipped(genuine.pubkey) }],
  ['empty id', { ...genuine, id: '' }],
  ['short sig', { ...genuine, sig: genuine.sig.slice(2) }],
  ['upper case id', { ...genuine, id: genuine.id.toUpperCase() }],
];

const verifiers: [string, () => Promise<SyncVerifier | undefined>][] = [
  ['noble', async () => nobleVerifier()],
  ['wasm', wasmVerifier],
  ['native', nativeVerifier],
];

describe.each(verifiers)('verifier %s', (name, make) => {
  it('takes the genuine event and none of the forgeries', async (context) => {
    const verifier = await make();
    if (!verifier) return context.skip(`${name} is not installed here`);
    expect(verifier.name).toBe(name);
    const events = [genuine, ...forgeries.map(([, event]) => event), genuine];
    const expected = events.map((event) => event === genuine);
    expect(await verifier.verify(events)).toEqual(expected);
    expect((await verifyAll(verifier, events)).map(Boolean)).toEqual(expected);
    verifier.close();
  });

  it('is not taken in by a cached mark that survives a spread', async (context) => {
    const verifier = await make();
    if (!verifier) return context.skip();
    const marked = toolsFinalize({ kind: 1, created_at: 1, tags: [], content: 'true' }, secret);
    expect(verifier.verifySync({ ...marked, content: 'forged' } as NostrEvent)).toBe(false);
  });

  it('takes an event of any size', async (context) => {
    const verifier = await make();
    if (!verifier) return context.skip();
    for (const size of [199_990, 200_010, 3_000_000]) {
      const large = finalizeEvent({ kind: 1, created_at: 1, tags: [], content: 'é'.repeat(size) }, secret);
      expect(verifier.verifySync(large), `${size}`).toBe(true);
    }
    expect(verifier.verifySync(genuine)).toBe(true);
  });

  it('lets other work run in between', async (context) => {
    const verifier = await make();
    if (!verifier) return context.skip();
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await verifier.verify(Array.from({ length: 600 }, () => genuine));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
  });
});

describe('BIP-340', () => {
  const check = {
    noble: (sig: string, id: string, pubkey: string) =>
      schnorr.verify(hexToBytes(sig), hexToBytes(id), hexToBytes(pubkey)),
    ...(nativeSecp256k1() && {
      native: nativeSecp256k1()?.verify as (s: string, i: string, p: string) => boolean,
    }),
  };

  it.each(Object.entries(check))('%s: published vectors 1, 5 and 6', (_name, verify) => {
    const message = '243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89';
    const pubkey = 'dff1d77f2a671c5f36183726db2341be58feae1da2deced843240f7b502ba659';
    const sig =
      '6896bd60eeae296db48a229ff71dfe071bde413e6d43f917dc8dcf8c78de33418906d11ac976abccb20b091292bff4ea897efcb639ea871cfa95f6de339e4b0a';
    expect(verify(sig, message, pubkey)).toBe(true);
    const notOnCurve = 'eefdea4cdb677750a420fee807eacf21eb9898ae79b9768766e4faa04a2d4a34';
    const sig5 =
      '6cff5c3ba86c69ea4b7376f31a9bcb4f74c1976089b2d9963da2e5543e17776969e89b4c5564d00349106b8497785dd7d1d713a8ae82b32fa79d5f7fc407d39b';
    expect(verify(sig5, message, notOnCurve)).toBe(false);
    const oddY =
      'fff97bd5755eeea420453a14355235d382f6472f8568a18b2f057a14602975563cc27944640ac607cd107ae10923d9ef7a73c643e166be5ebeafa34b1ac553e2';
    expect(verify(oddY, message, pubkey)).toBe(false);
  });

  it.skipIf(!rows).each(Object.entries(check))('%s passes bip340.csv', (name, verify) => {
    for (const [index, , pubkey, , message, sig, result] of rows ?? []) {
      // Nostr signs 32-byte ids only; the native library takes nothing else.
      if (name === 'native' && message?.length !== 64) continue;
      expect(verify(sig as string, message as string, pubkey as string), `row ${index}`).toBe(
        result === 'true',
      );
    }
  });
});

describe('native signing', () => {
  it('makes events that every verifier takes, and the same ids', async () => {
    const signer = nodeSigner(secret);
    const template = { kind: 1, created_at: 7, tags: [['t', 'ü']], content: '\n' };
    const event = await signer.signEvent(template);
    expect(event.id).toBe(finalizeEvent(template, secret).id);
    expect(parseEvent(event)).toEqual(event);
    for (const make of [async () => nobleVerifier(), wasmVerifier, bestVerifier]) {
      expect(await (await make()).verify([event])).toEqual([true]);
    }
  });
});

describe('verifying on other threads', () => {
  const events = Array.from({ length: 300 }, (_, index) =>
    index % 7 === 3 ? (forgeries[index % forgeries.length]?.[1] as NostrEvent) : genuine,
  );
  const expected = events.map((event) => event === genuine);

  it('gives the same answers in the same order', async () => {
    const pool = await wasmPoolVerifier({ threads: 2 });
    const large = finalizeEvent({ kind: 1, created_at: 1, tags: [], content: 'x'.repeat(300_000) }, secret);
    expect(await pool.verify(events)).toEqual(expected);
    expect(await pool.verify([large, { ...large, content: '' }])).toEqual([true, false]);
    expect(await pool.verify([])).toEqual([]);
    pool.close();
    await expect(pool.verify(events)).rejects.toThrow('closed');
  });

  it('goes through a message port, as to a browser’s Worker', async () => {
    const { port1, port2 } = new MessageChannel();
    serveVerifier(port2 as unknown as PortLike, wasmVerifier());
    const remote = remoteVerifier(port1 as unknown as PortLike, 'remote', () => port1.close());
    expect(await remote.verify(events)).toEqual(expected);
    const open = remote.verify(events);
    remote.close();
    await expect(open).rejects.toThrow('closed');
  });

  it('passes on a failure of the other side', async () => {
    const { port1, port2 } = new MessageChannel();
    serveVerifier(port2 as unknown as PortLike, Promise.reject(new Error('no WebAssembly')));
    const remote = remoteVerifier(port1 as unknown as PortLike, 'remote', () => port1.close());
    await expect(remote.verify([genuine])).rejects.toThrow('no WebAssembly');
    remote.close();
  });
});
