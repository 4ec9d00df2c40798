/** Entries of one patient's chart, live. */
import type { ChartQuery, Entry, QueryResult } from '@keychart/chart';
import type { Resource } from '@keychart/fhir';
import { useState } from 'react';
import { useChart } from './session-context.tsx';
import { useWatch } from './use-watch.ts';

export interface Entries<R extends Resource> {
  readonly entries: readonly Entry<R>[];
  readonly total: number;
  readonly state: QueryResult['state'];
  readonly error: string | undefined;
  /** Present while there is more than is shown. */
  readonly more: (() => void) | undefined;
}

const PAGE = 50;
const MOST = 1000;

export function useEntries<R extends Resource = Resource>(patientId: string, query: ChartQuery): Entries<R> {
  const chart = useChart();
  const first = query.count ?? PAGE;
  const [asked, setAsked] = useState(first);
  const whole = { ...query, count: Math.min(asked, MOST) };
  const { value, error } = useWatch<QueryResult>(`${patientId} ${JSON.stringify(whole)}`, (callback) =>
    chart.watch(patientId, whole, callback),
  );
  // While a longer page is fetched the shorter one stays on screen.
  const [last, setLast] = useState<{ key: string; value: QueryResult }>();
  const key = `${patientId} ${JSON.stringify(query)}`;
  if (value !== undefined && last?.value !== value) setLast({ key, value });
  const shown = value ?? (last?.key === key ? last.value : undefined);
  return {
    entries: (shown?.entries ?? []) as readonly Entry<R>[],
    total: shown?.total ?? 0,
    state: shown?.state ?? 'loading',
    error,
    more:
      shown !== undefined && shown.entries.length < shown.total ? () => setAsked(asked + PAGE) : undefined,
  };
}
