/**
 * An AuditEvent of FHIR R4 (DICOM PS3.15 codes) from what the engine noted, and back. Who it says did it is a
 * convenience: the signature says who. What a guardian reads of it holds no number that counts anything else.
 */
import type { AuditEvent, Coding } from '@keychart/fhir';
import type { AuditAction, AuditNote, PatientId, StaffRole } from '../api/chart.ts';

/** The author's place: which device of theirs, its number there, and what came before. */
export interface AuditLink {
  /** Random name of a device's chain. */
  readonly device: string;
  /** From 1. */
  readonly seq: number;
  /** sha256 of the JSON of the entry before, hex; absent at the first. */
  readonly prev?: string;
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const REST = 'http://hl7.org/fhir/restful-interaction';
const CHAIN = 'urn:keychart:audit-chain';
const ACTION = 'urn:keychart:audit-action';

interface Codes {
  readonly type: Coding;
  readonly subtype?: Coding;
  readonly action: AuditEvent['action'];
  readonly outcome: NonNullable<AuditEvent['outcome']>;
}

const dcm = (code: string, display: string): Coding => ({ system: DCM, code, display });
const SECURITY = dcm('110113', 'Security Alert');

const codes: Readonly<Record<AuditAction, Codes>> = {
  login: {
    type: dcm('110114', 'User Authentication'),
    subtype: dcm('110122', 'Login'),
    action: 'E',
    outcome: '0',
  },
  open: {
    type: dcm('110110', 'Patient Record'),
    subtype: { system: REST, code: 'read', display: 'read' },
    action: 'R',
    outcome: '0',
  },
  export: { type: dcm('110106', 'Export'), action: 'R', outcome: '0' },
  grant: {
    type: SECURITY,
    subtype: dcm('110137', 'User Security Attributes Changed'),
    action: 'U',
    outcome: '0',
  },
  'break-glass': {
    type: SECURITY,
    subtype: dcm('110127', 'Emergency Override Started'),
    action: 'E',
    outcome: '0',
  },
  refusal: {
    type: SECURITY,
    subtype: dcm('110132', 'Use of Restricted Function'),
    action: 'C',
    outcome: '8',
  },
};

const auditActions = Object.keys(codes) as readonly AuditAction[];

export interface AuditAuthor {
  readonly npub: string;
  readonly name: string;
  readonly role: StaffRole | 'patient' | 'guardian';
}

/** `at`: seconds. `chain`: the author's link, sealed for the practice. */
export function auditEvent(
  note: AuditNote,
  { npub, name, role }: AuditAuthor,
  at: number,
  chain: string,
): AuditEvent {
  const { type, subtype, action, outcome } = codes[note.action];
  return {
    resourceType: 'AuditEvent',
    id: globalThis.crypto.randomUUID(),
    extension: [
      { url: CHAIN, valueString: chain },
      { url: ACTION, valueCode: note.action },
    ],
    type,
    ...(subtype && { subtype: [subtype] }),
    ...(action && { action }),
    recorded: new Date(at * 1000).toISOString(),
    outcome,
    ...(note.detail !== undefined && note.detail !== '' && { outcomeDesc: note.detail }),
    agent: [
      {
        role: [{ coding: [{ system: 'urn:keychart:role', code: role }] }],
        who: {
          identifier: { system: 'urn:ietf:rfc:3986', value: `nostr:${npub}` },
          ...(name !== '' && { display: name }),
        },
        requestor: true,
      },
    ],
    source: {
      observer: { display: 'Keychart' },
      type: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/security-source-type',
          code: '1',
          display: 'User Device',
        },
      ],
    },
    ...(note.patientId !== undefined && { entity: [patientEntity(note.patientId, note.confidential)] }),
  };
}

function patientEntity(
  patientId: PatientId,
  confidential = false,
): NonNullable<AuditEvent['entity']>[number] {
  return {
    what: { reference: `Patient/${patientId}` },
    type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '1', display: 'Person' },
    role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '1', display: 'Patient' },
    ...(confidential && {
      securityLabel: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
          code: 'R',
          display: 'restricted',
        },
      ],
    }),
  };
}

/** What patients and guardians may say of themselves: that they opened or exported the record. */
const familyActions: readonly AuditAction[] = ['open', 'export'];
export const isFamilyAction = (action: AuditAction): boolean => familyActions.includes(action);

export function isFamilyReading(event: AuditEvent): boolean {
  const { action } = readAuditEvent(event);
  return action !== 'other' && isFamilyAction(action);
}

export interface AuditReading {
  readonly action: AuditAction | 'other';
  readonly patientId?: PatientId;
  readonly detail?: string;
  /** What the author calls themselves. */
  readonly name?: string;
  /** As sealed by its author. */
  readonly chain?: string;
}

/** What a valid AuditEvent says; `other` where another program wrote it. */
export function readAuditEvent(event: AuditEvent): AuditReading {
  const extension = (url: string) => event.extension?.find((item) => item.url === url);
  const said = extension(ACTION)?.valueCode;
  const chain = extension(CHAIN)?.valueString;
  const patient = auditedPatients(event)[0];
  const name = event.agent[0]?.who?.display;
  return {
    action: auditActions.find((action) => action === said) ?? 'other',
    ...(patient !== undefined && { patientId: patient }),
    ...(event.outcomeDesc !== undefined && { detail: event.outcomeDesc }),
    ...(name !== undefined && { name }),
    ...(chain !== undefined && { chain }),
  };
}

/** Ids of the patients an AuditEvent names. */
export function auditedPatients({ entity = [] }: AuditEvent): PatientId[] {
  return entity.flatMap(({ what }) => {
    const [type, id] = what?.reference?.split('/') ?? [];
    return type === 'Patient' && id !== undefined ? [id] : [];
  });
}
