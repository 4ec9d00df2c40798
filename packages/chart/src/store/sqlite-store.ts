// The store on SQLite, for Node.js: agents, the CLI, tests. WAL with synchronous=FULL, so a write that resolved
// survives a power cut. Deleted bytes are overwritten (secure_delete): an old header would open with an old key.

import { closeSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import {
  checkBatch,
  checkKeys,
  prefixRange,
  type Store,
  type StoreBatch,
  type StoreListOptions,
} from './store.ts';
import {
  DamagedError,
  NewerFormatError,
  StoreBlockedError,
  StoreClosedError,
  StoreFullError,
} from './store-errors.ts';

const FORMAT = 1;

export interface SqliteStoreOptions {
  /** Pages of 4,096 bytes after which a write throws StoreFullError. Default: as much as the disk takes. */
  maxPages?: number;
  /** How long to wait for another program that holds the file before StoreBlockedError. Default: 5,000 ms. */
  busyMs?: number;
}

/** A flipped bit in a row's own header changes the types of its columns, which SQLite does not check when reading. */
interface Row {
  key: unknown;
  value: unknown;
}

/** Opens or makes the file, readable by its owner only. Throws DamagedError('file') if it is not a sound database. */
export function sqliteStore(path: string, options: SqliteStoreOptions = {}): Store {
  const db = openDatabase(path, options);
  const { getRow, ascending, descending, putRow, deleteRow, deleteRange } = prepareStatements(db);

  const apply = db.transaction(({ puts = [], deletes = [], deletePrefixes = [] }: StoreBatch) => {
    for (const prefix of deletePrefixes) {
      const { from, to } = prefixRange(prefix);
      deleteRange.run(from, to);
    }
    for (const key of deletes) deleteRow.run(key);
    for (const { key, value } of puts) putRow.run(key, value);
  });

  // better-sqlite3 is synchronous; the async shape is the interface's.
  const run = <T>(work: () => T): T => {
    if (!db.open) throw new StoreClosedError();
    return translated(work);
  };

  return {
    async get(keys) {
      checkKeys(keys);
      return run(() =>
        keys.map((key) => {
          const row = getRow.get(key);
          return row && plainBytes(row.value);
        }),
      );
    },
    async list(prefix, options = {}) {
      return run(() => {
        const { from, to, limit } = listBounds(prefix, options);
        const rows = (options.reverse ? descending : ascending).all(from, to, limit);
        return rows.map(({ key, value }) => ({ key: plainText(key), value: plainBytes(value) }));
      });
    },
    async write(batch) {
      checkBatch(batch);
      run(() => apply.immediate(batch));
    },
    async close() {
      db.close();
    },
    async destroy() {
      db.close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    },
  };
}

function openDatabase(path: string, { maxPages, busyMs = 5000 }: SqliteStoreOptions): Database.Database {
  // SQLite gives its side files the rights of the main one.
  closeSync(openSync(path, 'a', 0o600));
  const db = new Database(path, { timeout: busyMs });
  try {
    translated(() => {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
      const found = db.pragma('user_version', { simple: true }) as number;
      if (found > FORMAT) throw new NewerFormatError(found, FORMAT);
      db.exec('CREATE TABLE IF NOT EXISTS rows (key TEXT NOT NULL UNIQUE, value BLOB NOT NULL) STRICT');
      if (found < FORMAT) db.pragma(`user_version = ${FORMAT}`);
      if (maxPages !== undefined) db.pragma(`max_page_count = ${Math.trunc(maxPages)}`);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepareStatements(db: Database.Database) {
  const listRows = (direction: 'ASC' | 'DESC') =>
    db.prepare<[string, string, number], Row>(
      `SELECT key, value FROM rows WHERE key >= ? AND key < ? ORDER BY key ${direction} LIMIT ?`,
    );
  try {
    return translated(() => ({
      getRow: db.prepare<[string], Row>('SELECT key, value FROM rows WHERE key = ?'),
      ascending: listRows('ASC'),
      descending: listRows('DESC'),
      putRow: db.prepare(
        'INSERT INTO rows (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      ),
      deleteRow: db.prepare('DELETE FROM rows WHERE key = ?'),
      deleteRange: db.prepare('DELETE FROM rows WHERE key >= ? AND key < ?'),
    }));
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The half-open key range and the limit (-1: none) of a listing. */
function listBounds(prefix: string, { after, limit, reverse }: StoreListOptions) {
  let { from, to } = prefixRange(prefix);
  // "\0" is the smallest thing that can follow: the least key greater than `after`.
  if (after !== undefined && !reverse && after >= from) from = `${after}\0`;
  if (after !== undefined && reverse && after < to) to = after;
  return {
    from,
    to,
    limit: limit === undefined || limit === Number.POSITIVE_INFINITY ? -1 : Math.max(0, limit),
  };
}

// Our SQL never changes, so a plain SQLITE_ERROR ("no such column") means that the schema in the file is damaged.
const DAMAGE = /^SQLITE_(CORRUPT.*|NOTADB|ERROR|IOERR_SHORT_READ|FORMAT|MISMATCH)$/;

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code === 'SQLITE_FULL') throw new StoreFullError(error);
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      throw new StoreBlockedError(error);
    if (DAMAGE.test(code)) throw new DamagedError('file', error);
    throw error;
  }
}

/** A plain Uint8Array over the same memory, so that callers see no Buffer. */
function plainBytes(buffer: unknown): Uint8Array {
  if (!Buffer.isBuffer(buffer)) throw new DamagedError('file');
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function plainText(key: unknown): string {
  if (typeof key !== 'string') throw new DamagedError('file');
  return key;
}
