/** What stood here before a correction, newest first, under the current version: nothing signed is changed. */

import type { Entry, Version } from '@keychart/chart';
import type { Composition } from '@keychart/fhir';
import { useHistory } from '@keychart/react';
import { ErrorNote, LoadingLines, Section } from '@keychart/ui';
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
  return entry.versions < 2 ? null : <EarlierVersions entry={entry} />;
}

function EarlierVersions({ entry }: { readonly entry: Entry }) {
  const { value, error } = useHistory(entry);
  const earlier = value?.slice(1);
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
