// The page that indexed-db-store.test.ts opens in Chromium: contract, sealing, full disk, other tabs and a killed
// browser, on the real IndexedDB. Each check throws what is wrong.

import { blockLog } from './blocks.ts';
import { storeContract } from './contract.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import { sequence } from './sealed-path.ts';
import { openSealedStore } from './sealed-store.ts';
import type { Store } from './store.ts';

const storeKey = new Uint8Array(32).fill(7);
const path = ['patient', 'a', 'block'];
let held: Store | undefined;

const checks = {
  contractNames: (): string[] => storeContract.map(({ name }) => name),

  async contract(index: number): Promise<void> {
    await storeContract[index]?.run(() => indexedDbStore(`contract-${index}`));
  },

  /** Milliseconds to seal and to open `count` items of `size` characters. */
  async sealAndOpen(count: number, size: number): Promise<{ sealMs: number; openMs: number; items: number }> {
    const store = await indexedDbStore('sealed');
    const started = performance.now();
    const log = await blockLog<string>(await openSealedStore(store, storeKey), path);
    await log.append(Array.from({ length: count }, (_, index) => `${index}:`.padEnd(size, 'Otitis media ')));
    const sealed = performance.now();
    await store.close();
    const again = await indexedDbStore('sealed');
    const openStart = performance.now();
    const reading = await (await blockLog<string>(await openSealedStore(again, storeKey), path)).readAll(
      () => undefined,
    );
    const openMs = performance.now() - openStart;
    await again.destroy();
    return { sealMs: sealed - started, openMs, items: reading.items };
  },

  /** Writes until the quota is met; the name of the error, and whether every acknowledged row and no other is there. */
  async fill(): Promise<{ error: string; isWhole: boolean; isWritableAfter: boolean }> {
    const store = await indexedDbStore('full');
    let acknowledged = 0;
    let error = 'none';
    while (error === 'none' && acknowledged < 400) {
      const value = crypto.getRandomValues(new Uint8Array(65_536));
      const puts = ['a', 'b'].map((half) => ({
        key: `r/${String(acknowledged).padStart(6, '0')}/${half}`,
        value,
      }));
      await store.write({ puts }).then(
        () => acknowledged++,
        (reason: unknown) => {
          error = reason instanceof Error ? reason.name : String(reason);
        },
      );
    }
    const isWhole = (await store.list('r/')).length === acknowledged * 2;
    await store.write({ deletePrefixes: ['r/'] }).catch(() => undefined);
    return { error, isWhole, isWritableAfter: (await store.list('r/')).length === 0 };
  },

  /** Opens a store and keeps it, for another tab to wipe. */
  async hold(name: string): Promise<void> {
    held = await indexedDbStore(name);
    await held.write({ puts: [{ key: 'a', value: Uint8Array.of(1) }] });
  },

  async heldError(): Promise<string> {
    const error: unknown = await held?.get(['a']).catch((reason: unknown) => reason);
    return error instanceof Error ? error.name : 'none';
  },

  async wipe(name: string): Promise<number> {
    const store = await indexedDbStore(name);
    await store.destroy();
    const again = await indexedDbStore(name);
    const rows = await again.list('');
    await again.close();
    return rows.length;
  },

  async openNewer(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('newer', 99);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    const error: unknown = await indexedDbStore('newer').catch((reason: unknown) => reason);
    return error instanceof Error ? error.name : 'none';
  },

  /** Appends pairs without end; `acknowledge` is told after each write that resolved. */
  async stream(acknowledge: (count: number) => Promise<void>): Promise<void> {
    const sealed = await openSealedStore(await indexedDbStore('stream'), storeKey);
    for (let count = 1; ; count++) {
      const value = new TextEncoder().encode(`${count}`.padEnd(20_000, '.'));
      await sealed.write({
        puts: ['a', 'b'].map((half) => ({ path: ['stream', half, sequence(count)], value })),
      });
      await acknowledge(count);
    }
  },

  async streamed(): Promise<{ a: number; b: number }> {
    const sealed = await openSealedStore(await indexedDbStore('stream'), storeKey);
    const [a, b] = await Promise.all(['a', 'b'].map((half) => sealed.list(['stream', half])));
    return { a: a?.length ?? 0, b: b?.length ?? 0 };
  },
};

export type StoreChecks = typeof checks;

declare global {
  var storeChecks: StoreChecks;
  var acknowledge: (count: number) => Promise<void>;
}

globalThis.storeChecks = checks;
