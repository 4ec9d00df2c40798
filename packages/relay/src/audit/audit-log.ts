/**
 * The server's own log: a hash chain in a SQLite file of its own. What happens is gathered and written every
 * second in one transaction that does not wait for the disk (WAL, synchronous=NORMAL): a killed process loses at
 * most that second, and the chain on the disk is whole. `settle` waits for the disk, before a head is signed.
 */
import Database from 'better-sqlite3';
import { type AuditEntry, canonicalJson, type Detail, entryHash, GENESIS } from './audit-entry.ts';
import { createGatherer, type NewEntry } from './gather.ts';
import type { Happening } from './happening.ts';

export interface AuditLogOptions {
  /** Unix seconds. */
  readonly now?: () => number;
  /** Milliseconds between two writes. */
  readonly every?: number;
  /** Entries could not be written; they are kept for the next time. */
  readonly failed?: (error: unknown) => void;
}

export interface AuditLog {
  readonly note: (happening: Happening) => void;
  /** An act of the server itself. */
  add(what: string, detail: Detail): void;
  /** Writes what was gathered. */
  flush(): void;
  /** Writes, and returns when it is on the disk for good. */
  settle(): void;
  /** The newest entry that is written. */
  last(): AuditEntry | undefined;
  lastOf(what: string): AuditEntry | undefined;
  /** Entries after this one that say something other than that a head was published. */
  newSince(seq: number): number;
  /** Written ones, oldest first. */
  entries(): IterableIterator<AuditEntry>;
  /** A note beside the chain that nothing is proven by. */
  readonly memo: { get(name: string): string | undefined; set(name: string, value: string): void };
  close(): void;
}

const VERSION = 1;
/** Entries gathered that are written without waiting for the second to pass. */
const MANY = 500;
/** Entries that wait for a disk that takes nothing; beyond them only their number is kept. */
const WAITING = 20_000;

const schema = `
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  detail TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE memo (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

const COLUMNS = 'seq, at, what, detail, prev, hash';

/** Opens or makes the file; one process at a time. Throws if it has a format of the future. */
export function openAuditLog(path: string, options: AuditLogOptions = {}): AuditLog {
  const { now = systemSeconds, every = 1_000, failed = () => undefined } = options;
  const db = new Database(path);
  prepare(db);
  const newest = db.prepare(`SELECT ${COLUMNS} FROM entries ORDER BY seq DESC LIMIT 1`);
  const insert = db.prepare(`INSERT INTO entries (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`);
  const gatherer = createGatherer();
  let last = newest.get() as AuditEntry | undefined;
  let waiting: (NewEntry & { readonly at: number })[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;

  const write = db.transaction((entries: typeof waiting) => {
    let head = last;
    for (const { what, detail, at } of entries) {
      const entry = {
        seq: (head?.seq ?? 0) + 1,
        at,
        what,
        detail: canonicalJson(detail),
        prev: head?.hash ?? GENESIS,
      };
      head = { ...entry, hash: entryHash(entry) };
      insert.run(head.seq, head.at, head.what, head.detail, head.prev, head.hash);
    }
    return head;
  });

  function collect(): void {
    const at = now();
    for (const entry of gatherer.drain()) waiting.push({ ...entry, at });
    if (waiting.length <= WAITING) return;
    lost += waiting.length - WAITING;
    waiting.length = WAITING;
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    collect();
    if (waiting.length === 0) return;
    const entries = lost > 0 ? [...waiting, { what: 'lost', detail: { entries: lost }, at: now() }] : waiting;
    try {
      last = write(entries);
      waiting = [];
      lost = 0;
    } catch (error) {
      failed(error);
      arm();
    }
  }

  function arm(): void {
    timer ??= setTimeout(flush, every).unref();
  }

  return {
    note: (happening) => {
      // A connection that is slow to go may outlive its log.
      if (!db.open) return;
      gatherer.take(happening);
      if (gatherer.size >= MANY && waiting.length === 0) flush();
      else arm();
    },
    add: (what, detail) => {
      // Behind what happened before it.
      collect();
      waiting.push({ what, detail, at: now() });
      arm();
    },
    flush,
    settle: () => {
      flush();
      // Before it copies anything a checkpoint brings the log of the database to the disk.
      db.pragma('wal_checkpoint(PASSIVE)');
    },
    last: () => last,
    lastOf: (what) =>
      db.prepare(`SELECT ${COLUMNS} FROM entries WHERE what = ? ORDER BY seq DESC LIMIT 1`).get(what) as
        | AuditEntry
        | undefined,
    newSince: (seq) =>
      db.prepare("SELECT count(*) FROM entries WHERE seq > ? AND what <> 'head'").pluck().get(seq) as number,
    entries: () =>
      db.prepare(`SELECT ${COLUMNS} FROM entries ORDER BY seq`).iterate() as IterableIterator<AuditEntry>,
    memo: {
      get: (name) =>
        db.prepare('SELECT value FROM memo WHERE name = ?').pluck().get(name) as string | undefined,
      set: (name, value) => {
        db.prepare('INSERT OR REPLACE INTO memo (name, value) VALUES (?, ?)').run(name, value);
      },
    },
    close: () => {
      flush();
      clearTimeout(timer);
      db.close();
    },
  };
}

/** The log as it lies on the disk, without changing a byte; the server may be running. Throws if it cannot be read. */
export function readAuditLog(path: string): { entries(): IterableIterator<AuditEntry>; close(): void } {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  return {
    entries: () =>
      db.prepare(`SELECT ${COLUMNS} FROM entries ORDER BY seq`).iterate() as IterableIterator<AuditEntry>,
    close: () => {
      db.close();
    },
  };
}

function prepare(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('busy_timeout = 5000');
  const version = db.pragma('user_version', { simple: true });
  if (version === VERSION) return;
  if (version !== 0) {
    throw new Error(`the audit log has format ${String(version)}, this program knows ${VERSION}: update it`);
  }
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`user_version = ${VERSION}`);
  })();
}

function systemSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
