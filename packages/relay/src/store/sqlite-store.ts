/**
 * Events in SQLite: WAL, synchronous=FULL, one writer, a whole batch in one transaction. Events are kept and
 * handed out as JSON text.
 */
import { type NostrEvent, parseEvent } from '@keychart/nostr';
import Database from 'better-sqlite3';
import { type FilterSql, filterSql, mayRepeat } from './filter-sql.ts';
import { createInserter } from './sqlite-insert.ts';
import { prepareDatabase } from './sqlite-schema.ts';
import {
  type EventStore,
  type InsertResult,
  type NewEvent,
  type Page,
  type PageRequest,
  type Sees,
  type StoredEvent,
  StoreError,
  type StoreFilter,
} from './store.ts';

type Row = [id: string, kind: number, pubkey: string, created_at: number, p: string | null, raw: string];

export interface StoredName {
  readonly id: string;
  readonly kind: number;
  /** `kind:pubkey:d` of replaceable and addressable events. */
  readonly address: string | null;
  /** Unix seconds at which it is removed (NIP-40). */
  readonly expires: number | null;
}

export interface SqliteEventStore extends EventStore {
  /** The name of everything stored, to be compared with the log of what was taken. */
  names(): IterableIterator<StoredName>;
  /** For tests and operators: e.g. `max_page_count` stands for a full disk. */
  pragma(text: string): unknown;
}

/** Opens or creates the database. `:memory:` works. Throws if the file has a format of the future. */
export function openSqliteStore(path: string): SqliteEventStore {
  const db = new Database(path);
  prepareDatabase(db);
  const insertBatch = createInserter(db);
  const statements = new Map<string, Database.Statement>();
  const hasId = db.prepare('SELECT 1 FROM events WHERE id = ?');

  function statement(sql: string): Database.Statement {
    let found = statements.get(sql);
    if (!found) {
      // Shapes are few in practice; a client that invents them must not grow this without end.
      if (statements.size > 500) statements.clear();
      found = db.prepare(sql).raw();
      statements.set(sql, found);
    }
    return found;
  }

  function read(
    parts: readonly StoreFilter[],
    page: PageRequest,
    take: (event: StoredEvent) => void,
  ): boolean {
    const sources = parts.flatMap((part) => {
      const sql = filterSql(part);
      return sql ? [statement(headsSql(sql)).iterate(...sql.values, page.now) as IterableIterator<Row>] : [];
    });
    const only = sources[0];
    if (!only) return true;
    const dedupe = parts.length > 1 || parts.some(mayRepeat);
    return fillPage(
      sources.length === 1 ? only : inOrder(sources),
      { dedupe, until: parts[0]?.until },
      page,
      take,
    );
  }

  function query(filter: StoreFilter, page: PageRequest): Page {
    const events: StoredEvent[] = [];
    const complete = read([filter], page, (event) => events.push(event));
    return { events, complete };
  }

  function count(filters: readonly StoreFilter[], now: number, sees: Sees): number {
    const parts = filters.map(filterSql).filter((sql) => sql !== undefined);
    if (parts.length === 0) return 0;
    const union = parts.map((sql) => `SELECT e.seq FROM ${sql.from} WHERE ${sql.where}`).join(' UNION ');
    // The access decision depends on routing alone: one question per group, not per event.
    const text = `SELECT kind, pubkey, p, count(*) FROM events WHERE seq IN (${union})
      AND (expires IS NULL OR expires > ?) GROUP BY kind, pubkey, p`;
    const groups = statement(text).all(...parts.flatMap((sql) => sql.values), now) as [
      number,
      string,
      string | null,
      number,
    ][];
    let total = 0;
    for (const [kind, pubkey, p, size] of groups) {
      if (sees({ kind, pubkey, p })) total += size;
    }
    return total;
  }

  return {
    insert: (batch: readonly NewEvent[]): InsertResult[] => {
      try {
        return insertBatch(batch);
      } catch (error) {
        throw new StoreError(plainWords(error), error);
      }
    },
    read,
    query,
    count,
    eventsOfKinds: (kinds) => {
      const rows = db
        .prepare(
          `SELECT raw FROM events e
           WHERE e.kind IN (SELECT value FROM json_each(?)) ORDER BY e.created_at, e.id`,
        )
        .pluck()
        .all(JSON.stringify(kinds)) as string[];
      return rows.map(storedEvent);
    },
    has: (id) => hasId.get(id) !== undefined,
    removeExpired: (now) => insertBatch.removeExpired(now),
    nextExpiry: () =>
      (db.prepare('SELECT min(expires) FROM events WHERE expires IS NOT NULL').pluck().get() as
        | number
        | null) ?? undefined,
    size: () => db.prepare('SELECT count(*) FROM events').pluck().get() as number,
    names: () =>
      db.prepare('SELECT id, kind, address, expires FROM events').iterate() as IterableIterator<StoredName>,
    pragma: (text) => db.pragma(text, { simple: true }),
    close: () => {
      db.close();
    },
  };
}

function headsSql({ from, where, time }: FilterSql): string {
  return `SELECT e.id, e.kind, e.pubkey, e.created_at, e.p, e.raw FROM ${from} WHERE ${where}
    AND (e.expires IS NULL OR e.expires > ?) ORDER BY ${time} DESC, e.id ASC`;
}

/** Several sources as one, newest first; of the same second, the lower id first. Ends all of them when it ends. */
function* inOrder(sources: readonly IterableIterator<Row>[]): Iterable<Row> {
  try {
    const heads = sources.map((source) => source.next());
    for (;;) {
      let first = -1;
      for (const [n, head] of heads.entries()) {
        const best = heads[first];
        if (!head.done && (!best || best.done || comesBefore(head.value, best.value))) first = n;
      }
      const head = heads[first];
      if (!head || head.done) return;
      yield head.value;
      heads[first] = sources[first]!.next();
    }
  } finally {
    // An open iterator keeps the database from being written to.
    for (const source of sources) source.return?.();
  }
}

function comesBefore([idA, , , timeA]: Row, [idB, , , timeB]: Row): boolean {
  return timeA > timeB || (timeA === timeB && idA < idB);
}

function fillPage(
  rows: Iterable<Row>,
  { dedupe, until }: { dedupe: boolean; until: number | undefined },
  { limit, wholeSecond, hardCap, maxBytes, sees }: PageRequest,
  take: (event: StoredEvent) => void,
): boolean {
  let taken = 0;
  let bytes = 0;
  let last: StoredEvent | undefined;
  let lastId = '';
  for (const [id, kind, pubkey, created_at, p, raw] of rows) {
    if (dedupe && id === lastId) continue;
    lastId = id;
    const event = { id, kind, pubkey, created_at, p, raw };
    if (!sees(event)) continue;
    if (taken >= limit || bytes >= maxBytes) {
      const second = last?.created_at;
      const goOn = wholeSecond && (second === created_at || second === until) && taken < hardCap;
      if (!goOn) return false;
    }
    bytes += raw.length;
    taken += 1;
    last = event;
    take(event);
  }
  return true;
}

function storedEvent(raw: string): NostrEvent {
  const event = parseEvent(JSON.parse(raw));
  if ('error' in event) throw new Error(`the database holds something that is not an event: ${event.error}`);
  return event;
}

function plainWords(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'SQLITE_FULL') return 'error: the disk is full, the event was not stored; free some space';
  if (typeof code === 'string' && code.startsWith('SQLITE_IOERR')) {
    return 'error: the disk could not be written, the event was not stored';
  }
  if (code === 'SQLITE_READONLY') return 'error: the database is read-only, the event was not stored';
  return 'error: the event could not be stored';
}
