/** A visit and the notes written in it. */

import type { Entry } from '@keychart/chart';
import type { Composition, Encounter } from '@keychart/fhir';
import { useEntries } from '@keychart/react';
import { EmptyState, EncounterLine, LoadNote, NoteView, Section, SignerLine } from '@keychart/ui';
import { Button } from '@mantine/core';
import { History } from '../chart/history.tsx';
import { useOpenCharts } from '../chart/open-charts-context.ts';

interface VisitScreenProps {
  readonly tab: string;
  readonly patientId: string;
  readonly entry: Entry<Encounter>;
}

const NOTES_LOOKED_AT = 500;

export function VisitScreen({ tab, patientId, entry }: VisitScreenProps) {
  const charts = useOpenCharts();
  const notes = useEntries<Composition>(patientId, { types: ['Composition'], count: NOTES_LOOKED_AT });
  const own = `Encounter/${entry.resource.id}`;
  const here = notes.entries.filter(
    ({ resource, relatesTo }) => relatesTo === undefined && resource.encounter?.reference === own,
  );
  return (
    <>
      <EncounterLine entry={entry} />
      <SignerLine signer={entry.signer} at={entry.signedAt} verb="Recorded" />
      <Section title="Notes of this visit" count={here.length}>
        {here.map((note) => (
          <NoteView
            key={note.id}
            entry={note}
            actions={
              <Button variant="default" size="xs" onClick={() => charts.change(tab, { record: note.id })}>
                Open the note
              </Button>
            }
          />
        ))}
        {notes.state === 'complete' && here.length === 0 && (
          <EmptyState title="No note was written in this visit." />
        )}
        {notes.state !== 'complete' && (
          <LoadNote state={notes.state} shown={notes.entries.length} total={notes.total} what="notes" />
        )}
      </Section>
      <History entry={entry} />
    </>
  );
}
