/** One tab for each open chart, with initials, so that a switch of patient is seen. */
import { Initials } from '@keychart/ui';
import { CloseButton } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useOpenChartList, useOpenCharts } from '../open-charts/open-charts-context.ts';
import { useEndedCharts } from '../open-charts/use-ended-charts.ts';
import classes from './shell.module.css';

export function ChartTabs() {
  useEndedCharts();
  const open = useOpenChartList();
  const charts = useOpenCharts();
  const navigate = useNavigate();
  const { tab: current } = useParams({ strict: false });
  const close = (tab: string) => {
    charts.close(tab);
    if (tab === current) void navigate({ to: '/patients' });
  };
  return (
    <nav aria-label="Open charts" className={classes.tabs}>
      {open.map(({ tab, name }) => (
        <div key={tab} className={classes.tab} data-open={tab === current || undefined}>
          <Link
            to="/chart/$tab/$section"
            params={{ tab, section: 'overview' }}
            className={classes.tabLink ?? ''}
            title={name}
          >
            <Initials name={name} size={22} />
            <span>{name}</span>
          </Link>
          <CloseButton size="sm" aria-label={`Close the chart of ${name}`} onClick={() => close(tab)} />
        </div>
      ))}
    </nav>
  );
}
