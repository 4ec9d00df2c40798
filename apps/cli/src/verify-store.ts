/**
 * Checks every stored event as a distrustful reader would: is it what it was signed as, and was its author
 * entitled to it by the charter? Reads the database as it lies on the disk; decrypts access lists (they are
 * addressed to the relay's key) and nothing else.
 */
import {
  eventId,
  getPublicKey,
  type NostrEvent,
  parseEvent,
  type VerifiedEvent,
  type Verifier,
} from '@keychart/nostr';
import { CHARTER, CHARTER_APPROVAL, foldCharters, ROOT_SUCCESSION } from '@keychart/protocol';
import type { SqliteEventStore } from '@keychart/relay';
import { type AuthorityInput, whyNotAuthorised } from './verify-authority.ts';
import { type AccessLists, readAccessLists } from './verify-channels.ts';

export interface Fault {
  readonly id: string;
  readonly kind: number;
  /** `stored`: the row does not say what the event says. */
  readonly check: 'structure' | 'stored' | 'id' | 'signature' | 'authority';
  readonly reason: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly events: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
  /** Not wrong, but worth knowing: charters that wait for approvals. */
  readonly notes: readonly string[];
}

export interface VerifyInput {
  readonly store: SqliteEventStore;
  readonly verifier: Verifier;
  readonly root: string;
  readonly relaySecret: Uint8Array;
}

const PAGE = 2_000;

export async function verifyStore({
  store,
  verifier,
  root,
  relaySecret,
}: VerifyInput): Promise<VerifyReport> {
  const faults: Fault[] = [];
  const verified: VerifiedEvent[] = [];
  const kinds: Record<string, number> = {};
  let events = 0;
  for (const page of pagesOf(store)) {
    const sound: NostrEvent[] = [];
    for (const row of page) {
      events += 1;
      kinds[row.kind] = (kinds[row.kind] ?? 0) + 1;
      const read = readRow(row);
      if ('check' in read) faults.push(read);
      else sound.push(read);
    }
    const answers = await verifier.verify(sound);
    for (const [i, event] of sound.entries()) {
      if (answers[i]) verified.push(event as VerifiedEvent);
      else faults.push(whyNotVerified(event));
    }
  }
  const { chain, notes } = charterChain(verified, root, faults);
  const lists: AccessLists = readAccessLists(verified, relaySecret);
  const input: AuthorityInput = { chain, lists, root, self: getPublicKey(relaySecret) };
  for (const event of verified) {
    const reason = chain.length > 0 ? whyNotAuthorised(event, input) : 'there is no charter of this practice';
    if (reason) faults.push({ id: event.id, kind: event.kind, check: 'authority', reason });
  }
  return { ok: faults.length === 0, events, kinds, faults, notes };
}

interface Row {
  readonly id: string;
  readonly kind: number;
  readonly pubkey: string;
  readonly created_at: number;
  readonly p: string | null;
  readonly raw: string;
}

/** All events, newest first; a whole second is never cut. Expired ones are looked at too. */
function* pagesOf(store: SqliteEventStore): Iterable<readonly Row[]> {
  let until = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = store.query(
      { until },
      {
        now: 0,
        limit: PAGE,
        wholeSecond: true,
        hardCap: Number.MAX_SAFE_INTEGER,
        maxBytes: 1 << 28,
        sees: () => true,
      },
    );
    if (page.events.length > 0) yield page.events;
    const oldest = page.events.at(-1);
    if (page.complete || !oldest) return;
    until = oldest.created_at - 1;
  }
}

function readRow(row: Row): NostrEvent | Fault {
  const fault = (check: Fault['check'], reason: string): Fault => ({
    id: row.id,
    kind: row.kind,
    check,
    reason,
  });
  let value: unknown;
  try {
    value = JSON.parse(row.raw);
  } catch {
    return fault('structure', 'the stored text is not JSON');
  }
  const event = parseEvent(value);
  if ('error' in event) return fault('structure', event.error);
  const p = event.tags.find((tag) => tag[0] === 'p')?.[1] ?? null;
  const same =
    event.id === row.id &&
    event.kind === row.kind &&
    event.pubkey === row.pubkey &&
    event.created_at === row.created_at &&
    p === row.p;
  return same ? event : fault('stored', 'the database row names other values than the event itself');
}

function whyNotVerified(event: NostrEvent): Fault {
  const { id, kind } = event;
  return eventId(event) === id
    ? { id, kind, check: 'signature', reason: 'the signature is not of this author and these contents' }
    : { id, kind, check: 'id', reason: 'the contents are not those the id was made of' };
}

function charterChain(verified: readonly VerifiedEvent[], root: string, faults: Fault[]) {
  const events = verified.filter(({ kind }) => [CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION].includes(kind));
  const fold = foldCharters(events, root);
  const notes: string[] = [];
  const mayPropose = new Set([
    root,
    ...(fold ? [fold.rootAt(Number.MAX_SAFE_INTEGER)] : []),
    ...(fold?.chain ?? []).flatMap(({ admins }) => admins),
  ]);
  const authors = new Map(events.map(({ id, pubkey }) => [id, pubkey]));
  for (const { id, reason } of fold?.ignored ?? []) {
    // Proposals may wait for approvals, or have lost against another of the same number: the relay keeps both.
    const isProposal = mayPropose.has(authors.get(id) ?? '') && /^needs |does not follow/.test(reason);
    if (isProposal) notes.push(`charter ${id.slice(0, 8)} is not in force: it ${reason}`);
    else faults.push({ id, kind: CHARTER, check: 'authority', reason: `the charter ${reason}` });
  }
  return { chain: fold?.chain ?? [], notes };
}
