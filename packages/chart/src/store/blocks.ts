// An append-only log of JSON items, kept in blocks: one row per append would make a chart of 10,000 records slow to
// open. Small blocks at the end are merged by the appends that follow, in the same atomic write, so a crash at any
// point leaves either the old blocks or the new one. One owner at a time (the chart holds a lock).

import { describePath, type SealedPath, type Sequence, sequence, sequenceNumber } from './sealed-path.ts';
import type { SealedPut, SealedStore } from './sealed-store.ts';
import { DamagedError } from './store-errors.ts';

export const MAX_BLOCK_ITEMS = 256;
export const MAX_BLOCK_BYTES = 256 * 1024;
/** A block of at least half the limit is left alone for good. */
const FULL_ITEMS = MAX_BLOCK_ITEMS / 2;
const FULL_BYTES = MAX_BLOCK_BYTES / 2;
/** So many small blocks at the end are merged by the next append. */
const MAX_SMALL_BLOCKS = 16;
const READ_AHEAD = 8;
/** Blocks of each end that `readEnds` looks at. */
const FIRST = 2;
const LAST = 3;

/** Goes into a `SealedStore.write`, alone or with other puts. Then call exactly one of `commit` and `abandon`. */
export interface PreparedAppend {
  puts: readonly SealedPut[];
  deletes: readonly SealedPath[];
  /** The write resolved. */
  commit(): void;
  /** The write threw, or will not happen. */
  abandon(): void;
}

export interface BlockReading {
  items: number;
  blocks: number;
  /** Blocks that could not be read; their items are missing from what `onBlock` saw. */
  damaged: DamagedError[];
}

export interface BlockLog<T> {
  /** Several may be prepared at once; they land in the order of preparation. */
  prepareAppend(items: readonly T[]): Promise<PreparedAppend>;
  append(items: readonly T[]): Promise<void>;
  /** All items in order, a block at a time. Appends may go on meanwhile; an item may then be handed out twice. */
  readAll(onBlock: (items: T[]) => void | Promise<void>): Promise<BlockReading>;
  /** The first and the last of a long log, to begin with; nothing of a short one, which is read as fast as a whole. */
  readEnds(): Promise<T[]>;
}

interface Block {
  number: number;
  items: number;
  bytes: number;
}

/** The log at `path` (its blocks are `[...path, sequence(n)]`). `T` is what the owner put in: items are not validated. */
export async function blockLog<T>(sealed: SealedStore, path: SealedPath): Promise<BlockLog<T>> {
  let { next, small } = await findEnd(sealed, path);
  let outstanding = 0;
  let readers = 0;
  let preparing: Promise<unknown> = Promise.resolve();

  const blockPath = (number: number): SealedPath => [...path, sequence(number)];

  const prepare = (encoded: readonly string[], replaced: readonly Block[]): PreparedAppend => {
    const first = next;
    const groups = groupItems(encoded);
    next += groups.length;
    outstanding++;
    const values = groups.map(encodeBlock);
    const blocks = groups.map((group, index) => ({
      number: first + index,
      items: group.length,
      bytes: (values[index] as Uint8Array).length,
    }));
    const settle = () => {
      if (outstanding-- === 0) throw new Error('PreparedAppend: already committed or abandoned');
    };
    return {
      puts: blocks.map(({ number }, index) => ({
        path: blockPath(number),
        value: values[index] as Uint8Array,
      })),
      deletes: replaced.map(({ number }) => blockPath(number)),
      commit() {
        settle();
        const kept = small.filter((block) => !replaced.includes(block));
        small = trailingSmall([...kept, ...blocks].sort((a, b) => a.number - b.number));
      },
      abandon: settle,
    };
  };

  const isMergeDue = (encoded: readonly string[]): boolean => {
    // While something is under way the end is not settled, and a reader must not lose its place.
    if (outstanding > 0 || readers > 0 || small.length === 0) return false;
    const items = small.reduce((sum, block) => sum + block.items, encoded.length);
    return small.length >= MAX_SMALL_BLOCKS || (small.length > 1 && items >= MAX_BLOCK_ITEMS);
  };

  const prepareInTurn = async (items: readonly T[]): Promise<PreparedAppend> => {
    const encoded = items.map((item) => encodeItem(item));
    if (!isMergeDue(encoded)) return prepare(encoded, []);
    const replaced = small;
    try {
      const old = await readItems(
        sealed,
        replaced.map(({ number }) => blockPath(number)),
      );
      return prepare([...old, ...encoded], replaced);
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      // A damaged block stays where it is, for readAll to report; it only is not merged any more.
      small = [];
      return prepare(encoded, []);
    }
  };

  const prepareAppend = (items: readonly T[]): Promise<PreparedAppend> => {
    const prepared = preparing.then(() => prepareInTurn(items));
    preparing = prepared.catch(() => undefined);
    return prepared;
  };

  return {
    prepareAppend,
    async append(items) {
      if (items.length === 0) return;
      const prepared = await prepareAppend(items);
      try {
        await sealed.write(prepared);
      } catch (error) {
        prepared.abandon();
        throw error;
      }
      prepared.commit();
    },
    async readAll(onBlock) {
      readers++;
      try {
        return await readBlocks<T>(sealed, path, onBlock);
      } finally {
        readers--;
      }
    },
    async readEnds() {
      // What is damaged is told by `readAll`.
      const onDamaged = () => undefined;
      const [first, last] = await Promise.all([
        sealed.list(path, { limit: FIRST, onDamaged }),
        sealed.list(path, { limit: LAST, reverse: true, onDamaged }),
      ]);
      const rows = new Map([...first, ...last].map((row) => [row.seq, row.value]));
      if (rows.size < FIRST + LAST) return [];
      return [...rows].flatMap(([seq, value]) => readable<T>(value, [...path, seq]));
    },
  };
}

