/** The chart at a glance: what a clinician looks for before opening the door. */

import type { PatientView } from '@keychart/chart';
import type {
  AllergyIntolerance,
  Condition,
  MedicationRequest,
  MedicationStatement,
  Observation,
} from '@keychart/fhir';
import { type Entries, useEntries, useSession, useUnits } from '@keychart/react';
import {
  type ChartSection,
  chartSection,
  EmptyState,
  isCurrent,
  LatestVitals,
  LoadingLines,
  RecordList,
  Section,
  type SectionKey,
} from '@keychart/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { readsClinical } from '../session/permissions.ts';
import { AllergySection } from './allergy-section.tsx';
import classes from './chart-screen.module.css';
import { Demographics } from './demographics.tsx';

interface OverviewProps {
  readonly tab: string;
  readonly patientId: string;
  readonly view: PatientView | undefined;
  readonly allergies: Entries<AllergyIntolerance>;
}

export function Overview({ tab, patientId, view, allergies }: OverviewProps) {
  const { identity } = useSession();
  const glance = (key: SectionKey, shown?: number) => (
    <Glance tab={tab} patientId={patientId} section={chartSection(key)} shown={shown ?? 5} />
  );
  if (!readsClinical(identity)) {
    return (
      <div className={classes.overview}>
        <Demographics view={view} />
        <EmptyState
          title="Your login does not open clinical records."
          hint="An administrator of the practice can change that."
        />
      </div>
    );
  }
  return (
    <div className={classes.overview}>
      <div className={classes.column}>
        <AllergySection allergies={allergies} />
        <CurrentGlance
          tab={tab}
          patientId={patientId}
          section={chartSection('problems')}
          none="None active."
        />
        <CurrentGlance
          tab={tab}
          patientId={patientId}
          section={chartSection('medications')}
          none="None current."
        />
      </div>
      <div className={classes.column}>
        <VitalsGlance tab={tab} patientId={patientId} />
        {glance('visits')}
        {glance('notes', 3)}
        {glance('results')}
      </div>
      <div className={classes.column}>
        <Demographics view={view} />
        {glance('immunizations', 8)}
      </div>
    </div>
  );
}

interface GlanceProps {
  readonly tab: string;
  readonly patientId: string;
  readonly section: ChartSection;
  readonly shown: number;
}

function Glance({ tab, patientId, section, shown }: GlanceProps) {
  const charts = useOpenCharts();
  const found = useEntries(patientId, { ...section.query, count: shown });
  return (
    <Section
      title={section.title}
      count={found.total}
      action={<AllLink tab={tab} section={section} total={found.total} shown={found.entries.length} />}
    >
      <GlanceState state={found.state} total={found.total} section={section}>
        <RecordList
          label={section.title}
          entries={found.entries}
          line={(entry) => section.render(entry)}
          onOpen={({ id }) => charts.change(tab, { record: id })}
        />
      </GlanceState>
    </Section>
  );
}

/** What holds today may have begun long ago. */
const LOOKED_AT = 1000;

/** What holds today; what is over is counted and one step away. */
function CurrentGlance({
  tab,
  patientId,
  section,
  none,
}: Omit<GlanceProps, 'shown'> & { readonly none: string }) {
  const charts = useOpenCharts();
  const found = useEntries<Condition | MedicationRequest | MedicationStatement>(patientId, {
    ...section.query,
    count: LOOKED_AT,
  });
  const current = found.entries.filter(({ resource }) => isCurrent(resource));
  return (
    <Section
      title={section.title}
      count={current.length}
      action={<AllLink tab={tab} section={section} total={found.total} shown={current.length} />}
    >
      <GlanceState state={found.state} total={found.total} section={section}>
        {current.length === 0 && (
          <EmptyState
            title={found.state === 'complete' ? none : 'None so far, older records are still loading.'}
          />
        )}
        <RecordList
          label={section.title}
          entries={current}
          line={(entry) => section.render(entry)}
          onOpen={({ id }) => charts.change(tab, { record: id })}
        />
      </GlanceState>
    </Section>
  );
}

/** The latest of each kind: some are taken once a year. */
const VITALS_LOOKED_AT = 200;

function VitalsGlance({ tab, patientId }: { readonly tab: string; readonly patientId: string }) {
  const section = chartSection('vitals');
  const found = useEntries<Observation>(patientId, { ...section.query, count: VITALS_LOOKED_AT });
  const [system] = useUnits();
  return (
    <Section
      title="Latest vitals"
      action={<AllLink tab={tab} section={section} total={found.total} shown={0} />}
    >
      <GlanceState state={found.state} total={found.total} section={section}>
        <LatestVitals entries={found.entries} system={system} />
      </GlanceState>
    </Section>
  );
}

interface GlanceStateProps {
  readonly state: 'loading' | 'partial' | 'complete';
  readonly total: number;
  readonly section: ChartSection;
  readonly children: ReactNode;
}

/** Loading, nothing yet, nothing at all: three different things. */
function GlanceState({ state, total, section, children }: GlanceStateProps) {
  if (total > 0) return children;
  return state === 'complete' ? (
    <EmptyState title={section.empty} />
  ) : (
    <LoadingLines label={`Loading ${section.what}`} />
  );
}

interface AllLinkProps {
  readonly tab: string;
  readonly section: ChartSection;
  readonly total: number;
  readonly shown: number;
}

function AllLink({ tab, section, total, shown }: AllLinkProps) {
  if (total <= shown) return null;
  return (
    <Link
      to="/chart/$tab/$section"
      params={{ tab, section: section.key }}
      className={classes.all ?? ''}
      aria-label={`All ${section.what}`}
    >
      {shown === 0 ? 'History' : `${shown} of ${total}, all`}
    </Link>
  );
}
