/** The entries of a section, each opening its page. Says how many of how many are shown, and offers the rest. */
import type { Entry } from '@keychart/chart';
import { EmptyState, ErrorNote, LoadNote, RecordList } from '@keychart/ui';
import { Text } from '@mantine/core';
import { usePersonId } from '../people/people-context.ts';
import { useEntries } from '../session/use-entries.ts';
import classes from './entry-list.module.css';
import type { PortalSection } from './portal-sections.ts';
import { SignedBy } from './signed-by.tsx';
import { useOpenPage } from './use-open-page.ts';

export function EntryList({ section }: { readonly section: PortalSection }) {
  const { entries, total, state, error, more } = useEntries(usePersonId(), section.query);
  const open = useOpenPage();
  return (
    <>
      {error !== undefined && <ErrorNote title={`The ${section.what} could not be read`} detail={error} />}
      {state !== 'loading' && total > 0 && <TotalLine total={total} state={state} what={section.what} />}
      <RecordList
        entries={entries}
        label={section.title}
        line={(entry) => <SignedLine section={section} entry={entry} />}
        onOpen={(entry) => open(section.key, [entry.id])}
      />
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
      {total} {total === 1 ? what.replace(/s$/, '') : what}
      {state === 'partial' && ' so far'}
    </Text>
  );
}
