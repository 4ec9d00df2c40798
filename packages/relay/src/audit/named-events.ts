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
}

/** In the order of the log. Entries that are damaged name nothing. */
export function* namedInLog(entries: Iterable<AuditEntry>): Iterable<Naming> {
  for (const entry of entries) {
    if (!entry.detail.includes('"events":[[')) continue;
    for (const event of namesOf(entry.detail)) yield { entry, event };
  }
}

function namesOf(detail: string): NamedEvent[] {
  try {
    const { events } = JSON.parse(detail) as { events?: unknown };
    return Array.isArray(events) ? events.filter(isNamedEvent) : [];
  } catch {
    return []; // not JSON: the check of the chain says so
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
