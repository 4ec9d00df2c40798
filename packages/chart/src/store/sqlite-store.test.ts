import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { blockLog } from './blocks.ts';
import { sequence } from './sealed-path.ts';
import { changeStoreKey, jsonPut, openSealedStore } from './sealed-store.ts';
import { sqliteStore } from './sqlite-store.ts';
import {
  DamagedError,
  NewerFormatError,
  StoreBlockedError,
  StoreError,
  StoreFullError,
} from './store-errors.ts';

const storeKey = new Uint8Array(32).map((_, index) => 200 - index * 5);
const folder = mkdtempSync(join(tmpdir(), 'keychart-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
let path: string;
beforeEach(() => {
  path = join(folder, `${files++}.sqlite`);
});

const seeded = (seed: number) => () => {
  // mulberry32
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

describe('SQLite store', () => {
  it('has every acknowledged write, whole, after kill -9', async () => {
    const seed = Date.now() % 100_000;
    const random = seeded(seed);
    let acknowledged = 0;
    for (let round = 0; round < 8; round++) {
      acknowledged = await runUntilKilled(path, acknowledged + 1 + Math.floor(random() * 60));
      const store = sqliteStore(path);
      const sealed = await openSealedStore(store, new Uint8Array(32).fill(7));
      const numbers: number[] = [];
      const log = await blockLog<{ number: number }>(sealed, ['log', 'block']);
      const { damaged } = await log.readAll((items) => {
        numbers.push(...items.map(({ number }) => number));
      });
      const count = await sealed.getJson(['count']);
      await store.close();
      const where = `seed ${seed}, round ${round}`;
      expect(damaged, where).toEqual([]);
      expect(count, where).toBeGreaterThanOrEqual(acknowledged);
      expect(numbers, where).toEqual(Array.from({ length: count as number }, (_, index) => index));
      acknowledged = count as number;
    }
  });

  it('throws StoreFullError on a full disk, changes nothing, and works on', async () => {
    const store = sqliteStore(path, { maxPages: 100 });
    const sealed = await openSealedStore(store, storeKey);
    const row = (number: number) => ({
      path: ['row', sequence(number)],
      value: new Uint8Array(20_000).fill(number),
    });
    let written = 0;
    let error: unknown;
    while (error === undefined && written < 100) {
      // Each batch also rewrites one row: after the one that fails, its old value must be there.
      const puts = [jsonPut(['last'], written), row(2 * written), row(2 * written + 1)];
      await sealed.write({ puts }).then(
        () => written++,
        (reason: unknown) => {
          error = reason;
        },
      );
    }
    expect(error).toBeInstanceOf(StoreFullError);
    expect((error as Error).message).toMatch(/no room/);
    expect(written).toBeGreaterThan(3);
    expect(await sealed.list(['row'])).toHaveLength(2 * written);
    expect(await sealed.getJson(['last'])).toBe(written - 1);
    await sealed.write({ deletePrefixes: [['row']] });
    await sealed.write({ puts: [row(1), row(2)] });
    await store.close();
    const again = await openSealedStore(sqliteStore(path), storeKey);
    expect((await again.list(['row'])).map(({ seq }) => seq)).toEqual([sequence(1), sequence(2)]);
  });

  it('leaves no word, path segment or key byte in its files, also after deleting', async () => {
    const store = sqliteStore(path);
    const sealed = await openSealedStore(store, storeKey);
    const log = await blockLog(sealed, ['patient', 'Anneliese', 'block']);
    for (let index = 0; index < 40; index++)
      await log.append([{ resourceType: 'Condition', note: 'Otitis media' }]);
    await sealed.write({ puts: [jsonPut(['draft', 'Bertram'], { note: 'Varicella' })] });
    await sealed.write({ deletes: [['draft', 'Bertram']] });
    const whileOpen = rawFiles(path);
    await store.close();
    for (const raw of [whileOpen, rawFiles(path)]) {
      for (const word of [
        'Anneliese',
        'Bertram',
        'Otitis',
        'Condition',
        'Varicella',
        'patient',
        'draft',
        'block',
      ]) {
        expect(raw.includes(word), word).toBe(false);
      }
      for (let start = 0; start <= 24; start += 8) {
        expect(raw.includes(Buffer.from(storeKey.subarray(start, start + 8)))).toBe(false);
      }
      expect(raw.includes(Buffer.from(storeKey).toString('hex'))).toBe(false);
      expect(raw.includes(Buffer.from(storeKey).toString('base64'))).toBe(false);
    }
  });

  it('overwrites the header when the login key changes: the old key opens nothing that is left', async () => {
    const store = sqliteStore(path);
    await openSealedStore(store, storeKey);
    const before = new TextDecoder().decode((await store.get(['!header']))[0]);
    await changeStoreKey(store, storeKey, new Uint8Array(32).fill(1));
    await store.close();
    const { wrapped } = JSON.parse(before) as { wrapped: string };
    expect(rawFiles(path).includes(wrapped)).toBe(false);
  });

  it('meets flipped and missing bytes of its file with DamagedError, and never gives out wrong values', async () => {
    const whole = sqliteStore(path);
    const sealed = await openSealedStore(whole, storeKey);
    const values = Array.from({ length: 60 }, (_, index) => `${index}`.padEnd(700, '.'));
    await sealed.write({
      puts: values.map((value, index) => ({ path: ['row', sequence(index)], value: Buffer.from(value) })),
    });
    await whole.close();
    let damagedRounds = 0;
    for (let seed = 0; seed < 250; seed++) {
      const copy = `${path}.${seed}`;
      copyFileSync(path, copy);
      harm(copy, seeded(seed));
      let store: ReturnType<typeof sqliteStore> | undefined;
      try {
        store = sqliteStore(copy);
        const opened = await openSealedStore(store, storeKey);
        const rows = await opened.list(['row'], { onDamaged: () => damagedRounds++ });
        for (const { seq, value } of rows) {
          expect(new TextDecoder().decode(value), `seed ${seed}`).toBe(values[Number(seq.slice(1))]);
        }
      } catch (error) {
        damagedRounds++;
        expect(error, `seed ${seed}: ${String(error)}`).toBeInstanceOf(StoreError);
      } finally {
        await store?.close();
        rmSync(copy);
      }
    }
    expect(damagedRounds).toBeGreaterThan(50);
  });

  it('refuses a file that is no database, and one of a newer version', async () => {
    writeFileSync(path, 'Otitis media '.repeat(1000));
    expect(() => sqliteStore(path)).toThrow(DamagedError);
    const newer = `${path}.newer`;
    const db = new Database(newer);
    db.pragma('user_version = 2');
    db.close();
    expect(() => sqliteStore(newer)).toThrow(NewerFormatError);
  });

  it('says who is in the way when another program holds the database', async () => {
    const store = sqliteStore(path, { busyMs: 50 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.write({ puts: [{ key: 'a', value: new Uint8Array(1) }] })).rejects.toThrow(
      StoreBlockedError,
    );
    other.exec('ROLLBACK');
    other.close();
    await store.write({ puts: [{ key: 'a', value: new Uint8Array(1) }] });
    await store.close();
  });

  it('is readable by its owner only, and leaves no file when destroyed', async () => {
    const store = sqliteStore(path);
    await store.write({ puts: [{ key: 'a', value: new Uint8Array(1) }] });
    for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o077).toBe(0);
    await store.destroy();
    for (const suffix of ['', '-wal', '-shm']) expect(existsSync(path + suffix)).toBe(false);
  });
});

/** Starts the writing child, kills it -9 once it said `limit` (or later), and returns the last number it said. */
async function runUntilKilled(path: string, limit: number): Promise<number> {
  const script = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (Number(said.trimEnd().split('\n').at(-1)) >= limit) child.kill('SIGKILL');
  });
  const signal = await new Promise<string | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${errors}`);
  // The last line may have been cut by the kill; what is before a line end was said in full.
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

function rawFiles(path: string): Buffer {
  return Buffer.concat([path, `${path}-wal`].filter(existsSync).map((file) => readFileSync(file)));
}

function harm(file: string, random: () => number): void {
  const bytes = readFileSync(file);
  if (random() < 0.2) {
    truncateSync(file, Math.floor(random() * bytes.length));
    return;
  }
  const hits = 1 + Math.floor(random() * 20);
  for (let hit = 0; hit < hits; hit++) {
    const index = Math.floor(random() * bytes.length);
    bytes[index] = (bytes[index] as number) ^ (1 << Math.floor(random() * 8));
  }
  writeFileSync(file, bytes);
}
