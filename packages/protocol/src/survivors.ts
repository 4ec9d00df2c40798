/**
 * Which chart the records of a patient are shown in: duplicates point at their survivor, survivors at theirs. What
 * colleagues wrote at once may form a ring; then the latest link of it does not count, the same on every device.
 */

export interface MergeLink {
  readonly id: string;
  /** Absent: a chart of its own. */
  readonly mergedInto?: string;
  /** Seconds. */
  readonly statusAt?: number;
}

/**
 * The survivor of every patient that has one. A link to a patient who is not known (yet) does not count: the chart
 * stands alone rather than nowhere.
 */
export function survivors(links: Iterable<MergeLink>): ReadonlyMap<string, string> {
  const known = new Map([...links].map((link) => [link.id, link]));
  const next = (id: string) => {
    const into = known.get(id)?.mergedInto;
    return into !== undefined && known.has(into) ? into : undefined;
  };
  const ends = new Map<string, string>();
  const found = new Map<string, string>();
  for (const id of known.keys()) {
    const path: string[] = [];
    const seen = new Map<string, number>();
    let at = id;
    for (;;) {
      seen.set(at, path.length);
      path.push(at);
      const into = ends.get(at) ?? next(at);
      if (into === undefined || into === at) break;
      const start = seen.get(into);
      if (start !== undefined) {
        at = endOfRing(path.slice(start).map((member) => known.get(member)!));
        break;
      }
      at = into;
    }
    for (const member of path) ends.set(member, at);
    if (at !== id) found.set(id, at);
  }
  return found;
}

function endOfRing(ring: readonly MergeLink[]): string {
  const latest = ring.reduce((last, link) => {
    const order = (link.statusAt ?? 0) - (last.statusAt ?? 0) || (link.id < last.id ? -1 : 1);
    return order > 0 ? link : last;
  });
  return latest.id;
}
