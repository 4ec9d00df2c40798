/**
 * Is the log whole? Finds entries that are missing, altered, moved to another place or put in between, and says
 * which. What it cannot see from the chain alone (the end cut off, everything recomputed) the signed heads show.
 */
import { type AuditEntry, canonicalJson, type Detail, entryHash, GENESIS } from './audit-entry.ts';

export interface ChainFault {
  readonly check: 'missing' | 'altered' | 'moved' | 'inserted';
  /** Numbers of the entries; of an inserted one the place where it lies. */
  readonly from: number;
  readonly to: number;
  /** Unix seconds: between the sound neighbours for missing ones, else what the entries say. */
  readonly since: number;
  readonly until: number;
  readonly reason: string;
}

export interface ChainReport {
  readonly faults: readonly ChainFault[];
  readonly entries: number;
  readonly last: AuditEntry | undefined;
}

/** `read` is called a second time where something is wrong. */
export function checkChain(read: () => Iterable<AuditEntry>): ChainReport {
  let last: AuditEntry | undefined;
  let entries = 0;
  let sound = true;
  for (const entry of read()) {
    sound &&=
      entry.seq === entries + 1 && entry.prev === (last?.hash ?? GENESIS) && isGenuine(entry, entry.seq);
    entries += 1;
    last = entry;
  }
  return { faults: sound ? [] : diagnose([...read()]), entries, last };
}

const HASH = /^[0-9a-f]{64}$/;

interface Row {
  readonly entry: AuditEntry;
  /** The number it was written with, where its contents and its hash agree on one. */
  truth: number | undefined;
}

function diagnose(entries: readonly AuditEntry[]): ChainFault[] {
  const rows: Row[] = entries.map((entry) => ({
    entry,
    truth: isGenuine(entry, entry.seq) ? entry.seq : undefined,
  }));
  findMoved(rows);
  const claims = new Map<number, Row[]>();
  for (const row of rows) {
    if (row.truth !== undefined) claims.set(row.truth, [...(claims.get(row.truth) ?? []), row]);
  }
  const end = Math.max(0, ...claims.keys());
  const kept = keepOnePerNumber(claims, end);
  const atPlace = new Map(rows.map((row) => [row.entry.seq, row]));
  const found: ChainFault[] = [];
  const time = (seq: number) => (kept.get(seq) ?? atPlace.get(seq))?.entry.at ?? 0;
  const say = (check: ChainFault['check'], seq: number, reason: string, since: number, until = since) => {
    found.push({ check, from: seq, to: seq, since, until, reason });
  };

  for (let seq = 1; seq <= end; seq++) {
    const row = kept.get(seq);
    const next = kept.get(seq + 1);
    const before = seq === 1 ? GENESIS : kept.get(seq - 1)?.entry.hash;
    if (!row) {
      const there = atPlace.get(seq);
      // What lies at a place without being the entry of any number is that place's entry, rewritten.
      if (there && there.truth === undefined) {
        say('altered', seq, 'its contents are not those its hash was made of', there.entry.at);
      } else {
        const until = nextTime(kept, seq, end);
        say('missing', seq, 'the entry is not there', time(seq - 1) || until, until);
      }
      continue;
    }
    if (row.entry.seq !== seq) {
      say('moved', seq, `the entry lies at place ${row.entry.seq}`, row.entry.at);
    }
    if (next && next.entry.prev !== row.entry.hash) {
      say(
        'altered',
        seq,
        'the entry after it was made from another one; entries before it may be rewritten too',
        row.entry.at,
      );
    } else if (seq === 1 && row.entry.prev !== before) {
      say('altered', seq, 'the log does not begin with it', row.entry.at);
    }
  }
  for (const row of rows) {
    const { seq, at } = row.entry;
    const isKept = row.truth !== undefined && kept.get(row.truth) === row;
    const isRewritten = row.truth === undefined && !kept.has(seq) && seq <= end;
    if (isKept || isRewritten) continue;
    if (seq > end) say('altered', seq, 'its contents are not those its hash was made of', at);
    else say('inserted', seq, 'what lies there is no entry of this log', at);
  }
  return merged(found);
}

/** An entry put elsewhere still names the one before it: from that follows its number, and its hash proves it. */
function findMoved(rows: readonly Row[]): void {
  const byHash = new Map(rows.map((row) => [row.entry.hash, row]));
  let open = rows.filter(({ truth }) => truth === undefined);
  for (let before = open.length + 1; open.length < before && open.length > 0; ) {
    before = open.length;
    for (const row of open) {
      const { prev } = row.entry;
      const number = prev === GENESIS ? 1 : (byHash.get(prev)?.truth ?? Number.NaN) + 1;
      if (!Number.isNaN(number) && isGenuine(row.entry, number)) row.truth = number;
    }
    open = open.filter(({ truth }) => truth === undefined);
  }
  // One whose forerunner is gone: its number is near, and its hash knows it.
  for (const row of open) {
    for (let step = 1; step <= 64 && row.truth === undefined; step++) {
      for (const number of [row.entry.seq + step, row.entry.seq - step]) {
        if (number > 0 && isGenuine(row.entry, number)) row.truth = number;
      }
    }
  }
}

/** Of several that claim a number, the one that the next entry was made from; else the one in its place. */
function keepOnePerNumber(claims: ReadonlyMap<number, readonly Row[]>, end: number): Map<number, Row> {
  const kept = new Map<number, Row>();
  for (let seq = end; seq >= 1; seq--) {
    const rows = claims.get(seq) ?? [];
    const follower = kept.get(seq + 1)?.entry.prev;
    const row =
      rows.find(({ entry }) => entry.hash === follower) ??
      rows.find(({ entry }) => entry.seq === seq) ??
      rows[0];
    if (row) kept.set(seq, row);
  }
  return kept;
}

function nextTime(kept: ReadonlyMap<number, Row>, seq: number, end: number): number {
  for (let next = seq + 1; next <= end; next++) {
    const row = kept.get(next);
    if (row) return row.entry.at;
  }
  return 0;
}

/** Was the entry written with this number? */
function isGenuine(entry: AuditEntry, seq: number): boolean {
  const { at, prev, hash, detail } = entry;
  // Text instead of a number, or more than a hash, could put the same bytes together in another way.
  if (!Number.isSafeInteger(at) || !HASH.test(prev)) return false;
  return entryHash({ ...entry, seq }) === hash && isCanonical(detail);
}

function isCanonical(detail: string): boolean {
  try {
    return canonicalJson(JSON.parse(detail) as Detail) === detail;
  } catch {
    return false;
  }
}

/** Neighbours with the same fault become one, unless each has something of its own to say. */
function merged(faults: readonly ChainFault[]): ChainFault[] {
  const result: ChainFault[] = [];
  const newest = new Map<string, number>();
  for (const fault of [...faults].sort((a, b) => a.from - b.from)) {
    const index = newest.get(fault.check) ?? -1;
    const last = result[index];
    if (last && last.to === fault.from - 1) {
      const reason = last.check === 'moved' ? 'the entries lie at other places' : last.reason;
      result[index] = { ...last, to: fault.to, until: fault.until, reason };
    } else newest.set(fault.check, result.push(fault) - 1);
  }
  return result;
}
