/** The sections of the record as a family meets them: the shared ones, in this order, with plainer words. */
import type { ResourceType } from '@keychart/chart';
import type { Composition, Resource } from '@keychart/fhir';
import {
  CHART_SECTIONS,
  type ChartSection,
  chartSection,
  type EntryProps,
  RecordLine,
  type SectionKey,
  sectionOf,
} from '@keychart/ui';

export interface PortalSection extends ChartSection {
  /** Always listed, or only where there is something in it. */
  readonly always: boolean;
}

type Words = Partial<Pick<ChartSection, 'title' | 'what' | 'empty' | 'render'>>;

/** The signer stands under every line of the portal; the headings of a note say nothing to a family. */
const NoteTitle = ({ entry }: { readonly entry: EntryProps }) => (
  <RecordLine
    entry={entry}
    title={(entry.resource as Composition).title ?? 'Note'}
    date={(entry.resource as Composition).date}
  />
);

const ALWAYS: readonly (readonly [SectionKey, Words])[] = [
  ['visits', { empty: 'No visits are recorded yet.' }],
  ['notes', { empty: 'No notes have been written yet.', render: (entry) => <NoteTitle entry={entry} /> }],
  ['vitals', { what: 'measurements', empty: 'No measurements have been taken yet.' }],
  ['medications', { empty: 'No medications are recorded.' }],
  ['allergies', { empty: 'Your practice has not asked about allergies yet.' }],
  [
    'problems',
    { title: 'Health problems', what: 'health problems', empty: 'No health problems are recorded.' },
  ],
  ['immunizations', { empty: 'No immunizations are recorded yet.' }],
  ['results', { empty: 'No test results yet.' }],
];
const WHEN_PRESENT: readonly (readonly [SectionKey, Words])[] = [
  ['observations', { title: 'Lifestyle, screenings and more', what: 'entries' }],
  ['orders', {}],
  ['appointments', {}],
  ['messages', {}],
  ['procedures', {}],
  ['documents', {}],
  ['other', {}],
];

const withWords =
  (always: boolean) =>
  ([key, words]: readonly [SectionKey, Words]): PortalSection => ({ ...chartSection(key), ...words, always });

export const PORTAL_SECTIONS: readonly PortalSection[] = [
  ...ALWAYS.map(withWords(true)),
  ...WHEN_PRESENT.map(withWords(false)),
];

export const portalSection = (key: string): PortalSection | undefined =>
  PORTAL_SECTIONS.find((section) => section.key === key);

/** The section a record is listed in. */
export const portalSectionOf = (resource: Resource): PortalSection => portalSection(sectionOf(resource).key)!;

/** Every type the portal can show; what a look-up by id names. */
export const ALL_TYPES: readonly ResourceType[] = [
  ...new Set(CHART_SECTIONS.flatMap(({ query }) => query.types)),
];
