/** Sections in which what is over stands apart from what is current, and how to tell. Pure. */
import type { Condition, MedicationRequest, Resource } from '@keychart/fhir';
import { isCurrent, type SectionKey } from '@keychart/ui';

/** So many are asked for at once that nothing current waits below. */
export const SPLIT_COUNT = 200;

const isOver = (resource: Resource): boolean => !isCurrent(resource as Condition | MedicationRequest);

export const OVER_IN: Readonly<Partial<Record<SectionKey, (resource: Resource) => boolean>>> = {
  medications: isOver,
  problems: isOver,
};
