// What every store has to do, as plain functions: Vitest runs them on memory and SQLite, a page in Chromium on
// IndexedDB. No test framework in here, and nothing of Node.js or the DOM.

import type { Store, StoreBatch, StoreListOptions } from './store.ts';
import { StoreClosedError } from './store-errors.ts';

/** Opens the same disk each time within one case; a fresh, empty one for each case. */
export type OpenStore = () => Promise<Store>;

export interface ContractCase {
  name: string;
  /** Throws an Error that says what differs. */
  run(openStore: OpenStore): Promise<void>;
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const put = (key: string, ...values: number[]) => ({ key, value: bytes(...values) });

const cases: Record<string, (openStore: OpenStore) => Promise<void>> = {
  async 'gives back what was put, in the order asked, and undefined for the rest'(openStore) {
    const store = await openStore();
    await store.write({ puts: [put('b', 2), put('a', 1)] });
    same(await store.get(['a', 'none', 'b', 'a']), [bytes(1), undefined, bytes(2), bytes(1)]);
    same(await store.get([]), []);
    await store.write({ puts: [put('a', 9)] });
    same(await store.get(['a']), [bytes(9)]);
    await store.write({});
  },

  async 'lists in byte order, not in the order of insertion or of a language'(openStore) {
    const store = await openStore();
    const keys = ['a', 'B', '~', '!', 'a/b', 'a0', 'a-', 'a#', 'Z', '_', 'aa', ' ', '9', '10'];
    for (const key of keys) await store.write({ puts: [put(key, 1)] });
    same(await keysOf(store, ''), [...keys].sort());
    same(await keysOf(store, '', { reverse: true }), [...keys].sort().reverse());
  },

  async 'lists a prefix exactly'(openStore) {
    const store = await openStore();
    const keys = ['a', 'a/1', 'a/2', 'a/~~', 'a0', 'b', 'a.', 'A/1'];
    await store.write({ puts: keys.map((key) => put(key, 1)) });
    same(await keysOf(store, 'a/'), ['a/1', 'a/2', 'a/~~']);
    same(await keysOf(store, 'a'), ['a', 'a.', 'a/1', 'a/2', 'a/~~', 'a0']);
    same(await keysOf(store, 'c'), []);
    same(await keysOf(store, '~'), []);
  },

  async 'lists from a place, with a limit, both ways'(openStore) {
    const store = await openStore();
    const keys = Array.from({ length: 10 }, (_, index) => `k${index}`);
    await store.write({ puts: [...keys, 'j', 'l'].map((key) => put(key, 1)) });
    same(await keysOf(store, 'k', { after: 'k3' }), keys.slice(4));
    same(await keysOf(store, 'k', { after: 'k3', limit: 2 }), ['k4', 'k5']);
    same(await keysOf(store, 'k', { after: 'k35', limit: 1 }), ['k4']);
    same(await keysOf(store, 'k', { reverse: true, after: 'k3' }), ['k2', 'k1', 'k0']);
    same(await keysOf(store, 'k', { reverse: true, limit: 2 }), ['k9', 'k8']);
    same(await keysOf(store, 'k', { after: 'a' }), keys);
    same(await keysOf(store, 'k', { after: 'z' }), []);
    same(await keysOf(store, 'k', { after: 'k9' }), []);
    same(await keysOf(store, 'k', { reverse: true, after: 'z' }), [...keys].reverse());
    same(await keysOf(store, 'k', { reverse: true, after: 'a' }), []);
    same(await keysOf(store, 'k', { limit: 0 }), []);
  },

  async 'pages through everything exactly once'(openStore) {
    const store = await openStore();
    await store.write({
      puts: Array.from({ length: 103 }, (_, index) => put(`p/${String(index).padStart(4, '0')}`, index)),
    });
    for (const reverse of [false, true]) {
      const seen: string[] = [];
      for (;;) {
        const after = seen.at(-1);
        const page = await keysOf(store, 'p/', { limit: 10, reverse, ...(after !== undefined && { after }) });
        if (page.length === 0) break;
        seen.push(...page);
      }
      const expected = await keysOf(store, 'p/', { reverse });
      same(seen, expected);
      same(seen.length, 103);
    }
  },

  async 'deletes keys and prefixes before it puts'(openStore) {
    const store = await openStore();
    await store.write({ puts: ['a', 'p/1', 'p/2', 'q', 'p'].map((key) => put(key, 1)) });
    await store.write({
      deletes: ['a', 'none'],
      deletePrefixes: ['p/', 'x'],
      puts: [put('p/2', 2), put('a', 3)],
    });
    same(await store.get(['a', 'p', 'p/1', 'p/2', 'q']), [bytes(3), bytes(1), undefined, bytes(2), bytes(1)]);
    await store.write({ deletePrefixes: ['p'] });
    same(await keysOf(store, ''), ['a', 'q']);
  },

  async 'keeps the last of two puts to one key'(openStore) {
    const store = await openStore();
    await store.write({ puts: [put('a', 1), put('a', 2)] });
    same(await store.get(['a']), [bytes(2)]);
  },

  async 'changes nothing when a batch throws'(openStore) {
    const store = await openStore();
    await store.write({ puts: [put('a', 1), put('p/1', 1)] });
    const bad: StoreBatch[] = [
      { puts: [put('a', 2), put('b', 2), put('', 3)], deletePrefixes: ['p/'] },
      { puts: [put('a', 2), put('\u00e4', 3)], deletes: ['p/1'] },
      { puts: [put('a', 2), { key: 'b', value: 'text' as unknown as Uint8Array }] },
      { puts: [put('a', 2), { key: 'b', value: undefined as unknown as Uint8Array }] },
      { puts: [put('a', 2)], deletes: ['p/1', 'x\n'] },
      { puts: [put('a', 2)], deletePrefixes: ['p/', ''] },
    ];
    for (const batch of bad) await throws(() => store.write(batch), TypeError);
    same(await store.list(''), [put('a', 1), put('p/1', 1)]);
    await store.close();
    same(await (await openStore()).list(''), [put('a', 1), put('p/1', 1)]);
  },

  async 'is there after closing and opening, and stays deleted'(openStore) {
    const store = await openStore();
    await store.write({ puts: [put('a', 1), put('b', 2)] });
    await store.write({ deletes: ['a'], puts: [put('c', 3)] });
    await store.close();
    const again = await openStore();
    same(await again.list(''), [put('b', 2), put('c', 3)]);
    await again.close();
    same(await (await openStore()).get(['a', 'b']), [undefined, bytes(2)]);
  },

  async 'says that it is closed'(openStore) {
    const store = await openStore();
    await store.write({ puts: [put('a', 1)] });
    await store.close();
    await store.close();
    await throws(() => store.get(['a']), StoreClosedError);
    await throws(() => store.list(''), StoreClosedError);
    await throws(() => store.write({ puts: [put('b', 1)] }), StoreClosedError);
    same(await keysOf(await openStore(), ''), ['a']);
  },

  async 'keeps any byte, empty values, and parts of larger buffers'(openStore) {
    const store = await openStore();
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    const part = every.subarray(100, 110);
    await store.write({ puts: [{ key: 'every', value: every }, { key: 'part', value: part }, put('empty')] });
    const values = await store.get(['every', 'part', 'empty']);
    same(values, [every, part, bytes()]);
    for (const value of values) same(value?.constructor, Uint8Array);
    same((await store.list('part'))[0]?.value.constructor, Uint8Array);
  },

  async 'hands out and takes in copies'(openStore) {
    const store = await openStore();
    const value = bytes(1, 2, 3);
    await store.write({ puts: [{ key: 'a', value }] });
    value[0] = 9;
    const [read] = await store.get(['a']);
    if (read) read[1] = 9;
    const [listed] = await store.list('a');
    if (listed) listed.value[2] = 9;
    same(await store.get(['a']), [bytes(1, 2, 3)]);
  },

  async 'takes values of 2 MB'(openStore) {
    const store = await openStore();
    const large = (seed: number) =>
      Uint8Array.from({ length: 2 * 1024 * 1024 }, (_, index) => (index * 31 + seed) >>> 3);
    await store.write({ puts: [1, 2, 3].map((seed) => ({ key: `l${seed}`, value: large(seed) })) });
    await store.close();
    const values = await (await openStore()).get(['l1', 'l2', 'l3']);
    for (const [index, value] of values.entries()) same(value, large(index + 1));
  },

  async 'takes 5,000 keys in one batch and in order'(openStore) {
    const store = await openStore();
    const numbers = Array.from({ length: 5000 }, (_, index) => (index * 2741) % 5000);
    const keyOf = (number: number) => `n/${String(number).padStart(6, '0')}`;
    await store.write({ puts: numbers.map((number) => put(keyOf(number), number & 255, number >> 8)) });
    const rows = await store.list('n/');
    same(rows.length, 5000);
    same(
      rows,
      [...numbers].sort((a, b) => a - b).map((number) => put(keyOf(number), number & 255, number >> 8)),
    );
    await store.write({ deletePrefixes: ['n/001'] });
    same((await store.list('n/')).length, 4000);
    const few = numbers.slice(0, 500);
    same(
      (await store.get(few.map(keyOf))).filter((value) => value === undefined).length,
      few.filter((n) => n >= 1000 && n < 2000).length,
    );
  },

  async 'takes writes at the same time, each whole, the last call to a key winning'(openStore) {
    const store = await openStore();
    const writes = Array.from({ length: 50 }, (_, index) =>
      store.write({
        puts: [put('last', index), put(`c/${index + 100}/a`, index), put(`c/${index + 100}/b`, index)],
      }),
    );
    const reading = store.list('c/');
    await Promise.all(writes);
    same((await reading).length % 2, 0);
    same((await store.list('c/')).length, 100);
    same(await store.get(['last']), [bytes(49)]);
  },

  async 'finishes a write that was begun before closing, or throws; never half'(openStore) {
    const store = await openStore();
    const writing = store.write({ puts: [put('a', 1), put('b', 2)] }).then(
      () => 'done',
      () => 'failed',
    );
    await store.close();
    const outcome = await writing;
    same((await (await openStore()).list('')).length, outcome === 'done' ? 2 : 0);
  },

  async 'wipes everything when destroyed'(openStore) {
    const store = await openStore();
    await store.write({ puts: [put('a', 1), put('b', 2)] });
    await store.destroy();
    await throws(() => store.get(['a']), StoreClosedError);
    const again = await openStore();
    same(await again.list(''), []);
    await again.write({ puts: [put('c', 3)] });
    same(await keysOf(again, ''), ['c']);
  },
};

/** Every case opens its own disk and closes what it opened. */
export const storeContract: readonly ContractCase[] = Object.entries(cases).map(([name, run]) => ({
  name,
  async run(openStore) {
    const opened: Store[] = [];
    try {
      await run(async () => {
        const store = await openStore();
        opened.push(store);
        return store;
      });
    } finally {
      for (const store of opened) await store.close();
    }
  },
}));

async function keysOf(store: Store, prefix: string, options?: StoreListOptions): Promise<string[]> {
  return (await store.list(prefix, options)).map(({ key }) => key);
}

function same(actual: unknown, expected: unknown): void {
  const difference = differenceOf(actual, expected, 'value');
  if (difference !== undefined) throw new Error(difference);
}

/** Where two values of arrays, records, bytes and primitives differ first, or undefined. */
function differenceOf(actual: unknown, expected: unknown, place: string): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (actual instanceof Uint8Array && expected instanceof Uint8Array) {
    const isSame =
      actual.length === expected.length && actual.every((byte, index) => byte === expected[index]);
    return isSame
      ? undefined
      : `${place}: ${actual.length} bytes differ from the ${expected.length} expected`;
  }
  if (!isCompound(actual) || !isCompound(expected))
    return `${place}: ${String(actual)}, expected ${String(expected)}`;
  const [keys, expectedKeys] = [Object.keys(actual), Object.keys(expected)];
  if (keys.length !== expectedKeys.length)
    return `${place}: ${keys.length} entries, expected ${expectedKeys.length}`;
  for (const key of expectedKeys) {
    const difference = differenceOf(actual[key], expected[key], `${place}.${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isCompound(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function throws(action: () => Promise<unknown>, type: new (...args: never[]) => Error): Promise<void> {
  let error: unknown;
  try {
    await action();
  } catch (reason) {
    error = reason;
  }
  if (!(error instanceof type)) throw new Error(`expected a ${type.name}, got ${String(error)}`);
}
