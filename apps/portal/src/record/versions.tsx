/** What stood here before a correction, newest first, under the current version: nothing signed is changed. */
import type { Entry, Version } from '@keychart/chart';
import type { Composition } from '@keychart/fhir';
import { ErrorNote, LoadingLines, Section } from '@keychart/ui';
import { useEffect, useState } from 'react';
import { usePersonId } from '../people/people-context.ts';
import { useChart } from '../session/session-context.ts';
import { EntryFacts } from './entry-facts.tsx';
import classes from './letter.module.css';
import { NoteSections } from './note-sections.tsx';
import { Signature } from './signed-by.tsx';

const VERB: Readonly<Record<Version['change'], string>> = {
  original: 'Signed',
  correction: 'Corrected',
  'status-update': 'Status changed',
  deletion: 'Taken back',
};

export function Versions({ entry }: { readonly entry: Entry }) {
  const chart = useChart();
  const patientId = usePersonId();
  const [earlier, setEarlier] = useState<readonly Version[]>();
  const [error, setError] = useState<string>();
  const { id, version, versions } = entry;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to ask again
  useEffect(() => {
    if (versions < 2) return;
    let over = false;
    chart.history(patientId, id).then(
      (found) => {
        if (!over) setEarlier([...found].sort((a, b) => b.at.localeCompare(a.at)).slice(1));
      },
      (fault: unknown) => {
        if (!over) setError(fault instanceof Error ? fault.message : String(fault));
      },
    );
    return () => {
      over = true;
    };
  }, [chart, patientId, id, version, versions]);

  if (versions < 2) return null;
  return (
    <Section title="Earlier versions">
      {error !== undefined && <ErrorNote title="The earlier versions could not be read" detail={error} />}
      {earlier === undefined && error === undefined && <LoadingLines label="Loading earlier versions" />}
      <ol className={classes.list} aria-label="Earlier versions">
        {earlier?.map((old) => (
          <li key={old.version} className={classes.earlier}>
            <Signature verb={VERB[old.change]} signer={old.signer} at={old.at} />
            {old.resource.resourceType === 'Composition' ? (
              <NoteSections sections={(old.resource as Composition).section ?? []} nested />
            ) : (
              <EntryFacts resource={old.resource} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
