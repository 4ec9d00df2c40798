/**
 * kill -9 in the middle of a stream of writes, 100 times on one database: every event that was OK'd is there
 * afterwards, whole, and the log of the server is a chain without a gap. (A killed process, not a lost power supply: for that SQLite's synchronous=FULL has to do.)
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finalizeEvent, type NostrEvent, parseEvent, verifyEvent } from '@keychart/nostr';
import { nativeSecp256k1 } from '@keychart/nostr/node';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAuditLog } from './audit/audit-log.ts';
import { checkChain } from './audit/check-chain.ts';
import { namedInLog } from './audit/named-events.ts';
import { seeded, testSeed } from './testing/seeded.ts';
import { seconds, TestClient, testKey } from './testing/test-client.ts';

const ROUNDS = 100;
const PER_ROUND = 120;
const root = fileURLToPath(new URL('../../..', import.meta.url));
// Inside the repository, so that the bundle finds the native modules.
const bundle = join(root, 'node_modules', '.cache', `keychart-crash-${process.pid}`);
const folder = mkdtempSync(join(tmpdir(), 'keychart-crash-'));
const path = join(folder, 'events.sqlite');
const auditPath = join(folder, 'audit.sqlite');
const sign = nativeSecp256k1()?.finalize ?? finalizeEvent;

beforeAll(async () => {
  mkdirSync(bundle, { recursive: true });
  // Plain JavaScript starts in a tenth of the time that a TypeScript loader needs.
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('./testing/crash-relay.ts', import.meta.url)),
      outDir: bundle,
      rollupOptions: { output: { entryFileNames: 'relay.mjs' } },
    },
    ssr: { noExternal: [/^@keychart\//] },
  });
});
afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

async function startRelay(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(bundle, 'relay.mjs'), path, auditPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`the relay ended with ${code}`)));
  });
  return { child, url: `ws://127.0.0.1:${port}` };
}

/** What the log has, read as the kill left it. */
function readLog(where: string): { entries: number; named: Set<string> } {
  const log = readAuditLog(auditPath);
  try {
    const { faults, entries } = checkChain(() => log.entries());
    expect(faults, where).toEqual([]);
    return { entries, named: new Set([...namedInLog(log.entries())].map(({ event }) => event[1])) };
  } finally {
    log.close();
  }
}

test(`${ROUNDS} rounds`, { timeout: 900_000 }, async () => {
  const random = seeded(testSeed());
  const key = testKey();
  const confirmed = new Map<string, NostrEvent>();
  let last: string[] = [];
  let entries = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const events = Array.from({ length: PER_ROUND }, (_, n) =>
      sign(
        {
          kind: 1,
          created_at: seconds(),
          tags: [['t', `${round}`]],
          content: `${n} ${'x'.repeat(random.below(3000))}`,
        },
        key.secret,
      ),
    );
    const { child, url } = await startRelay();
    const client = await TestClient.open(url);
    if (last.length > 0) {
      const found = await client.count({ ids: last });
      expect(found, `seed ${random.seed}, round ${round}: of the ${last.length} OK'd before the kill`).toBe(
        last.length,
      );
    }
    const oks: string[] = [];
    const killAfter = 1 + random.below(PER_ROUND);
    const dead = new Promise((resolve) => child.once('exit', resolve));
    client.socket.on('message', (data) => {
      const [type, id, accepted] = JSON.parse(String(data)) as [string, string, boolean];
      if (type !== 'OK' || !accepted) return;
      oks.push(id);
      if (oks.length === killAfter) child.kill('SIGKILL');
    });
    for (const event of events) client.send('EVENT', event);
    await dead;
    await client.closed();
    const log = readLog(`seed ${random.seed}, round ${round}`);
    expect(log.entries, `seed ${random.seed}, round ${round}`).toBeGreaterThanOrEqual(entries);
    entries = log.entries;
    for (const id of oks) confirmed.set(id, events.find((event) => event.id === id) as NostrEvent);
    last = oks;
  }
  const db = new Database(path);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const raw = db.prepare('SELECT raw FROM events WHERE id = ?').pluck();
  for (const [id, event] of confirmed) {
    const stored = parseEvent(JSON.parse((raw.get(id) as string | undefined) ?? 'null'));
    expect(stored, `seed ${random.seed}: ${id} was OK'd`).toEqual({ ...event });
  }
  // And nothing is there that nobody signed.
  for (const text of db
    .prepare('SELECT raw FROM events ORDER BY random() LIMIT 200')
    .pluck()
    .all() as string[]) {
    const event = parseEvent(JSON.parse(text));
    expect('error' in event ? undefined : verifyEvent(event)).toBeDefined();
  }
  // The log names nothing that is not there; of what was OK'd it may lack the last moment before each kill.
  const { named } = readLog(`seed ${random.seed}`);
  for (const id of named) expect(raw.get(id), `seed ${random.seed}: the log names ${id}`).toBeDefined();
  expect(entries).toBeGreaterThan(ROUNDS);
  expect(named.size).toBeGreaterThan(ROUNDS);
  db.close();
  expect(confirmed.size).toBeGreaterThan(ROUNDS);
});
