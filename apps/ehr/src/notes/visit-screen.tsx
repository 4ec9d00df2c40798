/** A visit and the notes written in it. */

import type { Entry } from '@keychart/chart';
import type { Composition, Encounter } from '@keychart/fhir';
import { useVisitParts } from '@keychart/react';
import {
  EmptyState,
  EncounterLine,
  ErrorNote,
  LoadingLines,
  NoteView,
  Section,
  SignerLine,
} from '@keychart/ui';
import { Button } from '@mantine/core';
import { History } from '../entry/history.tsx';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';

interface VisitScreenProps {
  readonly tab: string;
  readonly entry: Entry<Encounter>;
}

export function VisitScreen({ tab, entry }: VisitScreenProps) {
  const charts = useOpenCharts();
  const { parts: notes, state, error } = useVisitParts(entry, ['Composition']);
  return (
    <>
      <EncounterLine entry={entry} />
      <SignerLine signer={entry.signer} at={entry.signedAt} verb="Recorded" />
      <Section title="Notes of this visit" count={notes.length}>
        {notes.map((note) => (
          <NoteView
            key={note.id}
            entry={note as Entry<Composition>}
            actions={
              <Button variant="default" size="xs" onClick={() => charts.change(tab, { record: note.id })}>
                Open the note
              </Button>
            }
          />
        ))}
        {error !== undefined && <ErrorNote title="The notes could not be read" detail={error} />}
        {state === 'loading' && <LoadingLines label="Loading notes" />}
        {state === 'complete' && error === undefined && notes.length === 0 && (
          <EmptyState title="No note was written in this visit." />
        )}
      </Section>
      <History entry={entry} />
    </>
  );
}
