/** Any resource without a line of its own: its kind in words and the best text it has. Nothing in a chart is hidden. */
import type { FamilyMemberHistory, Resource } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { conceptText } from '../text/fhir-text.ts';
import { recordDate } from '../text/record-date.ts';
import { RecordLine } from './record-line.tsx';

/** The elements in which resources name themselves; all optional, all looked at defensively. */
type Loose = Record<string, unknown>;

export function OtherLine({ entry }: { readonly entry: EntryProps }) {
  const loose = entry.resource as unknown as Loose;
  return (
    <RecordLine
      entry={entry}
      title={titleOf(entry.resource, loose)}
      date={recordDate(entry.resource) ?? entry.signedAt}
      detail={kindText(entry.resource.resourceType)}
    />
  );
}

/** `CarePlan` → `Care plan`. */
export function kindText(resourceType: string): string {
  const words = resourceType.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function titleOf(resource: Resource, loose: Loose): string {
  if (resource.resourceType === 'FamilyMemberHistory') return familyTitle(resource);
  for (const key of ['title', 'description', 'name'] as const) {
    if (typeof loose[key] === 'string') return loose[key];
  }
  for (const key of ['code', 'medicationCodeableConcept', 'type', 'category', 'description'] as const) {
    const value = Array.isArray(loose[key]) ? loose[key].at(-1) : loose[key];
    const text =
      typeof value === 'object' && value !== null ? conceptText(value as { text?: string }) : undefined;
    if (text !== undefined) return text;
  }
  return kindText(resource.resourceType);
}

/** `Mother: asthma, eczema`. */
function familyTitle({ relationship, condition = [] }: FamilyMemberHistory): string {
  const conditions = condition.map(({ code }) => conceptText(code)).filter((text) => text !== undefined);
  return `${conceptText(relationship) ?? 'Relative'}: ${conditions.length === 0 ? 'nothing named' : conditions.join(', ')}`;
}
