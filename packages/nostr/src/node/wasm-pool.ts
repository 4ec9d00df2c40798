/**
 * WebAssembly on worker threads: what a server uses where the native library is not installed. The workers are
 * started from text, so that the same code runs from TypeScript sources and from a bundle.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type NostrEvent, verifyEvent } from '../event.ts';
import { isFitForWasm, nobleVerifier, type Verifier } from '../verifier/verifier.ts';
import { type PortLike, remoteVerifier } from '../verifier/verifier-port.ts';

/** In the worker: `verifyEvent` throws to say "no". Form and size were checked before it was asked. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const ready = import(workerData).then(({ initNostrWasm }) => initNostrWasm());
const check = (wasm, event) => { try { wasm.verifyEvent(event); return true; } catch { return false; } };
ready.then(() => parentPort.postMessage('ready'), (error) => { throw error; });
parentPort.on('message', async ({ job, events }) => {
  const wasm = await ready;
  parentPort.postMessage({ job, answers: events.map((event) => check(wasm, event)) });
});
`;

export interface PoolOptions {
  /** Default: one per core but one, at least one. */
  threads?: number;
}

/** Rejects where nostr-wasm cannot be found or WebAssembly does not run. `close()` ends the threads. */
export async function wasmPoolVerifier({ threads }: PoolOptions = {}): Promise<Verifier> {
  const size = threads ?? Math.max(1, availableParallelism() - 1);
  const module = pathToFileURL(createRequire(import.meta.url).resolve('nostr-wasm')).href;
  const workers = await Promise.all(Array.from({ length: size }, () => startWorker(module)));
  const here = nobleVerifier();
  let next = 0;
  let closed = false;

  /** The few that WebAssembly should not see are judged here; the rest go to the threads in turn. */
  async function verify(events: readonly NostrEvent[]): Promise<boolean[]> {
    const answers: boolean[] = new Array(events.length).fill(false);
    const fit: number[] = [];
    for (const [index, event] of events.entries()) {
      if (isFitForWasm(event)) fit.push(index);
      else answers[index] = verifyEvent(event) !== undefined;
    }
    const perThread = Math.max(1, Math.ceil(fit.length / size));
    const parts: Promise<void>[] = [];
    for (let start = 0; start < fit.length; start += perThread) {
      const part = fit.slice(start, start + perThread);
      const worker = workers[next++ % size] as Verifier;
      const share = part.map((index) => events[index] as NostrEvent);
      // A thread that died must not stop the relay: its share is judged here, slower.
      const judged = worker
        .verify(share)
        .catch((error: unknown) => (closed ? Promise.reject(error) : here.verify(share)));
      parts.push(
        judged.then((results) => {
          for (const [at, index] of part.entries()) answers[index] = results[at] === true;
        }),
      );
    }
    await Promise.all(parts);
    return answers;
  }

  return {
    name: `wasm on ${size} threads`,
    verify,
    close: () => {
      closed = true;
      for (const worker of workers) worker.close();
    },
  };
}

/** Resolves when the worker has loaded its module. */
function startWorker(module: string): Promise<Verifier> {
  return new Promise((resolve, reject) => {
    // execArgv empty: a TypeScript loader of the parent has nothing to do here and would slow the start.
    const worker = new Worker(WORKER, { eval: true, workerData: module, execArgv: [], name: 'verifier' });
    // An idle pool does not keep the process alive.
    worker.unref();
    const port: PortLike = { postMessage: (message) => worker.postMessage(message), onmessage: null };
    const verifier = remoteVerifier(port, 'wasm worker', () => {
      worker.terminate().catch(() => undefined);
    });
    worker.on('message', (data: unknown) => {
      if (data === 'ready') resolve(verifier);
      else port.onmessage?.({ data } as never);
    });
    worker.on('error', (error: Error) => {
      verifier.close();
      reject(error);
    });
  });
}
