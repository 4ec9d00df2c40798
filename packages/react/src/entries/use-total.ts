/** How many entries a question has, live, without fetching them. */
import type { QueryResult } from '@keychart/chart';
import type { SectionQuery } from '@keychart/ui';
import { useChart } from '../session/session-context.ts';
import { useWatch } from '../watch/use-watch.ts';

export interface Total {
  readonly total: number;
  readonly state: QueryResult['state'];
  readonly error: string | undefined;
  /** Changes when entries come, go, or the newest is changed. */
  readonly stamp: string;
}

/** @param query undefined: nothing is asked, and the answer stays `loading`. */
export function useTotal(patientId: string, query: SectionQuery | undefined): Total {
  const with_ = useCounted(patientId, query && { types: query.types, codes: query.codes });
  const without = useCounted(patientId, query?.without && { types: query.types, codes: query.without });
  const error = with_.error ?? without.error;
  if (with_.value === undefined || (query?.without !== undefined && without.value === undefined))
    return { total: 0, state: 'loading', error, stamp: '' };
  const { entries, total, state } = with_.value;
  const left = without.value?.total ?? 0;
  return { total: total - left, state, error, stamp: `${total} ${left} ${entries[0]?.version}` };
}

function useCounted(
  patientId: string,
  query: { types: SectionQuery['types']; codes: SectionQuery['codes'] } | undefined,
) {
  const chart = useChart();
  const asked = query && {
    types: query.types,
    ...(query.codes === undefined ? {} : { codes: query.codes }),
    count: 1,
  };
  return useWatch<QueryResult>(asked && `${patientId} ${JSON.stringify(asked)}`, (callback) =>
    asked === undefined ? Promise.resolve(() => undefined) : chart.watch(patientId, asked, callback),
  );
}
