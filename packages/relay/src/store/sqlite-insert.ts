/**
 * The writing half of the SQLite store: replaceable and addressable events (NIP-01), deletion requests
 * (NIP-09, kind 5) and expiry (NIP-40), in one transaction per batch.
 */
import { kindClass, type NostrEvent, parseEvent, tagValue } from '@keychart/nostr';
import type Database from 'better-sqlite3';
import type { InsertResult, NewEvent } from './store.ts';

export interface Inserter {
  (batch: readonly NewEvent[]): InsertResult[];
  removeExpired(now: number): number;
}

const FOREVER = Number.MAX_SAFE_INTEGER;
const LETTER = /^[A-Za-z]$/;

export function createInserter(db: Database.Database): Inserter {
  const addEvent = db.prepare(
    `INSERT OR IGNORE INTO events (id, pubkey, kind, created_at, p, expires, address, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addTag = db.prepare('INSERT OR IGNORE INTO tags (name, value, created_at, seq) VALUES (?, ?, ?, ?)');
  const dropTag = db.prepare('DELETE FROM tags WHERE name = ? AND value = ? AND created_at = ? AND seq = ?');
  const dropEvent = db.prepare('DELETE FROM events WHERE seq = ?');
  const byAddress = db.prepare('SELECT seq, id, created_at FROM events WHERE address = ?').raw();
  const byId = db.prepare('SELECT seq FROM events WHERE id = ? AND pubkey = ? AND kind <> 5').pluck();
  const bodyOf = db.prepare('SELECT raw FROM events WHERE seq = ?').pluck();
  const addDeletion = db.prepare(
    `INSERT INTO deletions (target, pubkey, until) VALUES (?, ?, ?)
     ON CONFLICT (target, pubkey) DO UPDATE SET until = max(until, excluded.until)`,
  );
  const deletedUntil = db.prepare('SELECT until FROM deletions WHERE target = ? AND pubkey = ?').pluck();
  let anyDeletions = db.prepare('SELECT 1 FROM deletions LIMIT 1').get() !== undefined;

  function remove(seq: number): void {
    const event = parseEvent(JSON.parse(bodyOf.get(seq) as string));
    if (!('error' in event)) {
      for (const [name, value] of indexedTags(event)) dropTag.run(name, value, event.created_at, seq);
    }
    dropEvent.run(seq);
  }

  function isDeleted(event: NostrEvent, address: string | null): boolean {
    if (!anyDeletions || event.kind === 5) return false;
    if (deletedUntil.get(event.id, event.pubkey) !== undefined) return true;
    const until = address ? (deletedUntil.get(address, event.pubkey) as number | undefined) : undefined;
    return until !== undefined && event.created_at <= until;
  }

  function replace(event: NostrEvent, address: string): InsertResult | undefined {
    const old = byAddress.get(address) as [seq: number, id: string, createdAt: number] | undefined;
    if (!old) return undefined;
    const [seq, id, createdAt] = old;
    if (id === event.id) return 'duplicate';
    // NIP-01: of two with the same time the lower id is kept.
    if (createdAt > event.created_at || (createdAt === event.created_at && id < event.id))
      return 'superseded';
    remove(seq);
    return undefined;
  }

  function applyDeletion(event: NostrEvent): void {
    anyDeletions = true;
    for (const [name, target] of event.tags) {
      if (target === undefined) continue;
      if (name === 'e') {
        // The author is part of the key: a request for somebody else's event deletes nothing, now or later.
        addDeletion.run(target, event.pubkey, FOREVER);
        const seq = byId.get(target, event.pubkey) as number | undefined;
        if (seq !== undefined) remove(seq);
      } else if (name === 'a' && target.split(':')[1] === event.pubkey) {
        addDeletion.run(target, event.pubkey, event.created_at);
        const old = byAddress.get(target) as [seq: number, id: string, createdAt: number] | undefined;
        if (old && old[2] <= event.created_at) remove(old[0]);
      }
    }
  }

  function insertOne({ event, raw }: NewEvent): InsertResult {
    const address = addressOf(event);
    if (isDeleted(event, address)) return 'deleted';
    const answer = address === null ? undefined : replace(event, address);
    if (answer) return answer;
    const p = tagValue(event, 'p') ?? null;
    const { id, pubkey, kind, created_at } = event;
    const added = addEvent.run(id, pubkey, kind, created_at, p, expiryOf(event), address, raw);
    if (added.changes === 0) return 'duplicate';
    const seq = added.lastInsertRowid;
    for (const [name, value] of indexedTags(event)) addTag.run(name, value, created_at, seq);
    if (kind === 5) applyDeletion(event);
    return 'stored';
  }

  const insertBatch = db.transaction((batch: readonly NewEvent[]) => batch.map(insertOne));
  const expired = db.prepare('SELECT seq FROM events WHERE expires <= ? LIMIT 1000').pluck();
  const removeExpired = db.transaction((now: number) => {
    const seqs = expired.all(now) as number[];
    for (const seq of seqs) remove(seq);
    return seqs.length;
  });
  return Object.assign((batch: readonly NewEvent[]) => insertBatch(batch), {
    removeExpired: (now: number) => removeExpired(now),
  });
}

/** `kind:pubkey:d` of replaceable (d empty) and addressable events; null for all others. */
export function addressOf(event: NostrEvent): string | null {
  const kind = kindClass(event.kind);
  if (kind === 'replaceable') return `${event.kind}:${event.pubkey}:`;
  if (kind === 'addressable') return `${event.kind}:${event.pubkey}:${tagValue(event, 'd') ?? ''}`;
  return null;
}

/** NIP-40; null when it has none or one that is no time. */
export function expiryOf(event: NostrEvent): number | null {
  const text = tagValue(event, 'expiration');
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function* indexedTags(event: NostrEvent): Iterable<[string, string]> {
  for (const [name, value] of event.tags) {
    if (name !== undefined && value !== undefined && LETTER.test(name)) yield [name, value];
  }
}
