/** Opens the chart of everybody in the family, so that all of it is on this device when the network is not. */

import type { PatientRow } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { useEffect } from 'react';

const nothing = () => undefined;

export function useKeepAllHere(rows: readonly PatientRow[] | undefined): void {
  const chart = useChart();
  const ids = rows?.map(({ patientId }) => patientId).join(' ') ?? '';
  useEffect(() => {
    if (ids === '') return;
    // A chart that cannot be opened says so on its own pages.
    const opened = ids.split(' ').map((id) => chart.watchPatient(id, nothing).catch(() => nothing));
    return () => {
      for (const unwatch of opened) void unwatch.then((stop) => stop());
    };
  }, [chart, ids]);
}
