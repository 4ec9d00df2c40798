/** Builds the signed events of a write: the right channel, both ciphertexts, links, and a time that keeps order. */
import type { Resource } from '@keychart/fhir';
import { issueText, validate } from '@keychart/fhir';
import type { EventTemplate, Nip44 } from '@keychart/nostr';
import {
  kindForResource,
  padRecord,
  type RecordLink,
  RecordTooLargeError,
  recordKind,
  sealRecord,
  whyNotWrite,
} from '@keychart/protocol';
import type { PatientId, Refusal } from '../api/chart.ts';
import type { Channel } from '../keys/channel.ts';
import type { Governance } from '../keys/governance.ts';
import { namesAnotherPatient } from './read-record.ts';
import type { StoredRecord } from './stored-record.ts';

export interface Composition {
  /** Empty: the practice as a whole (AuditEvents only). */
  readonly patientId: PatientId;
  readonly resource: Resource;
  /** Of the record it changes; else by resource type. */
  readonly kind?: number;
  readonly compartment?: string;
  readonly confidential: boolean;
  readonly links: readonly RecordLink[];
  /** Seconds. */
  readonly at: number;
}

export type { Refusal };

export function refusal(reason: string, issues: Refusal['issues'] = []): Refusal {
  return { ok: false, reason, issues };
}

/** Writing cannot go on, for a reason a person can do something about; nothing was written. */
export class CannotWriteError extends Error {
  override readonly name = 'CannotWriteError';
}

export interface Composed {
  readonly template: EventTemplate;
  readonly record: Omit<StoredRecord, 'id' | 'author'>;
}

/** Checks everything before anything is encrypted; nothing is written where this refuses. */
export function compose(
  input: Composition,
  governance: Governance,
  channelFor: (patientId: PatientId, compartment: string) => Channel | undefined,
  nip44: Nip44,
): { ok: true; composed: Composed } | Refusal {
  const { resource } = input;
  const kind = input.kind === undefined ? kindForResource(resource.resourceType) : recordKind(input.kind);
  if (!kind) return refusal(`${resource.resourceType} has no place in the chart yet`);
  const compartment = input.compartment ?? (input.confidential ? 'sens' : kind.compartments[0]!);
  const member = governance.member(input.at);
  if (!member) return refusal('this login may read, but not write in this practice');
  const unentitled = whyNotWrite(member, kind.kind, compartment);
  if (unentitled) return refusal(`your role does not allow this: ${unentitled}`);
  const issues = validate(resource).map((issue) => ({
    path: issue.expression?.[0] ?? '',
    message: issueText(issue),
  }));
  if (issues.length > 0)
    return refusal(`not a valid ${resource.resourceType}: ${issues[0]!.message}`, issues);
  if (input.patientId !== '' && namesAnotherPatient(resource, input.patientId))
    return refusal(`this ${resource.resourceType} names another patient than the chart it was written in`);
  const json = JSON.stringify(resource);
  try {
    padRecord(json);
  } catch (error) {
    if (error instanceof RecordTooLargeError) return refusal(error.message);
    throw error;
  }
  const channel = channelFor(input.patientId, compartment);
  const writing = channel?.writing?.();
  if (!channel || !writing) return refusal(`no access to write ${compartment} records of this patient`);
  const template = sealRecord(
    {
      kind: kind.kind,
      createdAt: input.at,
      json,
      Q: channel.Q,
      practiceKey: channel.key,
      confidential: compartment === 'sens',
      blind: writing.blind,
      links: input.links,
      ...(writing.patient && { patient: writing.patient }),
    },
    nip44,
  );
  const record = {
    patientId: input.patientId,
    kind: kind.kind,
    at: input.at,
    c: compartment,
    links: input.links,
    resource,
  };
  return { ok: true, composed: { template, record } };
}
