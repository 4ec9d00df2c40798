/**
 * A record (wire.md §3): one FHIR JSON, padded, encrypted for the practice (`content`) and for the patient
 * (`patient-content`), with the tags the relay routes by. Nothing of what it says is in a tag.
 */
import type { ConversationKey, EventTemplate, Nip44, NostrEvent } from '@keychart/nostr';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export const markers = [
  'status-update',
  'correction',
  'deletion',
  'addendum',
  'result',
  'reply',
  'base',
] as const;
/** `base` names the version a correction was made from, so that concurrent edits can be merged. */
export type Marker = (typeof markers)[number];

/** JSON sizes in bytes; a reader of sizes learns the bucket, not the note. */
export const paddedSizes = [512, 1024, 2048, 4096, 8192, 16384, 20000] as const;
export const MAX_RECORD_BYTES = 20000;

export class RecordTooLargeError extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super(
      `the record is ${bytes} bytes; a record holds at most ${MAX_RECORD_BYTES}: attach the long part as a document`,
    );
    this.name = 'RecordTooLargeError';
    this.bytes = bytes;
  }
}

/** Pads with spaces, which JSON ignores, to the next size. Throws RecordTooLargeError. */
export function padRecord(json: string): string {
  const bytes = utf8ToBytes(json).length;
  const size = paddedSizes.find((candidate) => bytes <= candidate);
  if (size === undefined) throw new RecordTooLargeError(bytes);
  return json + ' '.repeat(size - bytes);
}

export interface RecordLink {
  readonly id: string;
  readonly marker: Marker;
}

export interface RecordInput {
  readonly kind: number;
  readonly createdAt: number;
  readonly json: string;
  /** Channel. */
  readonly Q: string;
  readonly practiceKey: ConversationKey;
  /** Absent in a practice-wide channel. */
  readonly patient?: { readonly pubkey: string; readonly key: ConversationKey };
  /** Compartment `sens`: the patient's key must not be on the wire. */
  readonly confidential: boolean;
  readonly blind: string;
  readonly links: readonly RecordLink[];
}

/** The unsigned event of a record. Throws RecordTooLargeError before anything is encrypted. */
export function sealRecord(input: RecordInput, nip44: Nip44): EventTemplate {
  const padded = padRecord(input.json);
  const tags: string[][] = [['p', input.Q]];
  if (input.patient && !input.confidential) tags.push(['p', input.patient.pubkey]);
  tags.push(['pt', input.blind]);
  if (input.patient) tags.push(['patient-content', nip44.encrypt(padded, input.patient.key)]);
  for (const link of input.links) tags.push(['e', link.id, '', link.marker]);
  return {
    kind: input.kind,
    created_at: input.createdAt,
    tags,
    content: nip44.encrypt(padded, input.practiceKey),
  };
}

/** The counterparty and routing key: always the first `p`, whatever else is tagged. */
export function recordChannel(event: Pick<NostrEvent, 'tags'>): string | undefined {
  return event.tags.find((tag) => tag[0] === 'p')?.[1];
}

export function patientContent(event: Pick<NostrEvent, 'tags'>): string | undefined {
  return event.tags.find((tag) => tag[0] === 'patient-content')?.[1];
}

export function recordLinks(event: Pick<NostrEvent, 'tags'>): RecordLink[] {
  const links: RecordLink[] = [];
  for (const tag of event.tags) {
    const marker = markers.find((name) => name === tag[3]);
    if (tag[0] === 'e' && tag[1] && marker) links.push({ id: tag[1], marker });
  }
  return links;
}
