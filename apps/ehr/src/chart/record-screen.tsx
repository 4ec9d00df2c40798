/** One record opened from a list: the note, visit or entry itself, who signed it, and its history. */

import type { Entry } from '@keychart/chart';
import type { Composition, DocumentReference, Encounter } from '@keychart/fhir';
import { useEntries, useUnits } from '@keychart/react';
import {
  CHART_SECTIONS,
  EmptyState,
  ErrorNote,
  FactList,
  LoadingLines,
  plainText,
  SignerLine,
  sectionOf,
} from '@keychart/ui';
import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { History } from '../entry/history.tsx';
import { RemoveEntry } from '../entry/remove-entry.tsx';
import { NoteScreen } from '../notes/note-screen.tsx';
import { VisitScreen } from '../notes/visit-screen.tsx';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import classes from './record-screen.module.css';

interface RecordScreenProps {
  readonly tab: string;
  readonly patientId: string;
  readonly id: string;
}

export function RecordScreen({ tab, patientId, id }: RecordScreenProps) {
  const charts = useOpenCharts();
  const { entries, state, error } = useEntries(patientId, {
    types: ALL_TYPES,
    ids: [id],
    includeRemoved: true,
  });
  const entry = entries[0];
  return (
    <div className={classes.record}>
      <Group className="kc-screen-only" mb="md">
        <Anchor component="button" onClick={() => charts.change(tab, { record: undefined })}>
          <span className={classes.back}>
            <IconArrowLeft size={16} aria-hidden /> Back
          </span>
        </Anchor>
      </Group>
      {error !== undefined && <ErrorNote title="This record could not be read" detail={error} />}
      {entry === undefined && state === 'complete' && (
        <EmptyState title="This record is no longer in the chart." />
      )}
      {entry === undefined && state !== 'complete' && error === undefined && (
        <LoadingLines label="Loading the record" />
      )}
      {entry !== undefined && <OneRecord tab={tab} patientId={patientId} entry={entry} />}
    </div>
  );
}

const ALL_TYPES = [...new Set(CHART_SECTIONS.flatMap(({ query }) => query.types))];

function OneRecord({
  tab,
  patientId,
  entry,
}: {
  readonly tab: string;
  readonly patientId: string;
  readonly entry: Entry;
}) {
  const { resourceType } = entry.resource;
  const [system] = useUnits();
  if (resourceType === 'Composition')
    return <NoteScreen tab={tab} patientId={patientId} entry={entry as Entry<Composition>} />;
  if (resourceType === 'Encounter') return <VisitScreen tab={tab} entry={entry as Entry<Encounter>} />;
  return (
    <>
      {sectionOf(entry.resource).render(entry)}
      <FactList resource={entry.resource} system={system} />
      {resourceType === 'DocumentReference' && (
        <DocumentText document={entry.resource as DocumentReference} />
      )}
      <SignerLine signer={entry.signer} at={entry.signedAt} verb="Recorded" />
      <RemoveEntry patientId={patientId} entry={entry} />
      <History entry={entry} />
    </>
  );
}

function DocumentText({ document }: { readonly document: DocumentReference }) {
  const text = plainText(document.content?.[0]?.attachment);
  return text === undefined ? null : <pre className={classes.text}>{text}</pre>;
}
