/**
 * The way in: one queue, signatures checked in batches, one writer that commits in groups. An event is answered
 * and delivered only after its transaction is on disk. Idle, the group is one event and waits for nobody.
 */
import { kindClass, type NostrEvent, type VerifiedEvent, type Verifier } from '@keychart/nostr';
import type { Audit } from './audit/happening.ts';
import type { Peer, RelayPolicy } from './policy.ts';
import { expiryOf } from './store/sqlite-insert.ts';
import { type EventStore, type InsertResult, StoreError } from './store/store.ts';

export interface Incoming {
  readonly event: NostrEvent;
  readonly peer: Peer;
  /** Bytes it came as, for the bound on what waits. */
  readonly bytes: number;
  /** The wire's OK. */
  readonly answer: (accepted: boolean, message: string) => void;
}

export interface IngestOptions {
  readonly store: EventStore;
  readonly policy: RelayPolicy;
  readonly verifier: Verifier;
  readonly now: () => number;
  readonly batch: number;
  /** Stored (or ephemeral) and to be shown to those who may see it. */
  readonly deliver: (event: VerifiedEvent, raw: string) => void;
  /** Somebody's access may have changed. */
  readonly governed: () => void;
  readonly audit: Audit;
  readonly failed: (error: unknown) => void;
  /** Resolves when the readers have taken enough of what was delivered. */
  readonly breathe: () => Promise<void>;
}

export interface Ingest {
  push(item: Incoming): void;
  readonly waitingBytes: number;
  readonly counts: { stored: number; refused: number; batches: number; largestBatch: number };
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

interface Accepted extends Incoming {
  readonly event: VerifiedEvent;
  readonly raw: string;
}

export function createIngest(options: IngestOptions): Ingest {
  const { store, policy, verifier, now, audit } = options;
  const counts = { stored: 0, refused: 0, batches: 0, largestBatch: 0 };
  const queue: Incoming[] = [];
  let waitingBytes = 0;
  let running = false;
  const waiters: (() => void)[] = [];
  let failure = '';

  /** While one group is written, the next is already being proven. */
  async function run(): Promise<void> {
    running = true;
    await turn();
    let next = take();
    while (next) {
      const { batch, answers } = next;
      const proven = await answers;
      next = take();
      write(batch, proven);
      await turn();
      await options.breathe();
      next ??= take();
    }
    // In the same turn as the last look at the queue: a push after it starts a new run.
    running = false;
    for (const resolve of waiters.splice(0)) resolve();
  }

  /** Everything the sockets have to give in this turn of the loop goes into the group. */
  function turn(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  function take(): { batch: Incoming[]; answers: Promise<boolean[] | undefined> } | undefined {
    if (queue.length === 0) return undefined;
    const batch = queue.splice(0, options.batch);
    const answers = verifier.verify(batch.map((item) => item.event)).catch((error: unknown) => {
      options.failed(error);
      return undefined;
    });
    return { batch, answers };
  }

  function write(batch: readonly Incoming[], proven: readonly boolean[] | undefined): void {
    for (const item of batch) waitingBytes -= item.bytes;
    try {
      if (!proven) throw new Error('the signatures could not be checked');
      commit(batch, proven);
    } catch (error) {
      options.failed(error);
      for (const item of batch) refuse(item, 'error: the event could not be stored');
    }
  }

  /** Judges in order, writes once, then answers: nobody hears of an event before it is on disk. */
  function commit(batch: readonly Incoming[], proven: readonly boolean[]) {
    const group: Accepted[] = [];
    let governs = false;
    for (const [index, item] of batch.entries()) {
      const refusal = whyNot(item, proven[index] === true);
      if (refusal !== undefined) {
        // Sent again because the answer was lost: what was taken stays taken, whatever has changed since.
        if (proven[index] && item.peer.pubkeys.has(item.event.pubkey) && store.has(item.event.id)) {
          item.answer(true, answers.duplicate);
        } else refuse(item, refusal);
        continue;
      }
      const event = item.event as VerifiedEvent;
      group.push({ ...item, event, raw: JSON.stringify(event) });
      if (!policy.governs(event.kind)) continue;
      policy.governed(event);
      governs = true;
    }
    const kept = group.filter(({ event }) => kindClass(event.kind) !== 'ephemeral');
    const results = insert(kept);
    if (!results && governs) policy.load(store);
    if (governs) options.governed();
    const resultOf = new Map(kept.map((item, index) => [item, results?.[index]]));
    for (const item of group) settle(item, resultOf.has(item) ? resultOf.get(item) : 'passed');
  }

  function whyNot({ event, peer }: Incoming, proven: boolean): string | undefined {
    if (!proven) return 'invalid: the id or the signature is wrong';
    const expires = expiryOf(event);
    if (expires !== null && expires <= now()) return 'invalid: the event has expired';
    return policy.mayWrite(event as VerifiedEvent, peer);
  }

  function insert(group: readonly Accepted[]): InsertResult[] | undefined {
    if (group.length === 0) return [];
    try {
      const results = store.insert(group);
      failure = '';
      counts.batches += 1;
      counts.largestBatch = Math.max(counts.largestBatch, group.length);
      return results;
    } catch (error) {
      options.failed(error);
      failure = error instanceof StoreError ? error.message : 'error: the event could not be stored';
      return undefined;
    }
  }

  function settle(item: Accepted, result: InsertResult | 'passed' | undefined) {
    if (result === undefined) return refuse(item, failure);
    if (result === 'deleted') return refuse(item, 'blocked: its author has deleted this event');
    item.answer(true, result === 'duplicate' || result === 'superseded' ? answers[result] : '');
    if (result === 'stored') {
      counts.stored += 1;
      audit({ what: 'accepted', event: item.event });
    }
    if (result === 'stored' || result === 'passed') options.deliver(item.event, item.raw);
  }

  function refuse(item: Incoming, reason: string): void {
    counts.refused += 1;
    const { peer, event } = item;
    const keys = [...peer.pubkeys];
    audit({ what: 'refused', connection: peer.number ?? 0, keys, how: 'EVENT', kind: event.kind, reason });
    item.answer(false, reason);
  }

  return {
    counts,
    get waitingBytes() {
      return waitingBytes;
    },
    push(item) {
      queue.push(item);
      waitingBytes += item.bytes;
      if (!running) void run();
    },
    idle: () => (running ? new Promise((resolve) => waiters.push(resolve)) : Promise.resolve()),
  };
}

const answers = {
  duplicate: 'duplicate: already have this event',
  superseded: 'duplicate: a newer version is stored',
};
