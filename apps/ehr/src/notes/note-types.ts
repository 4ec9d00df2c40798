/** Kinds of notes and the sections of a SOAP note, with their LOINC codes. */
import type { CodeableConcept } from '@keychart/fhir';

export interface NoteType {
  readonly key: string;
  readonly label: string;
  readonly loinc: string;
  readonly display: string;
  /** What the encounter is called. */
  readonly visit: string;
}

export const NOTE_TYPES: readonly NoteType[] = [
  {
    key: 'progress',
    label: 'Office visit',
    loinc: '11506-3',
    display: 'Progress note',
    visit: 'Office visit',
  },
  {
    key: 'well',
    label: 'Well visit',
    loinc: '34117-2',
    display: 'History and physical note',
    visit: 'Well visit',
  },
  { key: 'sick', label: 'Sick visit', loinc: '11506-3', display: 'Progress note', visit: 'Sick visit' },
  {
    key: 'follow-up',
    label: 'Follow-up',
    loinc: '11506-3',
    display: 'Progress note',
    visit: 'Follow-up visit',
  },
  { key: 'consult', label: 'Consultation', loinc: '11488-4', display: 'Consult note', visit: 'Consultation' },
  {
    key: 'phone',
    label: 'Telephone call',
    loinc: '34748-4',
    display: 'Telephone encounter Note',
    visit: 'Telephone call',
  },
  {
    key: 'behavioral',
    label: 'Behavioral health visit',
    loinc: '11506-3',
    display: 'Progress note',
    visit: 'Behavioral health visit',
  },
  {
    key: 'reproductive',
    label: 'Reproductive health visit',
    loinc: '11506-3',
    display: 'Progress note',
    visit: 'Reproductive health visit',
  },
  {
    key: 'substance-use',
    label: 'Substance use visit',
    loinc: '11506-3',
    display: 'Progress note',
    visit: 'Substance use visit',
  },
  { key: 'nurse', label: 'Nurse note', loinc: '34746-8', display: 'Nurse Note', visit: 'Nurse visit' },
];

export const NOTE_SECTIONS = [
  { key: 'subjective', label: 'Subjective', loinc: '61150-9', display: 'Subjective Narrative' },
  { key: 'objective', label: 'Objective', loinc: '61149-1', display: 'Objective Narrative' },
  { key: 'assessment', label: 'Assessment', loinc: '51848-0', display: 'Evaluation note' },
  { key: 'plan', label: 'Plan', loinc: '18776-5', display: 'Plan of care note' },
] as const;

export type NoteSectionKey = (typeof NOTE_SECTIONS)[number]['key'];

export const noteType = (key: string): NoteType =>
  NOTE_TYPES.find((type) => type.key === key) ?? NOTE_TYPES[0]!;

export const loincConcept = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: 'http://loinc.org', code, display }],
});
