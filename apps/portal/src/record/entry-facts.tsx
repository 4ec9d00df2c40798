/** What a record says, in the units this device shows. */
import type { Resource } from '@keychart/fhir';
import { useUnits } from '@keychart/react';
import { FactList } from '@keychart/ui';

export function EntryFacts({ resource }: { readonly resource: Resource }) {
  const [units] = useUnits();
  return <FactList resource={resource} system={units} />;
}
