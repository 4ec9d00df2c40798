/** An event on its way to those who asked to be told. */
import { matchFilters, type VerifiedEvent } from '@keychart/nostr';
import { type SharedFrame, sharedFrame } from './frame.ts';
import type { LiveSubscription } from './hub.ts';
import type { Routing } from './store/store.ts';

/** Delivers one event; its text becomes bytes once, however many read it. */
export function deliverLive(
  candidates: Iterable<LiveSubscription>,
  event: VerifiedEvent,
  raw: string,
  routing: Routing,
): number {
  let frame: SharedFrame | undefined;
  let delivered = 0;
  for (const { connection, filters, prefix } of candidates) {
    if (!matchFilters(filters, event) || !connection.sees(routing)) continue;
    frame ??= sharedFrame(raw);
    connection.write(frame.head(prefix), frame.body);
    connection.audit.delivered();
    delivered += 1;
  }
  return delivered;
}
