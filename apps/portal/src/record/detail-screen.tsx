/** One page of the record: a note, a visit, the values of one moment, or a single entry with all that is known of it. */

import type { Entry } from '@keychart/chart';
import type { Composition, Encounter, Observation } from '@keychart/fhir';
import { useEntries, useUnits } from '@keychart/react';
import { EmptyState, ErrorNote, LoadingLines } from '@keychart/ui';
import { Anchor } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePersonId } from '../people/people-context.ts';
import { NotFound } from '../shell/not-found.tsx';
import { Page } from '../shell/page.tsx';
import { EntryPage } from './entry-page.tsx';
import { latestLine } from './latest-line.ts';
import { MomentPage } from './moment-page.tsx';
import { NotePage } from './note-page.tsx';
import { type PageTarget, usePageNumbers } from './page-numbers.ts';
import { ALL_TYPES, type PortalSection, portalSection } from './portal-sections.tsx';
import { VisitPage } from './visit-page.tsx';

export function DetailScreen() {
  const { section: key, page } = useParams({ from: '/record/$section/$page' });
  const target = usePageNumbers().target(page);
  const section = portalSection(key);
  const personId = usePersonId();
  if (section === undefined || target === undefined) return <NotFound />;
  if (target.patientId !== personId) return <OtherPerson section={section} />;
  return <Detail key={page} section={section} target={target} />;
}

function Detail({ section, target }: { readonly section: PortalSection; readonly target: PageTarget }) {
  const [units] = useUnits();
  const { entries, state, error } = useEntries(target.patientId, {
    types: ALL_TYPES,
    ids: target.ids,
    includeRemoved: true,
    count: 100,
  });
  const [entry] = entries;
  const moment = section.key === 'vitals';
  const title = entry === undefined || moment ? section.title : latestLine(entry.resource, units);
  return (
    <Frame section={section} title={title}>
      {error !== undefined && <ErrorNote title="This page could not be read" detail={error} />}
      {entry === undefined && error === undefined && state !== 'complete' && (
        <LoadingLines label="Loading the page" lines={5} />
      )}
      {entry === undefined && state === 'complete' && (
        <EmptyState title="This entry is no longer in the record." />
      )}
      {entry !== undefined && contentOf(entry, entries, moment, section)}
    </Frame>
  );
}

function contentOf(
  entry: Entry,
  entries: readonly Entry[],
  moment: boolean,
  section: PortalSection,
): ReactNode {
  if (moment) return <MomentPage entries={entries as readonly Entry<Observation>[]} />;
  switch (entry.resource.resourceType) {
    case 'Composition':
      return <NotePage entry={entry as Entry<Composition>} />;
    case 'Encounter':
      return <VisitPage entry={entry as Entry<Encounter>} />;
    default:
      return <EntryPage entry={entry} section={section} />;
  }
}

/** Back from another person's pages with the browser's own arrow. */
function OtherPerson({ section }: { readonly section: PortalSection }) {
  return (
    <Frame section={section} title={section.title}>
      <EmptyState
        title="This page belongs to another person's record."
        hint="Switch to that person at the top to read it."
        action={
          <Anchor component={Link} to="/record">
            Open this person's record
          </Anchor>
        }
      />
    </Frame>
  );
}

interface FrameProps {
  readonly section: PortalSection;
  readonly title: string;
  readonly children: ReactNode;
}

const Frame = ({ section, title, children }: FrameProps) => (
  <Page
    title={title}
    browserTitle={section.title}
    back={{ to: `/record/${section.key}`, label: section.title }}
  >
    {children}
  </Page>
);
