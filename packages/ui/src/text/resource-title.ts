/** What to call a resource that has no line of its own, and how it stands. Pure. */
import type { FamilyMemberHistory, Resource } from '@keychart/fhir';
import { conceptText, firstUpper } from './fhir-text.ts';

/** The elements in which resources name themselves; all optional, all looked at defensively. */
type Loose = Record<string, unknown>;

const TEXTS = ['title', 'description', 'name'] as const;
const CONCEPTS = [
  'code',
  'medicationCodeableConcept',
  'vaccineCode',
  'serviceType',
  'topic',
  'reasonCode',
  'type',
  'category',
] as const;

export function resourceTitle(resource: Resource): string {
  if (resource.resourceType === 'FamilyMemberHistory') return familyTitle(resource);
  const loose = resource as unknown as Loose;
  for (const key of TEXTS) {
    if (typeof loose[key] === 'string') return loose[key];
  }
  for (const key of CONCEPTS) {
    const value = Array.isArray(loose[key]) ? loose[key].at(-1) : loose[key];
    const text =
      typeof value === 'object' && value !== null ? conceptText(value as { text?: string }) : undefined;
    if (text !== undefined) return text;
  }
  return kindText(resource.resourceType);
}

/** `CarePlan` → `Care plan`. */
export function kindText(resourceType: string): string {
  return firstUpper(resourceType.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
}

/** `entered-in-error` → `Entered in error`; undefined where a resource says nothing. */
export function statusText(resource: Resource): string | undefined {
  const { status } = resource as { status?: unknown };
  return typeof status === 'string' ? firstUpper(status.replaceAll('-', ' ')) : undefined;
}

/** `Mother: asthma, eczema`. */
function familyTitle({ relationship, condition = [] }: FamilyMemberHistory): string {
  const conditions = condition.map(({ code }) => conceptText(code)).filter((text) => text !== undefined);
  return `${firstUpper(conceptText(relationship) ?? 'Relative')}: ${conditions.length === 0 ? 'nothing named' : conditions.join(', ')}`;
}
