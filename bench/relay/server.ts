// The relay's side of the benchmark, in a process of its own: `relay` is ours with the practice's access rules and
// the server's own log, `unlogged` the same without the log, `bare` the least that stores and serves signed events with the same parts (ws, better-sqlite3, the verifier).
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NostrEvent, VerifiedEvent } from '@keychart/nostr';
import { bestVerifier } from '@keychart/nostr/node';
import { createRelay, openAuditLog, openSqliteStore, practicePolicy } from '@keychart/relay';
import Database from 'better-sqlite3';
import { type WebSocket, WebSocketServer } from 'ws';
import { archive, governance, relaySecret, root } from './practice.ts';

const [mode, folder] = process.argv.slice(2) as ['relay' | 'unlogged' | 'bare' | 'fill', string];
const server = createServer();
const verifier = await bestVerifier();
if (mode === 'fill') fill();
else if (mode === 'bare') bareRelay(join(folder, 'bare.sqlite'));
else ourRelay(join(folder, 'relay.sqlite'));
let peakRss = 0;
// Only the cheap figure is sampled: reading smaps stops the process for tens of milliseconds.
setInterval(() => {
  peakRss = Math.max(peakRss, process.memoryUsage.rss());
}, 100).unref();
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, verifier: verifier.name });
});
process.on('message', () => {
  process.send?.({ memory: { peakRssMb: megabytes(peakRss), ...memory() } });
});
process.on('disconnect', () => process.exit(0));

/** In a process that ends afterwards, so that it does not count as the relay's memory. */
function fill(): never {
  const store = openSqliteStore(join(folder, 'relay.sqlite'));
  const bare = openBare(join(folder, 'bare.sqlite'));
  store.insert(governance().map(entry));
  let batch: NostrEvent[] = [];
  const flush = () => {
    store.insert(batch.map(entry));
    bare.addAll(batch);
    batch = [];
  };
  for (const event of archive()) if (batch.push(event) === 5000) flush();
  flush();
  store.close();
  bare.db.close();
  process.exit(0);
}

function ourRelay(path: string): void {
  const store = openSqliteStore(path);
  const relay = createRelay({
    store,
    verifier,
    ...(mode === 'relay' && { audit: openAuditLog(join(folder, 'audit.sqlite')).note }),
    policy: practicePolicy({ root, secretKey: relaySecret }),
    url: () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    // The rate of one person is not what is measured.
    limits: {
      messagesPerSecond: 1e6,
      messageBurst: 1e6,
      keyMessagesPerSecond: 1e6,
      keyMessageBurst: 1e6,
    },
  });
  relay.attach(server);
}

function entry(event: NostrEvent) {
  return { event: event as VerifiedEvent, raw: JSON.stringify(event) };
}

function openBare(path: string) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, p TEXT, created_at INTEGER, raw TEXT);
    CREATE INDEX IF NOT EXISTS by_p ON events (p, created_at)`);
  const add = db.prepare('INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?)');
  const addAll = db.transaction((events: NostrEvent[]) => {
    for (const event of events)
      add.run(event.id, event.tags[0]?.[1], event.created_at, JSON.stringify(event));
  });
  return { db, addAll };
}

function bareRelay(path: string): void {
  const { db, addAll } = openBare(path);
  const find = db.prepare('SELECT raw FROM events WHERE p = ? ORDER BY created_at DESC LIMIT ?').pluck();
  const live = new Map<WebSocket, string>();
  let waiting: { event: NostrEvent; from: WebSocket }[] = [];

  const commit = () => {
    const batch = waiting.filter(({ event }) => verifier.verifySync?.(event));
    waiting = [];
    addAll(batch.map(({ event }) => event));
    for (const { event, from } of batch) {
      from.send(JSON.stringify(['OK', event.id, true, '']));
      const raw = JSON.stringify(event);
      for (const [reader, id] of live) reader.send(`["EVENT",${JSON.stringify(id)},${raw}]`);
    }
  };
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (ws) => {
    ws.send('["AUTH","0"]');
    ws.on('close', () => live.delete(ws));
    ws.on('message', (data) => {
      const [type, first, filter] = JSON.parse(String(data)) as [string, never, never];
      if (type === 'AUTH') ws.send(JSON.stringify(['OK', (first as NostrEvent).id, true, '']));
      else if (type === 'EVENT') {
        if (waiting.push({ event: first, from: ws }) === 1) setImmediate(commit);
      } else if (type === 'REQ') {
        const { '#p': p, limit } = filter as { '#p': string[]; limit: number };
        for (const raw of find.all(p[0], limit))
          ws.send(`["EVENT",${JSON.stringify(first)},${raw as string}]`);
        ws.send(JSON.stringify(['EOSE', first]));
        live.set(ws, first);
      } else live.delete(ws);
    });
  });
}

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

/** Anonymous: what is this process's own, without the pages of the database file that it has mapped. */
function memory(): { rssMb: number; ownMb: number } {
  const rssMb = megabytes(process.memoryUsage.rss());
  try {
    const text = readFileSync('/proc/self/smaps_rollup', 'utf8');
    return { rssMb, ownMb: megabytes(Number(/^Anonymous:\s+(\d+) kB/m.exec(text)?.[1]) * 1024) };
  } catch {
    return { rssMb, ownMb: rssMb }; // not Linux
  }
}
