// What it costs to keep a chart of 10,000 records sealed on this device and to open it again. In Node.js; the browser's
// figures come with the web apps.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { blockLog, memoryStore, openSealedStore, type Store } from '../packages/chart/src/store/index.ts';
import { sqliteStore } from '../packages/chart/src/store/sqlite-store.ts';

const RECORDS = 10_000;
const PAGE = 500;
const ROUNDS = 5;
const storeKey = new Uint8Array(32).fill(7);
const path = ['patient', '000102', 'block'];

export interface StoreFigures {
  records: number;
  bytesPerRecord: number;
  /** Medians in milliseconds. `seal`: append in pages of 500; `open`: unlock, decrypt and parse everything. */
  memory: { sealMs: number; openMs: number };
  sqlite: { sealMs: number; openMs: number; singleAppendMs: number; fileBytes: number };
}

/** About 1.5 KB of JSON, as different from its neighbours as records are. */
function record(index: number) {
  const hex = (seed: number) =>
    Math.imul(index + seed, 2_654_435_761)
      .toString(16)
      .padStart(64, '0');
  const text = `Visit ${index}: ${'afebrile, tympanic membranes clear, lungs clear; '.repeat(23)}`;
  return {
    id: hex(1),
    pubkey: hex(2),
    created_at: 1_700_000_000 + index,
    kind: 2111,
    note: text,
    sig: hex(3) + hex(4),
  };
}

export async function run(): Promise<StoreFigures> {
  const records = Array.from({ length: RECORDS }, (_, index) => record(index));
  const folder = mkdtempSync(join(tmpdir(), 'keychart-bench-'));
  try {
    const disk = new Map<string, Uint8Array>();
    const memory = await measure(records, () => memoryStore({ disk }));
    const file = join(folder, 'chart.sqlite');
    const sqlite = await measure(records, () => sqliteStore(file));
    const fileBytes = statSync(file).size;
    const singleAppendMs = await measureSingleAppends(sqliteStore(join(folder, 'single.sqlite')));
    return {
      records: RECORDS,
      bytesPerRecord: JSON.stringify(records[0]).length,
      memory,
      sqlite: { ...sqlite, singleAppendMs, fileBytes },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(records: readonly object[], open: () => Store) {
  const seals: number[] = [];
  const opens: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const store = open();
    const sealed = await openSealedStore(store, storeKey);
    await sealed.write({ deletePrefixes: [path] });
    const sealStart = performance.now();
    const log = await blockLog<object>(sealed, path);
    for (let at = 0; at < records.length; at += PAGE) await log.append(records.slice(at, at + PAGE));
    seals.push(performance.now() - sealStart);
    await store.close();

    const again = open();
    const openStart = performance.now();
    const reading = await (await blockLog(await openSealedStore(again, storeKey), path)).readAll(
      () => undefined,
    );
    opens.push(performance.now() - openStart);
    if (reading.items !== records.length)
      throw new Error(`read ${reading.items} of ${records.length} records`);
    await again.close();
  }
  return { sealMs: median(seals), openMs: median(opens) };
}

/** One record a write, as when somebody charts: each is on the disk before the next begins. */
async function measureSingleAppends(store: Store): Promise<number> {
  const log = await blockLog<object>(await openSealedStore(store, storeKey), path);
  const times: number[] = [];
  for (let index = 0; index < 300; index++) {
    const start = performance.now();
    await log.append([record(index)]);
    times.push(performance.now() - start);
  }
  await store.close();
  return median(times);
}

function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return Math.round(middle * 100) / 100;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await run(), null, 2));
}
