/**
 * The one thing a family signs of its own accord in the access log: that it opened or exported the record (2107).
 * A guardian holds `x`, which opens `patient-content` and authors nothing for the practice: `content` stays empty,
 * and the practice opens the family's half with q. No tag but the channel, so that nothing else is found by it.
 */
import type { ConversationKey, EventTemplate, Nip44, NostrEvent } from '@keychart/nostr';
import type { Compartment } from './compartments.ts';
import { ACCESS_EVENT } from './kinds.ts';
import { padRecord, patientContent } from './record.ts';

/** Every family reads it; nothing confidential lies there, so that an entry says nothing of `sens`. */
export const familyEntryCompartment: Compartment = 'desk';

/** Characters of `patient-content`: 2,048 bytes of JSON, encrypted. */
const LONGEST = 2_900;

export interface FamilyEntry {
  /** Seconds. */
  readonly createdAt: number;
  readonly json: string;
  /** Channel. */
  readonly Q: string;
  /** The key of (q, P). */
  readonly key: ConversationKey;
}

/** The unsigned event. Throws RecordTooLargeError. */
export function sealFamilyEntry({ createdAt, json, Q, key }: FamilyEntry, nip44: Nip44): EventTemplate {
  return {
    kind: ACCESS_EVENT,
    created_at: createdAt,
    tags: [
      ['p', Q],
      ['patient-content', nip44.encrypt(padRecord(json), key)],
    ],
    content: '',
  };
}

/** Does it have the one form in which a family may write? In which channel it lies and who signed it is asked apart. */
export function isFamilyEntry({
  kind,
  content,
  tags,
}: Pick<NostrEvent, 'kind' | 'content' | 'tags'>): boolean {
  const sealed = patientContent({ tags });
  return (
    kind === ACCESS_EVENT &&
    content === '' &&
    tags.length === 2 &&
    tags.every((tag) => tag.length === 2) &&
    tags[0]?.[0] === 'p' &&
    sealed !== undefined &&
    sealed.length <= LONGEST
  );
}
