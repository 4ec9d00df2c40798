// Every format that was ever written stays readable: a fixture of each, and the seam that lifts it to the next.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockLog } from './blocks.ts';
import { type MemoryDisk, memoryStore } from './memory-store.ts';
import { CURRENT_FORMAT, openSealedStore, type SealedFormat } from './sealed-store.ts';
import type { Store } from './store.ts';
import { NewerFormatError, StoreFullError, WrongKeyError } from './store-errors.ts';

interface Fixture {
  storeKey: string;
  rows: Record<string, string>;
}

function fixture(version: number) {
  const file = new URL(`./fixtures/sealed-v${version}.json`, import.meta.url);
  const { storeKey, rows } = JSON.parse(readFileSync(file, 'utf8')) as Fixture;
  const disk: MemoryDisk = new Map();
  for (const [key, value] of Object.entries(rows))
    disk.set(key, new Uint8Array(Buffer.from(value, 'base64')));
  return { disk, storeKey: new Uint8Array(Buffer.from(storeKey, 'hex')) };
}

/** A next format, made up: every row gets a twin whose key begins with "2". */
const nextFormat: SealedFormat = {
  version: 2,
  migrations: [
    {
      from: 1,
      async run(store) {
        const rows = (await store.list('')).filter(({ key }) => key !== '!header');
        return { puts: rows.map(({ key, value }) => ({ key: `2${key}`, value })) };
      },
    },
  ],
};

describe('sealed store formats', () => {
  it('has a fixture of the current format', () => {
    expect(fixture(CURRENT_FORMAT.version).disk.size).toBeGreaterThan(1);
  });

  it('reads format 1', async () => {
    const { disk, storeKey } = fixture(1);
    const sealed = await openSealedStore(memoryStore({ disk }), storeKey);
    expect(await sealed.getJson(['settings'])).toEqual({ theme: 'dark', name: 'Zoë' });
    expect(await sealed.get(['patient', '000102', 'key'])).toEqual(Uint8Array.of(0, 1, 255));
    const items: unknown[] = [];
    const log = await blockLog(sealed, ['patient', '000102', 'block']);
    await log.readAll((block) => {
      items.push(...block);
    });
    expect(items).toEqual([{ number: 0 }, { number: 1 }, { number: 2 }]);
  });

  it('lifts format 1 to the next in one write with the header, which the older program then refuses', async () => {
    const { disk, storeKey } = fixture(1);
    const rows = disk.size - 1;
    const store = memoryStore({ disk });
    await openSealedStore(store, storeKey, nextFormat);
    expect(disk.size - 1).toBe(2 * rows);
    await expect(openSealedStore(store, storeKey)).rejects.toThrow(NewerFormatError);
    await expect(openSealedStore(store, storeKey.toReversed(), nextFormat)).rejects.toThrow(WrongKeyError);
    const sealed = await openSealedStore(store, storeKey, nextFormat);
    expect(await sealed.getJson(['settings'])).toEqual({ theme: 'dark', name: 'Zoë' });
    expect(disk.size - 1).toBe(2 * rows);
  });

  it('leaves format 1 as it was when the lifting fails', async () => {
    const { disk, storeKey } = fixture(1);
    const before = new Map(disk);
    const store = memoryStore({ disk });
    const full: Store = { ...store, write: () => Promise.reject(new StoreFullError()) };
    await expect(openSealedStore(full, storeKey, nextFormat)).rejects.toThrow(StoreFullError);
    expect(disk).toEqual(before);
    await openSealedStore(store, storeKey);
  });

  it('says which migration is missing', async () => {
    const { disk, storeKey } = fixture(1);
    const opening = openSealedStore(memoryStore({ disk }), storeKey, { version: 2, migrations: [] });
    await expect(opening).rejects.toThrow('no migration from format 1');
  });
});
