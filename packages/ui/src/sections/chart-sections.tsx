/**
 * The sections of a chart as data: what to ask for, how to show it, what an empty one says. Workstation and portal
 * share them; a section that needs more (vitals, notes) is composed by the app around the same query.
 */
import type {
  AllergyIntolerance,
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

export type ResourceTypeName = Resource['resourceType'];

export interface SectionQuery {
  readonly types: readonly ResourceTypeName[];
  readonly codes?: readonly string[];
}

export type SectionKey =
  | 'visits'
  | 'notes'
  | 'vitals'
  | 'problems'
  | 'medications'
  | 'allergies'
  | 'immunizations'
  | 'results'
  | 'procedures'
  | 'orders'
  | 'documents'
  | 'other';

export interface ChartSection {
  readonly key: SectionKey;
  readonly title: string;
  /** In the plural and lower case, for "12 of 40 visits". */
  readonly what: string;
  readonly query: SectionQuery;
  /** Said when the section is complete and empty. */
  readonly empty: string;
  readonly render: (entry: EntryProps) => ReactNode;
}

const as = <R extends Resource>(entry: EntryProps) => entry as EntryProps<R>;

export const CHART_SECTIONS: readonly ChartSection[] = [
  {
    key: 'visits',
    title: 'Visits',
    what: 'visits',
    query: { types: ['Encounter'] },
    empty: 'No visits recorded.',
    render: (entry) => <EncounterLine entry={as<Encounter>(entry)} />,
  },
  {
    key: 'notes',
    title: 'Notes',
    what: 'notes',
    query: { types: ['Composition'] },
    empty: 'No notes written.',
    render: (entry) => <NoteLine entry={as<Composition>(entry)} />,
  },
  {
    key: 'vitals',
    title: 'Vitals',
    what: 'vitals',
    query: { types: ['Observation'], codes: ['vital-signs'] },
    empty: 'No vitals taken.',
    render: (entry) => <ObservationLine entry={as<Observation>(entry)} />,
  },
  {
    key: 'problems',
    title: 'Problems',
    what: 'problems',
    query: { types: ['Condition'] },
    empty: 'No problems recorded.',
    render: (entry) => <ProblemLine entry={as<Condition>(entry)} />,
  },
  {
    key: 'medications',
    title: 'Medications',
    what: 'medications',
    query: { types: ['MedicationRequest', 'MedicationStatement'] },
    empty: 'No medications recorded.',
    render: (entry) => <MedicationLine entry={as<MedicationRequest | MedicationStatement>(entry)} />,
  },
  {
    key: 'allergies',
    title: 'Allergies',
    what: 'allergies',
    query: { types: ['AllergyIntolerance'] },
    empty: 'Not asked yet.',
    render: (entry) => <AllergyLine entry={as<AllergyIntolerance>(entry)} />,
  },
  {
    key: 'immunizations',
    title: 'Immunizations',
    what: 'immunizations',
    query: { types: ['Immunization'] },
    empty: 'No immunizations recorded.',
    render: (entry) => <ImmunizationLine entry={as<Immunization>(entry)} />,
  },
  {
    key: 'results',
    title: 'Results',
    what: 'results',
    query: { types: ['Observation', 'DiagnosticReport'], codes: ['laboratory', 'imaging', 'LAB', 'RAD'] },
    empty: 'No results recorded.',
    render: (entry) =>
      entry.resource.resourceType === 'DiagnosticReport' ? (
        <ReportLine entry={as<DiagnosticReport>(entry)} />
      ) : (
        <ObservationLine entry={as<Observation>(entry)} />
      ),
  },
  {
    key: 'procedures',
    title: 'Procedures',
    what: 'procedures',
    query: { types: ['Procedure'] },
    empty: 'No procedures recorded.',
    render: (entry) => <ProcedureLine entry={as<Procedure>(entry)} />,
  },
  {
    key: 'documents',
    title: 'Documents',
    what: 'documents',
    query: { types: ['DocumentReference'] },
    empty: 'No documents.',
    render: (entry) => <DocumentLine entry={as<DocumentReference>(entry)} />,
  },
  {
    key: 'orders',
    title: 'Orders',
    what: 'orders',
    query: { types: ['ServiceRequest'] },
    empty: 'No orders.',
    render: (entry) => <OtherLine entry={entry} />,
  },
  {
    key: 'other',
    title: 'Other records',
    what: 'records',
    query: {
      types: [
        'CarePlan',
        'CareTeam',
        'Goal',
        'Device',
        'ImagingStudy',
        'FamilyMemberHistory',
        'MedicationAdministration',
        'QuestionnaireResponse',
        'SupplyDelivery',
        'Claim',
        'ExplanationOfBenefit',
        'Provenance',
      ],
    },
    empty: 'Nothing else.',
    render: (entry) => <OtherLine entry={entry} />,
  },
];

export function chartSection(key: SectionKey): ChartSection {
  const section = CHART_SECTIONS.find((candidate) => candidate.key === key);
  if (section === undefined) throw new RangeError(`key: no section ${key}`);
  return section;
}
