/**
 * The sections of a chart as data: what to ask for, how to show it, what an empty one says. Workstation and portal
 * share them; a section that needs more (vitals, notes) is composed by the app around the same query.
 */
import type {
  AllergyIntolerance,
  Appointment,
  Communication,
  Composition,
  Condition,
  DiagnosticReport,
  DocumentReference,
  Encounter,
  Immunization,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Procedure,
  Resource,
} from '@keychart/fhir';
import type { ReactNode } from 'react';
import type { EntryProps } from '../entry.ts';
import { AppointmentLine, MessageLine } from '../resource/contact-lines.tsx';
import { DocumentLine } from '../resource/document-line.tsx';
import { ObservationLine, ReportLine } from '../resource/observation-line.tsx';
import { OtherLine } from '../resource/other-line.tsx';
import {
  AllergyLine,
  EncounterLine,
  ImmunizationLine,
  MedicationLine,
  NoteLine,
  ProblemLine,
  ProcedureLine,
} from '../resource/resource-lines.tsx';
import { RESULT_CATEGORIES } from './result-categories.ts';

export type ResourceTypeName = Resource['resourceType'];

/** What a section asks of a chart. */
export interface SectionQuery {
  readonly types: readonly ResourceTypeName[];
  readonly codes?: readonly string[];
  /** Entries that carry any of these codes stand elsewhere. */
  readonly without?: readonly string[];
}

export type CompartmentName = 'desk' | 'clin' | 'msg';

export type SectionKey =
  | 'visits'
  | 'notes'
  | 'vitals'
  | 'problems'
  | 'medications'
  | 'allergies'
  | 'immunizations'
  | 'results'
  | 'observations'
  | 'procedures'
  | 'orders'
  | 'documents'
  | 'appointments'
  | 'messages'
  | 'other';

export interface ChartSection {
  readonly key: SectionKey;
  readonly title: string;
  /** In the plural and lower case, for "12 of 40 visits". */
  readonly what: string;
  readonly query: SectionQuery;
  /** Who can read any of it: somebody with a key for one of these. */
  readonly readBy: readonly CompartmentName[];
  /** Said when the section is complete and empty. */
  readonly empty: string;
  readonly render: (entry: EntryProps) => ReactNode;
}

const as = <R extends Resource>(entry: EntryProps) => entry as EntryProps<R>;

const CLINICAL: readonly CompartmentName[] = ['clin'];
const VITAL_SIGNS = ['vital-signs'];

/** Types that have no section of their own; a test compares them with what a chart takes. */
const OTHER_TYPES: readonly ResourceTypeName[] = [
  'FamilyMemberHistory',
  'CarePlan',
  'CareTeam',
  'Goal',
  'Consent',
  'Task',
  'Flag',
  'List',
  'ClinicalImpression',
  'RiskAssessment',
  'ImmunizationEvaluation',
  'ImmunizationRecommendation',
  'MedicationAdministration',
  'MedicationDispense',
  'Medication',
  'ImagingStudy',
  'Media',
  'Specimen',
  'Device',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'RelatedPerson',
  'Provenance',
  'AuditEvent',
  'Basic',
];

/** Observations and what holds several of them. */
function FindingLine({ entry }: { readonly entry: EntryProps }) {
  switch (entry.resource.resourceType) {
    case 'Observation':
      return <ObservationLine entry={as<Observation>(entry)} />;
    case 'DiagnosticReport':
      return <ReportLine entry={as<DiagnosticReport>(entry)} />;
    default:
      return <OtherLine entry={entry} />;
  }
}

