/** A typed note as FHIR: one Encounter and one Composition that names it, written together. Pure. */
import type { Composition, CompositionSection, Encounter } from '@keychart/fhir';
import { narrativeDiv } from './note-text.ts';
import { loincConcept, NOTE_SECTIONS, type NoteSectionKey, noteType } from './note-types.ts';

export interface NoteDraft {
  /** Ids of the two resources, made when the draft begins: signing twice cannot make two visits. */
  readonly encounterId: string;
  readonly compositionId: string;
  readonly begun: string;
  readonly type: string;
  readonly reason: string;
  /** As the person has set it; absent: as the practice's policy has it. */
  readonly confidential?: boolean;
  readonly sections: Readonly<Record<NoteSectionKey, string>>;
}

export function beginNote(now: Date, uuid: () => string = () => crypto.randomUUID()): NoteDraft {
  return {
    encounterId: uuid(),
    compositionId: uuid(),
    begun: now.toISOString(),
    type: 'progress',
    reason: '',
    sections: { subjective: '', objective: '', assessment: '', plan: '' },
  };
}

export const isEmptyNote = (draft: NoteDraft): boolean =>
  draft.reason.trim() === '' && NOTE_SECTIONS.every(({ key }) => draft.sections[key].trim() === '');

/** What is missing before it can be signed, in plain words; undefined when nothing is. */
export function missingInNote(draft: NoteDraft): string | undefined {
  return NOTE_SECTIONS.every(({ key }) => draft.sections[key].trim() === '')
    ? 'Write at least one section before you sign.'
    : undefined;
}

export interface Author {
  readonly name: string;
  readonly patientId: string;
  readonly at: Date;
}

export function buildNote(
  draft: NoteDraft,
  { name, patientId, at }: Author,
): { encounter: Encounter; composition: Composition } {
  const type = noteType(draft.type);
  const reason = draft.reason.trim();
  const subject = { reference: `Patient/${patientId}` };
  const end = at.toISOString();
  const encounter: Encounter = {
    resourceType: 'Encounter',
    id: draft.encounterId,
    status: 'finished',
    class:
      draft.type === 'phone'
        ? { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'VR', display: 'virtual' }
        : { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
    type: [{ text: type.visit }],
    subject,
    participant: [{ individual: { display: name } }],
    period: { start: draft.begun, end },
    ...(reason === '' ? {} : { reasonCode: [{ text: reason }] }),
  };
  const composition: Composition = {
    resourceType: 'Composition',
    id: draft.compositionId,
    status: 'final',
    type: loincConcept(type.loinc, type.display),
    subject,
    encounter: { reference: `Encounter/${draft.encounterId}` },
    date: end,
    author: [{ display: name }],
    title: reason === '' ? type.label : `${type.label}: ${reason}`,
    section: sectionsOf(draft.sections),
  };
  return { encounter, composition };
}

/** Empty sections are left out: an empty heading would look like a finding. */
export function sectionsOf(texts: Readonly<Record<NoteSectionKey, string>>): CompositionSection[] {
  return NOTE_SECTIONS.filter(({ key }) => texts[key].trim() !== '').map(
    ({ key, label, loinc, display }) => ({
      title: label,
      code: loincConcept(loinc, display),
      text: { status: 'additional', div: narrativeDiv(texts[key]) },
    }),
  );
}

/** An addendum to a signed note: a Composition of its own that appends to it. */
export function buildAddendum(note: Composition, text: string, { name, patientId, at }: Author): Composition {
  return {
    resourceType: 'Composition',
    status: 'final',
    type: loincConcept('81222-2', 'Addendum Document'),
    subject: { reference: `Patient/${patientId}` },
    ...(note.encounter === undefined ? {} : { encounter: note.encounter }),
    date: at.toISOString(),
    author: [{ display: name }],
    title: `Addendum to ${note.title ?? 'a note'}`,
    ...(note.id === undefined
      ? {}
      : { relatesTo: [{ code: 'appends', targetReference: { reference: `Composition/${note.id}` } }] }),
    section: [{ title: 'Addendum', text: { status: 'additional', div: narrativeDiv(text) } }],
  };
}
