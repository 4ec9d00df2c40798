/** Is what a browser sends the founding of one practice, whole, and signed by its root and its first administrator? */
import { type NostrEvent, parseEvent, tagValues, type VerifiedEvent, verifyEvent } from '@keychart/nostr';
import {
  CHARTER,
  type Charter,
  foldCharters,
  GIFT_WRAP,
  isAdmin,
  memberOf,
  STAFF_DIRECTORY,
} from '@keychart/protocol';
import * as z from 'zod';
import type { PracticeSettings } from '../practice-settings.ts';

export interface Founding {
  readonly settings: PracticeSettings;
  /** Verified, in the order in which they are stored. */
  readonly events: readonly VerifiedEvent[];
}

type Checked =
  | { readonly ok: true; readonly founding: Founding }
  | { readonly ok: false; readonly reason: string };

/** Seconds the clock of the browser may be off. */
const CLOCK = 900;
const MOST_EVENTS = 64;

const schema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  timeZone: z.string().refine((zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  events: z.array(z.unknown()).min(3).max(MOST_EVENTS),
});

const no = (reason: string) => ({ ok: false, reason }) as const;

/** `now`: seconds. */
export function checkFounding(body: unknown, now: number): Checked {
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    return no(`${String(parsed.error.issues[0]?.path[0] ?? 'this')} is not what it should be`);
  const { name, timeZone, root } = parsed.data;
  const events: VerifiedEvent[] = [];
  for (const each of parsed.data.events) {
    const event: NostrEvent | { error: string } = parseEvent(each);
    if ('error' in event) return no(`an event is malformed: ${event.error}`);
    const verified = verifyEvent(event);
    if (!verified) return no('an event is not rightly signed');
    events.push(verified);
  }
  const reason = whyNotFounding(events, root, now);
  if (reason !== undefined) return no(reason);
  return { ok: true, founding: { settings: { v: 1, root, name, timeZone, demo: false }, events } };
}

function whyNotFounding(events: readonly VerifiedEvent[], root: string, now: number): string | undefined {
  const of = (kind: number) => events.filter((event) => event.kind === kind);
  if (new Set(events.map(({ id }) => id)).size < events.length) return 'an event is there twice';
  const stray = events.find(({ kind }) => ![CHARTER, STAFF_DIRECTORY, GIFT_WRAP].includes(kind));
  if (stray) return `kind ${stray.kind} has no place in a founding`;
  const fold = foldCharters(of(CHARTER), root);
  const [genesis, ...more] = fold?.chain ?? [];
  if (!genesis || more.length > 0 || of(CHARTER).length !== 1)
    return 'a founding has one charter, the first, signed by the root key';
  const late = events.find(
    ({ created_at, kind }) => kind !== GIFT_WRAP && Math.abs(created_at - now) > CLOCK,
  );
  if (late || of(GIFT_WRAP).some(({ created_at }) => created_at > now + CLOCK))
    return 'the clocks of this browser and of the server differ by more than a quarter of an hour: set them right';
  return whyNotStaff(genesis, root, now) ?? whyNotHandedOut(genesis, of(STAFF_DIRECTORY), of(GIFT_WRAP));
}

function whyNotStaff(genesis: Charter, root: string, now: number): string | undefined {
  const { roster, admins, approvals } = genesis;
  if (new Set(roster.map(({ pk }) => pk)).size < roster.length) return 'somebody is on the staff twice';
  if (admins.some((pk) => !memberOf(genesis, pk, now + CLOCK))) return 'an administrator is not on the staff';
  // Attack: a root key in daily use is a root key on a laptop.
  if (roster.some(({ pk }) => pk === root)) return 'the root key cannot be the key of a person';
  if (approvals > new Set(admins).size - 1)
    return 'more approvals are asked for than there are other administrators: nothing could be changed again';
  return undefined;
}

function whyNotHandedOut(
  { roster, ...rest }: Charter,
  directories: readonly VerifiedEvent[],
  wraps: readonly VerifiedEvent[],
): string | undefined {
  const [directory] = directories;
  if (directories.length !== 1 || !isAdmin({ roster, ...rest }, directory?.pubkey ?? ''))
    return 'a founding has one staff directory, signed by an administrator';
  const addressees = wraps.map((wrap) => tagValues(wrap, 'p'));
  const each = roster.map(({ pk }) =>
    addressees.filter(([to, ...others]) => to === pk && others.length === 0),
  );
  return wraps.length === roster.length && each.every(({ length }) => length === 1)
    ? undefined
    : 'everybody on the staff gets one grant, and nobody else';
}
