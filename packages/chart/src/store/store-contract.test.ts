import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { type OpenStore, storeContract } from './contract.ts';
import { type MemoryDisk, memoryStore } from './memory-store.ts';
import { sqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'keychart-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

const stores: Record<string, () => OpenStore> = {
  memory: () => {
    const disk: MemoryDisk = new Map();
    return async () => memoryStore({ disk });
  },
  SQLite: () => {
    const path = join(folder, `${files++}.sqlite`);
    return async () => sqliteStore(path);
  },
};

for (const [store, freshDisk] of Object.entries(stores)) {
  describe(`store contract: ${store}`, () => {
    for (const { name, run } of storeContract) it(name, () => run(freshDisk()));
  });
}
