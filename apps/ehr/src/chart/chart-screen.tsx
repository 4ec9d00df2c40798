/** One patient's chart: banner · sections · main column · what is written beside it · summary on wide screens. */

import type { AllergyIntolerance } from '@keychart/fhir';
import { patientName } from '@keychart/fhir';
import { ScreenFault, useEntries, usePatient, useSession } from '@keychart/react';
import { CHART_SECTIONS, EmptyState, ErrorNote, NextTurn, PatientBanner } from '@keychart/ui';
import { useHotkeys } from '@mantine/hooks';
import { CatchBoundary, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { OpenChart } from '../open-charts/open-charts.ts';
import { useOpenChartList, useOpenCharts } from '../open-charts/open-charts-context.ts';
import { NotFound } from '../screen/not-found.tsx';
import { mayTakeVitals, mayWriteConfidential, mayWriteNotes, readsClinical } from '../session/permissions.ts';
import { ChartActions } from './chart-actions.tsx';
import classes from './chart-screen.module.css';
import { Overview } from './overview.tsx';
import { SectionNav } from './section-nav.tsx';
import { SectionScreen } from './section-screen.tsx';
import { SummaryColumn } from './summary-column.tsx';

const BesideChart = lazy(async () => ({ default: (await import('./beside-chart.tsx')).BesideChart }));
const AskConfidential = lazy(async () => ({
  default: (await import('../confidential/ask-confidential.tsx')).AskConfidential,
}));
const MergedLine = lazy(async () => ({
  default: (await import('../duplicates/merged-line.tsx')).MergedLine,
}));
const MovedChart = lazy(async () => ({
  default: (await import('../duplicates/moved-chart.tsx')).MovedChart,
}));
const RecordScreen = lazy(async () => ({ default: (await import('./record-screen.tsx')).RecordScreen }));

/** An allergy that is not on screen is a danger: as many as a chart answers at once. */
const ALL = 1000;

export function ChartScreen() {
  const { tab, section } = useParams({ from: '/chart/$tab/$section' });
  const open = useOpenChartList().find((chart) => chart.tab === tab);
  if (open === undefined) return <NotFound />;
  // Keyed by patient: no state of one chart is ever left over in the next.
  return <OpenChartScreen key={open.patientId} open={open} sectionKey={section} />;
}

function OpenChartScreen({ open, sectionKey }: { readonly open: OpenChart; readonly sectionKey: string }) {
  const { patientId, tab } = open;
  const { identity } = useSession();
  const charts = useOpenCharts();
  const { value: view, error } = usePatient(patientId);
  const allergies = useEntries<AllergyIntolerance>(patientId, {
    types: ['AllergyIntolerance'],
    count: ALL,
  });
  const patient = view?.entry?.resource;
  const [seen, setSeen] = useState(false);
  const section = CHART_SECTIONS.find(({ key }) => key === sectionKey);
  const clinical = readsClinical(identity);
  const needsToAsk = clinical && !mayWriteConfidential(identity);

  useEffect(() => {
    if (patient === undefined) return;
    charts.change(tab, { name: patientName(patient) });
    setSeen(true);
  }, [charts, tab, patient]);
  useHotkeys([
    ['N', () => mayWriteNotes(identity) && charts.change(tab, { beside: { kind: 'note' } })],
    ['V', () => mayTakeVitals(identity) && charts.change(tab, { beside: { kind: 'vitals' } })],
    ['Escape', () => charts.change(tab, { record: undefined })],
  ]);

  // Whoever works with named patients can lose one of them while its chart is open: that is not `loading`.
  if (seen && patient === undefined && identity.namedPatients)
    return (
      <div role="alert">
        <EmptyState
          title="Your access to this chart has ended."
          hint="What it held is gone from this screen. If you still look after this patient, ask an administrator of the practice."
        />
      </div>
    );
  if (view?.mergedInto !== undefined)
    return (
      <Suspense>
        <MovedChart open={open} to={view.mergedInto} />
      </Suspense>
    );
  return (
    <div className={classes.chart}>
      <header className={classes.banner}>
        <PatientBanner
          patient={patient}
          {...(clinical ? { allergies } : {})}
          confidential={view?.entry?.confidential ?? false}
          actions={<ChartActions tab={tab} view={view} />}
        />
        <Suspense>
          {needsToAsk && patient !== undefined && (
            <AskConfidential patientId={patientId} name={patientName(patient)} />
          )}
          {view?.merged !== undefined && patient !== undefined && (
            <MergedLine view={view} name={patientName(patient)} />
          )}
        </Suspense>
      </header>
      <SectionNav tab={tab} patientId={patientId} view={view} />
      {/* Focusable, so that it can be scrolled with the keyboard when it holds nothing to press. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus */}
      <section className={classes.main} aria-label="Chart" tabIndex={0}>
        {error !== undefined && <ErrorNote title="This chart could not be opened" detail={error} />}
        {/* The way in draws the frame and the banner; what fills them follows a turn later, in slices. */}
        <NextTurn>
          {open.record !== undefined ? (
            <Suspense>
              <RecordScreen tab={tab} patientId={patientId} id={open.record} />
            </Suspense>
          ) : section === undefined ? (
            <Overview tab={tab} patientId={patientId} view={view} allergies={allergies} />
          ) : (
            <SectionScreen key={section.key} tab={tab} patientId={patientId} section={section} />
          )}
        </NextTurn>
      </section>
      {open.beside !== undefined && (
        <aside className={classes.beside} aria-label="Writing">
          {/* What cannot be shown here, or not be fetched, leaves patient and chart on the screen. */}
          <CatchBoundary getResetKey={() => JSON.stringify(open.beside)} errorComponent={ScreenFault}>
            <Suspense>
              <BesideChart
                key={JSON.stringify(open.beside)}
                tab={tab}
                patientId={patientId}
                patient={patient}
                beside={open.beside}
              />
            </Suspense>
          </CatchBoundary>
        </aside>
      )}
      {clinical && (section !== undefined || open.record !== undefined || open.beside !== undefined) && (
        <NextTurn>
          <SummaryColumn patientId={patientId} allergies={allergies} />
        </NextTurn>
      )}
    </div>
  );
}
