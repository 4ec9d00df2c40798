// The sealed store: what the chart keeps on a device, unreadable without the login. AES-256-GCM per value with the
// stored key as associated data, so a value cannot be read, changed, or moved to another place unnoticed. It does not
// hide how many rows there are, how long they are, or that an old copy of the whole disk was put back.

import { HEADER_KEY, readHeader, writeHeader } from './seal-header.ts';
import { asBufferSource, deriveSealKeys, openBytes, type SealKeys, sealBytes } from './seal-keys.ts';
import {
  describePath,
  isSequence,
  type PathNames,
  pathNames,
  type SealedPath,
  type Sequence,
} from './sealed-path.ts';
import type { Store, StoreBatch, StoreListOptions } from './store.ts';
import { DamagedError, StoreLockedError } from './store-errors.ts';

export interface SealedPut {
  path: SealedPath;
  value: Uint8Array;
}

/** Deletions come first, then puts. `deletePrefixes` takes a path with everything at and below it. */
export interface SealedBatch {
  puts?: readonly SealedPut[];
  deletes?: readonly SealedPath[];
  deletePrefixes?: readonly SealedPath[];
}

export interface SealedListOptions {
  after?: Sequence;
  limit?: number;
  reverse?: boolean;
  /** Given: damaged rows are told here and left out (`seq`: unless even that is damaged). Absent: the first throws. */
  onDamaged?: (error: DamagedError, seq: Sequence | undefined) => void;
}

export interface SealedRow {
  seq: Sequence;
  value: Uint8Array;
}

/** All calls throw DamagedError (naming the logical path) for rows that do not open, StoreLockedError once locked. */
export interface SealedStore {
  get(path: SealedPath): Promise<Uint8Array | undefined>;
  getMany(paths: readonly SealedPath[]): Promise<(Uint8Array | undefined)[]>;
  getJson(path: SealedPath): Promise<unknown>;
  /** The rows `[...path, sequence(n)]`, in order. Rows with other last segments have no order and are not listed. */
  list(path: SealedPath, options?: SealedListOptions): Promise<SealedRow[]>;
  /** Atomic, durable, and in the order of the calls. Leave the values alone until it resolves. */
  write(batch: SealedBatch): Promise<void>;
  /** Drops the keys at once; resolves when writes already begun have ended. The disk stays open. */
  lock(): Promise<void>;
  /** Wipes everything, locked or not. */
  destroy(): Promise<void>;
}

export interface Migration {
  from: number;
  /**
   * Rewrites format `from` as `from + 1`: the batch it returns is committed together with the new header. What it
   * writes before that must not disturb a reader of the old format, and may run twice.
   */
  run(store: Store, keys: SealKeys): Promise<StoreBatch>;
}

export interface SealedFormat {
  version: number;
  migrations: readonly Migration[];
}

export const CURRENT_FORMAT: SealedFormat = { version: 1, migrations: [] };

/** A JSON value as a put; `undefined` is a programmer's error. */
export function jsonPut(path: SealedPath, value: unknown): SealedPut {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('jsonPut: value has no JSON form');
  return { path, value: new TextEncoder().encode(text) };
}

/**
 * Opens, or makes in an empty store. `storeKey`: 32 bytes from the login; not kept. Throws WrongKeyError,
 * NewerFormatError, DamagedError (also when the header is gone but rows are there: it is never written anew over them).
 */
export async function openSealedStore(
  store: Store,
  storeKey: Uint8Array,
  format: SealedFormat = CURRENT_FORMAT,
): Promise<SealedStore> {
  if (storeKey.length !== 32) throw new TypeError('openSealedStore: storeKey must be 32 bytes');
  const dataKey = await openOrCreate(store, storeKey, format);
  try {
    return unlockedStore(store, await deriveSealKeys(dataKey));
  } finally {
    dataKey.fill(0);
  }
}

/** Puts the store under another login key (a new passphrase). No value is rewritten. Throws as openSealedStore does. */
export async function changeStoreKey(store: Store, oldKey: Uint8Array, newKey: Uint8Array): Promise<void> {
  const [header] = await store.get([HEADER_KEY]);
  if (!header) throw new DamagedError('header');
  const { dataKey, version } = await readHeader(header, oldKey, CURRENT_FORMAT.version);
  try {
    await store.write({ puts: [{ key: HEADER_KEY, value: await writeHeader(newKey, dataKey, version) }] });
  } finally {
    dataKey.fill(0);
  }
}

