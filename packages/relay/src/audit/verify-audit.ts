/**
 * Checks the server's own log: is the chain whole, does it agree with every head the relay ever signed, and are
 * the events it names still in the store, and no others? Changes nothing; the server may be running.
 */
import { type NostrEvent, npubEncode, type Verifier } from '@keychart/nostr';
import { ACCESS_EVENT, AUDIT_HEAD, type AuditHead, parseAuditHead } from '@keychart/protocol';
import type { SqliteEventStore, StoredName } from '../store/sqlite-store.ts';
import type { AuditEntry } from './audit-entry.ts';
import { type ChainFault, checkChain } from './check-chain.ts';
import { namedInLog } from './named-events.ts';

export interface AuditFault {
  readonly check: ChainFault['check'] | 'cut off' | 'head' | 'event missing' | 'event unnamed';
  /** Numbers of entries. */
  readonly from?: number;
  readonly to?: number;
  /** Unix seconds. */
  readonly since?: number;
  readonly until?: number;
  /** Of the head or the event. */
  readonly id?: string;
  readonly reason: string;
}

export interface AuditReport {
  readonly ok: boolean;
  readonly entries: number;
  readonly heads: number;
  /** Events the log says were taken. */
  readonly events: number;
  readonly faults: readonly AuditFault[];
  readonly notes: readonly string[];
}

export interface AuditInput {
  readonly log: { entries(): IterableIterator<AuditEntry> };
  readonly store: SqliteEventStore;
  /** Head events kept elsewhere than in the store. */
  readonly heads?: readonly NostrEvent[];
  readonly verifier: Verifier;
  /** The relay's public key. */
  readonly self: string;
  /** Called between a first look at the store and the log: lets a running server write what it has gathered. */
  readonly pause?: () => Promise<void>;
  /** Unix seconds. */
  readonly now?: number;
}

interface SignedHead extends AuditHead {
  readonly id: string;
}

export async function verifyAudit(input: AuditInput): Promise<AuditReport> {
  const { log, store, now = Math.floor(Date.now() / 1000) } = input;
  // Heads and events first: a running server adds to the log what they stand for, never the other way round.
  const { heads, faults } = await signedHeads(input);
  const before = namesIn(store);
  await input.pause?.();
  const chain = checkChain(() => log.entries());
  faults.unshift(...chain.faults, ...againstHeads(log, chain.last, heads));
  const after = namesIn(store);
  const named = namedEvents(log.entries());
  faults.push(...missingEvents(named, (id) => before.has(id) || after.has(id), now));
  const unnamed = [...before.values()].filter(({ id }) => !named.has(id));
  const closed = input.pause !== undefined || endsInOrder(log.entries());
  const notes = [...foundNotes(log.entries()), ...unsignedNote(chain.last, heads)];
  if (closed) {
    for (const { id, kind } of unnamed) {
      faults.push({
        check: 'event unnamed',
        id,
        reason: `the log does not know how this event of kind ${kind} came into the store`,
      });
    }
  } else if (unnamed.length > 0) {
    notes.push(
      `the server ended without closing its log: ${unnamed.length} events of its last second are not named; it enters them when it starts`,
    );
  }
  const { entries } = chain;
  return { ok: faults.length === 0, entries, heads: heads.length, events: named.size, faults, notes };
}

/** Heads of the store and those given, oldest entry first; those that are no heads of this relay are faults. */
async function signedHeads({ store, heads: given = [], verifier, self }: AuditInput) {
  const heads: SignedHead[] = [];
  const faults: AuditFault[] = [];
  const events = [
    ...new Map([...store.eventsOfKinds([AUDIT_HEAD]), ...given].map((each) => [each.id, each])).values(),
  ];
  const genuine = await verifier.verify(events);
  for (const [index, { id, kind, pubkey, content }] of events.entries()) {
    const head = parseAuditHead(content);
    if (genuine[index] && kind === AUDIT_HEAD && pubkey === self && head.ok)
      heads.push({ id, ...head.value });
    else faults.push({ check: 'head', id, reason: 'this is no head that the relay has signed' });
  }
  heads.sort((a, b) => a.seq - b.seq);
  return { heads, faults };
}

