/** Which section a resource stands in, by the same rule by which a chart answers the section's question. Pure. */
import type { CodeableConcept, Resource } from '@keychart/fhir';
import { CHART_SECTIONS, type ChartSection, chartSection, type SectionQuery } from './chart-sections.tsx';

/** A chart looks for codes in these elements. */
const CODED = ['code', 'category', 'vaccineCode', 'type'] as const;

/** @param codes `code` or `system|code`; any of them is enough. */
export function carriesCode(resource: Resource, codes: readonly string[]): boolean {
  const fields = resource as unknown as Record<string, CodeableConcept | CodeableConcept[] | undefined>;
  return CODED.flatMap((name) => fields[name]).some((concept) =>
    concept?.coding?.some(
      ({ system, code }) => codes.includes(code ?? '') || codes.includes(`${system}|${code}`),
    ),
  );
}

export const isInSection = (resource: Resource, { types, codes, without }: SectionQuery): boolean =>
  types.includes(resource.resourceType) &&
  (codes === undefined || carriesCode(resource, codes)) &&
  (without === undefined || !carriesCode(resource, without));

export const sectionOf = (resource: Resource): ChartSection =>
  CHART_SECTIONS.find(({ query }) => isInSection(resource, query)) ?? chartSection('other');
