/**
 * Pair keys handed to this member for some patients (PairGrant): judged by the charter the grant names, added up by
 * patient and compartment. Of the grants of one patient in one compartment the latest says until when.
 */
import {
  type CharterChain,
  keepsLists,
  memberAt,
  memberOf,
  opensForAll,
  PAIR_GRANT,
  type PairGrant,
  parsePairGrant,
} from '@keychart/protocol';
import type { GlassRequest } from './glass-requests.ts';
import type { StoredGrant } from './stored-grant.ts';

export type LentKey = PairGrant['grants'][number];

/** What one patient's compartment was lent with. */
export interface Loan {
  readonly id: string;
  readonly c: string;
  /** Seconds, of the latest grant. */
  readonly at: number;
  readonly until?: number;
  readonly keys: readonly LentKey[];
}

/**
 * Attack: a former member dates a grant back, and hands over a channel of their own making. The charter they name
 * must have them as somebody who holds the compartment for every patient, and must know the epoch.
 */
export function judgePairGrant(chain: CharterChain, grant: StoredGrant): PairGrant | { reason: string } {
  const parsed = parsePairGrant(grant.content);
  if (!parsed.ok) return { reason: parsed.reason };
  const charter = chain.find(({ id }) => id === parsed.value.charter);
  if (!charter) return { reason: 'keys of some patients must name a charter of this practice' };
  const sender = memberOf(charter, grant.sender, Math.max(grant.at, charter.createdAt));
  const may =
    sender &&
    memberAt(chain, grant.sender, grant.at) &&
    keepsLists(sender) &&
    parsed.value.grants.every(
      ({ c, n }) => opensForAll(sender, c) && n <= (charter.compartments[c]?.epoch ?? 0),
    );
  return may
    ? parsed.value
    : { reason: 'these keys were not handed over by somebody who may hand them over' };
}

const loanName = ({ id, c }: Pick<Loan, 'id' | 'c'>): string => `${id}:${c}`;

/** `loans` with what this grant adds; grants come in the order of their times. */
export function takeLoans(loans: Map<string, Loan>, { grants }: PairGrant, at: number): void {
  for (const key of grants) {
    const before = loans.get(loanName(key));
    const keys = [...(before?.keys ?? []).filter(({ q }) => q !== key.q), key].filter(({ q }) => q !== GONE);
    const { id, c, until } = key;
    loans.set(loanName(key), { id, c, at, keys, ...(until !== undefined && { until }) });
  }
}

/** In the place of a key that was forgotten. That it ended stays known: an older grant may arrive after the last. */
const GONE = '0'.repeat(64);

/** The grant without the keys of loans that are over; the same object where there is none. */
function withoutOver(grant: StoredGrant, isOver: (key: LentKey) => boolean): StoredGrant {
  const parsed = parsePairGrant(grant.content);
  if (!parsed.ok) return grant;
  const { grants } = parsed.value;
  if (!grants.some((key) => key.q !== GONE && isOver(key))) return grant;
  const left = grants.map((key) => (isOver(key) ? { ...key, q: GONE } : key));
  return { ...grant, content: JSON.stringify({ ...parsed.value, grants: left }), emptied: true };
}

/** Of these, the loans this grant is about. */
export function loansIn(grant: StoredGrant, loans: ReadonlyMap<string, Loan>): readonly Loan[] {
  const parsed = grant.kind === PAIR_GRANT ? parsePairGrant(grant.content) : undefined;
  if (!parsed?.ok) return [];
  return parsed.value.grants.flatMap((key) => loans.get(loanName(key)) ?? []);
}

/** Keys of loans that are over leave the grants; answers whether there were any. */
export function forgetLoans(
  grants: Map<string, StoredGrant>,
  loans: ReadonlyMap<string, Loan>,
  isOver: (loan: Loan) => boolean,
): boolean {
  const over = (key: LentKey) => {
    const loan = loans.get(loanName(key));
    return loan !== undefined && isOver(loan);
  };
  let found = false;
  for (const grant of [...grants.values()].filter(({ kind }) => kind === PAIR_GRANT)) {
    const kept = withoutOver(grant, over);
    found ||= kept !== grant;
    grants.set(grant.wrapId, kept);
  }
  return found;
}

/** At its time, or given back by who had it. */
export function isLoanOver(
  { id, c, until }: Loan,
  at: number,
  requests: readonly GlassRequest[],
  me: string,
): boolean {
  if (until === undefined) return false;
  if (until <= at) return true;
  const givenBack = ({ by, patientId, answer, endedAt }: GlassRequest) =>
    by === me && patientId === id && endedAt !== undefined && answer?.until === until;
  return c === 'sens' && requests.some(givenBack);
}

export function nextEnd(loans: Iterable<Loan>, at: number): number | undefined {
  const ends = [...loans].flatMap(({ until = 0 }) => (until > at ? [until] : []));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Patients of whom nothing is lent any more. */
export function patientsOver(loans: Iterable<Loan>, isOver: (loan: Loan) => boolean): readonly string[] {
  const all = [...loans];
  const lent = new Set(all.filter((loan) => !isOver(loan)).map(({ id }) => id));
  return [...new Set(all.map(({ id }) => id))].filter((id) => !lent.has(id));
}
