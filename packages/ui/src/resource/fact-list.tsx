/** What a record says, as a list of terms and words. */
import type { Resource } from '@keychart/fhir';
import { usePracticeZone } from '../text/practice-time.tsx';
import classes from './fact-list.module.css';
import { factsOf } from './facts-of.ts';
import type { UnitSystem } from './vitals-grid.ts';

interface FactListProps {
  readonly resource: Resource;
  readonly system: UnitSystem;
}

export function FactList({ resource, system }: FactListProps) {
  const timeZone = usePracticeZone();
  return (
    <dl className={classes.facts}>
      {factsOf(resource, { timeZone, units: system }).map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
