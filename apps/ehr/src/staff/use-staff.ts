/** The staff list, live. */
import type { StaffView } from '@keychart/chart';
import { useChart, useWatch, type Watched } from '@keychart/react';

export function useStaff(): Watched<StaffView> {
  const chart = useChart();
  return useWatch<StaffView>('staff', (callback) => chart.watchStaff(callback));
}
