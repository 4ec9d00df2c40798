/** Somebody with a SQL shell and the log: each way to change it is found, and the entries are named. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seeded, testSeed } from '../testing/seeded.ts';
import { type AuditEntry, entryHash } from './audit-entry.ts';
import { openAuditLog, readAuditLog } from './audit-log.ts';
import { checkChain } from './check-chain.ts';

const ENTRIES = 40;
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keychart-audit-'));
  path = join(folder, 'audit.sqlite');
  let at = 1_700_000_000;
  const log = openAuditLog(path, { now: () => (at += 10) });
  for (let n = 1; n <= ENTRIES; n++) log.add('charter', { n, by: 'ab'.repeat(32), text: 'é "quoted"\n' });
  log.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes the file and tells what the check finds, as `check from-to`. */
function after(tamper: (db: Database.Database) => void): string[] {
  const db = new Database(path);
  tamper(db);
  db.close();
  const log = readAuditLog(path);
  const report = checkChain(() => log.entries());
  log.close();
  for (const fault of report.faults) {
    expect(fault.since, JSON.stringify(fault)).toBeGreaterThan(0);
    expect(fault.until).toBeGreaterThanOrEqual(fault.since);
  }
  return report.faults.map(({ check, from, to }) =>
    from === to ? `${check} ${from}` : `${check} ${from}-${to}`,
  );
}

const row = (db: Database.Database, seq: number) =>
  db.prepare('SELECT * FROM entries WHERE seq = ?').get(seq) as AuditEntry;
const put = (db: Database.Database, entry: AuditEntry) =>
  db
    .prepare(
      'INSERT OR REPLACE INTO entries (seq, at, what, detail, prev, hash) VALUES (@seq, @at, @what, @detail, @prev, @hash)',
    )
    .run(entry);
const rehashed = (entry: AuditEntry, patch: Partial<AuditEntry>): AuditEntry => {
  const changed = { ...entry, ...patch };
  return { ...changed, hash: entryHash(changed) };
};
const shift = (db: Database.Database, from: number, by: number) => {
  db.prepare('UPDATE entries SET seq = -seq WHERE seq >= ?').run(from);
  db.prepare('UPDATE entries SET seq = -seq + ? WHERE seq < 0').run(by);
};
const swap = (db: Database.Database, a: number, b: number) => {
  const [one, two] = [row(db, a), row(db, b)];
  put(db, { ...two, seq: a });
  put(db, { ...one, seq: b });
};

test.each<[string, (db: Database.Database) => void, string[]]>([
  ['nothing', () => undefined, []],
  ['a word', (db) => db.exec(`UPDATE entries SET detail = '{"n":0}' WHERE seq = 7`), ['altered 7']],
  ['the time', (db) => db.exec('UPDATE entries SET at = at + 1 WHERE seq = 7'), ['altered 7']],
  ['what it is', (db) => db.exec("UPDATE entries SET what = 'link' WHERE seq = 1"), ['altered 1']],
  ['the last entry', (db) => db.exec("UPDATE entries SET what = 'link' WHERE seq = 40"), ['altered 40']],
  [
    'the same value in other letters',
    (db) => db.exec("UPDATE entries SET detail = detail || ' ' WHERE seq = 9"),
    ['altered 9'],
  ],
  [
    'three in a row',
    (db) => db.exec("UPDATE entries SET what = 'x' WHERE seq BETWEEN 7 AND 9"),
    ['altered 7-9'],
  ],
  ['with its hash made anew', (db) => put(db, rehashed(row(db, 7), { what: 'link' })), ['altered 7']],
  [
    'the first, with its hash made anew',
    (db) => put(db, rehashed(row(db, 1), { what: 'link' })),
    ['altered 1'],
  ],
  ['its hash only', (db) => put(db, { ...row(db, 7), hash: 'ef'.repeat(32) }), ['altered 7']],
  ['what it follows', (db) => put(db, { ...row(db, 7), prev: 'ef'.repeat(32) }), ['altered 7']],
  ['one deleted', (db) => db.exec('DELETE FROM entries WHERE seq = 7'), ['missing 7']],
  ['the first deleted', (db) => db.exec('DELETE FROM entries WHERE seq = 1'), ['missing 1']],
  [
    'several deleted',
    (db) => db.exec('DELETE FROM entries WHERE seq IN (7, 8, 20)'),
    ['missing 7-8', 'missing 20'],
  ],
  [
    'one deleted and the gap closed',
    (db) => {
      db.exec('DELETE FROM entries WHERE seq = 7');
      shift(db, 8, -1);
    },
    ['missing 7', 'moved 8-40'],
  ],
  ['two neighbours swapped', (db) => swap(db, 7, 8), ['moved 7-8']],
  ['two far apart swapped', (db) => swap(db, 5, 30), ['moved 5', 'moved 30']],
  ['the first two swapped', (db) => swap(db, 1, 2), ['moved 1-2']],
  [
    'one put in between',
    (db) => {
      const before = row(db, 6);
      shift(db, 7, 1);
      put(db, rehashed(before, { seq: 7, prev: before.hash, what: 'invented' }));
    },
    ['inserted 7', 'moved 7-40'],
  ],
  [
    'one put in between with a hash of nothing',
    (db) => {
      const before = row(db, 6);
      shift(db, 7, 1);
      put(db, { ...before, seq: 7, what: 'invented', hash: 'ef'.repeat(32) });
    },
    ['inserted 7', 'moved 7-40'],
  ],
  ['one copied over another', (db) => put(db, { ...row(db, 5), seq: 20 }), ['missing 20', 'inserted 20']],
])('%s', (_, tamper, found) => {
  expect(after(tamper).sort()).toEqual([...found].sort());
});

test('any byte of any entry', () => {
  const random = seeded(testSeed());
  for (let round = 0; round < 60; round++) {
    const seq = 1 + random.below(ENTRIES);
    const column = ['at', 'what', 'detail', 'prev', 'hash'][random.below(5)] ?? 'at';
    let before: AuditEntry | undefined;
    const found = after((db) => {
      before = row(db, seq);
      const text = String(before[column as 'at']);
      const place = random.below(text.length);
      const other = String.fromCharCode(((text.charCodeAt(place) - 47) % 10) + 48);
      db.prepare(`UPDATE entries SET ${column} = ? WHERE seq = ?`).run(
        text.slice(0, place) + other + text.slice(place + 1),
        seq,
      );
    });
    const where = `seed ${random.seed}, round ${round}: ${column} of ${seq}: ${found.join()}`;
    expect(found.length, where).toBeGreaterThan(0);
    expect(found.join(), where).toContain(String(seq));
    const db = new Database(path);
    put(db, before as AuditEntry);
    db.close();
  }
  expect(after(() => undefined)).toEqual([]);
});
