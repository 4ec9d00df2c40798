/** Sections in which what is over stands apart from what is current, and how to tell. Pure. */
import type { Condition, MedicationRequest, Resource } from '@keychart/fhir';
import { hasCode, type SectionKey } from '@keychart/ui';

/** So many are asked for at once that nothing current waits below. */
export const SPLIT_COUNT = 200;

const STOPPED = new Set(['stopped', 'completed', 'cancelled', 'entered-in-error', 'not-taken']);
const ENDED = ['resolved', 'inactive', 'remission'] as const;

export const OVER_IN: Readonly<Partial<Record<SectionKey, (resource: Resource) => boolean>>> = {
  medications: (resource) => STOPPED.has((resource as MedicationRequest).status ?? ''),
  problems: (resource) => {
    const { clinicalStatus, abatementDateTime } = resource as Condition;
    return abatementDateTime !== undefined || ENDED.some((code) => hasCode(clinicalStatus, code));
  },
};
