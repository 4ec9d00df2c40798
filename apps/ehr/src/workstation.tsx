/** Everything behind the login: routes inside the shell. Made anew for every session, back where the last one was locked. */
import { useSession } from '@keychart/react';
import { LoadingLines } from '@keychart/ui';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createOpenCharts } from './open-charts/open-charts.ts';
import { OpenChartsContext } from './open-charts/open-charts-context.ts';
import { backTo, keepPlace, type Place, placeOf, takePlace } from './open-charts/place.ts';
import { createWorkstationRouter } from './router.tsx';

export function Workstation() {
  const { chart, beforeLock } = useSession();
  const [charts] = useState(createOpenCharts);
  const [router, setRouter] = useState<ReturnType<typeof createWorkstationRouter>>();

  useEffect(() => {
    let over = false;
    const begin = (place: Place | undefined) => {
      if (over) return;
      const tab = place && backTo(place, charts);
      setRouter(createWorkstationRouter(place && tab ? { tab, section: place.section } : undefined));
    };
    // A convenience: where it cannot be had, the patients come first.
    takePlace(chart).then(begin, () => begin(undefined));
    return () => {
      over = true;
    };
  }, [chart, charts]);
  useEffect(() => {
    if (router === undefined) return;
    return beforeLock(() => keepPlace(chart, placeOf(charts.list(), router.state.location.pathname)));
  }, [beforeLock, chart, charts, router]);

  if (router === undefined) return <LoadingLines label="Loading the workstation" />;
  return (
    <OpenChartsContext value={charts}>
      <RouterProvider router={router} />
    </OpenChartsContext>
  );
}
