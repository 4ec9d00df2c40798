/** The events that the log names: what the relay took, and what a server found when it started. */
import type { AuditEntry } from './audit-entry.ts';

/** `[kind, id]`; of addressable events with their address; of those that run out (NIP-40) with that second. */
export type NamedEvent =
  | readonly [kind: number, id: string]
  | readonly [kind: number, id: string, address: string]
  | readonly [kind: number, id: string, address: string, until: number];

export interface Naming {
  readonly entry: AuditEntry;
  readonly event: NamedEvent;
  /** Its signer; absent where that is not kept (gift wraps, what a start found). */
  readonly by?: string;
}

/** In the order of the log. Entries that are damaged name nothing. */
export function* namedInLog(entries: Iterable<AuditEntry>): Iterable<Naming> {
  for (const entry of entries) {
    if (!entry.detail.includes('"events":[[')) continue;
    const { by, events } = namesOf(entry.detail);
    for (const event of events) yield { entry, event, ...(by !== undefined && { by }) };
  }
}

function namesOf(detail: string): { by?: string; events: NamedEvent[] } {
  try {
    const { by, events } = JSON.parse(detail) as { by?: unknown; events?: unknown };
    const named = Array.isArray(events) ? events.filter(isNamedEvent) : [];
    return { ...(typeof by === 'string' && { by }), events: named };
  } catch {
    return { events: [] }; // not JSON: the check of the chain says so
  }
}

function isNamedEvent(value: unknown): value is NamedEvent {
  if (!Array.isArray(value)) return false;
  const [kind, id, address = '', until = 0] = value as unknown[];
  return (
    typeof kind === 'number' &&
    typeof id === 'string' &&
    typeof address === 'string' &&
    typeof until === 'number'
  );
}
