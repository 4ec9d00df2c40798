import type { Entry, QueryResult } from '@keychart/chart';
import { expect, test } from 'vitest';
import { walkChart } from './walk-chart.ts';

/** A chart of entries `0` … `size - 1` that counts how often it is asked. */
function chartOf(size: number) {
  const ids = Array.from({ length: size }, (_, id) => String(id));
  const asked: number[] = [];
  const query = async (_patient: string, { offset = 0, count = 50 }): Promise<QueryResult> => {
    asked.push(offset);
    const entries = ids.slice(offset, offset + count).map((id) => ({ id }) as Entry);
    return { entries, total: size, state: 'complete' };
  };
  return { query, asked };
}

const walk = (chart: ReturnType<typeof chartOf>, keep: (entry: Entry) => boolean, most: number) =>
  walkChart(chart, 'p', { types: ['Observation'] }, keep, (found) => found.length >= most);

test('every entry that is wanted is found, once and in order, however many pages there are', async () => {
  for (const size of [0, 1, 199, 200, 201, 1234]) {
    const chart = chartOf(size);
    const found = await walk(chart, ({ id }) => Number(id) % 3 === 0, 10_000);
    expect(found.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: Math.ceil(size / 3) }, (_, index) => index * 3),
    );
  }
});

test('it stops at the page on which enough is found', async () => {
  const chart = chartOf(2000);
  const found = await walk(chart, ({ id }) => Number(id) >= 250, 10);
  expect(found.length).toBeGreaterThanOrEqual(10);
  expect(chart.asked).toEqual([0, 200]);
});
