/** The sections of the chart with their counts; a section with an unfinished draft says so. */

import type { PatientView } from '@keychart/chart';
import { useSession, useTotal } from '@keychart/react';
import type { ChartSection } from '@keychart/ui';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { sectionsFor } from '../session/permissions.ts';
import classes from './chart-screen.module.css';

interface SectionNavProps {
  readonly tab: string;
  readonly patientId: string;
  readonly view: PatientView | undefined;
}

export function SectionNav({ tab, patientId, view }: SectionNavProps) {
  const { identity } = useSession();
  const charts = useOpenCharts();
  const toList = () => charts.change(tab, { record: undefined });
  return (
    <nav className={classes.nav} aria-label="Chart sections">
      <Link
        to="/chart/$tab/$section"
        params={{ tab, section: 'overview' }}
        className={classes.navLink ?? ''}
        onClick={toList}
      >
        Overview
      </Link>
      {sectionsFor(identity).map((section) => (
        <SectionLink key={section.key} tab={tab} patientId={patientId} section={section} onOpen={toList} />
      ))}
      <ChartCounts view={view} />
    </nav>
  );
}

interface SectionLinkProps {
  readonly tab: string;
  readonly patientId: string;
  readonly section: ChartSection;
  readonly onOpen: () => void;
}

/** A section that is known to be empty stands back. */
function SectionLink({ tab, patientId, section, onOpen }: SectionLinkProps) {
  const { total, state } = useTotal(patientId, section.query);
  return (
    <Link
      to="/chart/$tab/$section"
      params={{ tab, section: section.key }}
      className={classes.navLink ?? ''}
      data-empty={(state === 'complete' && total === 0) || undefined}
      onClick={onOpen}
    >
      {section.title}
      <span className={classes.count}>
        {state === 'loading' ? '…' : total}
        {state === 'partial' && '+'}
      </span>
    </Link>
  );
}

function ChartCounts({ view }: { readonly view: PatientView | undefined }) {
  if (view === undefined) return null;
  const { unreadable, unsent } = view.counts;
  return (
    <Text size="xs" c="dimmed" p="sm" component="div" className={classes.navNote}>
      {view.state !== 'complete' && <div role="status">Older records are still loading</div>}
      {unsent > 0 && <div>{unsent} not sent yet</div>}
      {unreadable > 0 && <Link to="/unreadable">{unreadable} unreadable</Link>}
    </Text>
  );
}
