/** Files that import each other in a ring: Tarjan's strongly connected components over relative imports. */
import { dirname, join, normalize } from 'node:path';
import { importsOf } from './import-scan.ts';
import { read } from './source-files.ts';

/** Every ring of two files or more, each sorted, types counted as well as values. */
export function importCircles(paths: readonly string[]): string[][] {
  const known = new Set(paths);
  const imports = new Map(paths.map((path) => [path, targets(path, known)]));
  const circles: string[][] = [];
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];

  function visit(path: string): void {
    number.set(path, number.size);
    lowest.set(path, number.get(path)!);
    stack.push(path);
    for (const next of imports.get(path)!) {
      if (!number.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(next)!));
    }
    if (lowest.get(path) !== number.get(path)) return;
    const ring = stack.splice(stack.indexOf(path));
    if (ring.length > 1) circles.push(ring.sort());
  }

  for (const path of paths) if (!number.has(path)) visit(path);
  return circles;
}

function targets(path: string, known: ReadonlySet<string>): string[] {
  return importsOf(read(path))
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(path), specifier)))
    .filter((target) => known.has(target));
}
