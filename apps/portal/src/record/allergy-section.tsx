/** Allergies, with the three states kept apart: a list, none known (somebody asked), not asked yet. */

import type { AllergyIntolerance } from '@keychart/fhir';
import { useEntries } from '@keychart/react';
import { allergyState, EmptyState, ErrorNote, LoadNote, RecordList, Section } from '@keychart/ui';
import { Alert, Text } from '@mantine/core';
import { IconCheck, IconHelpCircle } from '@tabler/icons-react';
import { usePersonId } from '../people/people-context.ts';
import { SignedLine, TotalLine } from './entry-list.tsx';
import type { PortalSection } from './portal-sections.tsx';
import { SignedBy } from './signed-by.tsx';
import { useOpenPage } from './use-open-page.ts';

const LOOKED_AT = 200;

export function AllergySection({ section }: { readonly section: PortalSection }) {
  const found = useEntries<AllergyIntolerance>(usePersonId(), { ...section.query, count: LOOKED_AT });
  const open = useOpenPage();
  const now = allergyState(found.entries, found.state);
  if (found.error !== undefined)
    return <ErrorNote title="The allergies could not be read" detail={found.error} />;
  const list = (label: string, entries: typeof found.entries) => (
    <RecordList
      entries={entries}
      label={label}
      line={(entry) => <SignedLine section={section} entry={entry} />}
      onOpen={(entry) => open('allergies', [entry.id])}
    />
  );
  const byId = (entries: readonly { readonly id: string }[]) =>
    found.entries.filter(({ id }) => entries.some((entry) => entry.id === id));
  return (
    <>
      {now.kind === 'list' && (
        <>
          <TotalLine total={found.total} state={found.state} what={section.what} />
          {now.active.length === 0 && <EmptyState title="No active allergies." />}
          {list('Allergies', byId(now.active))}
          {now.past.length > 0 && (
            <Section title="No longer active">{list('Past allergies', byId(now.past))}</Section>
          )}
        </>
      )}
      {now.kind === 'none-known' && (
        <Alert color="done" icon={<IconCheck aria-hidden />} title={now.words}>
          <Text mb="xs">Your practice asked, and there are none.</Text>
          <SignedBy signer={byId([now.entry])[0]!.changedBy} />
        </Alert>
      )}
      {now.kind === 'not-asked' && (
        <Alert color="attention" icon={<IconHelpCircle aria-hidden />} title="Not asked yet">
          {section.empty} If you know of one, tell them at the next visit.
        </Alert>
      )}
      <LoadNote
        state={found.state}
        shown={found.entries.length}
        total={found.total}
        what={section.what}
        onMore={found.more}
      />
    </>
  );
}
