/** A single entry: everything it says, the values inside a report, the text of a document, who signed, earlier versions. */
import type { Entry } from '@keychart/chart';
import type { DiagnosticReport, DocumentReference, Observation } from '@keychart/fhir';
import { EntryMarks, ObservationLine, plainText, Section } from '@keychart/ui';
import { CorrectedNote, onlyMarks } from './corrected-note.tsx';
import { EntryFacts } from './entry-facts.tsx';
import classes from './letter.module.css';
import type { PortalSection } from './portal-sections.tsx';
import { RemovedNote } from './removed-note.tsx';
import { ReportValues } from './report-values.tsx';
import { SignatureBlock } from './signed-by.tsx';
import { Versions } from './versions.tsx';

interface EntryPageProps {
  readonly entry: Entry;
  readonly section: PortalSection;
}

export function EntryPage({ entry, section }: EntryPageProps) {
  const { resource } = entry;
  return (
    <article className={classes.letter} aria-label={section.title}>
      <RemovedNote entry={entry} />
      <CorrectedNote entry={entry} />
      {resource.resourceType === 'Observation' && <ObservationLine entry={entry as Entry<Observation>} />}
      <EntryFacts resource={resource} />
      {resource.resourceType === 'DiagnosticReport' && (
        <ReportValues entry={entry as Entry<DiagnosticReport>} />
      )}
      {resource.resourceType === 'DocumentReference' && (
        <DocumentText document={resource as DocumentReference} />
      )}
      <EntryMarks entry={onlyMarks(entry)} />
      <SignatureBlock entry={entry} verb="Recorded" />
      <Versions entry={entry} />
    </article>
  );
}

function DocumentText({ document }: { readonly document: DocumentReference }) {
  const text = plainText(document.content?.[0]?.attachment);
  if (text === undefined) return <p>This document cannot be shown here yet. Ask your practice for a copy.</p>;
  return (
    <Section title="Text">
      <pre className={classes.text}>{text}</pre>
    </Section>
  );
}
