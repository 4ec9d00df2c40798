// The store on IndexedDB, for browsers. Transactions are `durability: 'strict'`: the promise resolves when the
// browser has flushed to the disk, not when the system has taken the bytes. Another tab that wipes or upgrades the
// database is let through at once; this store is closed then and says so.

import { deleteDB, type IDBPDatabase, openDB, unwrap } from 'idb';
import {
  checkBatch,
  checkKeys,
  prefixRange,
  type Store,
  type StoreBatch,
  type StoreListOptions,
  type StorePut,
} from './store.ts';
import {
  NewerFormatError,
  StoreBlockedError,
  StoreClosedError,
  StoreFullError,
  StoreUnavailableError,
} from './store-errors.ts';

const FORMAT = 1;
const ROWS = 'rows';

export interface IndexedDbStoreOptions {
  /** How long another tab may take to let go of the database before StoreBlockedError. Default: 5,000 ms. */
  blockedMs?: number;
}

/** Opens or makes the database. Throws StoreBlockedError, NewerFormatError, StoreFullError, StoreUnavailableError. */
export async function indexedDbStore(name: string, options: IndexedDbStoreOptions = {}): Promise<Store> {
  const { blockedMs = 5000 } = options;
  let closedBy: unknown;
  const db = await openDatabase(name, blockedMs, (reason) => {
    closedBy ??= reason;
  });

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closedBy !== undefined) throw new StoreClosedError(closedBy);
    try {
      return await work();
    } catch (error) {
      throw translated(error, closedBy);
    }
  };

  const close = () => {
    closedBy ??= 'closed by its owner';
    db.close();
  };

  return {
    async get(keys) {
      checkKeys(keys);
      return run(async () => {
        const { store } = db.transaction(ROWS);
        return (await Promise.all(keys.map((key) => store.get(key)))) as (Uint8Array | undefined)[];
      });
    },
    list(prefix, options = {}) {
      return run(() => listRows(db, prefix, options));
    },
    async write(batch) {
      checkBatch(batch);
      await run(() => applyBatch(db, batch));
    },
    async close() {
      close();
    },
    async destroy() {
      // Emptied first: should another tab not let go, nothing readable is left behind all the same.
      if (closedBy === undefined) await run(() => applyBatch(db, { deletePrefixes: [''] }));
      close();
      await withoutBlocking(blockedMs, (blocked) => deleteDB(name, { blocked }));
    },
  };
}

async function openDatabase(
  name: string,
  blockedMs: number,
  onClosed: (reason: string) => void,
): Promise<IDBPDatabase> {
  if (!('indexedDB' in globalThis)) throw new StoreUnavailableError();
  let db: IDBPDatabase | undefined;
  const opening = withoutBlocking(blockedMs, (blocked) =>
    openDB(name, FORMAT, {
      upgrade: (fresh) => {
        fresh.createObjectStore(ROWS);
      },
      blocked,
      blocking: () => {
        onClosed('another tab wiped or upgraded the store');
        db?.close();
      },
      terminated: () => onClosed('the browser closed the store'),
    }),
  );
  try {
    db = await opening;
    return db;
  } catch (error) {
    const reason = translated(error);
    // What browsers answer where nothing may be kept: private windows of some, blocked site data.
    const isRefused = reason instanceof DOMException || reason instanceof StoreClosedError;
    throw isRefused ? new StoreUnavailableError(error) : reason;
  }
}

async function listRows(db: IDBPDatabase, prefix: string, options: StoreListOptions): Promise<StorePut[]> {
  const { after, limit = Number.POSITIVE_INFINITY, reverse = false } = options;
  let { from, to } = prefixRange(prefix);
  let isFromOpen = false;
  if (after !== undefined && !reverse && after >= from) [from, isFromOpen] = [after, true];
  if (after !== undefined && reverse && after < to) to = after;
  if (limit <= 0 || from >= to) return [];
  const range = IDBKeyRange.bound(from, to, isFromOpen, true);
  const { store } = db.transaction(ROWS);
  const rows: StorePut[] = [];
  if (reverse) {
    let cursor = await store.openCursor(range, 'prev');
    while (cursor && rows.length < limit) {
      rows.push({ key: cursor.key as string, value: cursor.value as Uint8Array });
      cursor = rows.length < limit ? await cursor.continue() : null;
    }
    return rows;
  }
  const count = limit === Number.POSITIVE_INFINITY ? undefined : limit;
  const [keys, values] = await Promise.all([store.getAllKeys(range, count), store.getAll(range, count)]);
  return keys.map((key, index) => ({ key: key as string, value: values[index] as Uint8Array }));
}

async function applyBatch(db: IDBPDatabase, { puts = [], deletes = [], deletePrefixes = [] }: StoreBatch) {
  const transaction = db.transaction(ROWS, 'readwrite', { durability: 'strict' });
  // The bare object store: a failing request aborts the transaction, and `done` tells why; no promise per row.
  const rows = unwrap(transaction.store);
  try {
    for (const prefix of deletePrefixes) {
      const { from, to } = prefixRange(prefix);
      rows.delete(IDBKeyRange.bound(from, to, false, true));
    }
    for (const key of deletes) rows.delete(key);
    for (const { key, value } of puts) rows.put(ownBytes(value), key);
    transaction.commit();
  } catch (error) {
    transaction.done.catch(() => undefined);
    transaction.abort();
    throw error;
  }
  await transaction.done;
}

/** Structured clone keeps all of the buffer behind a view, neighbours included: only what is ours goes to disk. */
function ownBytes(value: Uint8Array): Uint8Array {
  return value.byteLength === value.buffer.byteLength ? value : value.slice();
}

/** Runs a request that other tabs may hold up; gives up after `blockedMs` of that. */
async function withoutBlocking<T>(
  blockedMs: number,
  request: (blocked: () => void) => Promise<T>,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGivenUp = false;
  const { promise: givenUp, reject } = promiseWithReject();
  const result = request(() => {
    timer = setTimeout(() => {
      isGivenUp = true;
      reject(new StoreBlockedError());
    }, blockedMs);
  });
  // Should it get through after all, nobody is there any more to close it.
  const late = result.then((value) => {
    if (isGivenUp && value && typeof value === 'object' && 'close' in value)
      (value as unknown as IDBPDatabase).close();
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([result, givenUp]);
  } finally {
    clearTimeout(timer);
  }
}

function promiseWithReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}

function translated(error: unknown, closedBy?: unknown): unknown {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StoreFullError(error);
  if (name === 'VersionError') return new NewerFormatError(FORMAT + 1, FORMAT);
  // A transaction that cannot start or was cut off because the connection is closing.
  if (name === 'InvalidStateError' || (name === 'AbortError' && closedBy !== undefined)) {
    return new StoreClosedError(closedBy ?? error);
  }
  return error;
}
