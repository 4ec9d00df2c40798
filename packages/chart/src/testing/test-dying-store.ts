/** For tests: a device that goes off at a chosen write, just before the bytes are down or just after. */
import { type MemoryDisk, memoryStore, type Store } from '../store/index.ts';

export class Crash extends Error {}

/** Dies at write number `at` counted from `arm()`: nothing works from then on. */
export function dyingStore(disk: MemoryDisk) {
  const store = memoryStore({ disk });
  let left = Number.POSITIVE_INFINITY;
  let when: 'before' | 'after' = 'before';
  let dead = false;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const alive = () => {
    if (dead) throw new Crash('the device is off');
  };
  const dying: Store = {
    async get(keys) {
      alive();
      return store.get(keys);
    },
    async list(prefix, options) {
      alive();
      return store.list(prefix, options);
    },
    async write(batch) {
      alive();
      left -= 1;
      if (left > 0) return store.write(batch);
      dead = true;
      if (when === 'after') await store.write(batch);
      die();
      throw new Crash(`the device went off ${when} the write`);
    },
    close: () => store.close(),
    destroy: () => store.destroy(),
  };
  return {
    store: dying,
    died,
    get dead() {
      return dead;
    },
    arm(at: number, how: typeof when) {
      left = at;
      when = how;
    },
  };
}