async function openOrCreate(store: Store, storeKey: Uint8Array, format: SealedFormat): Promise<Uint8Array> {
  const [header] = await store.get([HEADER_KEY]);
  if (!header) return create(store, storeKey, format);
  const { dataKey, version } = await readHeader(header, storeKey, format.version);
  for (let at = version; at < format.version; at++) {
    const migration = format.migrations.find(({ from }) => from === at);
    if (!migration) throw new Error(`sealed store: no migration from format ${at}`);
    const batch = await migration.run(store, await deriveSealKeys(dataKey));
    const value = await writeHeader(storeKey, dataKey, at + 1);
    await store.write({ ...batch, puts: [...(batch.puts ?? []), { key: HEADER_KEY, value }] });
  }
  return dataKey;
}

async function create(store: Store, storeKey: Uint8Array, format: SealedFormat): Promise<Uint8Array> {
  // A new data key would make all rows unreadable for ever, so a lost header is damage, not an empty store.
  if ((await store.list('', { limit: 1 })).length > 0) throw new DamagedError('header');
  const dataKey = crypto.getRandomValues(new Uint8Array(32));
  await store.write({
    puts: [{ key: HEADER_KEY, value: await writeHeader(storeKey, dataKey, format.version) }],
  });
  return dataKey;
}

interface Unlocked {
  keys: SealKeys;
  names: PathNames;
}

function unlockedStore(store: Store, keys: SealKeys): SealedStore {
  let unlocked: Unlocked | undefined = { keys, names: pathNames(keys.name) };
  let lastWrite: Promise<unknown> = Promise.resolve();

  const mustBeUnlocked = (): Unlocked => {
    if (!unlocked) throw new StoreLockedError();
    return unlocked;
  };

  const getMany = async (paths: readonly SealedPath[]) => {
    const { keys, names } = mustBeUnlocked();
    const stored = await Promise.all(paths.map(names.keyOf));
    const values = await store.get(stored);
    return Promise.all(
      values.map((value, index) =>
        value ? openRow(keys, stored[index] as string, value, paths[index] as SealedPath) : undefined,
      ),
    );
  };

  const get = async (path: SealedPath) => (await getMany([path]))[0];

  return {
    get,
    getMany,
    async getJson(path) {
      const value = await get(path);
      return value && JSON.parse(new TextDecoder().decode(asBufferSource(value)));
    },
    async list(path, options = {}) {
      return listRows(store, mustBeUnlocked(), path, options);
    },
    async write(batch) {
      // Sealing runs side by side, but what was written first must reach the disk first.
      const sealing = sealBatch(mustBeUnlocked(), batch);
      sealing.catch(nothing);
      const turn = lastWrite.then(() => sealing).then((sealed) => store.write(sealed));
      lastWrite = turn.then(nothing, nothing);
      return turn;
    },
    async lock() {
      unlocked = undefined;
      await lastWrite;
    },
    async destroy() {
      unlocked = undefined;
      await lastWrite;
      await store.destroy();
    },
  };
}

async function sealBatch({ keys, names }: Unlocked, batch: SealedBatch): Promise<StoreBatch> {
  const [puts, deletes, deletePrefixes] = await Promise.all([
    Promise.all(
      (batch.puts ?? []).map(async ({ path, value }) => {
        const key = await names.keyOf(path);
        return { key, value: await sealBytes(keys.value, key, value) };
      }),
    ),
    Promise.all((batch.deletes ?? []).map(names.keyOf)),
    // Names have one length, so the key of a path is the prefix of exactly what is at and below it.
    Promise.all((batch.deletePrefixes ?? []).map(names.keyOf)),
  ]);
  return { puts, deletes, deletePrefixes };
}

async function listRows(
  store: Store,
  { keys, names }: Unlocked,
  path: SealedPath,
  options: SealedListOptions,
) {
  const { after, onDamaged, ...rest } = options;
  const parent = await names.keyOf(path);
  const storeOptions: StoreListOptions = after === undefined ? rest : { ...rest, after: parent + after };
  const rows = await store.list(`${parent}#`, storeOptions);
  const opened = await Promise.all(
    rows.map(async ({ key, value }): Promise<SealedRow | undefined> => {
      const seq = key.slice(parent.length);
      try {
        if (!isSequence(seq)) throw new DamagedError(describePath(path));
        return { seq, value: await openRow(keys, key, value, [...path, seq]) };
      } catch (error) {
        if (!onDamaged || !(error instanceof DamagedError)) throw error;
        onDamaged(error, isSequence(seq) ? seq : undefined);
        return undefined;
      }
    }),
  );
  return opened.filter((row) => row !== undefined);
}

async function openRow(
  keys: SealKeys,
  key: string,
  sealed: Uint8Array,
  path: SealedPath,
): Promise<Uint8Array> {
  try {
    return await openBytes(keys.value, key, sealed);
  } catch (cause) {
    throw new DamagedError(describePath(path), cause);
  }
}

function nothing(): void {
  // Only for the order of writes: each caller gets the failure of its own.
}
