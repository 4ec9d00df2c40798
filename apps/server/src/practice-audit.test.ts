/** The log a real server keeps of itself: what stands in it, its heads, and what a restart and a crash leave. */

import { rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  connectRelay,
  createHttpAuth,
  generateSecretKey,
  getPublicKey,
  localSigner,
  type NostrEvent,
  verifyEvent,
} from '@keychart/nostr';
import { bestVerifier } from '@keychart/nostr/node';
import { AUDIT_HEAD, CHARTER, parseAuditHead } from '@keychart/protocol';
import {
  type AuditEntry,
  createRelay,
  openAuditLog,
  openSqliteStore,
  practicePolicy,
  readAuditLog,
  verifyAudit,
} from '@keychart/relay';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Config, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { openPracticeAudit } from './practice-audit.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { type PracticeFolder, practiceFolder } from './testing/practice-folder.ts';

let made: PracticeFolder;
let running: RunningServer | undefined;
beforeEach(() => {
  made = practiceFolder();
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  made.remove();
});

async function start(patch: Partial<Config> = {}): Promise<RunningServer> {
  const read = readConfig({ DATA_DIR: made.folder.path, PORT: '0', LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error(read.problems.join());
  running = await startServer({
    config: { ...read.config, ...patch },
    log: createLogger('silent'),
    webApps: [],
  });
  return running;
}

function entries(): AuditEntry[] {
  const log = readAuditLog(made.folder.audit);
  const found = [...log.entries()];
  log.close();
  return found;
}

function heads(): NostrEvent[] {
  const store = openSqliteStore(made.folder.database);
  const found = store.eventsOfKinds([AUDIT_HEAD]);
  store.close();
  return found;
}

async function verdict() {
  const store = openSqliteStore(made.folder.database);
  const log = readAuditLog(made.folder.audit);
  const verifier = await bestVerifier();
  const report = await verifyAudit({ log, store, verifier, self: made.folder.relayKey().pubkey });
  verifier.close();
  log.close();
  store.close();
  return report;
}

/** Asks for the charter as this person and goes. */
async function visit(server: RunningServer, secret: Uint8Array, kinds = [CHARTER]): Promise<NostrEvent[]> {
  const client = connectRelay(server.localRelayUrl, { signers: [localSigner(secret)], WebSocket });
  const events: NostrEvent[] = [];
  try {
    await new Promise<void>((resolve) => {
      const look = () => ['live', 'refused'].includes(client.state.status) && resolve();
      client.onState(look);
      look();
    });
    if (client.state.status === 'live') {
      await client.query([{ kinds }], (page) => {
        events.push(...page);
      });
    }
  } finally {
    await client.close();
  }
  return events;
}

const saying = (what: string) =>
  entries()
    .filter((entry) => entry.what === what)
    .map(({ detail }) => JSON.parse(detail) as Record<string, unknown>);

test('who came, asked and was refused, by key, and nothing of what was asked', async () => {
  const server = await start();
  const stranger = generateSecretKey();
  await visit(server, made.doctor);
  await expect(visit(server, stranger)).rejects.toThrow('this key has no access to this practice');
  await server.close();
  const doctor = getPublicKey(made.doctor);
  expect(saying('authenticated').map(({ key }) => key)).toEqual(
    expect.arrayContaining([doctor, getPublicKey(stranger)]),
  );
  expect(saying('queried')).toContainEqual(
    expect.objectContaining({ keys: [doctor], how: 'REQ', served: 1, filters: [{ kinds: [CHARTER] }] }),
  );
  expect(saying('refused')).toContainEqual(
    expect.objectContaining({
      keys: [getPublicKey(stranger)],
      reason: expect.stringMatching(/^restricted: /),
    }),
  );
  expect(saying('closed').map(({ keys }) => keys)).toContainEqual([doctor]);
  expect(saying('opened')[0]).toMatchObject({ from: '127.0.x.x' });
  expect(saying('settings')).toMatchObject([{ host: '127.0.0.1', practice: { root: made.root } }]);
  expect(
    entries()
      .map(({ what }) => what)
      .slice(-2),
  ).toEqual(['stop', 'head']);
  const text = JSON.stringify(entries());
  for (const secret of [made.doctor, stranger, made.folder.relayKey().secret]) {
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
  }
  // Private to the account, as everything in the folder.
  expect(statSync(made.folder.audit).mode & 0o077).toBe(0);
});

test('an orderly end signs the head of all there is, and members find it when they come back', async () => {
  await (await start()).close();
  const [head] = heads();
  const stop = entries().find(({ what }) => what === 'stop');
  expect(head && verifyEvent(head)).toBeTruthy();
  expect(head?.pubkey).toBe(made.folder.relayKey().pubkey);
  expect(parseAuditHead(head?.content ?? '')).toEqual({
    ok: true,
    value: { seq: stop?.seq, hash: stop?.hash, at: stop?.at, entries: stop?.seq },
  });
  const server = await start();
  expect(await visit(server, made.doctor, [AUDIT_HEAD])).toContainEqual(head);
  await server.close();
  expect(await verdict()).toMatchObject({ ok: true, heads: 2, notes: [] });
});

test('settings are entered where they have changed', async () => {
  await (await start()).close();
  await (await start()).close();
  expect(saying('settings')).toHaveLength(1);
  await (await start({ logLevel: 'warn' })).close();
  expect(saying('settings')).toHaveLength(2);
  expect(saying('start')).toHaveLength(3);
  expect(saying('found')).toHaveLength(1);
});

test('what stood in the store before the log began is named; a log that lost its end gets a new head at once', async () => {
  await (await start()).close();
  expect(entries()[0]).toMatchObject({ seq: 1, what: 'found' });
  const before = heads().length;
  // As a killed process leaves it: entries, but no head over them.
  const log = openAuditLog(made.folder.audit);
  log.add('start', { version: 'killed' });
  log.close();
  const server = await start();
  await expect.poll(() => heads().length).toBe(before + 1);
  await server.close();
  expect(await verdict()).toMatchObject({ ok: true, faults: [] });
});

test('what an administrator does to the server itself, and whom it takes for none', async () => {
  const server = await start();
  const stranger = generateSecretKey();
  const post = async (as: Uint8Array) => {
    const url = new URL('/api/agents', server.url).href;
    const body = JSON.stringify({ service: 'billing', name: 'Invoices' });
    const template = { url, method: 'POST', body };
    const authorization = await createHttpAuth(template, localSigner(as), Math.floor(Date.now() / 1000));
    const headers = { authorization, 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };
  expect(await post(made.doctor)).toBe(201);
  expect(await post(stranger)).toBe(403);
  await server.close();
  const act = { key: getPublicKey(made.doctor), method: 'POST', route: '/api/agents', status: 201 };
  expect(saying('administered')).toEqual([act]);
  expect(saying('refused')).toMatchObject([{ how: 'HTTP', keys: [getPublicKey(stranger)], times: 1 }]);
  rmSync(`${made.folder.path}.agent-secret`, { force: true });
});

test('while it runs, a head goes out to the members who are there, and none where nothing is new', async () => {
  const { folder, root, doctor } = made;
  const store = openSqliteStore(folder.privateDatabase());
  const verifier = await bestVerifier();
  const key = folder.relayKey();
  const now = () => Math.floor(Date.now() / 1000);
  const log = createLogger('silent');
  const audit = openPracticeAudit({ folder, store, key, log, settings: {}, now });
  const policy = practicePolicy({ root, secretKey: key.secret });
  let url = '';
  const relay = createRelay({ store, verifier, policy, url: () => url, audit: audit.note });
  const http = createServer();
  relay.attach(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = connectRelay(url, { signers: [localSigner(doctor)], WebSocket });
  const seen: NostrEvent[] = [];
  client.subscribe([{ kinds: [AUDIT_HEAD] }], { onEvent: (event) => void seen.push(event) });
  let hourPasses = async (): Promise<void> => undefined;
  audit.follow(relay, (work) => {
    hourPasses = work;
    return () => undefined;
  });
  await hourPasses();
  await expect.poll(() => seen.length).toBe(1);
  await client.close();
  // Somebody was told of it, and goes: that is new, and then there is nothing any more.
  await expect.poll(() => saying('closed').length, { timeout: 5_000 }).toBe(1);
  await hourPasses();
  expect(heads()).toHaveLength(2);
  await hourPasses();
  expect(heads()).toHaveLength(2);
  await relay.close();
  audit.close();
  store.close();
  verifier.close();
  http.close();
  expect(await verdict()).toMatchObject({ ok: true, faults: [] });
});

test('a file that is no log stops the start with a sentence', async () => {
  made.folder.writePrivate('audit.sqlite', 'not a database, and long enough to be looked at'.repeat(100));
  await expect(start()).rejects.toThrow(/audit\.sqlite cannot be opened \(.*\): restore it from a backup\./);
});
