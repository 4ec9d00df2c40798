/**
 * A NIP-01 filter as SQL. One index drives (ids, then a tag, author, kind, time), the rest are conditions.
 * The text depends only on the shape of the filter, never on its values, so statements are prepared once.
 */
import type { Filter } from '@keychart/nostr';

export interface FilterSql {
  readonly from: string;
  readonly where: string;
  /** Column that the order by time is read from, so that the driving index delivers it. */
  readonly time: string;
  readonly values: (string | number)[];
}

type Values = (string | number)[];

/** Undefined when the filter can match nothing (an empty list, an empty time range). */
export function filterSql(filter: Filter): FilterSql | undefined {
  const tagKeys = Object.keys(filter).filter((key) => key.startsWith('#'));
  const lists = [filter.ids, filter.authors, filter.kinds, ...tagKeys.map((key) => filter[key as '#p'])];
  if (lists.some((list) => list !== undefined && list.length === 0)) return undefined;
  if (filter.since !== undefined && filter.until !== undefined && filter.since > filter.until)
    return undefined;

  const where: string[] = [];
  const values: Values = [];
  const drivingTag = filter.ids ? undefined : narrowestTag(filter, tagKeys);
  const time = drivingTag ? 't.created_at' : 'e.created_at';
  let from = `events e${drivingIndex(filter)}`;
  if (drivingTag) {
    const wanted = filter[drivingTag] ?? [];
    where.push('t.name = ?', oneOf('t.value', wanted, values, drivingTag.slice(1)));
    from = 'tags t CROSS JOIN events e ON e.seq = t.seq';
  }
  if (filter.since !== undefined) where.push(push(values, `${time} >= ?`, filter.since));
  if (filter.until !== undefined) where.push(push(values, `${time} <= ?`, filter.until));
  if (filter.ids) where.push(oneOf('e.id', filter.ids, values));
  if (filter.authors) where.push(oneOf('e.pubkey', filter.authors, values));
  if (filter.kinds) where.push(oneOf('e.kind', filter.kinds, values));
  for (const key of tagKeys) {
    if (key === drivingTag) continue;
    const condition = oneOf('x.value', filter[key as '#p'] ?? [], values, key.slice(1));
    where.push(
      `EXISTS (SELECT 1 FROM tags x WHERE x.name = ? AND ${condition} AND x.created_at = e.created_at AND x.seq = e.seq)`,
    );
  }
  return { from, where: where.length > 0 ? where.join(' AND ') : '1', time, values };
}

/** With several values an event can come twice from the tag index. */
export function mayRepeat(filter: Filter): boolean {
  return Object.entries(filter).some(
    ([key, list]) => key.startsWith('#') && Array.isArray(list) && list.length > 1,
  );
}

function narrowestTag(filter: Filter, keys: readonly string[]): `#${string}` | undefined {
  const sorted = [...keys].sort(
    (a, b) => (filter[a as '#p']?.length ?? 0) - (filter[b as '#p']?.length ?? 0),
  );
  return sorted[0] as `#${string}` | undefined;
}

function drivingIndex(filter: Filter): string {
  if (filter.ids) return '';
  if (filter.authors) return ' INDEXED BY events_author';
  // Many kinds are most of the table: walking it by time needs no sort.
  if (filter.kinds && filter.kinds.length === 1) return ' INDEXED BY events_kind';
  return ' INDEXED BY events_time';
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
