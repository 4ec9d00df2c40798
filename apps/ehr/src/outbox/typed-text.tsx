/** What was typed in a refused record, to be read and copied: nothing is lost. */

import { vitalReadings } from '@keychart/clinical';
import type { Composition, Observation, Resource } from '@keychart/fhir';
import { useUnits } from '@keychart/react';
import { SafeNarrative, vitalDisplay } from '@keychart/ui';
import { Text } from '@mantine/core';
import classes from './outbox.module.css';

export function TypedText({ resource }: { readonly resource: Resource }) {
  const [system] = useUnits();
  if (resource.resourceType === 'Composition') {
    return (
      <div className={classes.typed}>
        {(resource as Composition).section?.map(({ title, text }) => (
          <div key={title}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <SafeNarrative div={text?.div} />
          </div>
        ))}
      </div>
    );
  }
  if (resource.resourceType === 'Observation') {
    const values = vitalReadings(resource as Observation).map(({ key, value }) =>
      Object.values(vitalDisplay(key, value, system)).join(' '),
    );
    return <div className={classes.typed}>{values.join(', ')}</div>;
  }
  return <pre className={classes.typed}>{JSON.stringify(resource, null, 2)}</pre>;
}
