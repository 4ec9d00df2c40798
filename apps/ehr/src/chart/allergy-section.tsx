/** Allergies with their three states: none known, not asked yet, a list. */

import type { AllergyIntolerance } from '@keychart/fhir';
import type { Entries } from '@keychart/react';
import { AllergyLine, allergyState, EmptyState, LoadingLines, RecordList, Section } from '@keychart/ui';
import { Text } from '@mantine/core';

export function AllergySection({ allergies }: { readonly allergies: Entries<AllergyIntolerance> }) {
  const state = allergyState(allergies.entries, allergies.state);
  return (
    <Section title="Allergies" count={state.kind === 'list' ? state.active.length : undefined}>
      {state.kind === 'loading' && <LoadingLines label="Loading allergies" lines={2} />}
      {state.kind === 'not-asked' && (
        <EmptyState title="Not asked yet." hint="Nobody has recorded allergies, nor that there are none." />
      )}
      {state.kind === 'none-known' && (
        <Text py="sm" fw={600} c="var(--kc-done)">
          {state.words}
        </Text>
      )}
      {state.kind === 'list' && (
        <RecordList
          label="Allergies"
          entries={[...state.active, ...state.past]}
          line={(entry) => <AllergyLine entry={entry} />}
        />
      )}
    </Section>
  );
}
