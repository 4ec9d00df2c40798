/** Goes through a chart in small pages, newest first, for what a query of the chart cannot ask. */
import type { Chart, ChartQuery, Entry } from '@keychart/chart';

const PAGE = 200;

/**
 * @param keep which entries are wanted.
 * @param isOver told what is found so far and the last page; true ends the walk early.
 */
export async function walkChart(
  chart: Pick<Chart, 'query'>,
  patientId: string,
  query: Omit<ChartQuery, 'offset' | 'count'>,
  keep: (entry: Entry) => boolean,
  isOver: (found: readonly Entry[], page: readonly Entry[]) => boolean,
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { entries, total } = await chart.query(patientId, { ...query, offset, count: PAGE });
    found.push(...entries.filter(keep));
    if (entries.length === 0 || offset + PAGE >= total || isOver(found, entries)) return found;
  }
}
