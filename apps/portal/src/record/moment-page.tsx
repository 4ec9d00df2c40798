/** The measurements of one moment, each with who took it and what stood there before a correction. */

import type { Entry } from '@keychart/chart';
import type { Observation } from '@keychart/fhir';
import { useUnits } from '@keychart/react';
import { ObservationLine, recordDate, Section, vitalsRows, When } from '@keychart/ui';
import { latestLine } from './latest-line.ts';
import classes from './letter.module.css';
import { RemovedNote } from './removed-note.tsx';
import { Signature, SignatureBlock } from './signed-by.tsx';
import { Versions } from './versions.tsx';
import { VitalValues } from './vital-values.tsx';

export function MomentPage({ entries }: { readonly entries: readonly Entry<Observation>[] }) {
  const [units] = useUnits();
  const valid = entries.filter(({ removed }) => removed === undefined);
  const rows = vitalsRows(valid);
  const known = new Set(rows.flatMap((row) => row.entries.map(({ id }) => id)));
  const changed = entries.filter(({ versions, removed }) => versions > 1 || removed !== undefined);
  const [first] = valid.length > 0 ? valid : entries;
  const others = valid.filter(
    ({ signer }, index) =>
      signer.name !== first?.signer.name &&
      valid.findIndex((entry) => entry.signer.name === signer.name) === index,
  );
  const notes = valid.flatMap(({ resource }) => resource.note ?? []).map(({ text }) => text);
  return (
    <article className={classes.letter} aria-label="Measurements">
      <p style={{ margin: 0 }}>
        Taken <When date={first && recordDate(first.resource)} time />
      </p>
      {rows.map((row) => (
        <VitalValues key={row.entries[0]?.id} row={row} units={units} stacked />
      ))}
      {valid
        .filter(({ id }) => !known.has(id))
        .map((entry) => (
          <ObservationLine key={entry.id} entry={entry} />
        ))}
      {notes.length > 0 && <p style={{ margin: 0 }}>{notes.join(' ')}</p>}
      {first !== undefined && <SignatureBlock entry={first} verb="Recorded" />}
      {others.map(({ id, signer, signedAt }) => (
        <Signature key={id} verb="Also recorded" signer={signer} at={signedAt} />
      ))}
      {changed.map((entry) => (
        <Section key={entry.id} title={latestLine(entry.resource, units)}>
          <RemovedNote entry={entry} />
          <Versions entry={entry} />
        </Section>
      ))}
    </article>
  );
}
