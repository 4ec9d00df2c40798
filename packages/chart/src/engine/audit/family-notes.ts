/**
 * What a patient or guardian signs of their own: that they opened or exported the record. It lies in the `desk` channel
 * of that patient, sealed with the only key a family has, and is numbered apart for each patient, so that nobody who
 * reads the one record can count what was opened of another.
 */

import { npubEncode, type VerifiedEvent } from '@keychart/nostr';
import { ACCESS_EVENT, familyEntryCompartment, recordChannel, sealFamilyEntry } from '@keychart/protocol';
import type { AuditNote, PatientId } from '../../api/chart.ts';
import type { Channel } from '../../keys/channel.ts';
import type { FamilyGrant } from '../../keys/governance.ts';
import { type AuditLink, auditEvent, isFamilyAction } from '../../record/audit-event.ts';
import type { Composed } from '../../record/compose-record.ts';
import { readRecord } from '../../record/read-record.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import { jsonPut, type SealedPath, type SealedPut } from '../../store/index.ts';
import type { EngineContext } from '../state/context.ts';
import { isRetired, type OutboxRow } from '../state/outbox.ts';
import { displayName, patientOf } from '../state/people.ts';
import { auditHash, type ChainHead, chainPath, linkAfter } from './audit-chain.ts';

export interface FamilyNotes {
  readonly made: readonly Composed[];
  /** Into the same write as the records: the chains move on with their entries or not at all. */
  readonly puts: readonly SealedPut[];
}

/** Where the chain of one patient's record is kept on this device. */
export const familyChainPath = (patientId: PatientId): SealedPath => [...chainPath, patientId];

/** May this login leave entries as family at all? */
export const readsAsFamily = ({ governance, now }: EngineContext): boolean =>
  governance.family(now()).length > 0;

export async function composeFamilyNotes(
  context: EngineContext,
  notes: readonly AuditNote[],
): Promise<FamilyNotes> {
  const { me, people, sealed, now } = context;
  const made: Composed[] = [];
  const heads = new Map<PatientId, ChainHead>();
  for (const note of notes) {
    if (note.patientId === undefined || !isFamilyAction(note.action)) continue;
    const patientId = people.survivorOf(note.patientId);
    const grant = context.governance.family(now()).find(({ id }) => id === patientId);
    const channel = grant && deskOf(context, patientId);
    if (!grant || !channel) continue;
    const before =
      heads.get(patientId) ?? ((await sealed.getJson(familyChainPath(patientId))) as ChainHead | undefined);
    const link: AuditLink = linkAfter(before);
    const at = Math.max(now(), Math.min(before?.at ?? 0, now() + 600));
    const author = { npub: npubEncode(me), ...nameOf(context, grant) };
    const resource = auditEvent({ ...note, patientId }, author, at, JSON.stringify(link));
    heads.set(patientId, { device: link.device, seq: link.seq, hash: auditHash(resource), at });
    made.push(sealedEntry(context, channel, { patientId, resource, at }));
  }
  return { made, puts: [...heads].map(([id, head]) => jsonPut(familyChainPath(id), head)) };
}

/** Waiting under keys that have been renewed since: the same entries under the present ones. */
export function resealedFamilyNotes(context: EngineContext): { made: Composed; row: OutboxRow }[] {
  const { governance, channels, outbox, crypto } = context;
  const { chain } = governance;
  if (!chain) return [];
  return outbox.waiting().flatMap((row) => {
    const { event, patientId, refused } = row;
    const channel = channels.get(recordChannel(event) ?? '');
    if (event.kind !== ACCESS_EVENT || patientId === undefined || channel?.side !== 'patient') return [];
    if (refused !== undefined && !isRetired(refused)) return [];
    const target = deskOf(context, patientId);
    if (!target || target.Q === channel.Q) return [];
    const reading = readRecord(event, {
      chain,
      channel: channels.get,
      nip44: crypto.nip44,
      isFamily: () => true,
    });
    return reading.ok ? [{ made: sealedEntry(context, target, reading.record), row }] : [];
  });
}

export const familyRow = (record: StoredRecord, event: VerifiedEvent) => ({
  event,
  patientId: record.patientId,
  label: 'AuditEvent',
  resourceType: 'AuditEvent',
  untilNewKeys: true,
});

/** The newest this family was handed. */
function deskOf({ channels }: EngineContext, patientId: PatientId): Channel | undefined {
  return channels
    .of(patientId)
    .filter(({ c, side }) => c === familyEntryCompartment && side === 'patient')
    .sort((a, b) => b.n - a.n || b.g - a.g)[0];
}

function sealedEntry(
  { crypto }: EngineContext,
  { Q, c, key }: Channel,
  { patientId, resource, at }: Pick<StoredRecord, 'patientId' | 'resource' | 'at'>,
): Composed {
  const json = JSON.stringify(resource);
  return {
    template: sealFamilyEntry({ createdAt: at, json, Q, key }, crypto.nip44),
    record: { patientId, kind: ACCESS_EVENT, at, c, links: [], resource },
  };
}

/** A patient by the name of the record, a guardian by the one the practice granted to. */
function nameOf({ me, people }: EngineContext, { P, id, name = '' }: FamilyGrant) {
  const person = people.get(id);
  if (P !== me) return { role: 'guardian' as const, name };
  return { role: 'patient' as const, name: person ? displayName(patientOf(person)) : '' };
}
