import { describe, expect, it } from 'vitest';
import { type BlockLog, blockLog, MAX_BLOCK_BYTES, MAX_BLOCK_ITEMS } from './blocks.ts';
import { type MemoryDisk, memoryStore } from './memory-store.ts';
import { openSealedStore, type SealedStore } from './sealed-store.ts';
import { DamagedError, StoreFullError } from './store-errors.ts';

const storeKey = new Uint8Array(32).fill(7);
const path = ['patient', 'a', 'block'];
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

async function opened(disk: MemoryDisk = new Map()) {
  const sealed = await openSealedStore(memoryStore({ disk }), storeKey);
  return { disk, sealed, log: await blockLog<number>(sealed, path) };
}

async function all<T>(log: BlockLog<T>) {
  const items: T[] = [];
  const reading = await log.readAll((block) => {
    items.push(...block);
  });
  expect(reading.items).toBe(items.length);
  return { items, blocks: reading.blocks, damaged: reading.damaged };
}

const blockCount = async (sealed: SealedStore) => (await sealed.list(path)).length;

describe('block log', () => {
  it('reads an empty log', async () => {
    const { log } = await opened();
    expect(await all(log)).toEqual({ items: [], blocks: 0, damaged: [] });
  });

  it('keeps items in order and merges small blocks, also over many openings', async () => {
    const { disk } = await opened();
    let count = 0;
    for (let round = 0; round < 40; round++) {
      const { log, sealed } = await opened(disk);
      for (let index = 0; index < 17; index++) await log.append([count++]);
      expect(await blockCount(sealed)).toBeLessThanOrEqual(16 + Math.ceil(count / 128));
    }
    expect((await all((await opened(disk)).log)).items).toEqual(range(0, count));
  });

  it('cuts large appends into blocks within the limits', async () => {
    const { sealed, log } = await opened();
    await log.append(range(0, 1000));
    expect(await blockCount(sealed)).toBe(Math.ceil(1000 / MAX_BLOCK_ITEMS));
    const wide = await blockLog<string>(sealed, ['wide', 'block']);
    const texts = range(0, 400).map((index) => `${index}:${'x'.repeat(1500)}`);
    for (let index = 0; index < 400; index += 25) await wide.append(texts.slice(index, index + 25));
    const rows = await sealed.list(['wide', 'block']);
    for (const { value } of rows) expect(value.length).toBeLessThan(MAX_BLOCK_BYTES + 1000);
    expect(rows.length).toBeLessThanOrEqual(16);
    expect((await all(wide)).items).toEqual(texts);
  });

  it('begins with both ends of a long log, and leaves a short one to the whole reading', async () => {
    const { log } = await opened();
    await log.append(range(0, 4 * MAX_BLOCK_ITEMS));
    expect(await log.readEnds()).toEqual([]);
    await log.append(range(4 * MAX_BLOCK_ITEMS, 9 * MAX_BLOCK_ITEMS));
    const ends = await log.readEnds();
    expect(ends.toSorted((a, b) => a - b)).toEqual([
      ...range(0, 2 * MAX_BLOCK_ITEMS),
      ...range(6 * MAX_BLOCK_ITEMS, 9 * MAX_BLOCK_ITEMS),
    ]);
  });

  it('begins with what is readable where an end is damaged', async () => {
    const { disk, sealed, log } = await opened();
    await log.append(range(0, 9 * MAX_BLOCK_ITEMS));
    const before = new Set(disk.keys());
    await sealed.write({
      puts: [
        {
          path: [...path, (await sealed.list(path, { limit: 1 }))[0]!.seq],
          value: new TextEncoder().encode('not JSON'),
        },
      ],
    });
    expect(new Set(disk.keys())).toEqual(before);
    expect((await log.readEnds()).length).toBe(4 * MAX_BLOCK_ITEMS);
  });

  it('gives an item over the limit a block of its own', async () => {
    const { sealed } = await opened();
    const log = await blockLog<string>(sealed, path);
    const texts = ['a', 'ü'.repeat(MAX_BLOCK_BYTES * 2), 'b'];
    await log.append(texts);
    expect(await blockCount(sealed)).toBe(3);
    expect((await all(log)).items).toEqual(texts);
  });

  it('lands in one write with other puts, or not at all', async () => {
    const disk: MemoryDisk = new Map();
    const sealed = await openSealedStore(memoryStore({ disk, maxBytes: 3000 }), storeKey);
    const log = await blockLog<number>(sealed, path);
    for (const index of range(0, 20)) await log.append([index]);
    const prepared = await log.prepareAppend([20]);
    const big = { path: ['other'], value: new Uint8Array(4000) };
    await expect(sealed.write({ puts: [...prepared.puts, big], deletes: prepared.deletes })).rejects.toThrow(
      StoreFullError,
    );
    prepared.abandon();
    expect((await all(log)).items).toEqual(range(0, 20));
    await log.append([20]);
    expect((await all(log)).items).toEqual(range(0, 21));
    expect((await all((await opened(disk)).log)).items).toEqual(range(0, 21));
  });

  it('takes several prepared appends at once, in the order of preparation', async () => {
    const { sealed, log, disk } = await opened();
    for (const index of range(0, 15)) await log.append([index]);
    const prepared = await Promise.all(range(15, 60).map((index) => log.prepareAppend([index])));
    // Written in the opposite order, every third one not at all.
    for (const [index, one] of [...prepared.entries()].reverse()) {
      if (index % 3 === 0) one.abandon();
      else {
        await sealed.write(one);
        one.commit();
      }
    }
    const expected = [...range(0, 15), ...range(15, 60).filter((index) => index % 3 !== 0)];
    expect((await all(log)).items).toEqual(expected);
    await log.append([60]);
    await log.append([61]);
    expect((await all((await opened(disk)).log)).items).toEqual([...expected, 60, 61]);
    expect(await blockCount(sealed)).toBeLessThan(5);
  });

  it('loses nothing when appends and readings overlap', async () => {
    const { log } = await opened();
    const seen = new Set<number>();
    const appending = Promise.all(range(0, 300).map((index) => log.append([index])));
    for (let round = 0; round < 20; round++) await all(log);
    await appending;
    for (const item of (await all(log)).items) seen.add(item);
    expect([...seen].sort((a, b) => a - b)).toEqual(range(0, 300));
  });

  it('reads what is whole and reports what is not; appends go on', async () => {
    const { disk, log } = await opened();
    for (const round of range(0, 30)) await log.append(range(round * 200, round * 200 + 200));
    const keys = [...disk.keys()].filter((key) => key.includes('#')).sort();
    for (const key of [keys[0], keys[8], keys[29]]) {
      const value = disk.get(key as string) as Uint8Array;
      value[40] = (value[40] as number) ^ 1;
    }
    const again = await opened(disk);
    await again.log.append([-1]);
    const { items, blocks, damaged } = await all(again.log);
    expect(blocks).toBe(28);
    expect(damaged.map((error) => error.place.split('#')[1])).toEqual([
      '000000000000',
      '000000000008',
      '000000000029',
    ]);
    expect(items).toHaveLength(27 * 200 + 1);
    expect(items.at(-1)).toBe(-1);
  });

  it('never merges over a damaged small block', async () => {
    const { disk, log, sealed } = await opened();
    for (const index of range(0, 10)) await log.append([index]);
    const key = [...disk.keys()].filter((name) => name.includes('#')).sort()[4] as string;
    disk.set(key, (disk.get(key) as Uint8Array).slice(0, -1));
    for (const index of range(10, 60)) await log.append([index]);
    const { items, damaged } = await all(log);
    expect(items).toEqual(range(0, 60).filter((index) => index !== 4));
    expect(damaged[0]).toBeInstanceOf(DamagedError);
    expect(disk.has(key)).toBe(true);
    expect(await sealed.list(path, { onDamaged: () => undefined })).not.toHaveLength(0);
  });

  it('rejects items that have no JSON form and settling twice', async () => {
    const { sealed } = await opened();
    const log = await blockLog<unknown>(sealed, path);
    await expect(log.append([1, undefined])).rejects.toThrow(TypeError);
    const prepared = await log.prepareAppend([1]);
    prepared.abandon();
    expect(() => prepared.commit()).toThrow(/already/);
    expect((await all(log)).items).toEqual([]);
  });
});
