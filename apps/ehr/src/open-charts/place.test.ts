import { expect, test } from 'vitest';
import { createOpenCharts } from './open-charts.ts';
import { backTo, placeOf } from './place.ts';

test('a place is the charts in their order, what is beside them, and the one on screen', () => {
  const before = createOpenCharts();
  before.open('gone', 'Closed before');
  const mia = before.open('mia', 'Mia');
  const jonah = before.open('jonah', 'Jonah');
  before.close('1');
  before.change(mia.tab, { beside: { kind: 'note' } });
  before.change(jonah.tab, { record: 'r1' });
  const place = placeOf(before.list(), `/chart/${mia.tab}/notes`);
  expect(place).toMatchObject({ at: 0, section: 'notes' });
  if (place === undefined) throw new Error('no place');

  const after = createOpenCharts();
  expect(backTo(place, after)).toBe('1');
  expect(after.list()).toEqual([
    { tab: '1', patientId: 'mia', name: 'Mia', beside: { kind: 'note' } },
    { tab: '2', patientId: 'jonah', name: 'Jonah', record: 'r1' },
  ]);
});

test('no chart on screen is no place', () => {
  const charts = createOpenCharts();
  charts.open('mia', 'Mia');
  for (const path of ['/patients', '/', '/chart/9/overview', '/chart/1']) {
    expect(placeOf(charts.list(), path), path).toBeUndefined();
  }
});
