/** The entries of a section, each opening its page. Says how many of how many are shown, and offers the rest. */

import type { Entry } from '@keychart/chart';
import { useEntries } from '@keychart/react';
import { EmptyState, ErrorNote, LoadNote, RecordList, Section } from '@keychart/ui';
import { Text } from '@mantine/core';
import { usePersonId } from '../people/people-context.ts';
import classes from './entry-list.module.css';
import { OVER_IN, SPLIT_COUNT } from './over-in.ts';
import type { PortalSection } from './portal-sections.tsx';
import { SignedBy } from './signed-by.tsx';
import { useOpenPage } from './use-open-page.ts';

export function EntryList({ section }: { readonly section: PortalSection }) {
  const split = OVER_IN[section.key];
  const { entries, total, state, error, more } = useEntries(usePersonId(), {
    ...section.query,
    ...(split === undefined ? {} : { count: SPLIT_COUNT }),
  });
  const open = useOpenPage();
  const list = (label: string, shown: readonly Entry[]) => (
    <RecordList
      entries={shown}
      label={label}
      line={(entry) => <SignedLine section={section} entry={entry} />}
      onOpen={(entry) => open(section.key, [entry.id])}
    />
  );
  const past = split === undefined ? [] : entries.filter(({ resource }) => split(resource));
  const current = split === undefined ? entries : entries.filter((entry) => !past.includes(entry));
  const all = state === 'complete' && entries.length === total;
  return (
    <>
      {error !== undefined && <ErrorNote title={`The ${section.what} could not be read`} detail={error} />}
      {state !== 'loading' && total > 0 && <TotalLine total={total} state={state} what={section.what} />}
      {split === undefined ? (
        list(section.title, entries)
      ) : (
        <>
          {current.length > 0 && (
            <Section title="Current">{list(`Current ${section.what}`, current)}</Section>
          )}
          {current.length === 0 && past.length > 0 && all && (
            <EmptyState title={`No current ${section.what}.`} />
          )}
          {past.length > 0 && <Section title="Past">{list(`Past ${section.what}`, past)}</Section>}
        </>
      )}
      {state === 'complete' && total === 0 && <EmptyState title={section.empty} />}
      {error === undefined && (
        <LoadNote state={state} shown={entries.length} total={total} what={section.what} onMore={more} />
      )}
    </>
  );
}

export function SignedLine({ section, entry }: { readonly section: PortalSection; readonly entry: Entry }) {
  return (
    <div className={classes.entry}>
      {section.render(entry)}
      <SignedBy signer={entry.changedBy} />
    </div>
  );
}

interface TotalLineProps {
  readonly total: number;
  readonly state: string;
  readonly what: string;
}

/** `12 visits`, and that more may come while older ones are still on their way. */
export function TotalLine({ total, state, what }: TotalLineProps) {
  return (
    <Text size="sm" c="dimmed">
      {total} {total === 1 ? what.replace(/ies$/, 'y').replace(/s$/, '') : what}
      {state === 'partial' && ' so far'}
    </Text>
  );
}
