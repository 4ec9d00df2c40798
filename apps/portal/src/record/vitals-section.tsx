/** Measurements: the latest of each, then every time they were taken, newest first. */

import type { Entry } from '@keychart/chart';
import type { Observation } from '@keychart/fhir';
import { useEntries, useUnits } from '@keychart/react';
import {
  EmptyState,
  ErrorNote,
  LatestVitals,
  LoadNote,
  RecordList,
  Section,
  UnitSwitch,
  vitalsRows,
  When,
} from '@keychart/ui';
import { usePersonId } from '../people/people-context.ts';
import { SignedLine, TotalLine } from './entry-list.tsx';
import type { PortalSection } from './portal-sections.tsx';
import { SignedBy } from './signed-by.tsx';
import { useOpenPage } from './use-open-page.ts';
import { VitalValues } from './vital-values.tsx';
import classes from './vitals-section.module.css';

const PAGE = 100;

export function VitalsSection({ section }: { readonly section: PortalSection }) {
  const found = useEntries<Observation>(usePersonId(), { ...section.query, count: PAGE });
  const [units, setUnits] = useUnits();
  const open = useOpenPage();
  const { entries, total, state, error, more } = found;
  const rows = vitalsRows(entries);
  const inRows = new Set(rows.flatMap((row) => row.entries.map(({ id }) => id)));
  const signer = (id: string | undefined) => entries.find((entry) => entry.id === id)?.changedBy;
  return (
    <>
      {error !== undefined && <ErrorNote title="The measurements could not be read" detail={error} />}
      {rows.length > 0 && (
        <>
          <UnitSwitch size="md" system={units} onChange={setUnits} />
          <Section title="Latest">
            <LatestVitals entries={entries} system={units} />
          </Section>
          <Section title="By date">
            <TotalLine total={total} state={state} what={section.what} />
            <ul className={classes.list} aria-label="Vitals by date">
              {rows.map((row) => {
                const who = signer(row.entries[0]?.id);
                return (
                  <li key={row.entries[0]?.id}>
                    <button
                      type="button"
                      className={classes.row}
                      onClick={() =>
                        open(
                          'vitals',
                          row.entries.map(({ id }) => id),
                        )
                      }
                    >
                      <span className={classes.date}>
                        <When date={row.at} time />
                      </span>
                      <VitalValues row={row} units={units} />
                      {who !== undefined && <SignedBy signer={who} />}
                    </button>
                  </li>
                );
              })}
            </ul>
          </Section>
        </>
      )}
      {state === 'complete' && total === 0 && <EmptyState title={section.empty} />}
      <OtherMeasurements section={section} entries={entries.filter((entry) => !inRows.has(entry.id))} />
      {error === undefined && (
        <LoadNote state={state} shown={entries.length} total={total} what={section.what} onMore={more} />
      )}
    </>
  );
}

interface OtherMeasurementsProps {
  readonly section: PortalSection;
  readonly entries: readonly Entry<Observation>[];
}

/** Measurements that have no place in the rows (a kind not known here, no number) are listed as they are. */
function OtherMeasurements({ section, entries }: OtherMeasurementsProps) {
  const open = useOpenPage();
  if (entries.length === 0) return null;
  return (
    <Section title="Other measurements">
      <RecordList
        entries={entries}
        label="Other measurements"
        line={(entry) => <SignedLine section={section} entry={entry} />}
        onOpen={(entry) => open('vitals', [entry.id])}
      />
    </Section>
  );
}
