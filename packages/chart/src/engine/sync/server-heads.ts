/**
 * Members keep heads of the server's log: the newest, and the first of each day. They are compared with every new one,
 * and can be saved to a file that `keychart audit verify --heads` checks the log against.
 */
import { type NostrEvent, verifyAll } from '@keychart/nostr';
import { AUDIT_HEAD } from '@keychart/protocol';
import type { ServerLog } from '../../api/server-log.ts';
import { conflictOf, type HeadConflict, type SeenHead, seenHead } from '../../record/server-heads.ts';
import { jsonPut, sequence } from '../../store/index.ts';
import type { EngineContext } from '../state/context.ts';

export interface ServerHeads {
  /** Reads the store. */
  load(): Promise<void>;
  take(events: readonly NostrEvent[]): Promise<void>;
  /** What was signed since the last one seen. */
  catchUp(): Promise<void>;
  /** `undefined` before a head was seen. */
  log(): ServerLog | undefined;
  /** All kept ones, one signed event a line. */
  text(): string;
}

interface Conflict {
  readonly kind: HeadConflict;
  /** The one seen before, and the one that contradicts it. */
  readonly known: NostrEvent;
  readonly event: NostrEvent;
}

const DAYS = ['server-heads'];
const NEWEST = ['server-head'];
const CONFLICTS = ['server-heads-against'];
const DAY = 86_400;
/** Kept as evidence; more of the same says nothing new. */
const MOST = 20;

export function serverHeads(context: EngineContext): ServerHeads {
  const { sealed, crypto, client, notifier } = context;
  const days = new Map<number, SeenHead>();
  let newest: SeenHead | undefined;
  let conflicts: Conflict[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const dayOf = ({ event }: SeenHead) => Math.floor(event.created_at / DAY);
  const known = () => [...days.values(), ...(newest ? [newest] : [])];
  const isSigner = ({ event }: SeenHead) => event.pubkey === context.relayKey();

  function keepInMind(head: SeenHead): void {
    if (!days.has(dayOf(head))) days.set(dayOf(head), head);
    if (!newest || head.event.created_at >= newest.event.created_at) newest = head;
  }

  /** The first contradiction, and nothing where it goes on from all that was seen. */
  function against(head: SeenHead): Conflict[] {
    for (const before of known().filter(isSigner)) {
      const kind = conflictOf(before, head);
      if (kind) return [{ kind, known: before.event, event: head.event }];
    }
    return [];
  }

  async function takeInTurn(events: readonly NostrEvent[]): Promise<void> {
    const held = new Set([
      ...known().map(({ event }) => event.id),
      ...conflicts.map(({ event }) => event.id),
    ]);
    const answers = await verifyAll(
      crypto.verifier,
      events.filter(({ id }) => !held.has(id)),
    );
    const heads = answers
      .flatMap((event) => (event ? (seenHead(event) ?? []) : []))
      .filter(isSigner)
      .sort((a, b) => a.event.created_at - b.event.created_at || a.seq - b.seq);
    if (heads.length === 0) return;
    for (const head of heads) {
      if (conflicts.length < MOST) conflicts = [...conflicts, ...against(head)];
      keepInMind(head);
    }
    await sealed.write({
      puts: [
        ...heads.filter((head) => days.get(dayOf(head)) === head).map((head) => dayPut(head)),
        ...(newest ? [jsonPut(NEWEST, newest.event)] : []),
        ...(conflicts.length > 0 ? [jsonPut(CONFLICTS, conflicts)] : []),
      ],
    });
    notifier.changed('audit');
  }

  const dayPut = (head: SeenHead) => jsonPut([...DAYS, sequence(dayOf(head))], head.event);

  function take(events: readonly NostrEvent[]): Promise<void> {
    const done = turn.then(() => takeInTurn(events));
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    async load() {
      const rows = await sealed.list(DAYS, { onDamaged: () => undefined });
      const stored = rows.map(({ value }) => JSON.parse(new TextDecoder().decode(value)) as NostrEvent);
      const last = (await sealed.getJson(NEWEST)) as NostrEvent | undefined;
      for (const event of [...stored, ...(last ? [last] : [])]) {
        const head = seenHead(event);
        if (head) keepInMind(head);
      }
      conflicts = ((await sealed.getJson(CONFLICTS)) as Conflict[] | undefined) ?? [];
    },
    take,
    async catchUp() {
      const since = newest && isSigner(newest) ? { since: newest.event.created_at } : { limit: 1 };
      await client.query([{ kinds: [AUDIT_HEAD], ...since }], take);
    },
    log() {
      const seen = known();
      const first = seen.map(({ event }) => event.created_at).sort((a, b) => a - b)[0];
      if (!newest || first === undefined) return undefined;
      const other = seen.find((head) => !isSigner(head));
      return {
        entries: newest.seq,
        signedAt: instant(newest.event.created_at),
        since: instant(first),
        conflicts: [
          ...conflicts.flatMap(({ kind, event }) => conflictView(kind, event)),
          ...(other ? conflictView('other key', other.event) : []),
        ],
      };
    },
    text: () => {
      const events = [
        ...known().map(({ event }) => event),
        ...conflicts.flatMap((one) => [one.known, one.event]),
      ];
      const each = [...new Map(events.map((event) => [event.id, event])).values()];
      return each
        .sort((a, b) => a.created_at - b.created_at)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join('');
    },
  };
}

function conflictView(
  kind: ServerLog['conflicts'][number]['kind'],
  event: NostrEvent,
): ServerLog['conflicts'] {
  const head = seenHead(event);
  return head ? [{ kind, entries: head.seq, signedAt: instant(event.created_at) }] : [];
}

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();
