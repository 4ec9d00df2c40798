/** Folders as rooms: which need each other, directly, inside of one floor of folders. */
import { dirname, join, normalize } from 'node:path';
import { importsOf } from './import-scan.ts';
import { read } from './source-files.ts';

/** Pairs of folders directly below `base` whose files import each other: one import each way for every pair. */
export function mutualRooms(base: string, paths: readonly string[]): string[] {
  const ways = new Map<string, string>();
  const room = (path: string) => {
    const [name, inside] = path.startsWith(`${base}/`) ? path.slice(base.length + 1).split('/') : [];
    return inside === undefined ? undefined : name;
  };
  for (const path of paths) {
    const from = room(path);
    if (from === undefined) continue;
    for (const specifier of importsOf(read(path)).filter((each) => each.startsWith('.'))) {
      const target = normalize(join(dirname(path), specifier));
      const to = room(target);
      if (to !== undefined && to !== from) ways.set(`${from} → ${to}`, `${path} → ${target}`);
    }
  }
  return [...ways].flatMap(([way, example]) => {
    const [from, to] = way.split(' → ') as [string, string];
    const back = ways.get(`${to} → ${from}`);
    return back === undefined || from > to ? [] : [`${example}, and ${back}`];
  });
}
