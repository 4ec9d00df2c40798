/** A visit: when, why and with whom, and everything written down in it, each part opening its own page. */

import type { Entry, ResourceType } from '@keychart/chart';
import type { Encounter, Observation } from '@keychart/fhir';
import { useUnits, useVisitParts } from '@keychart/react';
import { ErrorNote, LoadingLines, RecordList, Section, vitalsRows } from '@keychart/ui';
import { EntryFacts } from './entry-facts.tsx';
import { SignedLine } from './entry-list.tsx';
import classes from './letter.module.css';
import { PORTAL_SECTIONS, portalSectionOf } from './portal-sections.tsx';
import { RemovedNote } from './removed-note.tsx';
import { SignatureBlock } from './signed-by.tsx';
import { useOpenPage } from './use-open-page.ts';
import { Versions } from './versions.tsx';
import { VitalValues } from './vital-values.tsx';

const WRITTEN_IN_VISITS: readonly ResourceType[] = [
  'Composition',
  'Observation',
  'Condition',
  'AllergyIntolerance',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'Immunization',
  'DiagnosticReport',
  'Procedure',
  'ServiceRequest',
  'DocumentReference',
  'QuestionnaireResponse',
];

export function VisitPage({ entry }: { readonly entry: Entry<Encounter> }) {
  const { parts, state, error } = useVisitParts(entry, WRITTEN_IN_VISITS);
  const open = useOpenPage();
  const groups = PORTAL_SECTIONS.flatMap((section) => {
    const entries = parts.filter(({ resource }) => portalSectionOf(resource).key === section.key);
    return entries.length === 0 ? [] : [{ section, entries }];
  });
  return (
    <article className={classes.letter} aria-label="Visit">
      <RemovedNote entry={entry} />
      <EntryFacts resource={entry.resource} />
      {error !== undefined && (
        <ErrorNote title="What was written in this visit could not be read" detail={error} />
      )}
      {groups.map(({ section, entries }) => (
        <Section key={section.key} title={section.title}>
          {section.key === 'vitals' ? (
            <VisitVitals entries={entries as readonly Entry<Observation>[]} />
          ) : (
            <RecordList
              entries={entries}
              label={`${section.title} of this visit`}
              line={(part) => <SignedLine section={section} entry={part} />}
              onOpen={(part) => open(section.key, [part.id])}
            />
          )}
        </Section>
      ))}
      {state === 'loading' && error === undefined && (
        <LoadingLines label="Loading what was written in this visit" />
      )}
      {state === 'complete' && parts.length === 0 && <p>Nothing else was written down in this visit.</p>}
      <SignatureBlock entry={entry} verb="Recorded" />
      <Versions entry={entry} />
    </article>
  );
}

function VisitVitals({ entries }: { readonly entries: readonly Entry<Observation>[] }) {
  const [units] = useUnits();
  return vitalsRows(entries).map((row) => (
    <VitalValues key={row.entries[0]?.id} row={row} units={units} stacked />
  ));
}
