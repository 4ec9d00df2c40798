/** Vital signs over time, in either unit; a row entered in error leaves the table and stays in the history. */

import type { Observation } from '@keychart/fhir';
import { useEntries, useSession, useUnits } from '@keychart/react';
import {
  chartSection,
  EmptyState,
  ErrorNote,
  LoadNote,
  Section,
  UnitSwitch,
  type VitalsRow,
  VitalsTable,
} from '@keychart/ui';
import { ActionIcon } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { RemoveDialog } from '../entry/remove-entry.tsx';
import { mayTakeVitals } from '../session/permissions.ts';

export function VitalsScreen({ patientId }: { readonly patientId: string }) {
  const section = chartSection('vitals');
  const { identity } = useSession();
  const [system, setSystem] = useUnits();
  const [removing, setRemoving] = useState<VitalsRow>();
  const { entries, total, state, error, more } = useEntries<Observation>(patientId, {
    ...section.query,
    count: 100,
  });
  return (
    <Section title="Vitals" count={total} action={<UnitSwitch system={system} onChange={setSystem} />}>
      {error !== undefined && <ErrorNote title="Vitals could not be read" detail={error} />}
      {state === 'complete' && total === 0 && <EmptyState title={section.empty} />}
      {entries.length > 0 && (
        <VitalsTable
          entries={entries}
          system={system}
          action={
            mayTakeVitals(identity)
              ? (row) => (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label="Entered in error"
                    title="Entered in error"
                    onClick={() => setRemoving(row)}
                  >
                    <IconEraser size={16} aria-hidden />
                  </ActionIcon>
                )
              : undefined
          }
        />
      )}
      <LoadNote state={state} shown={entries.length} total={total} what="measurements" onMore={more} />
      {removing !== undefined && (
        <RemoveDialog
          patientId={patientId}
          ids={removing.entries.map(({ id }) => id)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Section>
  );
}
