/** Everybody whose records this login opens, by name, live. */

import type { PatientSearchResult } from '@keychart/chart';
import { useChart, useWatch } from '@keychart/react';
import { startTransition, useEffect, useState } from 'react';

const MOST = 200;

export function usePeopleList(): { list: PatientSearchResult | undefined; error: string | undefined } {
  const chart = useChart();
  const { value: change, error } = useWatch<{ total: number; state: string }>('people', (callback) =>
    chart.watchPatients((total, state) => callback({ total, state })),
  );
  const [list, setList] = useState<PatientSearchResult>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    if (change === undefined) return;
    let over = false;
    chart.searchPatients('', { count: MOST }).then(
      (found) => {
        // The first answer brings up the whole portal: drawn in slices, so that no finger waits for it.
        if (!over) startTransition(() => setList(found));
      },
      (fault: unknown) => {
        if (!over) setFailure(fault instanceof Error ? fault.message : String(fault));
      },
    );
    return () => {
      over = true;
    };
  }, [chart, change]);
  return { list, error: error ?? failure };
}
