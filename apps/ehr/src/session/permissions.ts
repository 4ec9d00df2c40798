/**
 * What to offer to whom. Only a courtesy: the keys somebody holds and the relay decide, and a refused write says why.
 */
import type { Identity } from '@keychart/chart';
import { CHART_SECTIONS, type ChartSection } from '@keychart/ui';

const may = (identity: Identity, ...any: string[]): boolean =>
  any.some((permission) => identity.permissions.includes(permission));

export const mayWriteNotes = (identity: Identity): boolean =>
  may(identity, 'write', 'sign') && identity.compartments.includes('clin');
export const mayTakeVitals = (identity: Identity): boolean =>
  may(identity, 'vitals', 'write') && identity.compartments.includes('clin');
export const mayCreatePatients = (identity: Identity): boolean =>
  may(identity, 'write', 'schedule') && identity.compartments.includes('desk') && !identity.namedPatients;
export const mayWriteConfidential = (identity: Identity): boolean => identity.compartments.includes('sens');
/** Sections this person has a key for. */
export const sectionsFor = ({ compartments }: Identity): readonly ChartSection[] =>
  CHART_SECTIONS.filter(({ readBy }) => readBy.some((compartment) => compartments.includes(compartment)));
export const readsClinical = (identity: Identity): boolean => identity.compartments.includes('clin');
/** Whoever changes the lists of a whole chart. */
export const mayMergePatients = (identity: Identity): boolean =>
  mayCreatePatients(identity) && readsClinical(identity);
