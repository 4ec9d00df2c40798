/** Everything behind the login: routes inside the shell. Made anew for every session. */
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createOpenCharts } from './open-charts/open-charts.ts';
import { OpenChartsContext } from './open-charts/open-charts-context.ts';
import { createWorkstationRouter } from './router.tsx';

export function Workstation() {
  const [charts] = useState(createOpenCharts);
  const [router] = useState(createWorkstationRouter);
  return (
    <OpenChartsContext value={charts}>
      <RouterProvider router={router} />
    </OpenChartsContext>
  );
}
