/**
 * The whole log of a real relay against somebody who can write to every file of the server but does not have the
 * relay's key: what they change, cut off, replace or take out of the store is found and named.
 */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NostrEvent, npubEncode, type VerifiedEvent } from '@keychart/nostr';
import { bestVerifier } from '@keychart/nostr/node';
import { AUDIT_HEAD } from '@keychart/protocol';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { seconds, signed } from '../testing/test-client.ts';
import { oneOfEach, startTestPractice, type TestPractice } from '../testing/test-practice.ts';
import { type AuditEntry, entryHash, GENESIS } from './audit-entry.ts';
import { type AuditLog, openAuditLog, readAuditLog } from './audit-log.ts';
import { type AuditReport, verifyAudit } from './verify-audit.ts';

const original = mkdtempSync(join(tmpdir(), 'keychart-verify-audit-'));
let it: TestPractice;
let record: NostrEvent;
let list: NostrEvent;
/** Somebody signed that they opened a chart. */
let opened: NostrEvent;
/** Numbers of the entries that the two heads cover. */
const heads: number[] = [];

beforeAll(async () => {
  const log = openAuditLog(join(original, 'audit.sqlite'));
  it = await startTestPractice({ path: join(original, 'events.sqlite'), audit: log.note });
  await busy(log);
  await publishHead(log);
  await busy(log);
  list = await it.put(it.access(it.channel.A.clin, { c: 'clin' }, it.keys.admin, seconds()));
  await publishHead(log);
  const written = oneOfEach(it);
  record = await it.put(written['A.clin'] as NostrEvent);
  opened = await it.put(signed(it.keys.nurse, { kind: 2107, tags: [['p', it.channel.A.desk]] }));
  log.flush();
  await publishHead(log);
  await it.stop();
  log.add('stop', {});
  log.close();
});
afterAll(() => rmSync(original, { recursive: true }));

async function busy(log: AuditLog): Promise<void> {
  const doctor = await it.connect(it.keys.doctor);
  for (let n = 0; n < 5; n++) {
    await doctor.request({ kinds: [2113], limit: n + 1 });
    await it.put(signed(it.keys.doctor, { kind: 2113, tags: [['p', it.channel.A.clin]], content: `${n}` }));
    log.flush();
  }
}

async function publishHead(log: AuditLog): Promise<void> {
  log.settle();
  const { seq, hash, at } = log.last() as AuditEntry;
  const content = JSON.stringify({ seq, hash, at, entries: seq - (heads.at(-1) ?? 0) });
  await it.put(signed(it.self, { kind: AUDIT_HEAD, content }));
  heads.push(seq);
  log.flush();
}

interface Files {
  readonly audit: Database.Database;
  readonly events: Database.Database;
}

async function after(
  tamper: (files: Files) => void,
  input: { heads?: NostrEvent[]; pause?: () => Promise<void> } = {},
): Promise<AuditReport> {
  const copy = mkdtempSync(join(tmpdir(), 'keychart-verify-audit-'));
  cpSync(original, copy, { recursive: true });
  const files = {
    audit: new Database(join(copy, 'audit.sqlite')),
    events: new Database(join(copy, 'events.sqlite')),
  };
  tamper(files);
  files.audit.close();
  files.events.close();
  const store = openSqliteStore(join(copy, 'events.sqlite'));
  const log = readAuditLog(join(copy, 'audit.sqlite'));
  const verifier = await bestVerifier();
  try {
    return await verifyAudit({ log, store, verifier, self: it.self.pk, ...input });
  } finally {
    verifier.close();
    log.close();
    store.close();
    rmSync(copy, { recursive: true });
  }
}

function storedEvents(): number {
  const store = openSqliteStore(join(original, 'events.sqlite'));
  const size = store.size();
  store.close();
  return size;
}

const all = (audit: Database.Database) =>
  audit.prepare('SELECT * FROM entries ORDER BY seq').all() as AuditEntry[];
const dropEvent = (events: Database.Database, id: string) =>
  events.prepare('DELETE FROM events WHERE id = ?').run(id);
/** What an attacker with a program does: every hash from there on is made anew. */
function rewrite(
  audit: Database.Database,
  from: number,
  change: (entry: AuditEntry) => Partial<AuditEntry> | undefined,
) {
  const entries = all(audit);
  audit.exec('DELETE FROM entries');
  const put = audit.prepare(
    'INSERT INTO entries (seq, at, what, detail, prev, hash) VALUES (@seq, @at, @what, @detail, @prev, @hash)',
  );
  let prev = GENESIS;
  let seq = 0;
  for (const entry of entries) {
    const patch = entry.seq < from ? {} : change(entry);
    if (!patch) continue;
    const changed = { ...entry, ...patch, prev, seq: seq + 1 };
    const hash = entryHash(changed);
    put.run({ ...changed, hash });
    [prev, seq] = [hash, seq + 1];
  }
}
const says = (report: AuditReport) =>
  report.faults.map(({ check, from, to, id }) => [check, from ?? id, to ?? 0].join(' '));

test('as it was written it is whole, and names everything that is stored', async () => {
  const report = await after(() => undefined);
  expect(report).toMatchObject({ ok: true, faults: [], heads: 3 });
  // One access list has been replaced by its next version.
  expect(report.events).toBe(storedEvents() + 1);
});

test('one entry altered in a chain that was made anew: the head says between which two', async () => {
  const [first = 0, second = 0, third = 0] = heads;
  const report = await after(({ audit }) =>
    rewrite(audit, first + 2, (entry) => (entry.seq === first + 2 ? { at: entry.at - 1 } : {})),
  );
  expect(says(report)).toEqual([`head ${first + 1} ${second}`, `head ${second + 1} ${third}`]);
});

