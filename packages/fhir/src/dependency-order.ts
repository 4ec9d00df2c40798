/** Puts resources behind those they refer to; otherwise keeps their order. Circles are cut where they are first met. */
export function inDependencyOrder<T extends { key: string; references: readonly string[] }>(
  items: readonly T[],
): T[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const started = new Set<string>();
  const ordered: T[] = [];
  // The Patient comes first in every import, and nothing it refers to may push it back.
  const [first] = items;
  if (first !== undefined) {
    started.add(first.key);
    ordered.push(first);
  }
  for (const item of items) {
    // A stack of our own: a chain of ten thousand links must not end in a stack overflow.
    const stack: { item: T; next: number }[] = started.has(item.key) ? [] : [{ item, next: 0 }];
    started.add(item.key);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const key = top.item.references[top.next];
      top.next += 1;
      if (key === undefined) {
        ordered.push(top.item);
        stack.pop();
        continue;
      }
      const target = byKey.get(key);
      if (target === undefined || started.has(key)) continue;
      started.add(key);
      stack.push({ item: target, next: 0 });
    }
  }
  return ordered;
}
