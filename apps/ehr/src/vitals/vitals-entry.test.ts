import { expect, test } from 'vitest';
import {
  beginVitals,
  bmiOf,
  effectiveTime,
  fieldsFor,
  metricValue,
  missingInVitals,
  questionAbout,
  switchUnits,
  typedNumber,
} from './vitals-entry.ts';

const now = new Date('2026-11-22T15:00:00Z');
const clock = { now, zone: 'America/Denver' };
const us = beginVitals('us');

test('numbers are read with comma or point, everything else is no number', () => {
  expect(typedNumber(' 12,5 ')).toBe(12.5);
  expect(typedNumber('.5')).toBe(0.5);
  expect(typedNumber('')).toBeUndefined();
  for (const text of ['12 kg', '1e5', '-3', '1,2,3', '--']) expect(typedNumber(text), text).toBeNaN();
});

test('an unlikely value blocks signing until somebody says that it is right; another value is asked about anew', () => {
  const asked = { ...us, typed: { weight: '92' } };
  expect(questionAbout('weight', asked, 65)).toMatchObject({ level: 'unlikely', confirmed: false });
  expect(missingInVitals(asked, 65, clock)).toMatch(/Look again/);
  const confirmed = { ...asked, confirmed: { weight: '92' } };
  expect(missingInVitals(confirmed, 65, clock)).toBeUndefined();
  expect(missingInVitals({ ...confirmed, typed: { weight: '93' } }, 65, clock)).toMatch(/Look again/);
});

test('impossible values, swapped pressures and future times are refused', () => {
  expect(missingInVitals({ ...us, typed: { systolic: '60', diastolic: '80' } }, 5000, clock)).toMatch(
    /Correct/,
  );
  expect(missingInVitals({ ...us, typed: { heartRate: 'abc' } }, 5000, clock)).toMatch(/Correct/);
  expect(missingInVitals({ ...us, typed: { heartRate: '80' }, at: '2031-01-01T00:00' }, 5000, clock)).toMatch(
    /future/,
  );
  expect(missingInVitals(us, 5000, clock)).toMatch(/at least one/);
});

test('switching units keeps the meaning and forgets confirmations', () => {
  const typed = {
    ...us,
    typed: { weight: '22', temperature: '98.6', heartRate: '90' },
    confirmed: { weight: '22' },
  };
  const metric = switchUnits(typed, 'metric');
  expect(metric.typed).toEqual({ weight: '9.98', temperature: '37', heartRate: '90' });
  expect(metric.confirmed).toEqual({});
  expect(switchUnits(metric, 'us').typed.weight).toBe('22');
});

test('BMI comes from whatever units were typed', () => {
  expect(bmiOf({ ...us, typed: { weight: '154.3', height: '68.9' } })).toBe(22.9);
  expect(metricValue('weight', { ...us, typed: { weight: '10' } })).toBeCloseTo(4.5359, 4);
});

test('head circumference is offered to the third birthday', () => {
  expect(fieldsFor(400)).toContain('head');
  expect(fieldsFor(2000)).not.toContain('head');
});

test('the time is that of the practice, wherever the device stands', () => {
  expect(effectiveTime({ ...us, at: '2026-11-22T07:30' }, clock)).toBe('2026-11-22T07:30:00-07:00');
  expect(effectiveTime(us, clock)).toBe('2026-11-22T08:00:00-07:00');
  const weighed = { ...us, typed: { heartRate: '80' } };
  expect(missingInVitals({ ...weighed, at: '2026-11-22T08:00' }, 5000, clock)).toBeUndefined();
  expect(missingInVitals({ ...weighed, at: '2026-11-22T08:02' }, 5000, clock)).toMatch(/future/);
});