/** What the chain alone cannot show: its end cut off, and everything rewritten with new hashes. */
function againstHeads(
  log: AuditInput['log'],
  last: AuditEntry | undefined,
  heads: readonly SignedHead[],
): AuditFault[] {
  const entries = new Map<number, AuditEntry>();
  const wanted = new Set(heads.map(({ seq }) => seq));
  for (const entry of wanted.size > 0 ? log.entries() : [])
    if (wanted.has(entry.seq)) entries.set(entry.seq, entry);
  const end = last?.seq ?? 0;
  const newest = heads.at(-1);
  const faults: AuditFault[] = [];
  if (newest && newest.seq > end) {
    faults.push({
      check: 'cut off',
      from: end + 1,
      to: newest.seq,
      since: last?.at ?? 0,
      until: newest.at,
      id: newest.id,
      reason: 'the relay has signed a head over these entries, and they are not there',
    });
  }
  let sound: SignedHead | undefined;
  for (const head of heads) {
    const entry = entries.get(head.seq);
    if (!entry) continue;
    if (entry.hash === head.hash) {
      sound = head;
      continue;
    }
    faults.push({
      check: 'head',
      from: (sound?.seq ?? 0) + 1,
      to: head.seq,
      since: sound?.at ?? 0,
      until: head.at,
      id: head.id,
      reason:
        'the relay has signed another entry under the last of these numbers: one or more of them were rewritten',
    });
    // What follows rests on the same rewriting: named once, up to the next head that fits.
    sound = head;
  }
  return faults;
}

/** A server that ended in order says so, and then only signs that. */
function endsInOrder(entries: Iterable<AuditEntry>): boolean {
  let last = '';
  for (const { what } of entries) if (what !== 'head') last = what;
  return last === 'stop';
}

interface Named {
  readonly kind: number;
  readonly address: string;
  readonly until: number;
  readonly by?: string;
  readonly entry: Pick<AuditEntry, 'seq' | 'at'>;
}

function namedEvents(entries: Iterable<AuditEntry>): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const { entry, event, by } of namedInLog(entries)) {
    const [kind, id, address = '', until = 0] = event;
    const place = { seq: entry.seq, at: entry.at };
    named.set(id, { kind, address, until, ...(by !== undefined && { by }), entry: place });
  }
  return named;
}

function missingEvents(
  named: ReadonlyMap<string, Named>,
  isStored: (id: string) => boolean,
  now: number,
): AuditFault[] {
  // Of an event that is replaced by its next version only the last is kept.
  const newest = new Map<string, string>();
  for (const [id, { address }] of named) if (address !== '') newest.set(address, id);
  const faults: AuditFault[] = [];
  for (const [id, { kind, address, until, by, entry }] of named) {
    if (isStored(id) || (until > 0 && until <= now)) continue;
    if (address !== '' && newest.get(address) !== id) continue;
    const what = kind === ACCESS_EVENT ? 'entry of the access log' : `event of kind ${kind}`;
    const who = by === undefined ? '' : `, signed by ${npubEncode(by)},`;
    const reason = `the log says that this ${what}${who} was stored, and it is not there`;
    faults.push({
      check: 'event missing',
      id,
      from: entry.seq,
      to: entry.seq,
      since: entry.at,
      until: entry.at,
      reason,
    });
  }
  return faults;
}

function namesIn(store: SqliteEventStore): Map<string, StoredName> {
  const names = new Map<string, StoredName>();
  for (const name of store.names()) names.set(name.id, name);
  return names;
}

/** Once the log has begun, an event that a start only found came past the relay, or with a killed process. */
function foundNotes(entries: Iterable<AuditEntry>): string[] {
  const notes: string[] = [];
  for (const { entry, event } of namedInLog(entries)) {
    if (entry.what !== 'found' || entry.seq === 1) continue;
    notes.push(
      `entry ${entry.seq}: event ${event[1]} of kind ${event[0]} was found at a start, not taken by the relay`,
    );
  }
  return notes;
}

function unsignedNote(last: AuditEntry | undefined, heads: readonly SignedHead[]): string[] {
  const signed = heads.at(-1)?.seq ?? 0;
  // The entry that tells of the newest head is always behind it.
  const open = (last?.seq ?? 0) - signed - (last?.what === 'head' ? 1 : 0);
  return open > 0
    ? [`${open} entries since the newest head are not signed yet: their end can still be cut off unseen`]
    : [];
}
