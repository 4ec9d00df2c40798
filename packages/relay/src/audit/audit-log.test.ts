/** What becomes of what happens: alike things become one entry, nobody makes the log grow without bound, nothing is lost. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NostrEvent } from '@keychart/nostr';
import { CHANNEL_ACCESS, GIFT_WRAP } from '@keychart/protocol';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signed, testKey } from '../testing/test-client.ts';
import { type AuditLog, openAuditLog, readAuditLog } from './audit-log.ts';
import { checkChain } from './check-chain.ts';
import type { Happening } from './happening.ts';
import { namedInLog } from './named-events.ts';

const [doctor, nurse] = [testKey(), testKey()];
let folder: string;
let path: string;
let log: AuditLog;
let failures: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keychart-audit-'));
  path = join(folder, 'audit.sqlite');
  failures = [];
  log = openAuditLog(path, { every: 20, failed: (error) => failures.push(error) });
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

const query = (
  connection: number,
  filters: NonNullable<Extract<Happening, { what: 'queried' }>['filters']>,
): Happening => ({
  what: 'queried',
  connection,
  keys: [doctor.pk],
  how: 'REQ',
  filters,
  served: 3,
});
const accepted = (event: NostrEvent): Happening => ({ what: 'accepted', event });
function told(): { what: string; detail: Record<string, unknown> }[] {
  log.flush();
  return [...log.entries()].map(({ what, detail }) => ({
    what,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }));
}

test('one question asked many times is one entry, and says neither ids nor tags', () => {
  const P = nurse.pk;
  for (let n = 0; n < 50; n++)
    log.note(query(1, [{ kinds: [2113], '#p': [P], ids: ['ab'.repeat(32), `${n}`] }]));
  log.note(query(2, [{ kinds: [2113], '#p': [P] }]));
  expect(told()).toEqual([
    {
      what: 'queried',
      detail: {
        connection: 1,
        keys: [doctor.pk],
        how: 'REQ',
        filters: [{ kinds: [2113], '#p': 1, ids: 2 }],
        served: 150,
        times: 50,
      },
    },
    expect.objectContaining({ detail: expect.objectContaining({ connection: 2, times: 1 }) }),
  ]);
  expect(JSON.stringify(told())).not.toContain(P);
});

test('somebody who asks differently each time, is refused all the time or knocks all night', () => {
  for (let n = 0; n < 2_000; n++) {
    log.note(query(1, [{ kinds: [n] }]));
    log.note({ what: 'refused', connection: 1, keys: [], how: 'EVENT', kind: n, reason: `invalid: ${n}` });
    log.note({ what: 'opened', connection: n, from: '10.0.x.x' });
    log.note({
      what: 'closed',
      connection: n,
      keys: [],
      from: '10.0.x.x',
      code: 1006,
      reason: 'by the peer',
      seconds: 0,
    });
  }
  const entries = told();
  expect(entries.length).toBeLessThan(80);
  const sum = (what: string) =>
    entries.filter((entry) => entry.what === what).reduce((all, { detail }) => all + Number(detail.times), 0);
  for (const what of ['queried', 'refused', 'opened', 'closed']) expect(sum(what), what).toBe(2_000);
});

test('every event is named: many in one entry, access lists with what they replace, no sender beside a gift wrap', () => {
  const one = signed(doctor, { kind: 2113 });
  const records = Array.from({ length: 1_200 }, (_, n) => ({ ...one, id: `${n}`.padStart(64, '0') }));
  for (const event of records) log.note(accepted(event));
  const lists = [0, 1].map(() =>
    signed(nurse, { kind: CHANNEL_ACCESS, tags: [['d', 'cd'.repeat(32)]], content: `${Math.random()}` }),
  );
  for (const event of lists) log.note(accepted(event));
  const wrap = signed(testKey(), {
    kind: GIFT_WRAP,
    tags: [
      ['p', nurse.pk],
      ['expiration', '99999999999'],
    ],
  });
  log.note(accepted(wrap));
  const entries = told();
  expect(entries.map(({ what }) => what)).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'access-list',
    'accepted',
  ]);
  const names = [...namedInLog(log.entries())].map(({ event }) => event);
  expect(names.slice(0, 1_200).map(([, id]) => id)).toEqual(records.map(({ id }) => id));
  const address = `30210:${nurse.pk}:${'cd'.repeat(32)}`;
  expect(names.slice(1_200)).toEqual([
    ...lists.map(({ id }) => [CHANNEL_ACCESS, id, address]),
    [GIFT_WRAP, wrap.id, '', 99_999_999_999],
  ]);
  expect(entries.at(-1)?.detail.by).toBeUndefined();
});

test('it is written by itself, seen by a reader meanwhile, and goes on where it ended', async () => {
  log.note({ what: 'authenticated', connection: 1, key: doctor.pk });
  const reader = readAuditLog(path);
  await expect.poll(() => [...reader.entries()].length).toBe(1);
  log.close();
  log = openAuditLog(path);
  log.add('start', { version: '1' });
  log.settle();
  expect(checkChain(() => reader.entries())).toMatchObject({ faults: [], entries: 2 });
  reader.close();
});

test('a disk that takes nothing for a while: what happened is written when it does', () => {
  const blocker = new Database(path);
  blocker.exec(`CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  for (let n = 0; n < 3; n++) {
    log.note({ what: 'authenticated', connection: n, key: doctor.pk });
    log.flush();
  }
  expect(failures).toHaveLength(3);
  expect(log.last()).toBeUndefined();
  blocker.exec('DROP TRIGGER full');
  blocker.close();
  expect(told().map(({ detail }) => detail.connection)).toEqual([0, 1, 2]);
});

test('a format of the future is not touched', () => {
  log.close();
  const db = new Database(path);
  db.pragma('user_version = 9');
  db.close();
  expect(() => openAuditLog(path)).toThrow('the audit log has format 9');
  const back = new Database(path);
  back.pragma('user_version = 1');
  back.close();
  log = openAuditLog(path);
});
