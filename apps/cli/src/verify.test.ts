/** `keychart verify` against a disk somebody wrote to: every kind of forgery is found and named. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EventTemplate,
  finalizeEvent,
  generateSecretKey,
  type NostrEvent,
  parseNsec,
  type VerifiedEvent,
} from '@keychart/nostr';
import { bestVerifier } from '@keychart/nostr/node';
import { CHARTER } from '@keychart/protocol';
import { openSqliteStore } from '@keychart/relay';
import { type DataFolder, openDataFolder } from '@keychart/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemoLogins } from './demo-logins.ts';
import { keychart, temporaryFolder } from './testing/run-command.ts';
import { verifyStore } from './verify-store.ts';

const original = temporaryFolder();
let folder: DataFolder;
let weight: NostrEvent;

beforeAll(async () => {
  const made = await keychart(original.path, ['demo', '--no-serve', '--families', '1']);
  if (made.code !== 0) throw new Error(made.said);
  folder = openDataFolder(original.path);
  weight = stored(2113);
}, 120_000);
afterAll(() => original.remove());

const everything = {
  now: 0,
  limit: 10_000,
  wholeSecond: true,
  hardCap: 10_000,
  maxBytes: 1 << 28,
  sees: () => true,
};

function stored(kind: number): NostrEvent {
  const store = openSqliteStore(folder.database);
  const found = store.query({ kinds: [kind] }, everything).events[0];
  store.close();
  if (!found) throw new Error(`the demo has no event of kind ${kind}`);
  return JSON.parse(found.raw) as NostrEvent;
}

const keyOf = (role: string) => {
  const nsec = readDemoLogins(folder)?.logins.find((login) => login.role === role)?.nsec ?? '';
  return parseNsec(nsec) as Uint8Array;
};

/** Verifies a copy of the practice to which somebody has added a row, bypassing the relay. */
async function withRow(event: NostrEvent, raw = JSON.stringify(event)) {
  const copy = temporaryFolder();
  try {
    cpSync(original.path, copy.path, { recursive: true });
    const store = openSqliteStore(join(copy.path, 'events.sqlite'));
    store.insert([{ event: event as VerifiedEvent, raw }]);
    store.close();
    const { code, out } = await keychart(copy.path, ['verify', '--json']);
    const { faults } = JSON.parse(out) as { faults: { id: string; check: string; reason: string }[] };
    return { code, faults };
  } finally {
    copy.remove();
  }
}

const template = (patch: Partial<EventTemplate>): EventTemplate => ({
  kind: weight.kind,
  created_at: weight.created_at + 1,
  tags: weight.tags,
  content: weight.content,
  ...patch,
});

test.each<[string, string, () => NostrEvent]>([
  ['another text under the old id', 'id', () => ({ ...weight, id: 'ab'.repeat(32), content: 'x' })],
  [
    'a signature of something else',
    'signature',
    () => ({ ...finalizeEvent(template({}), keyOf('doctor')), sig: weight.sig }),
  ],
  ['a stranger’s record', 'authority', () => finalizeEvent(template({}), generateSecretKey())],
  ['a record by the front desk', 'authority', () => finalizeEvent(template({}), keyOf('frontdesk'))],
  [
    'a record from before the author was staff',
    'authority',
    () => finalizeEvent(template({ created_at: 1_000_000_000 }), keyOf('doctor')),
  ],
  [
    'a record in a channel nobody announced',
    'authority',
    () => finalizeEvent(template({ tags: [['p', 'cd'.repeat(32)]] }), keyOf('doctor')),
  ],
  [
    'a charter of a stranger',
    'authority',
    () =>
      finalizeEvent(
        template({ kind: CHARTER, tags: [['-']], content: stored(CHARTER).content }),
        generateSecretKey(),
      ),
  ],
  [
    'an access list not for this relay',
    'authority',
    () => finalizeEvent(template({ kind: 30210, tags: [['d', 'cd'.repeat(32)]] }), keyOf('doctor')),
  ],
  ['a kind that has no place', 'authority', () => finalizeEvent(template({ kind: 1 }), keyOf('doctor'))],
])('%s', async (_, check, forge) => {
  const event = forge();
  const { code, faults } = await withRow(event);
  expect(faults).toMatchObject([{ id: event.id, check }]);
  expect(code).toBe(1);
});

/** As a family notes what it opened; nobody here looks inside. */
const familyEntry = (kind: number, by: Uint8Array) =>
  finalizeEvent(
    {
      kind: 2107,
      created_at: Math.floor(Date.now() / 1000) + 60,
      tags: [
        ['p', stored(kind).tags[0]?.[1] ?? ''],
        ['patient-content', 'x'],
      ],
      content: '',
    },
    by,
  );

test('what a guardian opened is right in the one channel for it, and nobody else’s is', async () => {
  expect(await withRow(familyEntry(2110, keyOf('guardian')))).toEqual({ code: 0, faults: [] });
  const reason = 'the signer is neither staff nor of the family that reads this record';
  const strangers = await withRow(familyEntry(2110, generateSecretKey()));
  expect(strangers.faults).toMatchObject([{ check: 'authority', reason }]);
  const clinical = await withRow(familyEntry(2113, keyOf('guardian')));
  expect(clinical.faults).toMatchObject([{ check: 'authority' }]);
});

test('a row that says something else than its event', async () => {
  const event = finalizeEvent(template({}), keyOf('doctor'));
  expect((await withRow({ ...event, kind: 2114 }, JSON.stringify(event))).faults).toMatchObject([
    { check: 'stored' },
  ]);
  expect((await withRow(event, JSON.stringify(event).slice(0, 200))).faults).toMatchObject([
    { check: 'structure' },
  ]);
});

test('a practice that is not the one of the settings', async () => {
  const store = openSqliteStore(folder.database);
  const verifier = await bestVerifier();
  const { secret } = folder.relayKey();
  const report = await verifyStore({ store, verifier, root: 'ab'.repeat(32), relaySecret: secret });
  store.close();
  expect(report.ok).toBe(false);
  expect(report.faults.length).toBe(report.events);
});

test('people read what is wrong, event by event', async () => {
  const result = await keychart(original.path, ['verify']);
  expect(result).toMatchObject({ code: 0 });
  expect(result.out).toMatch(/^\d+ events: every id, signature and author is right\.$/);
});

test('an empty folder has nothing to verify', async () => {
  const empty = temporaryFolder();
  const result = await keychart(empty.path, ['verify']);
  empty.remove();
  expect(result.code).toBe(1);
  expect(result.said).toContain('There is no practice');
});
