// A store in memory, for tests, demos and "do not keep anything on this device". Same rules as the real disks,
// including copies on the way in and out, so that code which works here works there.

import {
  checkBatch,
  checkKeys,
  prefixRange,
  type Store,
  type StoreBatch,
  type StoreListOptions,
} from './store.ts';
import { StoreClosedError, StoreFullError } from './store-errors.ts';

/** What stays when a memory store is closed; give it to the next one to "reopen" it. */
export type MemoryDisk = Map<string, Uint8Array>;

export interface MemoryStoreOptions {
  disk?: MemoryDisk;
  /** Bytes of keys and values after which a write throws StoreFullError. Default: no limit. */
  maxBytes?: number;
}

export function memoryStore(options: MemoryStoreOptions = {}): Store {
  const disk = options.disk ?? new Map<string, Uint8Array>();
  const maxBytes = options.maxBytes ?? Number.POSITIVE_INFINITY;
  let sorted = [...disk.keys()].sort();
  let isSorted = true;
  let isClosed = false;

  const mustBeOpen = () => {
    if (isClosed) throw new StoreClosedError();
  };

  const keysOf = (prefix: string): string[] => {
    if (!isSorted) sorted = [...disk.keys()].sort();
    isSorted = true;
    const { from, to } = prefixRange(prefix);
    return sorted.slice(firstNotBelow(sorted, from), firstNotBelow(sorted, to));
  };

  const doomedBy = (batch: StoreBatch): Set<string> => {
    const doomed = new Set(batch.deletes);
    for (const prefix of batch.deletePrefixes ?? []) for (const key of keysOf(prefix)) doomed.add(key);
    return doomed;
  };

  return {
    async get(keys) {
      mustBeOpen();
      checkKeys(keys);
      return keys.map((key) => disk.get(key)?.slice());
    },
    async list(prefix, options: StoreListOptions = {}) {
      mustBeOpen();
      const { after, limit = Number.POSITIVE_INFINITY, reverse = false } = options;
      let keys = keysOf(prefix);
      if (reverse) keys.reverse();
      if (after !== undefined) keys = keys.filter((key) => (reverse ? key < after : key > after));
      return keys.slice(0, limit).map((key) => ({ key, value: (disk.get(key) as Uint8Array).slice() }));
    },
    async write(batch) {
      mustBeOpen();
      checkBatch(batch);
      const doomed = doomedBy(batch);
      const puts = new Map((batch.puts ?? []).map(({ key, value }) => [key, value.slice()]));
      if (maxBytes !== Number.POSITIVE_INFINITY && sizeAfter(disk, doomed, puts) > maxBytes) {
        throw new StoreFullError();
      }
      for (const key of doomed) isSorted = !disk.delete(key) && isSorted;
      for (const [key, value] of puts) {
        isSorted = isSorted && disk.has(key);
        disk.set(key, value);
      }
    },
    async close() {
      isClosed = true;
    },
    async destroy() {
      isClosed = true;
      disk.clear();
    },
  };
}

function sizeAfter(disk: MemoryDisk, doomed: Set<string>, puts: MemoryDisk): number {
  let size = 0;
  for (const [key, value] of disk) if (!doomed.has(key) && !puts.has(key)) size += key.length + value.length;
  for (const [key, value] of puts) size += key.length + value.length;
  return size;
}

function firstNotBelow(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
