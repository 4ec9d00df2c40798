// What the chart needs of a disk: dumb, ordered, atomic. It knows no keys, no records and no people; everything
// that reaches it has been sealed already (sealed-store.ts). `contract.ts` is the suite each implementation passes.

export interface StorePut {
  key: string;
  value: Uint8Array;
}

/** Deletions come first, then puts: a key that is deleted and put in the same batch is there afterwards. */
export interface StoreBatch {
  puts?: readonly StorePut[];
  deletes?: readonly string[];
  deletePrefixes?: readonly string[];
}

export interface StoreListOptions {
  /** Only keys behind this one: greater, or smaller with `reverse`. */
  after?: string;
  limit?: number;
  reverse?: boolean;
}

export interface Store {
  get(keys: readonly string[]): Promise<(Uint8Array | undefined)[]>;
  /** Rows whose key begins with `prefix`, in key order. */
  list(prefix: string, options?: StoreListOptions): Promise<StorePut[]>;
  /** Atomic and durable: resolves when it is on the disk, or throws StoreFullError / StoreClosedError and changes nothing. */
  write(batch: StoreBatch): Promise<void>;
  close(): Promise<void>;
  /** Wipes everything and closes. */
  destroy(): Promise<void>;
}

// Printable ASCII only: there, UTF-16 order (IndexedDB, JavaScript), UTF-8 order (SQLite) and byte order are one.
const KEY = /^[ -~]{1,512}$/;

/** Throws a TypeError if a key is not 1–512 printable ASCII characters (a programmer's error). */
export function checkKeys(keys: readonly string[]): void {
  for (const key of keys) {
    if (!KEY.test(key)) throw new TypeError('store key must be 1 to 512 printable ASCII characters');
  }
}

/** Checks all of a batch before anything of it is applied, so that a bad one changes nothing. */
export function checkBatch(batch: StoreBatch): void {
  for (const { key, value } of batch.puts ?? []) {
    checkKeys([key]);
    if (!(value instanceof Uint8Array)) throw new TypeError('store value must be a Uint8Array');
  }
  checkKeys(batch.deletes ?? []);
  checkKeys(batch.deletePrefixes ?? []);
}

/** The half-open key range [from, to) of all keys with this prefix. */
export function prefixRange(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}\x7f` };
}
