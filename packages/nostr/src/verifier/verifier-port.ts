/**
 * A verifier on another thread, for browsers (a Worker) and Node (worker_threads) alike: `serveVerifier` in the
 * worker, `remoteVerifier` in front of it. Only plain events and booleans cross the port.
 */
import type { NostrEvent } from '../event.ts';
import type { Verifier } from './verifier.ts';

/** What we use of a Worker or a MessagePort. */
export interface PortLike {
  postMessage(message: unknown): void;
  onmessage: ((event: never) => void) | null;
}

interface Job {
  job: number;
  events: NostrEvent[];
}

type Answer = { job: number; answers: boolean[] } | { job: number; error: string };

/** Events per message: the worker answers other requests in between, and nothing large is copied at once. */
const CHUNK = 128;

/** Answers every job that comes through the port. `verifier` may still be loading. */
export function serveVerifier(port: PortLike, verifier: Promise<Verifier> | Verifier): void {
  // A verifier that fails to load is told to whoever asks, not to the thread at large.
  Promise.resolve(verifier).catch(() => undefined);
  port.onmessage = ({ data }: { data: Job }) => {
    answer(verifier, data).then(
      (result) => port.postMessage(result),
      (error: unknown) => port.postMessage({ job: data.job, error: String(error) } satisfies Answer),
    );
  };
}

async function answer(verifier: Promise<Verifier> | Verifier, { job, events }: Job): Promise<Answer> {
  return { job, answers: await (await verifier).verify(events) };
}

/** Rejects what is open when closed; `onClose` ends the worker itself. */
export function remoteVerifier(
  port: PortLike,
  name: string,
  onClose: () => void = () => undefined,
): Verifier {
  const open = new Map<number, { resolve(answers: boolean[]): void; reject(error: Error): void }>();
  let jobs = 0;
  let closed = false;

  port.onmessage = ({ data }: { data: Answer }) => {
    const waiting = open.get(data.job);
    open.delete(data.job);
    if ('error' in data) waiting?.reject(new Error(`verification failed: ${data.error}`));
    else waiting?.resolve(data.answers);
  };

  function send(events: readonly NostrEvent[]): Promise<boolean[]> {
    if (closed) return Promise.reject(new Error('the verifier is closed'));
    return new Promise((resolve, reject) => {
      jobs += 1;
      open.set(jobs, { resolve, reject });
      port.postMessage({ job: jobs, events: events.map(plain) } satisfies Job);
    });
  }

  return {
    name,
    async verify(events) {
      const chunks: Promise<boolean[]>[] = [];
      for (let start = 0; start < events.length; start += CHUNK)
        chunks.push(send(events.slice(start, start + CHUNK)));
      return (await Promise.all(chunks)).flat();
    },
    close() {
      closed = true;
      for (const { reject } of open.values()) reject(new Error('the verifier is closed'));
      open.clear();
      onClose();
    },
  };
}

/** The seven fields: whatever else hangs on the object may not be copyable. */
function plain({ id, pubkey, created_at, kind, tags, content, sig }: NostrEvent): NostrEvent {
  return { id, pubkey, created_at, kind, tags, content, sig };
}