test('the end cut off', async () => {
  const third = heads[2] ?? 0;
  const report = await after(({ audit }) => audit.exec(`DELETE FROM entries WHERE seq > ${third - 3}`));
  expect(says(report)).toContain(`cut off ${third - 2} ${third}`);
  expect(report.faults[0]).toMatchObject({ check: 'cut off', id: expect.any(String) });
});

test('the whole log replaced by a shorter or an empty one', async () => {
  const emptied = await after(({ audit }) => audit.exec('DELETE FROM entries'));
  expect(says(emptied)).toContain(`cut off 1 ${heads[2]}`);
  const replaced = await after(({ audit }) => rewrite(audit, 1, (entry) => ({ at: entry.at - 1 })));
  expect(says(replaced)[0]).toBe(`head 1 ${heads[0]}`);
  // Every refusal and every query left out, as if nobody had asked.
  const cleaned = await after(({ audit }) =>
    rewrite(audit, 1, ({ what }) => (what === 'queried' ? undefined : {})),
  );
  expect(cleaned.ok).toBe(false);
});

test('entries deleted, swapped and altered are named, whatever the heads say', async () => {
  const deleted = await after(({ audit }) => audit.exec('DELETE FROM entries WHERE seq IN (4, 5)'));
  expect(says(deleted)).toContain('missing 4 5');
  const altered = await after(({ audit }) => audit.exec("UPDATE entries SET what = 'expired' WHERE seq = 4"));
  expect(says(altered)).toContain('altered 4 4');
});

test('a record taken out of the store, also together with everything that points to it', async () => {
  const report = await after(({ events }) => dropEvent(events, record.id));
  expect(report.faults).toMatchObject([{ check: 'event missing', id: record.id, from: expect.any(Number) }]);
  expect(report.faults[0]?.since).toBeGreaterThan(0);
});

test('a signed entry of the access log taken out is named with who had signed it', async () => {
  const { id, pubkey } = opened;
  const report = await after(({ events }) => dropEvent(events, id));
  expect(report.faults).toMatchObject([
    {
      check: 'event missing',
      id,
      reason: `the log says that this entry of the access log, signed by ${npubEncode(pubkey)}, was stored, and it is not there`,
    },
  ]);
});

test('an access list taken out, or put back to the one before', async () => {
  const taken = await after(({ events }) => dropEvent(events, list.id));
  expect(taken.faults).toMatchObject([{ check: 'event missing', id: list.id }]);
});

test('an event put into the store past the relay', async () => {
  const forged = signed(it.keys.doctor, {
    kind: 2113,
    tags: [['p', it.channel.A.clin]],
    content: 'past the relay',
  });
  const report = await after(({ events }) => {
    events
      .prepare('INSERT INTO events (id, pubkey, kind, created_at, p, raw) VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        forged.id,
        forged.pubkey,
        forged.kind,
        forged.created_at,
        it.channel.A.clin,
        JSON.stringify(forged),
      );
  });
  expect(says(report)).toEqual([`event unnamed ${forged.id} 0`]);
});

test('a head taken out of the store, and one that somebody else has signed', async () => {
  const without = await after(({ events }) => events.exec(`DELETE FROM events WHERE kind = ${AUDIT_HEAD}`));
  expect(without.faults.map(({ check }) => check)).toEqual([
    'event missing',
    'event missing',
    'event missing',
  ]);
  const content = JSON.stringify({ seq: 1, hash: 'ab'.repeat(32), at: 1, entries: 1 });
  const false_ = signed(it.keys.admin, { kind: AUDIT_HEAD, content });
  expect(says(await after(() => undefined, { heads: [false_] }))).toEqual([`head ${false_.id} 0`]);
});

test('log and heads wound back together are found by a head kept elsewhere', async () => {
  const kept: NostrEvent[] = [];
  const windBack = ({ audit, events }: Files) => {
    const newest = events
      .prepare('SELECT id, raw FROM events WHERE kind = ? ORDER BY seq DESC LIMIT 1')
      .get(AUDIT_HEAD) as {
      id: string;
      raw: string;
    };
    if (kept.length === 0) kept.push(JSON.parse(newest.raw) as VerifiedEvent);
    dropEvent(events, newest.id);
    dropEvent(events, record.id);
    audit.exec(`DELETE FROM entries WHERE seq > ${(heads[1] ?? 0) + 1}`);
  };
  const blind = await after(windBack);
  expect(blind.faults.filter(({ check }) => check !== 'event unnamed')).toEqual([]);
  expect(says(await after(windBack, { heads: kept }))).toContain(
    `cut off ${(heads[1] ?? 0) + 2} ${heads[2]}`,
  );
});

test('a process that was killed leaves a note, no finding', async () => {
  const last = (heads[2] ?? 0) + 1;
  // Its last second never reached the log: the head's own entry and, say, one record.
  const extra = signed(it.keys.doctor, { kind: 2113, tags: [['p', it.channel.A.clin]] });
  const report = await after(({ audit, events }) => {
    audit.exec(`DELETE FROM entries WHERE seq >= ${last}`);
    events
      .prepare('INSERT INTO events (id, pubkey, kind, created_at, p, raw) VALUES (?, ?, ?, ?, ?, ?)')
      .run(extra.id, extra.pubkey, extra.kind, extra.created_at, it.channel.A.clin, JSON.stringify(extra));
  });
  expect(report.ok).toBe(true);
  expect(report.notes.join()).toMatch(/ended without closing its log: 2 events/);
});
