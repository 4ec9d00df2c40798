import { expect, test } from 'vitest';
import {
  ageText,
  bodyMassIndex,
  checkPressurePair,
  checkVital,
  fromMetric,
  roundTo,
  toMetric,
  VITAL_SIGNS,
  vitalObservations,
  vitalReadings,
} from './index.ts';

test('age is told in the unit a clinician thinks in', () => {
  const on = '2026-11-22';
  expect(ageText('2026-11-22', on)).toBe('0 days');
  expect(ageText('2026-11-21', on)).toBe('1 day');
  expect(ageText('2026-10-26', on)).toBe('27 days');
  expect(ageText('2026-10-25', on)).toBe('4 weeks');
  expect(ageText('2026-08-23', on)).toBe('13 weeks');
  expect(ageText('2026-08-22', on)).toBe('3 months');
  expect(ageText('2024-11-23', on)).toBe('23 months');
  expect(ageText('2024-11-22', on)).toBe('2 years');
  expect(ageText('2019-09-05', on)).toBe('7 years 2 months');
  expect(ageText('1980-01-01', on)).toBe('46 years');
  expect(ageText('1980', on)).toBe('about 46 years');
  expect(ageText('2027-01-01', on)).toBeUndefined();
  expect(ageText(undefined, on)).toBeUndefined();
});

test('US units convert by their legal definitions and come back as typed', () => {
  expect(toMetric(1, '[lb_av]')).toEqual({ value: 0.45359237, code: 'kg' });
  expect(toMetric(10, '[in_i]').value).toBeCloseTo(25.4, 10);
  expect(toMetric(98.6, '[degF]').value).toBeCloseTo(37, 10);
  expect(toMetric(5, 'kg')).toEqual({ value: 5, code: 'kg' });
  for (const unit of ['[lb_av]', '[in_i]', '[degF]']) {
    for (let typed = 0; typed < 3000; typed++) {
      // Stored with two more decimals than are shown in metric, as vitalObservations does.
      const stored = roundTo(toMetric(typed / 10, unit).value, unit === '[lb_av]' ? 4 : 3);
      expect(roundTo(fromMetric(stored, unit), 1), `${typed / 10} ${unit}`).toBe(typed / 10);
    }
  }
});

test('body mass index', () => {
  expect(bodyMassIndex(70, 175)).toBe(22.9);
  expect(bodyMassIndex(70, 0)).toBeUndefined();
  expect(bodyMassIndex(Number.NaN, 175)).toBeUndefined();
});

test('a baby of 92 lb is questioned, a heart rate of 5000 refused, ordinary values pass', () => {
  expect(checkVital('weight', 41.7, 65)).toMatchObject({
    level: 'unlikely',
    reason: 'is very high for this age',
  });
  expect(checkVital('weight', 41.7, 15 * 365)).toEqual({ level: 'plausible' });
  expect(checkVital('heartRate', 5000, undefined)).toMatchObject({ level: 'impossible' });
  expect(checkVital('temperature', 98.6, 3000)).toMatchObject({ level: 'impossible' });
  expect(checkVital('temperature', 37, 3000)).toEqual({ level: 'plausible' });
  expect(checkVital('weight', Number.NaN, 10)).toMatchObject({ level: 'impossible' });
  expect(checkPressurePair(80, 120)).toMatchObject({ level: 'impossible' });
  expect(checkPressurePair(120, 80)).toEqual({ level: 'plausible' });
});

/** WHO growth standards 2006, medians: age in months, kg (girls), kg (boys), cm (girls), cm (boys). */
const WHO_MEDIANS = [
  [0, 3.2, 3.3, 49.1, 49.9],
  [3, 5.8, 6.4, 59.8, 61.4],
  [6, 7.3, 7.9, 65.7, 67.6],
  [12, 8.9, 9.6, 74, 75.7],
  [24, 11.5, 12.2, 86.4, 87.8],
  [60, 18.2, 18.3, 109.4, 110],
] as const;

test('no ordinary child is questioned: WHO medians, and a quarter more or less, are plausible at every age', () => {
  for (const [months, ...values] of WHO_MEDIANS) {
    const days = months * 30.4375;
    for (const [index, value] of values.entries()) {
      const key = index < 2 ? 'weight' : 'height';
      const spread = key === 'weight' ? 0.25 : 0.1;
      for (const factor of [1 - spread, 1, 1 + spread]) {
        expect(
          checkVital(key, value * factor, days).level,
          `${key} ${value * factor} at ${months} months`,
        ).toBe('plausible');
      }
    }
  }
});

test('what is written is read again: one Observation each, pressure as a panel, confirmations as notes', () => {
  const values = {
    weight: 12.345,
    height: 90,
    temperature: 37.2,
    systolic: 95,
    diastolic: 60,
    oxygen: 98,
    pain: 0,
  };
  const written = vitalObservations({
    subject: 'Patient/p',
    at: '2026-11-22T08:00:00-07:00',
    values,
    confirmed: { weight: 'Looked at twice.' },
  });
  expect(written).toHaveLength(6);
  const read = Object.fromEntries(written.flatMap(vitalReadings).map(({ key, value }) => [key, value]));
  expect(read).toEqual(values);
  expect(written.filter(({ note }) => note !== undefined).map(({ note }) => note?.[0]?.text)).toEqual([
    'Looked at twice.',
  ]);
  const pressure = written.find(({ component }) => component !== undefined);
  expect(pressure?.code?.coding?.[0]?.code).toBe('85354-9');
  expect(written.every(({ category }) => category?.[0]?.coding?.[0]?.code === 'vital-signs')).toBe(true);
});

test('readings of other systems come in our units; unknown codes and units are left alone', () => {
  const code = { coding: [{ system: 'http://loinc.org', code: '29463-7' }] };
  const base = { resourceType: 'Observation', status: 'final', code } as const;
  expect(vitalReadings({ ...base, valueQuantity: { value: 1500, code: 'g' } })).toEqual([
    { key: 'weight', value: 1.5 },
  ]);
  expect(vitalReadings({ ...base, valueQuantity: { value: 3, code: 'stone' } })).toEqual([]);
  expect(vitalReadings({ ...base, code: { text: 'Mood' }, valueQuantity: { value: 3 } })).toEqual([]);
});

test('every vital sign has its own LOINC code and label', () => {
  expect(new Set(VITAL_SIGNS.map(({ loinc }) => loinc)).size).toBe(VITAL_SIGNS.length);
  expect(new Set(VITAL_SIGNS.map(({ label }) => label)).size).toBe(VITAL_SIGNS.length);
});
