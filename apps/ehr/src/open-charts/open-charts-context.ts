/** The open charts for the screens, and the way to one of them. */
import { useNavigate } from '@tanstack/react-router';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { OpenChart, OpenCharts } from './open-charts.ts';

const Context = createContext<OpenCharts | undefined>(undefined);
export const OpenChartsContext = Context.Provider;

export function useOpenCharts(): OpenCharts {
  const charts = useContext(Context);
  if (charts === undefined) throw new Error('useOpenCharts: outside of a session');
  return charts;
}

export function useOpenChartList(): readonly OpenChart[] {
  const charts = useOpenCharts();
  return useSyncExternalStore(charts.subscribe, charts.list);
}

/** Opens a patient's chart in its tab. */
export function useOpenPatient(): (
  patientId: string,
  name: string,
  change?: Partial<Omit<OpenChart, 'tab' | 'patientId'>>,
) => void {
  const charts = useOpenCharts();
  const navigate = useNavigate();
  return useCallback(
    (patientId, name, change) => {
      const { tab } = charts.open(patientId, name);
      if (change !== undefined) charts.change(tab, change);
      void navigate({ to: '/chart/$tab/$section', params: { tab, section: 'overview' } });
    },
    [charts, navigate],
  );
}
