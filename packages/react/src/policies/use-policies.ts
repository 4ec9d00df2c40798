/** What the practice has settled, live. */
import type { PoliciesView } from '@keychart/chart';
import { policyDefaults } from '@keychart/chart/browser';
import { useChart } from '../session/session-context.ts';
import { useWatch, type Watched } from '../watch/use-watch.ts';

export function usePolicies(): Watched<PoliciesView> {
  const chart = useChart();
  return useWatch<PoliciesView>('policies', (callback) => chart.watchPolicies(callback));
}

/** Minutes after which this app locks by itself. */
export function useIdleMinutes(): number {
  return usePolicies().value?.policies.idleMinutes ?? policyDefaults.idleMinutes;
}
