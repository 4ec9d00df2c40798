/**
 * Large batches of signatures are checked on a second thread, so that the next group is proven while the last
 * one is being committed. Small ones stay here: for them the way there and back costs more than the check.
 * Only for the native verifier; whatever happens to the thread, the answers come from `inner` then.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type NostrEvent, serializeEvent, type Verifier } from '@keychart/nostr';

/** Events from which on the thread is worth it. */
const LARGE = 24;

/** Plain CommonJS in a text: it runs the same from sources, tests and a bundle. */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const schnorr = require(workerData);
const hex = (text) => Buffer.from(text, 'hex');
const proven = (canonical, id, sig, pubkey) => {
  try {
    return createHash('sha256').update(canonical).digest('hex') === id && schnorr.verify(hex(id), hex(sig), hex(pubkey));
  } catch {
    return false;
  }
};
parentPort.on('message', (parts) => {
  const answers = new Uint8Array(parts.length / 4);
  for (let n = 0; n < answers.length; n++) answers[n] = proven(...parts.slice(n * 4, n * 4 + 4)) ? 1 : 0;
  parentPort.postMessage(answers);
});
`;

interface Waiting {
  readonly events: readonly NostrEvent[];
  readonly resolve: (answers: boolean[] | Promise<boolean[]>) => void;
}

export function besideMainThread(inner: Verifier): Verifier {
  const library = inner.name === 'native' ? schnorrPath() : undefined;
  let worker: Worker | undefined;
  let usable = library !== undefined;
  let waiting: Waiting[] = [];

  function start(): Worker {
    // Without the loaders of the parent: they would cost a second for nothing.
    const thread = new Worker(source, { eval: true, workerData: library, execArgv: [] });
    thread.unref();
    thread.on('message', (answers: Uint8Array) => {
      waiting.shift()?.resolve(Array.from(answers, (answer) => answer === 1));
    });
    thread.on('error', giveUp);
    thread.on('exit', giveUp);
    return thread;
  }

  function giveUp(): void {
    usable = false;
    const left = waiting;
    waiting = [];
    for (const { events, resolve } of left) resolve(inner.verify(events));
  }

  return {
    name: inner.name,
    verify(events) {
      if (!usable || events.length < LARGE) return inner.verify(events);
      worker ??= start();
      worker.postMessage(
        events.flatMap((event) => [serializeEvent(event), event.id, event.sig, event.pubkey]),
      );
      return new Promise((resolve) => waiting.push({ events, resolve }));
    },
    close: () => {
      usable = false;
      void worker?.terminate();
    },
  };
}

function schnorrPath(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('bcrypto/lib/schnorr.js');
  } catch {
    return undefined; // native from elsewhere: the main thread checks
  }
}
