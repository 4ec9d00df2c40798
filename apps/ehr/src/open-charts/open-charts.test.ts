import { expect, test } from 'vitest';
import { createOpenCharts } from './open-charts.ts';
import { ENDED, nameTabs } from './use-ended-charts.ts';

test('a patient has one tab; tab numbers are never used again', () => {
  const charts = createOpenCharts();
  const first = charts.open('a', 'Ada');
  expect(charts.open('a', 'Ada').tab).toBe(first.tab);
  charts.close(first.tab);
  expect(charts.open('b', 'Bea').tab).not.toBe(first.tab);
});

test('listeners hear of changes and of nothing else', () => {
  const charts = createOpenCharts();
  let heard = 0;
  charts.subscribe(() => heard++);
  const { tab } = charts.open('a', 'Ada');
  charts.change(tab, { name: 'Ada' });
  charts.change('99', { name: 'Nobody' });
  expect(heard).toBe(1);
  charts.change(tab, { beside: { kind: 'note' } });
  expect(heard).toBe(2);
});

test('the tab of a chart that is read no more keeps no name, and has it again with the chart', () => {
  const charts = createOpenCharts();
  charts.open('a', 'Ada');
  charts.open('b', 'Bea');
  const names = () => charts.list().map(({ name }) => name);
  nameTabs(charts, [{ patientId: 'b', name: 'Bea' }]);
  expect(names()).toEqual([ENDED, 'Bea']);
  nameTabs(charts, [
    { patientId: 'a', name: 'Ada Two' },
    { patientId: 'b', name: 'Bea Two' },
  ]);
  expect(names()).toEqual(['Ada Two', 'Bea']);
});
