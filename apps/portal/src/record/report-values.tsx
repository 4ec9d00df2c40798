/** The values of a report: inside it, or recorded beside it and named by it. */

import type { Entry } from '@keychart/chart';
import type { DiagnosticReport, Observation } from '@keychart/fhir';
import { useEntries } from '@keychart/react';
import { LoadNote, ObservationLine, Section } from '@keychart/ui';
import classes from './letter.module.css';

const LOOKED_AT = 1000;

export function ReportValues({ entry }: { readonly entry: Entry<DiagnosticReport> }) {
  const { result = [], contained = [] } = entry.resource;
  const inside = contained.filter((part): part is Observation => part.resourceType === 'Observation');
  const named = result.flatMap(({ reference }) =>
    reference === undefined || reference.startsWith('#') ? [] : [reference],
  );
  if (result.length === 0 && inside.length === 0) return null;
  return (
    <Section title="Values">
      <ul className={classes.list} aria-label="Values">
        {inside.map((value) => (
          <li key={value.id}>
            <ObservationLine entry={{ ...plain(entry), resource: undated(value) }} />
          </li>
        ))}
      </ul>
      {named.length > 0 && <NamedValues entry={entry} named={named} />}
    </Section>
  );
}

function NamedValues({ entry, named }: { readonly entry: Entry; readonly named: readonly string[] }) {
  const { entries, state, total } = useEntries<Observation>(entry.patientId, {
    types: ['Observation'],
    codes: ['laboratory', 'imaging'],
    count: LOOKED_AT,
  });
  const here = entries.filter(({ resource }) =>
    named.some((reference) => reference.split(/[/:]/).at(-1) === resource.id),
  );
  return (
    <>
      <ul className={classes.list} aria-label="Values recorded with this report">
        {here.map((value) => (
          <li key={value.id}>
            <ObservationLine entry={{ ...value, resource: undated(value.resource) }} />
          </li>
        ))}
      </ul>
      {here.length < named.length && state !== 'complete' && (
        <LoadNote state={state} shown={entries.length} total={total} what="values" />
      )}
      {here.length < named.length && state === 'complete' && (
        <p>
          {named.length - here.length} of {named.length} values are not in this record.
        </p>
      )}
    </>
  );
}

/** The marks of the report stand once, under it. */
const plain = ({ removed: _, ...entry }: Entry<DiagnosticReport>) => ({
  ...entry,
  versions: 1,
  conflict: false,
  confidential: false,
  delivery: { state: 'accepted' } as const,
});

/** The date of the report stands above; repeated on every line it only hides the numbers. */
function undated(value: Observation): Observation {
  const { effectiveDateTime: _, effectivePeriod: __, issued: ___, ...rest } = value;
  return rest;
}
