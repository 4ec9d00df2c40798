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
    return errorName(held?.get(['a']));
  },

  async wipe(name: string): Promise<number> {
    const store = await indexedDbStore(name);
    await store.destroy();
    const again = await indexedDbStore(name);
    const rows = await again.list('');
    await again.close();
    return rows.length;
  },

  /** Holds a database and does not let go; what the other tab's `destroy` says, and what it left behind. */
  async wipeBlocked(): Promise<{ error: string; rows: number }> {
    const store = await indexedDbStore('stubborn', { blockedMs: 300 });
    await store.write({ puts: [{ key: 'a', value: Uint8Array.of(1) }] });
    const stubborn = await openBare('stubborn');
    const error = await errorName(store.destroy());
    const rows = await new Promise<number>((resolve) => {
      const request = stubborn.transaction('rows').objectStore('rows').count();
      request.onsuccess = () => resolve(request.result);
    });
    stubborn.close();
    return { error, rows };
  },

  /** As in a window where the browser refuses to keep anything. */
  async openRefused(): Promise<string> {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    try {
      return await errorName(indexedDbStore('refused'));
    } finally {
      IDBFactory.prototype.open = open;
    }
  },

  async openNewer(): Promise<string> {
    (await openBare('newer', 99)).close();
    return errorName(indexedDbStore('newer'));
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

function openBare(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function errorName(action: Promise<unknown> | undefined): Promise<string> {
  try {
    await action;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
  return 'none';
}

export type StoreChecks = typeof checks;

declare global {
  var storeChecks: StoreChecks;
  var acknowledge: (count: number) => Promise<void>;
}

globalThis.storeChecks = checks;
