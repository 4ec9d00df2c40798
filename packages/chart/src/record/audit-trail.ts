/**
 * Whether the AuditEvents of each author and device are whole. Every entry carries its number and the hash of the
 * one before it, so that one taken away, written anew, put in another place or written twice shows. What nobody has
 * written anything after (the very last of a chain) is vouched for by its signature alone.
 */
import type { AuditFinding, AuditVerdict } from '../api/chart.ts';

export interface AuditTrailEntry {
  readonly id: string;
  /** Public key of the signer. */
  readonly author: string;
  /** When it was signed, seconds. */
  readonly at: number;
  readonly device: string;
  /** From 1. */
  readonly seq: number;
  /** Hash of the entry before; absent at the first. */
  readonly prev?: string;
  /** sha256 of this entry's JSON, hex. */
  readonly hash: string;
}

/** `whole`: the entries begin with the first ever written; false where they are a range of time. */
export function verifyAuditTrail(
  entries: readonly AuditTrailEntry[],
  { whole = true }: { readonly whole?: boolean } = {},
): AuditVerdict {
  const chains = new Map<string, AuditTrailEntry[]>();
  for (const entry of entries) {
    const name = `${entry.author} ${entry.device}`;
    const chain = chains.get(name);
    if (chain) chain.push(entry);
    else chains.set(name, [entry]);
  }
  const findings = [...chains.values()].flatMap((chain) => verifyChain(chain, whole));
  return { entries: entries.length, chains: chains.size, findings };
}

function verifyChain(chain: readonly AuditTrailEntry[], whole: boolean): AuditFinding[] {
  const bySeq = new Map<number, AuditTrailEntry[]>();
  for (const entry of chain) {
    const same = bySeq.get(entry.seq) ?? [];
    // Sealed anew under newer keys it is the same entry under another id.
    if (!same.some(({ hash }) => hash === entry.hash)) bySeq.set(entry.seq, [...same, entry]);
  }
  const findings: AuditFinding[] = [];
  const { author, device } = chain[0]!;
  const found = (kind: AuditFinding['kind'], from: number, to: number, about: readonly AuditTrailEntry[]) => {
    const ids = about.map(({ id }) => id);
    const last = findings.findLast((finding) => finding.kind === 'forked');
    // A device that goes on from an older copy of itself writes many numbers again: one thing has happened.
    if (kind === 'forked' && last?.to === from - 1)
      findings[findings.indexOf(last)] = { ...last, to, ids: [...last.ids, ...ids] };
    else findings.push({ kind, author, device, from, to, ids });
  };

  let before: { seq: number; entries: readonly AuditTrailEntry[] } | undefined = whole
    ? { seq: 0, entries: [] }
    : undefined;
  for (const seq of [...bySeq.keys()].sort((a, b) => a - b)) {
    const present = bySeq.get(seq)!;
    if (present.length > 1) found('forked', seq, seq, present);
    if (before && seq > before.seq + 1) found('missing', before.seq + 1, seq - 1, present);
    else if (before) {
      const known = before.entries.map(({ hash }) => hash);
      const strange = present.filter(({ prev }) =>
        seq === 1 ? prev !== undefined : prev === undefined || !known.includes(prev),
      );
      // The one before says something else than what this one was written after.
      if (strange.length > 0)
        found('altered', Math.max(1, seq - 1), Math.max(1, seq - 1), [...before.entries, ...strange]);
    }
    const followed = before?.entries ?? [];
    const isEarly = ({ at, prev }: AuditTrailEntry) => {
      // Of two with one number, the one it names: the other line has times of its own.
      const own = followed.find(({ hash }) => hash === prev);
      return at < (own?.at ?? Math.max(...followed.map((each) => each.at)));
    };
    if (present.some(isEarly)) found('reordered', seq, seq, present);
    before = { seq, entries: present };
  }
  return findings;
}
