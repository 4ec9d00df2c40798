/**
 * The reading checks of wire.md §3, in its order. Check 1 (signature over freshly parsed bytes) happened in
 * the batch verifier; this does 2 to 5. Each failure is returned in words, never skipped.
 */
import { issueText, namedOwner, type Resource, validate } from '@keychart/fhir';
import type { ConversationKey, Nip44, NostrEvent } from '@keychart/nostr';
import {
  ACCESS_EVENT,
  type CharterChain,
  familyEntryCompartment,
  isFamilyEntry,
  patientContent,
  recordChannel,
  recordKind,
  recordLinks,
  whyNotEntitled,
} from '@keychart/protocol';
import type { PatientId } from '../api/chart.ts';
import type { Channel } from '../keys/channel.ts';
import { auditedPatients, isFamilyReading } from './audit-event.ts';
import type { StoredProblem, StoredRecord } from './stored-record.ts';

export interface ReadingContext {
  readonly chain: CharterChain;
  readonly channel: (Q: string) => Channel | undefined;
  readonly nip44: Nip44;
  /** Did this key read the channel as family when it signed, as far as is known here? Absent: nobody is family. */
  readonly isFamily?: (channel: Channel, author: string, at: number) => boolean;
}

export type Reading =
  | { readonly ok: true; readonly record: StoredRecord }
  | { readonly ok: false; readonly problem: StoredProblem };

/** `event` must have passed the verifier. */
export function readRecord(event: NostrEvent, context: ReadingContext): Reading {
  // The routing key decides the compartment, and so the authority to check: look it up first, judge in order.
  const Q = recordChannel(event);
  const channel = Q === undefined ? undefined : context.channel(Q);
  const fail = (check: StoredProblem['check'], reason: string): Reading => ({
    ok: false,
    problem: {
      id: event.id,
      at: event.created_at,
      kind: event.kind,
      check,
      reason,
      ...(channel?.patientId && { patientId: channel.patientId }),
    },
  });

  const kind = recordKind(event.kind);
  if (!kind) return fail('content', `kind ${event.kind} is not a record`);
  // Attack: a record addressed to a channel of the whole practice would be in no chart, and so in no count.
  // AuditEvents are in no chart anyway: a login concerns the whole practice.
  if (!channel || (channel.patientId === undefined && event.kind !== ACCESS_EVENT))
    return fail('counterparty', 'it belongs to no patient this key has access to');
  const unentitled = whyNotEntitled(context.chain, event.pubkey, event.kind, channel.c, event.created_at);
  const byFamily = unentitled !== undefined && isOfFamily(event, channel, context);
  if (unentitled && !byFamily)
    return fail('authority', `the signer was not entitled to write it: ${unentitled}`);

  const payload = channel.side === 'practice' && !byFamily ? event.content : patientContent(event);
  const key = byFamily ? familyKey(channel) : channel.key;
  if (payload === undefined || !key) return fail('decryption', 'it carries no copy for the patient');
  let text: string;
  try {
    text = context.nip44.decrypt(payload, key);
  } catch (error) {
    return fail(
      'decryption',
      `it cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const resource = parseResource(text);
  if (!resource) return fail('content', 'what it contains is not a FHIR resource');
  if (!kind.resourceTypes.includes(resource?.resourceType)) {
    return fail('content', `kind ${event.kind} does not hold ${resource.resourceType}`);
  }
  const issue = validate(resource)[0];
  if (issue) return fail('content', `not a valid ${resource.resourceType}: ${issueText(issue)}`);
  // Attack: a guardian's entry says what only the practice does: a grant, an emergency.
  if (byFamily && !(resource.resourceType === 'AuditEvent' && isFamilyReading(resource)))
    return fail('content', 'a family notes what it opens, and nothing else');
  // Attack: a member files a copy of one child's record in another child's channel.
  if (channel.patientId !== undefined && namesAnotherPatient(resource, channel.patientId))
    return fail('content', 'it names another patient than the one it was filed under');
  return {
    ok: true,
    record: {
      id: event.id,
      patientId: channel.patientId ?? '',
      kind: event.kind,
      author: event.pubkey,
      at: event.created_at,
      c: channel.c,
      links: recordLinks(event),
      resource,
    },
  };
}

/** Patients and guardians sign what they open, in one form and one compartment; anything else of theirs is refused. */
function isOfFamily(event: NostrEvent, channel: Channel, { isFamily }: ReadingContext): boolean {
  if (channel.c !== familyEntryCompartment || channel.patientId === undefined || !isFamilyEntry(event))
    return false;
  return isFamily?.(channel, event.pubkey, event.created_at) ?? false;
}

/** What a family encrypts under the practice opens from its own side. */
function familyKey(channel: Channel): ConversationKey | undefined {
  return channel.side === 'patient' ? channel.key : channel.writing?.().patient?.key;
}

/** The parser's own message would quote what is inside, and reasons are shown and logged. */
function parseResource(text: string): Resource | undefined {
  try {
    const value = JSON.parse(text) as Resource | null;
    return typeof value?.resourceType === 'string' ? value : undefined;
  } catch {
    return undefined; // the caller says so
  }
}

/** A Patient with another id, or a resource whose subject is another patient of any server. */
export function namesAnotherPatient(resource: Resource, patientId: PatientId): boolean {
  if (resource.resourceType === 'AuditEvent') return auditedPatients(resource).some((id) => id !== patientId);
  const owner = namedOwner(resource);
  return owner?.startsWith('Patient/') === true && owner !== `Patient/${patientId}`;
}
