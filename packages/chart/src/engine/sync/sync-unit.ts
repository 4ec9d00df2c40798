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
  /** Seconds, where the writers of this set date further back (gift wraps: three days). */
  readonly overlap?: number;
  /** Events of this set held here that the relay should have too; `undefined`: not comparable. */
  readonly held: () => number | undefined;
  /** Judges and keeps what is new. */
  readonly take: (events: readonly NostrEvent[]) => Promise<void>;
}

/** Answers whether the set is complete. Throws OfflineError when the connection goes. */
export async function syncUnit(
  unit: SyncUnit,
  client: RelayClient,
  sealed: SealedStore,
  now: () => number,
): Promise<boolean> {
  const started = now();
  const cursor = (await sealed.getJson(['sync', unit.name])) as { since: number } | undefined;
  const since = cursor && Math.max(0, cursor.since - (unit.overlap ?? OVERLAP));
  if (since === undefined) await glance(unit, client);
  let complete = await page(unit, client, since);
  if (since !== undefined && (await isShort(unit, client))) complete = await page(unit, client, undefined);
  if (complete) await sealed.write({ puts: [jsonPut(['sync', unit.name], { since: started })] });
  return complete;
}

/** All of it in one go: the newest of each kind are few, and whoever opens a chart is waiting for them. */
async function glance({ glance: filters = [], take }: SyncUnit, client: RelayClient): Promise<void> {
  await Promise.all(filters.map((filter) => client.query([filter], take)));
}

async function page(unit: SyncUnit, client: RelayClient, since: number | undefined): Promise<boolean> {
  let complete = true;
  for (const filter of unit.filters) {
    const result = await client.query([since === undefined ? filter : { ...filter, since }], unit.take);
    complete &&= result.complete;
  }
  return complete;
}

async function isShort(unit: SyncUnit, client: RelayClient): Promise<boolean> {
  const held = unit.held();
  if (held === undefined) return false;
  let there = 0;
  for (const filter of unit.filters) there += await client.count([filter]);
  return there !== held;
}
