/**
 * The tables. `events` holds what is filtered and sorted by, and last the JSON text as it goes out, so that
 * counting never reads it; `tags` holds the single-letter tags. Stored formats have a number in `user_version`.
 */
import type Database from 'better-sqlite3';

export const SCHEMA_VERSION = 1;

const schema = `
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pubkey TEXT NOT NULL,
  kind INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  p TEXT,
  expires INTEGER,
  address TEXT,
  raw TEXT NOT NULL
);
CREATE INDEX events_time ON events (created_at);
CREATE INDEX events_kind ON events (kind, created_at);
CREATE INDEX events_author ON events (pubkey, created_at);
CREATE UNIQUE INDEX events_address ON events (address) WHERE address IS NOT NULL;
CREATE INDEX events_expires ON events (expires) WHERE expires IS NOT NULL;
CREATE TABLE tags (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (name, value, created_at, seq)
) WITHOUT ROWID;
CREATE TABLE deletions (
  target TEXT NOT NULL,
  pubkey TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (target, pubkey)
) WITHOUT ROWID;
`;

/** Durability first: an OK is sent after COMMIT, and FULL makes COMMIT wait for the disk. */
export function prepareDatabase(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -32768');
  db.pragma('temp_store = MEMORY');
  // Reading a page costs no system call; written pages still go through the log.
  db.pragma('mmap_size = 1073741824');
  // Pages changed many times between two checkpoints are copied back once.
  db.pragma('wal_autocheckpoint = 8000');
  const version = db.pragma('user_version', { simple: true });
  if (version === SCHEMA_VERSION) return;
  if (version !== 0) {
    throw new Error(
      `the event database has format ${String(version)}, this relay knows ${SCHEMA_VERSION}: update the relay`,
    );
  }
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
}
