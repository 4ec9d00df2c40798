/** The charts open in this session, each under a tab number. In memory only; a lock drops it. */

export type Beside =
  | { readonly kind: 'note' | 'vitals' }
  | { readonly kind: 'addendum' | 'correction'; readonly id: string };

export interface OpenChart {
  readonly tab: string;
  readonly patientId: string;
  readonly name: string;
  /** What is written beside the chart. */
  readonly beside?: Beside | undefined;
  /** The record shown in the main column. */
  readonly record?: string | undefined;
}

export interface OpenCharts {
  list(): readonly OpenChart[];
  /** Opens a patient's chart, or finds the tab it is open in. */
  open(patientId: string, name: string): OpenChart;
  close(tab: string): void;
  change(tab: string, change: Partial<Omit<OpenChart, 'tab' | 'patientId'>>): void;
  subscribe(listener: () => void): () => void;
}

export function createOpenCharts(): OpenCharts {
  let charts: readonly OpenChart[] = [];
  let next = 1;
  const listeners = new Set<() => void>();
  const set = (changed: readonly OpenChart[]) => {
    charts = changed;
    for (const listener of listeners) listener();
  };
  return {
    list: () => charts,
    open(patientId, name) {
      const known = charts.find((chart) => chart.patientId === patientId);
      if (known !== undefined) return known;
      const opened: OpenChart = { tab: String(next++), patientId, name };
      set([...charts, opened]);
      return opened;
    },
    close: (tab) => set(charts.filter((chart) => chart.tab !== tab)),
    change: (tab, change) => {
      const before = charts.find((chart) => chart.tab === tab);
      if (before === undefined) return;
      const after = { ...before, ...change };
      const same = (Object.keys(after) as (keyof OpenChart)[]).every((key) => after[key] === before[key]);
      if (!same) set(charts.map((chart) => (chart === before ? after : chart)));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
