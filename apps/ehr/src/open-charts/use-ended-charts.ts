/** Of somebody who works with named patients: the tab of a chart they read no more keeps no name of it. */
import { useChart, useSession } from '@keychart/react';
import { useEffect } from 'react';
import type { OpenCharts } from './open-charts.ts';
import { useOpenCharts } from './open-charts-context.ts';

/** In the place of the name. */
export const ENDED = 'Access ended';

export function useEndedCharts(): void {
  const chart = useChart();
  const charts = useOpenCharts();
  const { identity } = useSession();
  const byName = identity.namedPatients === true;
  useEffect(() => {
    if (!byName) return;
    const look = async () => {
      const ids = charts.list().map(({ patientId }) => patientId);
      nameTabs(charts, await chart.patientNames(ids));
    };
    // A chart that was locked meanwhile has no tabs any more either.
    const watching = chart.watchPatients(() => void look().catch(() => undefined));
    return () => void watching.then((end) => end()).catch(() => undefined);
  }, [chart, charts, byName]);
}

/** @param known patients that are read now. */
export function nameTabs(
  charts: Pick<OpenCharts, 'list' | 'change'>,
  known: readonly { readonly patientId: string; readonly name: string }[],
): void {
  for (const { tab, patientId, name } of charts.list()) {
    const present = known.find((each) => each.patientId === patientId);
    if (!present) charts.change(tab, { name: ENDED });
    else if (name === ENDED) charts.change(tab, { name: present.name });
  }
}
