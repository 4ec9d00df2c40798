/**
 * Entries of one patient's chart, live. Beyond what can be watched at once, the older rest is asked for page by page: no
 * list ends before the chart does.
 */
import type { ChartQuery, Entry, QueryResult } from '@keychart/chart';
import type { Resource } from '@keychart/fhir';
import { carriesCode } from '@keychart/ui';
import { useEffect, useMemo, useState } from 'react';
import { useChart, useSession } from '../session/session-context.ts';
import { useAsk } from '../watch/use-ask.ts';
import { useWatch } from '../watch/use-watch.ts';
import { useTotal } from './use-total.ts';
import { walkChart } from './walk-chart.ts';

export interface Entries<R extends Resource> {
  readonly entries: readonly Entry<R>[];
  readonly total: number;
  readonly state: QueryResult['state'];
  readonly error: string | undefined;
  /** Present while there is more than is shown. */
  readonly more: (() => void) | undefined;
}

export type EntriesQuery = Omit<ChartQuery, 'offset'> & {
  /** Entries that carry any of these codes are left out. */
  readonly without?: readonly string[];
};

const PAGE = 50;
/** The most a chart watches at once. */
const MOST = 1000;

export function useEntries<R extends Resource = Resource>(
  patientId: string,
  query: EntriesQuery,
): Entries<R> {
  const { chart, answers } = useSession();
  const question = `${patientId} ${JSON.stringify(query)}`;
  const askedKey = `asked ${question}`;
  const [asked, setAsked] = useState((answers.get(askedKey) as number | undefined) ?? query.count ?? PAGE);
  const picked = usePicked(patientId, query, asked);
  const { without: _, ...plain } = query;
  const whole: ChartQuery = {
    ...plain,
    ...(query.without === undefined ? {} : { ids: picked.ids ?? [] }),
    count: Math.min(asked, MOST),
  };
  const { value, error } = useWatch<QueryResult>(`${patientId} ${JSON.stringify(whole)}`, (callback) =>
    chart.watch(patientId, whole, callback),
  );
  const rest = useRest(patientId, whole, asked - MOST, value);
  const answer = query.without === undefined ? value : picked.answer(value);

  useEffect(() => {
    if (answer !== undefined) answers.set(question, answer);
  }, [answers, question, answer]);

  // While a longer page is fetched, or on the way back to a page, the last answer stays on screen.
  const shown = answer ?? (answers.get(question) as QueryResult | undefined);
  const entries = [...(shown?.entries ?? []), ...rest] as readonly Entry[] as readonly Entry<R>[];
  return {
    entries,
    total: shown?.total ?? 0,
    state: shown?.state ?? 'loading',
    error: error ?? picked.error,
    more:
      shown !== undefined && entries.length < shown.total
        ? () => {
            answers.set(askedKey, asked + PAGE);
            setAsked(asked + PAGE);
          }
        : undefined,
  };
}

/**
 * What a chart cannot be asked: entries without some codes. They are picked out of its pages and then watched by id, so that
 * a correction of one shows at once.
 */
function usePicked(patientId: string, query: EntriesQuery, asked: number) {
  const chart = useChart();
  const { types, without } = query;
  const count = useTotal(patientId, without && { types, without });
  const { value: ids, error } = useAsk(
    without && `${patientId} ${JSON.stringify(query)}`,
    `${count.stamp} ${count.state} ${asked}`,
    async (isOver) => {
      if (without === undefined || count.total === 0) return [];
      const found = await walkChart(
        chart,
        patientId,
        { types, ...(query.order === undefined ? {} : { order: query.order }) },
        ({ resource }) => !carriesCode(resource, without),
        (soFar) => isOver() || soFar.length >= Math.min(asked, count.total),
      );
      return found.slice(0, asked).map(({ id }) => id);
    },
  );
  return {
    ids,
    error: error ?? count.error,
    answer: (value: QueryResult | undefined): QueryResult | undefined =>
      value === undefined || ids === undefined || count.state === 'loading'
        ? undefined
        : { ...value, total: count.total, state: count.state },
  };
}

const NONE: readonly Entry[] = [];

/** Entries after the first `MOST`, asked for again whenever those change. */
function useRest(patientId: string, query: ChartQuery, wanted: number, first: QueryResult | undefined) {
  const chart = useChart();
  const stamp = useMemo(() => ({ first, wanted }), [first, wanted]);
  const { value } = useAsk<readonly Entry[]>(
    wanted > 0 && first !== undefined ? `${patientId} ${JSON.stringify(query)}` : undefined,
    stamp,
    async (isOver) => {
      const rest: Entry[] = [];
      while (!isOver() && rest.length < wanted) {
        const page = { ...query, offset: MOST + rest.length, count: Math.min(wanted - rest.length, MOST) };
        const { entries } = await chart.query(patientId, page);
        if (entries.length === 0) break;
        rest.push(...entries);
      }
      return rest;
    },
  );
  return value ?? NONE;
}
