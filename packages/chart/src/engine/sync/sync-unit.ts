/**
 * One set of events kept in step with the relay: what is new since last time (with an overlap), then a COUNT
 * of the whole set against what is held here. `created_at` is the writer's clock, so a note written offline
 * may arrive today dated last week; where the counts differ, the whole set is paged again.
 */
import type { Filter, NostrEvent, RelayClient } from '@keychart/nostr';
import { jsonPut, type SealedStore } from '../../store/index.ts';

/** Seconds asked for again each time: clocks of writers differ. */
const OVERLAP = 3600;

export interface SyncUnit {
  readonly name: string;
  /** In the order they are wanted: what the first screen needs comes first. */
  readonly filters: readonly Filter[];
  /** What a first screen shows of it: asked for before everything else where nothing of the set is here yet. */
  readonly glance?: readonly Filter[];
  /**
   * Routing keys named in `#p`, where the set is of one patient: those it did not have last time (a new key, a new
   * epoch) are asked for from their beginning, the others for what is new.
   */
  readonly channels?: readonly string[];
  /**
   * Seconds: what the relay held until then has been asked for piece by piece, where it was never read as a whole. What
   * came since is asked for, and the COUNT decides whether that was all.
   */
  readonly asked?: number;
  /** Seconds, where the writers of this set date further back (gift wraps: three days). */
  readonly overlap?: number;
  /** Events of this set held here that the relay should have too; `undefined`: not comparable. */
  readonly held: () => number | undefined;
  /** Judges and keeps what is new. */
  readonly take: (events: readonly NostrEvent[]) => Promise<void>;
}

/** How far a set has been read. */
interface Cursor {
  /** Seconds: everything the relay held at that time is here … */
  readonly since: number;
  /** … of these channels, where the set is of one patient. */
  readonly channels?: readonly string[];
}

export async function cursorOf({ name }: Pick<SyncUnit, 'name'>, sealed: SealedStore) {
  return (await sealed.getJson(['sync', name])) as Cursor | undefined;
}

/** Answers whether the set is complete. Throws OfflineError when the connection goes. */
export async function syncUnit(
  unit: SyncUnit,
  client: RelayClient,
  sealed: SealedStore,
  now: () => number,
): Promise<boolean> {
  const started = now();
  const { name, channels, filters } = unit;
  const cursor = await cursorOf(unit, sealed);
  const read = cursor?.since ?? unit.asked;
  const since = read === undefined ? undefined : Math.max(0, read - (unit.overlap ?? OVERLAP));
  if (since === undefined) await glance(unit, client);
  const added = addedChannels(unit, cursor);
  let complete = await page(unit, client, sinceThen(filters, since));
  if (added.length > 0) complete = (await page(unit, client, ofChannels(filters, added))) && complete;
  if (since !== undefined && (await isShort(unit, client))) complete = await page(unit, client, filters);
  const next: Cursor = { since: started, ...(channels && { channels }) };
  if (complete) await sealed.write({ puts: [jsonPut(['sync', name], next)] });
  return complete;
}

/** Those that a cursor says nothing about; none where nothing was read yet. */
export function addedChannels({ channels = [] }: SyncUnit, cursor: Cursor | undefined): readonly string[] {
  return cursor ? channels.filter((Q) => !cursor.channels?.includes(Q)) : [];
}

const sinceThen = (filters: readonly Filter[], since: number | undefined): readonly Filter[] =>
  since === undefined ? filters : filters.map((filter) => ({ ...filter, since }));

const ofChannels = (filters: readonly Filter[], Qs: readonly string[]): readonly Filter[] =>
  filters.map((filter) => ({ ...filter, '#p': [...Qs] }));

/** All of it in one go: the newest of each kind are few, and whoever opens a chart is waiting for them. */
async function glance({ glance: filters = [], take }: SyncUnit, client: RelayClient): Promise<void> {
  await Promise.all(filters.map((filter) => client.query([filter], take)));
}

async function page({ take }: SyncUnit, client: RelayClient, filters: readonly Filter[]): Promise<boolean> {
  let complete = true;
  for (const filter of filters) complete = (await client.query([filter], take)).complete && complete;
  return complete;
}

async function isShort(unit: SyncUnit, client: RelayClient): Promise<boolean> {
  const held = unit.held();
  if (held === undefined) return false;
  let there = 0;
  for (const filter of unit.filters) there += await client.count([filter]);
  return there !== held;
}