async function readBlocks<T>(
  sealed: SealedStore,
  path: SealedPath,
  onBlock: (items: T[]) => void | Promise<void>,
): Promise<BlockReading> {
  const reading: BlockReading = { items: 0, blocks: 0, damaged: [] };
  // A page whose last rows are damaged still has to move on, so the place to continue at comes from both.
  let last: Sequence | undefined;
  const readPage = async () => {
    let damagedRows = 0;
    const after = last;
    const onDamaged = (error: DamagedError, seq: Sequence | undefined) => {
      damagedRows++;
      reading.damaged.push(error);
      if (seq !== undefined) last = later(last, seq);
    };
    const options = { limit: READ_AHEAD, onDamaged };
    const rows = await sealed.list(path, after === undefined ? options : { ...options, after });
    for (const { seq } of rows) last = later(last, seq);
    return { rows, isLast: rows.length + damagedRows < READ_AHEAD || last === after };
  };
  let page = await readPage();
  for (;;) {
    // The next page is opened while this one is parsed.
    const following = page.isLast ? undefined : readPage();
    following?.catch(() => undefined);
    for (const { seq, value } of page.rows) {
      const items = decodeBlock<T>(value, [...path, seq]);
      reading.items += items.length;
      reading.blocks++;
      await onBlock(items);
    }
    if (!following) return reading;
    page = await following;
  }
}

/** Where the next block goes, and which blocks at the end are small. */
async function findEnd(sealed: SealedStore, path: SealedPath): Promise<{ next: number; small: Block[] }> {
  const small: Block[] = [];
  let next: number | undefined;
  // Damaged blocks keep their number and are never merged.
  const onDamaged = (_: DamagedError, seq: Sequence | undefined) => {
    if (seq !== undefined) next = Math.max(next ?? 0, sequenceNumber(seq) + 1);
  };
  let after: Sequence | undefined;
  while (small.length < MAX_SMALL_BLOCKS) {
    const options = { reverse: true, limit: 4, onDamaged };
    const rows = await sealed.list(path, after === undefined ? options : { ...options, after });
    for (const { seq, value } of rows) {
      const number = sequenceNumber(seq);
      next = Math.max(next ?? 0, number + 1);
      const block = { number, bytes: value.length, items: 0 };
      if (!isFull(block)) block.items = decodeBlock(value, [...path, seq]).length;
      if (isFull(block)) return { next, small: small.reverse() };
      small.push(block);
      after = seq;
    }
    if (rows.length < 4) break;
  }
  return { next: next ?? 0, small: small.reverse() };
}

async function readItems(sealed: SealedStore, paths: readonly SealedPath[]): Promise<string[]> {
  const values = await sealed.getMany(paths);
  return values.flatMap((value, index) => {
    const path = paths[index] as SealedPath;
    if (!value) throw new DamagedError(describePath(path));
    return decodeBlock<unknown>(value, path).map(encodeItem);
  });
}

function trailingSmall(blocks: readonly Block[]): Block[] {
  return blocks.slice(blocks.findLastIndex(isFull) + 1);
}

const isFull = ({ items, bytes }: Block) => items >= FULL_ITEMS || bytes >= FULL_BYTES;

const later = (a: Sequence | undefined, b: Sequence) => (a === undefined || b > a ? b : a);

function encodeItem(item: unknown): string {
  const text = JSON.stringify(item);
  if (text === undefined) throw new TypeError('blockLog: an item has no JSON form');
  return text;
}

/** Cuts items into blocks within the limits; an item over the limit gets a block of its own. */
function groupItems(encoded: readonly string[]): string[][] {
  const groups: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const text of encoded) {
    let group = groups.at(-1);
    if (!group || group.length >= MAX_BLOCK_ITEMS || bytes + text.length > MAX_BLOCK_BYTES) {
      group = [];
      groups.push(group);
      bytes = 0;
    }
    group.push(text);
    bytes += text.length;
  }
  return groups;
}

function encodeBlock(group: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`[${group.join(',')}]`);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function readable<T>(value: Uint8Array, path: SealedPath): T[] {
  try {
    return decodeBlock<T>(value, path);
  } catch {
    return [];
  }
}

function decodeBlock<T>(value: Uint8Array, path: SealedPath): T[] {
  try {
    const items: unknown = JSON.parse(decoder.decode(value as Uint8Array<ArrayBuffer>));
    if (Array.isArray(items)) return items as T[];
  } catch (cause) {
    throw new DamagedError(describePath(path), cause);
  }
  throw new DamagedError(describePath(path));
}