export const CHART_SECTIONS: readonly ChartSection[] = [
  {
    key: 'visits',
    title: 'Visits',
    what: 'visits',
    readBy: CLINICAL,
    query: { types: ['Encounter'] },
    empty: 'No visits recorded.',
    render: (entry) => <EncounterLine entry={as<Encounter>(entry)} />,
  },
  {
    key: 'notes',
    title: 'Notes',
    what: 'notes',
    readBy: CLINICAL,
    query: { types: ['Composition'] },
    empty: 'No notes written.',
    render: (entry) => <NoteLine entry={as<Composition>(entry)} />,
  },
  {
    key: 'vitals',
    title: 'Vitals',
    what: 'vitals',
    readBy: CLINICAL,
    query: { types: ['Observation'], codes: VITAL_SIGNS },
    empty: 'No vitals taken.',
    render: (entry) => <ObservationLine entry={as<Observation>(entry)} />,
  },
  {
    key: 'problems',
    title: 'Problems',
    what: 'problems',
    readBy: CLINICAL,
    query: { types: ['Condition'] },
    empty: 'No problems recorded.',
    render: (entry) => <ProblemLine entry={as<Condition>(entry)} />,
  },
  {
    key: 'medications',
    title: 'Medications',
    what: 'medications',
    readBy: CLINICAL,
    query: { types: ['MedicationRequest', 'MedicationStatement'] },
    empty: 'No medications recorded.',
    render: (entry) => <MedicationLine entry={as<MedicationRequest | MedicationStatement>(entry)} />,
  },
  {
    key: 'allergies',
    title: 'Allergies',
    what: 'allergies',
    readBy: CLINICAL,
    query: { types: ['AllergyIntolerance'] },
    empty: 'Not asked yet.',
    render: (entry) => <AllergyLine entry={as<AllergyIntolerance>(entry)} />,
  },
  {
    key: 'immunizations',
    title: 'Immunizations',
    what: 'immunizations',
    readBy: CLINICAL,
    query: { types: ['Immunization'] },
    empty: 'No immunizations recorded.',
    render: (entry) => <ImmunizationLine entry={as<Immunization>(entry)} />,
  },
  {
    key: 'results',
    title: 'Results',
    what: 'results',
    readBy: CLINICAL,
    query: { types: ['Observation', 'DiagnosticReport'], codes: RESULT_CATEGORIES },
    empty: 'No results recorded.',
    render: (entry) => <FindingLine entry={entry} />,
  },
  {
    key: 'observations',
    title: 'Other observations',
    what: 'observations',
    readBy: CLINICAL,
    query: {
      types: ['Observation', 'DiagnosticReport', 'QuestionnaireResponse'],
      without: [...VITAL_SIGNS, ...RESULT_CATEGORIES],
    },
    empty: 'No other observations.',
    render: (entry) => <FindingLine entry={entry} />,
  },
  {
    key: 'procedures',
    title: 'Procedures',
    what: 'procedures',
    readBy: CLINICAL,
    query: { types: ['Procedure'] },
    empty: 'No procedures recorded.',
    render: (entry) => <ProcedureLine entry={as<Procedure>(entry)} />,
  },
  {
    key: 'documents',
    title: 'Documents',
    what: 'documents',
    readBy: CLINICAL,
    query: { types: ['DocumentReference'] },
    empty: 'No documents.',
    render: (entry) => <DocumentLine entry={as<DocumentReference>(entry)} />,
  },
  {
    key: 'orders',
    title: 'Orders',
    what: 'orders',
    readBy: CLINICAL,
    query: { types: ['ServiceRequest', 'NutritionOrder'] },
    empty: 'No orders.',
    render: (entry) => <OtherLine entry={entry} kind={false} />,
  },
  {
    key: 'appointments',
    title: 'Appointments',
    what: 'appointments',
    readBy: ['desk'],
    query: { types: ['Appointment'] },
    empty: 'No appointments.',
    render: (entry) => <AppointmentLine entry={as<Appointment>(entry)} />,
  },
  {
    key: 'messages',
    title: 'Messages',
    what: 'messages',
    readBy: ['msg'],
    query: { types: ['Communication'] },
    empty: 'No messages.',
    render: (entry) => <MessageLine entry={as<Communication>(entry)} />,
  },
  {
    key: 'other',
    title: 'Other records',
    what: 'records',
    readBy: ['clin', 'desk'],
    query: { types: OTHER_TYPES },
    empty: 'Nothing else.',
    render: (entry) => <OtherLine entry={entry} />,
  },
];

export function chartSection(key: SectionKey): ChartSection {
  const section = CHART_SECTIONS.find((candidate) => candidate.key === key);
  if (section === undefined) throw new RangeError(`key: no section ${key}`);
  return section;
}
