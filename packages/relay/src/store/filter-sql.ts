/**
 * A NIP-01 filter as SQL. One index drives (ids, then a tag, author, kind, time), the rest are conditions.
 * The text depends only on the shape of the filter, never on its values, so statements are prepared once.
 */
import type { StoreFilter } from './store.ts';

export interface FilterSql {
  readonly from: string;
  readonly where: string;
  /** Column that the order by time is read from, so that the driving index delivers it. */
  readonly time: string;
  readonly values: (string | number)[];
}

type Values = (string | number)[];

type Driver = 'ids' | 'firstP' | 'authors' | 'kinds' | 'time' | `#${string}`;

/** Undefined when the filter can match nothing (an empty list, an empty time range). */
export function filterSql(filter: StoreFilter): FilterSql | undefined {
  const tagKeys = Object.keys(filter).filter((key) => key.startsWith('#')) as `#${string}`[];
  const lists = [
    filter.ids,
    filter.authors,
    filter.kinds,
    filter.firstP,
    ...tagKeys.map((key) => filter[key]),
  ];
  if (lists.some((list) => list !== undefined && list.length === 0)) return undefined;
  if (filter.since !== undefined && filter.until !== undefined && filter.since > filter.until)
    return undefined;

  const driver = driverOf(filter, tagKeys);
  const drivingTag = driver === 'firstP' ? '#p' : driver.startsWith('#') ? driver : undefined;
  const time = drivingTag ? 't.created_at' : 'e.created_at';
  const where: string[] = [];
  const values: Values = [];
  if (drivingTag) {
    const wanted = driver === 'firstP' ? filter.firstP : filter[driver as '#p'];
    where.push('t.name = ?', oneOf('t.value', wanted ?? [], values, drivingTag.slice(1)));
  }
  if (filter.firstP) where.push(oneOf('e.p', filter.firstP, values));
  if (filter.since !== undefined) where.push(push(values, `${time} >= ?`, filter.since));
  if (filter.until !== undefined) where.push(push(values, `${time} <= ?`, filter.until));
  if (filter.ids) where.push(oneOf('e.id', filter.ids, values));
  if (filter.authors) where.push(oneOf('e.pubkey', filter.authors, values));
  if (filter.kinds) where.push(oneOf('e.kind', filter.kinds, values));
  for (const key of tagKeys) {
    if (key === driver) continue;
    const condition = oneOf('x.value', filter[key] ?? [], values, key.slice(1));
    where.push(
      `EXISTS (SELECT 1 FROM tags x WHERE x.name = ? AND ${condition} AND x.created_at = e.created_at AND x.seq = e.seq)`,
    );
  }
  return { from: tableFor(driver), where: where.length > 0 ? where.join(' AND ') : '1', time, values };
}

/** With several values an event can come twice from the tag index. */
export function mayRepeat(filter: StoreFilter): boolean {
  return Object.entries(filter).some(
    ([key, list]) => (key.startsWith('#') || key === 'firstP') && Array.isArray(list) && list.length > 1,
  );
}

function driverOf(filter: StoreFilter, tagKeys: readonly `#${string}`[]): Driver {
  if (filter.ids) return 'ids';
  if (filter.by) return filter.by;
  const narrowest = [...tagKeys].sort((a, b) => (filter[a]?.length ?? 0) - (filter[b]?.length ?? 0))[0];
  if (narrowest) return narrowest;
  if (filter.authors) return 'authors';
  // Many kinds are most of the table: walking it by time needs no sort.
  return filter.kinds?.length === 1 ? 'kinds' : 'time';
}

function tableFor(driver: Driver): string {
  if (driver === 'ids') return 'events e';
  if (driver === 'authors') return 'events e INDEXED BY events_author';
  if (driver === 'kinds') return 'events e INDEXED BY events_kind';
  if (driver === 'time') return 'events e INDEXED BY events_time';
  return 'tags t CROSS JOIN events e ON e.seq = t.seq';
}

function oneOf(column: string, wanted: readonly (string | number)[], values: Values, name?: string): string {
  if (name !== undefined) values.push(name);
  const only = wanted[0];
  if (wanted.length === 1 && only !== undefined) return push(values, `${column} = ?`, only);
  return push(values, `${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(wanted));
}

function push(values: Values, sql: string, value: string | number): string {
  values.push(value);
  return sql;
}
