/**
 * The log of a practice's server (docs/security.md, "Audit"): opened with the practice, told what the relay does,
 * and every hour its head is signed with the relay's key and published to the members.
 */
import { finalizeEvent, type NostrEvent, type VerifiedEvent } from '@keychart/nostr';
import { AUDIT_HEAD, AUDIT_HEAD_TAGS, type AuditHead, parseAuditHead } from '@keychart/protocol';
import {
  type AuditLog,
  canonicalJson,
  type Detail,
  type Happening,
  namedInLog,
  openAuditLog,
  type Relay,
  type SqliteEventStore,
} from '@keychart/relay';
import type { FastifyBaseLogger } from 'fastify';
import { type DataFolder, DataFolderError } from './data-folder.ts';
import { shortAddress } from './logger.ts';

export interface PracticeAuditOptions {
  readonly folder: DataFolder;
  readonly store: SqliteEventStore;
  readonly key: { readonly secret: Uint8Array; readonly pubkey: string };
  readonly log: FastifyBaseLogger;
  /** What this server was told to be; entered where it differs from the last time. */
  readonly settings: Detail;
  /** Unix seconds. */
  readonly now: () => number;
}

export interface PracticeAudit {
  readonly note: (happening: Happening) => void;
  /** Something an administrator did to this server itself. */
  administered(act: {
    readonly key: string;
    readonly method: string;
    readonly route: string;
    readonly status: number;
  }): void;
  /**
   * Once the relay is there: a head now if the last process left entries without, and then as often as `repeat` has
   * it (hourly), which answers how to end that.
   */
  follow(relay: Relay, repeat?: (work: () => Promise<void>) => () => void): void;
  /** After the relay is closed and before its store: the last entries and their head. */
  close(): void;
}

const HOUR = 3_600_000;
const EVENTS = 500;
/** How many events were stored when this log was closed: another number, and somebody was there in between. */
const STORED = 'stored at close';

/** Throws DataFolderError where the file is not a log. */
export function openPracticeAudit(options: PracticeAuditOptions): PracticeAudit {
  const { folder, store, key, log, settings, now } = options;
  const entries = openLog(options);
  let signed = newestHead(store, key.pubkey)?.seq ?? 0;
  const leftOver = entries.newSince(signed) > 0;
  let endRepeat = (): void => undefined;

  if (entries.memo.get(STORED) !== String(store.size())) enterUnnamed(entries, store);
  entries.memo.set(STORED, '');
  entries.add('start', { version: '0.1.0', node: process.version, events: store.size() });
  const before = entries.lastOf('settings');
  if (!before || !sameDetail(before.detail, settings)) entries.add('settings', settings);
  entries.flush();

  /** The head of what is on the disk; nothing where all but heads is covered already. */
  function nextHead(): { event: VerifiedEvent; seq: number } | undefined {
    entries.settle();
    const last = entries.last();
    if (!last || entries.newSince(signed) === 0) return undefined;
    const { seq, hash, at } = last;
    const head: AuditHead = { seq, hash, at, entries: seq - signed };
    const tags = AUDIT_HEAD_TAGS.map((tag) => [...tag]);
    const template = { kind: AUDIT_HEAD, created_at: now(), tags, content: JSON.stringify(head) };
    return { event: finalizeEvent(template, key.secret), seq };
  }

  async function publish(relay: Relay): Promise<void> {
    const head = nextHead();
    if (!head) return;
    const result = await relay.publish(head.event);
    if (result.accepted) signed = head.seq;
    else log.error({ reason: result.reason }, 'the head of the audit log could not be published');
  }

  return {
    note: (happening) => {
      if ('from' in happening) entries.note({ ...happening, from: shortAddress(happening.from) });
      else entries.note(happening);
    },
    administered: (act) => {
      entries.add('administered', { ...act });
    },
    follow: (relay, repeat = hourly) => {
      const tell = () =>
        publish(relay).catch((error: unknown) => {
          log.error({ reason: String(error) }, 'the head of the audit log could not be published');
        });
      endRepeat = repeat(tell);
      if (leftOver) void tell();
    },
    close: () => {
      endRepeat();
      entries.add('stop', { events: store.size() });
      const head = nextHead();
      // The relay takes nothing any more: members find this one when they come back.
      if (head) {
        store.insert([{ event: head.event, raw: JSON.stringify(head.event) }]);
        entries.add('head', { by: key.pubkey, events: [[AUDIT_HEAD, head.event.id]] });
        entries.flush();
      }
      entries.memo.set(STORED, String(store.size()));
      entries.close();
    },
  };

  function openLog({ folder: { privateAudit } }: PracticeAuditOptions): AuditLog {
    try {
      return openAuditLog(privateAudit(), {
        now,
        failed: (error) => {
          log.error({ reason: String(error) }, 'the audit log could not be written; it is tried again');
        },
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new DataFolderError(`${folder.audit} cannot be opened (${why}): restore it from a backup.`);
    }
  }
}

function hourly(work: () => Promise<void>): () => void {
  const timer = setInterval(() => void work(), HOUR).unref();
  return () => clearInterval(timer);
}

function newestHead(store: SqliteEventStore, self: string): AuditHead | undefined {
  let newest: AuditHead | undefined;
  const all = { now: 0, limit: 100, wholeSecond: true, hardCap: 200, maxBytes: 1_000_000, sees: () => true };
  for (const { raw } of store.query({ kinds: [AUDIT_HEAD], authors: [self] }, all).events) {
    const head = parseAuditHead((JSON.parse(raw) as NostrEvent).content);
    if (!head.ok) continue;
    if (!newest || head.value.seq > newest.seq) newest = head.value;
  }
  return newest;
}

/** Events from before the log, of a process that was killed, or put there by another hand: named from now on. */
function enterUnnamed(entries: AuditLog, store: SqliteEventStore): void {
  const known = new Set<string>();
  for (const { event } of namedInLog(entries.entries())) known.add(event[1]);
  let found: Detail[string][] = [];
  const enter = () => {
    if (found.length > 0) entries.add('found', { events: found });
    found = [];
  };
  for (const { id, kind, address, expires } of store.names()) {
    if (known.has(id)) continue;
    if (expires !== null) found.push([kind, id, address ?? '', expires]);
    else found.push(address === null ? [kind, id] : [kind, id, address]);
    if (found.length >= EVENTS) enter();
  }
  enter();
}

function sameDetail(text: string, detail: Detail): boolean {
  return text === canonicalJson(detail);
}
