/** What a record says, as a list of terms and words. */

import type { Resource } from '@keychart/fhir';
import { useUnits } from '@keychart/react';
import { usePracticeZone } from '@keychart/ui';
import { factsOf } from './facts-of.ts';
import classes from './letter.module.css';

export function EntryFacts({ resource }: { readonly resource: Resource }) {
  const timeZone = usePracticeZone();
  const [units] = useUnits();
  return (
    <dl className={classes.facts}>
      {factsOf(resource, { timeZone, units }).map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
