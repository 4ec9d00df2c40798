// The clients' side of the benchmark, in a process of its own. Prints nothing; sends its figures to the parent.
import { makeAuthTemplate } from '@keychart/nostr';
import { WebSocket } from 'ws';
import { CHANNELS, channel, doctorSecret, readerSecret, record, sign } from './practice.ts';

const url = process.argv[2] as string;
const INGEST = 8_000;
const SINGLE = 300;
const QUERIES = 60;
const READERS = 100;
const LIVE_PACED = 150;
const LIVE_STREAM = 3_000;

const frames = (count: number, Q?: string) =>
  Array.from({ length: count }, (_, n) => JSON.stringify(['EVENT', record(Q ?? channel(n % CHANNELS))]));

async function connect(secretKey: Uint8Array): Promise<WebSocket> {
  const ws = new WebSocket(url, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    ws.on('error', reject);
    ws.on('message', function onAuth(data) {
      const [type, first, ok] = JSON.parse(String(data)) as [string, string, boolean];
      if (type === 'AUTH') ws.send(JSON.stringify(['AUTH', sign(makeAuthTemplate(url, first), secretKey)]));
      else if (type === 'OK') {
        ws.off('message', onAuth);
        if (ok) resolve();
        else reject(new Error(String(data)));
      }
    });
  });
  return ws;
}

/** Everything is sent without waiting; the clock stops with the last OK. */
async function ingest(connections: number): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => connect(doctorSecret)));
  const events = frames(INGEST);
  let missing = events.length;
  const done = new Promise<void>((resolve, reject) => {
    for (const ws of sockets) {
      ws.on('message', (data: Buffer) => {
        // ["OK","<64 hex>",true
        if (data.toString('latin1', 73, 77) !== 'true') return reject(new Error(String(data)));
        missing -= 1;
        if (missing === 0) resolve();
      });
    }
  });
  const start = performance.now();
  // In slices, so that this process reads the answers in between, as clients on several machines would.
  for (let at = 0; at < events.length; at += connections) {
    sockets.forEach((ws, n) => {
      const event = events[at + n];
      if (event) ws.send(event);
    });
    if (at % (connections * Math.ceil(256 / connections)) === 0) await new Promise((r) => setImmediate(r));
  }
  await done;
  const perSecond = (INGEST / (performance.now() - start)) * 1000;
  for (const ws of sockets) ws.terminate();
  return Math.round(perSecond);
}

async function singleOk(): Promise<{ p50: number; p95: number }> {
  const ws = await connect(doctorSecret);
  const times: number[] = [];
  for (const event of frames(SINGLE)) {
    const start = performance.now();
    ws.send(event);
    await new Promise((resolve) => ws.once('message', resolve));
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  ws.terminate();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

async function query(secretKey: Uint8Array): Promise<{ p50: number; p95: number }> {
  const ws = await connect(secretKey);
  const times: number[] = [];
  for (let n = 0; n < QUERIES; n++) {
    let events = 0;
    const start = performance.now();
    const done = new Promise<void>((resolve) => {
      ws.on('message', function onMessage(data: Buffer) {
        if (data.toString('latin1', 2, 7) === 'EVENT') events += 1;
        else {
          ws.off('message', onMessage);
          resolve();
        }
      });
    });
    ws.send(JSON.stringify(['REQ', 'q', { '#p': [channel(n)], limit: 500 }]));
    await done;
    times.push(performance.now() - start);
    if (events < 500) throw new Error(`${events} of 500 events came`);
    ws.send(JSON.stringify(['CLOSE', 'q']));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  ws.terminate();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

async function live(): Promise<{ p50: number; p95: number; deliveriesPerSecond: number }> {
  const Q = channel(0);
  const readers = await Promise.all(
    Array.from({ length: READERS }, (_, n) => connect(n % 2 ? readerSecret : doctorSecret)),
  );
  let sentAt = 0;
  let delivered = 0;
  let awaited = Number.POSITIVE_INFINITY;
  let reached: () => void = () => undefined;
  const times: number[] = [];
  await Promise.all(
    readers.map((ws, n) => {
      ws.send(JSON.stringify(['REQ', `live${n}`, { '#p': [Q], limit: 1 }]));
      return new Promise<void>((resolve) => {
        ws.on('message', (data: Buffer) => {
          if (data.toString('latin1', 2, 7) !== 'EVENT') return resolve();
          if (sentAt > 0) times.push(performance.now() - sentAt);
          delivered += 1;
          if (delivered === awaited) reached();
        });
      });
    }),
  );
  const writer = await connect(doctorSecret);
  for (const event of frames(LIVE_PACED, Q)) {
    sentAt = performance.now();
    writer.send(event);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  sentAt = 0;
  const stream = frames(LIVE_STREAM, Q);
  delivered = 0;
  awaited = LIVE_STREAM * READERS;
  const start = performance.now();
  const all = new Promise<void>((resolve) => {
    reached = resolve;
  });
  for (const event of stream) writer.send(event);
  await all;
  const deliveriesPerSecond = Math.round((awaited / (performance.now() - start)) * 1000);
  for (const ws of [...readers, writer]) ws.terminate();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), deliveriesPerSecond };
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * q)] ?? Number.NaN) * 100) / 100;
}

const only = process.argv[3]; // one part alone, for profiling
const part = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> =>
  only === undefined || only === name ? work() : undefined;

await part('warm-up', () => ingest(8));
const figures = {
  ingestPerSecond: {
    1: await part('1', () => ingest(1)),
    8: await part('8', () => ingest(8)),
    64: await part('64', () => ingest(64)),
  },
  singleOkMs: await part('single', singleOk),
  queryMs: {
    staff: await part('query', () => query(doctorSecret)),
    family: await part('query', () => query(readerSecret)),
  },
  live: await part('live', live),
};
process.send?.(figures, () => process.exit(0));
