/** Entries of one person's chart, live. Beyond what can be watched at once, the older rest is asked for page by page. */
import type { ChartQuery, Entry, QueryResult } from '@keychart/chart';
import type { Resource } from '@keychart/fhir';
import { useEffect, useState } from 'react';
import { useSession } from './session-context.ts';
import { useWatch } from './use-watch.ts';

export interface Entries<R extends Resource> {
  readonly entries: readonly Entry<R>[];
  readonly total: number;
  readonly state: QueryResult['state'];
  readonly error: string | undefined;
  /** Present while there is more than is shown. */
  readonly more: (() => void) | undefined;
}

const PAGE = 30;
/** The most a chart watches at once. */
const MOST = 1000;

export function useEntries<R extends Resource = Resource>(patientId: string, query: ChartQuery): Entries<R> {
  const { chart, answers } = useSession();
  const question = `${patientId} ${JSON.stringify(query)}`;
  const askedKey = `asked ${question}`;
  const [asked, setAsked] = useState((answers.get(askedKey) as number | undefined) ?? query.count ?? PAGE);
  const whole = { ...query, count: Math.min(asked, MOST) };
  const { value, error } = useWatch<QueryResult>(`${patientId} ${JSON.stringify(whole)}`, (callback) =>
    chart.watch(patientId, whole, callback),
  );
  const rest = useRest(patientId, query, asked - MOST, value);

  useEffect(() => {
    if (value !== undefined) answers.set(question, value);
  }, [answers, question, value]);

  // While a longer page is fetched, or on the way back to a page, the last answer stays on screen.
  const shown = value ?? (answers.get(question) as QueryResult | undefined);
  const entries = [...(shown?.entries ?? []), ...rest] as readonly Entry[] as readonly Entry<R>[];
  return {
    entries,
    total: shown?.total ?? 0,
    state: shown?.state ?? 'loading',
    error,
    more:
      shown !== undefined && entries.length < shown.total
        ? () => {
            answers.set(askedKey, asked + PAGE);
            setAsked(asked + PAGE);
          }
        : undefined,
  };
}

/** Entries after the first `MOST`, fetched again whenever those change. */
function useRest(patientId: string, query: ChartQuery, count: number, first: QueryResult | undefined) {
  const { chart } = useSession();
  const [rest, setRest] = useState<readonly Entry[]>([]);
  const asked = JSON.stringify(query);
  useEffect(() => {
    if (count <= 0 || first === undefined) {
      setRest((before) => (before.length === 0 ? before : []));
      return;
    }
    let over = false;
    chart
      .query(patientId, { ...(JSON.parse(asked) as ChartQuery), offset: MOST, count: Math.min(count, MOST) })
      .then(
        (found) => {
          if (!over) setRest(found.entries);
        },
        () => {
          if (!over) setRest([]);
        },
      );
    return () => {
      over = true;
    };
  }, [chart, patientId, asked, count, first]);
  return rest;
}
