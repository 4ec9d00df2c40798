/**
 * The event kinds of wire.md §3 and §4 in one table: which FHIR resources travel in which kind, in which
 * compartment they lie unless marked confidential, and which permission a member needs to write them.
 */
import type { Compartment } from './compartments.ts';
import type { Permission } from './roles.ts';

/** A question for the confidential part of one chart, and what became of it; only ever inside a gift wrap. */
export const BREAK_GLASS_REQUEST = 2097;
export const CHARTER = 2102;
export const EPOCH_GRANT = 2101;
export const PAIR_GRANT = 2100;
export const GUARDIAN_GRANT = 2104;
export const EPOCH_LINK = 2105;
export const CHARTER_APPROVAL = 2106;
export const ACCESS_EVENT = 2107;
export const PATIENT_KEYRING = 2108;
export const ROOT_SUCCESSION = 2109;
/** The signed head of the server's own log; written by the relay's key alone. */
export const AUDIT_HEAD = 2099;
export const CHANNEL_ACCESS = 30210;
export const PATIENT_INDEX = 30211;
/** Names of the practice and its staff, for members and the families (docs/protocol.md, "Staff directory"). */
export const STAFF_DIRECTORY = 30212;
/** An invitation to the staff: plain tags for the relay, its content for admins. */
export const STAFF_INVITATION = 30213;
/** A rumor in gift wraps only. */
export const INVITATION_CLAIM = 2098;
export const GIFT_WRAP = 1059;
export const EPHEMERAL_GIFT_WRAP = 21059;

export interface RecordKind {
  readonly kind: number;
  readonly resourceTypes: readonly string[];
  readonly compartments: readonly Compartment[];
  /** Any one of these lets a member write it; empty: every member. */
  readonly permissions: readonly Permission[];
  /** A patient or guardian whose channel entry says `write` may author it. */
  readonly family?: boolean;
}

/** Kind 2126 takes what has no kind of its own; `resourceType` inside decides. */
const otherClinical = [
  'Procedure',
  'FamilyMemberHistory',
  'CarePlan',
  'CareTeam',
  'Goal',
  'ImagingStudy',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'RelatedPerson',
  'Device',
  'Specimen',
  'Media',
  'MedicationAdministration',
  'MedicationDispense',
  'Medication',
  'Provenance',
  'ClinicalImpression',
  'Flag',
  'List',
  'NutritionOrder',
  'RiskAssessment',
  'ImmunizationEvaluation',
  'ImmunizationRecommendation',
  'Basic',
];

export const recordKinds: readonly RecordKind[] = [
  {
    kind: ACCESS_EVENT,
    resourceTypes: ['AuditEvent'],
    compartments: ['clin', 'desk', 'msg'],
    permissions: [],
  },
  { kind: 2110, resourceTypes: ['Patient'], compartments: ['desk'], permissions: ['write', 'schedule'] },
  {
    kind: 2111,
    resourceTypes: ['Encounter', 'Composition'],
    compartments: ['clin'],
    permissions: ['write', 'sign'],
  },
  {
    kind: 2112,
    resourceTypes: ['MedicationRequest', 'MedicationStatement'],
    compartments: ['clin'],
    permissions: ['write', 'prescribe'],
  },
  { kind: 2113, resourceTypes: ['Observation'], compartments: ['clin'], permissions: ['vitals', 'write'] },
  { kind: 2114, resourceTypes: ['Condition'], compartments: ['clin'], permissions: ['write'] },
  {
    kind: 2115,
    resourceTypes: ['AllergyIntolerance'],
    compartments: ['clin'],
    permissions: ['allergies', 'write'],
  },
  {
    kind: 2116,
    resourceTypes: ['Immunization'],
    compartments: ['clin'],
    permissions: ['immunizations', 'write'],
  },
  {
    kind: 2117,
    resourceTypes: ['Communication'],
    compartments: ['msg'],
    permissions: ['messages'],
    family: true,
  },
  { kind: 2118, resourceTypes: ['ServiceRequest'], compartments: ['clin'], permissions: ['order'] },
  {
    kind: 2119,
    resourceTypes: ['DiagnosticReport'],
    compartments: ['clin'],
    permissions: ['order', 'write'],
  },
  { kind: 2120, resourceTypes: ['MedicationRequest'], compartments: ['clin'], permissions: ['prescribe'] },
  { kind: 2121, resourceTypes: ['DocumentReference'], compartments: ['clin'], permissions: ['write'] },
  {
    kind: 2122,
    resourceTypes: ['QuestionnaireResponse'],
    compartments: ['clin'],
    permissions: ['write', 'vitals'],
    family: true,
  },
  { kind: 2123, resourceTypes: ['Appointment'], compartments: ['desk'], permissions: ['schedule', 'write'] },
  { kind: 2124, resourceTypes: ['Task'], compartments: ['clin', 'desk'], permissions: ['write', 'schedule'] },
  { kind: 2125, resourceTypes: ['Consent'], compartments: ['clin'], permissions: ['write', 'sign'] },
  { kind: 2126, resourceTypes: otherClinical, compartments: ['clin'], permissions: ['write'] },
];

const byKind = new Map(recordKinds.map((entry) => [entry.kind, entry]));

export function recordKind(kind: number): RecordKind | undefined {
  return byKind.get(kind);
}

export function isRecordKind(kind: number): boolean {
  return byKind.has(kind);
}

/**
 * The kind a resource is written as. A MedicationRequest with `intent: order` is a prescription (2120)
 * only when `prescription` is asked for; imported ones are part of the history (2112).
 */
export function kindForResource(
  resourceType: string,
  options: { prescription?: boolean } = {},
): RecordKind | undefined {
  if (resourceType === 'MedicationRequest' && options.prescription) return byKind.get(2120);
  return recordKinds.find((entry) => entry.resourceTypes.includes(resourceType));
}

/** Any record may lie in `sens` instead of its own compartment. */
export function mayLieIn(kind: RecordKind, compartment: Compartment): boolean {
  return compartment === 'sens' || kind.compartments.includes(compartment);
}
