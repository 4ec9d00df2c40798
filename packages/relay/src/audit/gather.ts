/**
 * Makes entries of what happened between two writes of the log. What is alike becomes one entry with a count, so
 * that neither a busy hour nor somebody who knocks all night makes the log grow without bound.
 */
import type { Filter, NostrEvent } from '@keychart/nostr';
import {
  AUDIT_HEAD,
  CHANNEL_ACCESS,
  CHARTER,
  CHARTER_APPROVAL,
  EPHEMERAL_GIFT_WRAP,
  EPOCH_LINK,
  GIFT_WRAP,
  PATIENT_INDEX,
  ROOT_SUCCESSION,
  STAFF_DIRECTORY,
} from '@keychart/protocol';
import { addressOf, expiryOf } from '../store/sqlite-insert.ts';
import type { Detail } from './audit-entry.ts';
import type { Happening } from './happening.ts';
import type { NamedEvent } from './named-events.ts';

export interface NewEntry {
  readonly what: string;
  readonly detail: Detail;
}

/** What the relay took: each of these entries names events, as NamedEvents in `detail.events`. */
const acts: Readonly<Record<number, string>> = {
  [CHARTER]: 'charter',
  [CHARTER_APPROVAL]: 'approval',
  [ROOT_SUCCESSION]: 'succession',
  [CHANNEL_ACCESS]: 'access-list',
  [EPOCH_LINK]: 'epoch-link',
  [STAFF_DIRECTORY]: 'directory',
  [PATIENT_INDEX]: 'patient-index',
  [AUDIT_HEAD]: 'head',
};

/** Events named in one entry. */
const EVENTS = 500;
/** Different questions, and different refusals, of one connection between two writes; the others are only counted. */
const SHAPES = 32;
const KINDS = 40;
const REASON = 160;

interface Gathered {
  readonly what: string;
  readonly detail: Record<string, Detail[string]>;
  readonly events?: NamedEvent[];
}

export interface Gatherer {
  take(happening: Happening): void;
  /** How many entries it would make now. */
  readonly size: number;
  /** The entries, in the order in which the first of each kind happened. */
  drain(): NewEntry[];
}

export function createGatherer(): Gatherer {
  let gathered = new Map<string, Gathered>();
  let shapes = new Map<string, number>();
  /** Full entries of a group. */
  let parts = new Map<string, number>();

  function count(key: string, what: string, detail: Detail, sums: Readonly<Record<string, number>>): void {
    let found = gathered.get(key);
    if (!found) {
      found = { what, detail: { ...detail } };
      gathered.set(key, found);
    }
    for (const [name, more] of Object.entries(sums)) {
      found.detail[name] = ((found.detail[name] as number | undefined) ?? 0) + more;
    }
  }

  /** Is there room for another kind of entry about this connection? */
  function hasRoom(group: string, key: string): boolean {
    if (gathered.has(key)) return true;
    const used = shapes.get(group) ?? 0;
    if (used >= SHAPES) return false;
    shapes.set(group, used + 1);
    return true;
  }

  function name(what: string, by: string | undefined, event: NamedEvent): void {
    const group = `n ${what} ${by}`;
    const part = parts.get(group) ?? 0;
    const key = `${group} ${part}`;
    let found = gathered.get(key);
    if (!found) {
      const events: NamedEvent[] = [];
      found = { what, detail: { ...(by !== undefined && { by }), events }, events };
      gathered.set(key, found);
    }
    found.events?.push(event);
    if (found.events?.length === EVENTS) parts.set(group, part + 1);
  }

  function take(happening: Happening): void {
    switch (happening.what) {
      case 'opened': {
        const { connection, from } = happening;
        count(`o ${from}`, 'opened', { first: connection, from }, { times: 1 });
        return;
      }
      case 'authenticated': {
        const { connection, key } = happening;
        count(`a ${connection} ${key}`, 'authenticated', { connection, key }, {});
        return;
      }
      case 'closed': {
        const { connection, keys, from, code, reason, seconds } = happening;
        const why = { code, reason: reason.slice(0, REASON) };
        // Of those that proved to be nobody only the number is of interest.
        if (keys.length === 0) count(`c ${from} ${code} ${reason}`, 'closed', { from, ...why }, { times: 1 });
        else count(`c ${connection}`, 'closed', { connection, keys, seconds, ...why }, {});
        return;
      }
      case 'queried': {
        const { connection, keys, how, filters, served } = happening;
        const about = { connection, keys, how };
        const shape = filters.map(shapeOf);
        const key = `q ${connection} ${how} ${keys.length} ${JSON.stringify(shape)}`;
        const sums = { served, times: 1 };
        if (hasRoom(`q ${connection}`, key)) count(key, 'queried', { ...about, filters: shape }, sums);
        else count(`q ${connection} ${how} more`, 'queried', { ...about, filters: 'others' }, sums);
        return;
      }
      case 'delivered': {
        const { connection, keys, events } = happening;
        count(`d ${connection} ${keys.length}`, 'delivered', { connection, keys }, { events });
        return;
      }
      case 'refused': {
        const { connection, keys, how, kind, reason } = happening;
        const about = { connection, keys, how, ...(kind !== undefined && { kind }) };
        const key = `r ${connection} ${how} ${kind} ${keys.join()} ${reason}`;
        const said = hasRoom(`r ${connection}`, key);
        const detail = said
          ? { ...about, reason: reason.slice(0, REASON) }
          : { connection, reason: 'others' };
        count(said ? key : `r ${connection} more`, 'refused', detail, { times: 1 });
        return;
      }
      case 'accepted': {
        const { event } = happening;
        // Who hands a key to whom is what a gift wrap hides: its sender is not kept beside it.
        const wrapped = event.kind === GIFT_WRAP || event.kind === EPHEMERAL_GIFT_WRAP;
        name(acts[event.kind] ?? 'accepted', wrapped ? undefined : event.pubkey, namedEvent(event));
        return;
      }
      case 'expired':
        count('e', 'expired', {}, { events: happening.events });
    }
  }

  return {
    take,
    get size() {
      return gathered.size;
    },
    drain: () => {
      const entries = [...gathered.values()].map(({ what, detail }) => ({ what, detail }));
      gathered = new Map();
      shapes = new Map();
      parts = new Map();
      return entries;
    },
  };
}

function namedEvent(event: NostrEvent): NamedEvent {
  const { kind, id } = event;
  const address = addressOf(event);
  const until = expiryOf(event);
  if (until !== null) return [kind, id, address ?? '', until];
  return address === null ? [kind, id] : [kind, id, address];
}

/** Which kinds, and how many of everything else: whom or what somebody asked for is not kept. */
function shapeOf(filter: Filter): Detail {
  const shape: Record<string, Detail[string]> = {};
  if (filter.kinds) shape.kinds = filter.kinds.slice(0, KINDS);
  for (const [field, value] of Object.entries(filter)) {
    if (field !== 'kinds' && Array.isArray(value)) shape[field] = value.length;
  }
  return shape;
}
