// The block log against the simplest thing that could be right: an array. Writes fail, appends are abandoned, the
// program "crashes" and opens again, at random; the seed is in every message.

import { expect, it } from 'vitest';
import { blockLog } from './blocks.ts';
import { type MemoryDisk, memoryStore } from './memory-store.ts';
import { openSealedStore } from './sealed-store.ts';
import type { Store } from './store.ts';

const storeKey = new Uint8Array(32).fill(7);

it('holds what was acknowledged, in order, whatever fails between', async () => {
  for (let seed = 1; seed <= 20; seed++) await runSeed(seed);
});

async function runSeed(seed: number): Promise<void> {
  const random = lehmer(seed);
  const chance = (probability: number) => random() < probability;
  const disk: MemoryDisk = new Map();
  const expected: number[] = [];
  let next = 0;

  const open = async () => {
    const base = memoryStore({ disk });
    // A failing write fails before it changes anything, or "crashes": it is on the disk, but nobody hears of it.
    const store: Store = {
      ...base,
      async write(batch) {
        if (failing === 'before') throw new Error('failed before');
        await base.write(batch);
        if (failing === 'after') throw new Error('failed after');
      },
    };
    return blockLogOf(store);
  };
  let failing: 'no' | 'before' | 'after' = 'no';
  let { sealed, log } = await open();

  for (let step = 0; step < 120; step++) {
    const size = chance(0.1) ? Math.floor(random() * 600) : 1 + Math.floor(random() * 20);
    const batches = Array.from({ length: chance(0.2) ? 3 : 1 }, () => {
      const start = next;
      next += size;
      return Array.from({ length: size }, (_, index) => start + index);
    });
    const prepared = await Promise.all(batches.map((batch) => log.prepareAppend(batch)));
    for (const [index, one] of prepared.entries()) {
      if (chance(0.15)) {
        one.abandon();
        continue;
      }
      failing = chance(0.1) ? 'before' : chance(0.05) ? 'after' : 'no';
      try {
        await sealed.write(one);
        one.commit();
        expected.push(...(batches[index] as number[]));
      } catch {
        if (failing === 'after') expected.push(...(batches[index] as number[]));
        one.abandon();
        // After a crash there is no memory of what was prepared.
        if (failing === 'after') {
          failing = 'no';
          ({ sealed, log } = await open());
          break;
        }
      }
      failing = 'no';
    }
    if (chance(0.1)) ({ sealed, log } = await open());
    if (chance(0.1)) await check(`seed ${seed}, step ${step}`);
  }
  await check(`seed ${seed}, end`);
  const blocks = [...disk.keys()].filter((key) => key.includes('#')).length;
  expect(blocks, `seed ${seed}: blocks`).toBeLessThan(20 + expected.length / 60);

  async function check(where: string): Promise<void> {
    const items: number[] = [];
    const { damaged } = await log.readAll((block) => {
      items.push(...block);
    });
    expect(damaged, where).toEqual([]);
    expect(items, where).toEqual(expected);
  }
}

async function blockLogOf(store: Store) {
  const sealed = await openSealedStore(store, storeKey);
  return { sealed, log: await blockLog<number>(sealed, ['patient', 'a', 'block']) };
}

function lehmer(seed: number): () => number {
  let state = seed * 48_271;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
