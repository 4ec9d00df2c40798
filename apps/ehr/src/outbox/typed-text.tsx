/** What was typed in a refused record, to be read and copied: nothing is lost. */

import type { Composition, Resource } from '@keychart/fhir';
import { useUnits } from '@keychart/react';
import { FactList, SafeNarrative } from '@keychart/ui';
import { Text } from '@mantine/core';
import classes from './outbox.module.css';

/** Kinds whose every word is in their facts, or in their text. */
const SAID_WHOLE = ['Composition', 'Observation', 'Encounter'];

export function TypedText({ resource }: { readonly resource: Resource }) {
  const [system] = useUnits();
  return (
    <div className={classes.typed}>
      {resource.resourceType === 'Composition' ? (
        <NoteText note={resource as Composition} />
      ) : (
        <FactList resource={resource} system={system} />
      )}
      {!SAID_WHOLE.includes(resource.resourceType) && (
        <details className={classes.all}>
          <summary>Everything in it, to copy</summary>
          <pre>{JSON.stringify(resource, null, 2)}</pre>
        </details>
      )}
    </div>
  );
}

function NoteText({ note }: { readonly note: Composition }) {
  return note.section?.map(({ title, text }) => (
    <div key={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <SafeNarrative div={text?.div} />
    </div>
  ));
}
