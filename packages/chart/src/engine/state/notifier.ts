/** Tells watchers that something changed, once per turn however much changed in it. */

export interface Notifier<T> {
  changed(topic: T): void;
  /** The callback runs after the turn in which its topic changed; never after the returned call. */
  on(topic: T, callback: () => void): () => void;
  /** Nobody is told anything any more. */
  end(): void;
}

/** @param implied topics that change with one. */
export function notifier<T>(implied: (topic: T) => readonly T[] = () => []): Notifier<T> {
  const watchers = new Map<T, Set<() => void>>();
  const dirty = new Set<T>();
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    const topics = [...dirty];
    dirty.clear();
    for (const topic of topics) for (const callback of [...(watchers.get(topic) ?? [])]) callback();
  }

  return {
    end: () => watchers.clear(),
    changed(topic) {
      const known = [topic, ...implied(topic)].filter((one) => watchers.has(one));
      if (known.length === 0) return;
      for (const one of known) dirty.add(one);
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(flush);
    },
    on(topic, callback) {
      const set = watchers.get(topic) ?? new Set();
      watchers.set(topic, set.add(callback));
      return () => {
        set.delete(callback);
        if (set.size === 0 && watchers.get(topic) === set) watchers.delete(topic);
      };
    },
  };
}
