/** Home: what comes next and what is new in this person's record, each with who signed it. */

import type { Observation } from '@keychart/fhir';
import { useEntries, useUnits } from '@keychart/react';
import { EmptyState, ErrorNote, LoadNote, NextTurn, Section, usePracticeZone } from '@keychart/ui';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePersonId } from '../people/people-context.ts';
import { UnreadableLine } from '../record/unreadable-line.tsx';
import { Page } from '../shell/page.tsx';
import { KeepOffer } from './keep-offer.tsx';
import { NewsList } from './news-list.tsx';
import { NextThings } from './next-things.tsx';
import { whatsNew } from './whats-new.ts';

const MOST = 8;

export function HomeScreen() {
  const personId = usePersonId();
  const timeZone = usePracticeZone();
  const [units] = useUnits();
  const records = useEntries(personId, {
    types: [
      'Composition',
      'DiagnosticReport',
      'Immunization',
      'MedicationRequest',
      'AllergyIntolerance',
      'Condition',
      'DocumentReference',
    ],
    count: 40,
  });
  const vitals = useEntries<Observation>(personId, {
    types: ['Observation'],
    codes: ['vital-signs'],
    count: 40,
  });
  const results = useEntries<Observation>(personId, {
    types: ['Observation'],
    codes: ['laboratory', 'imaging'],
    count: 40,
  });
  const all = [records, vitals, results];
  const items = whatsNew(
    { records: records.entries, vitals: vitals.entries, results: results.entries },
    { units, timeZone, most: MOST },
  );
  const error = all.find((source) => source.error !== undefined)?.error;
  const loading = all.some(({ state }) => state === 'loading');
  const complete = all.every(({ state }) => state === 'complete');
  return (
    <Page title="Home">
      <KeepOffer />
      <NextThings />
      <Section title="What is new">
        {error !== undefined && <ErrorNote title="Some of the record could not be read" detail={error} />}
        {!loading && (
          <NextTurn>
            <NewsList items={items} />
          </NextTurn>
        )}
        {complete && items.length === 0 && (
          <EmptyState
            title="Nothing has been written yet."
            hint="Notes, measurements and results appear here as soon as the practice signs them."
          />
        )}
        {!complete && error === undefined && (
          <LoadNote
            state={loading ? 'loading' : 'partial'}
            shown={items.length}
            total={totalOf(all)}
            what="entries"
          />
        )}
        {items.length > 0 && (
          <Anchor component={Link} to="/record" display="inline-block" mt="md">
            See the whole record
          </Anchor>
        )}
      </Section>
      <UnreadableLine patientId={personId} />
    </Page>
  );
}

const totalOf = (sources: readonly { readonly total: number }[]): number =>
  sources.reduce((sum, { total }) => sum + total, 0);
