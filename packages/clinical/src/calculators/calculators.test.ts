import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodySurface,
  convertQuantity,
  convertUnit,
  correctedQt,
  kidneyFunction,
  vitalRanges,
} from './index.ts';

describe('units', () => {
  // By definition, or NIST Special Publication 811.
  test.each([
    [1, '[lb_av]', 'kg', 0.45359237],
    [1, '[oz_av]', 'g', 28.349523125],
    [1, '[in_i]', 'cm', 2.54],
    [1, '[ft_i]', '[in_i]', 12],
    [98.6, '[degF]', 'Cel', 37],
    [37, 'Cel', 'K', 310.15],
    [310.15, 'K', '[degF]', 98.6],
    [760, 'mm[Hg]', 'kPa', 101.32472],
    [1, 'cm[H2O]', 'Pa', 98.0665],
    [1, 'kcal', 'kJ', 4.184],
    [1, 'g/dL', 'mg/L', 10_000],
    [1, 'ng/mL', 'ug/L', 1],
    [12, 'ug/kg/min', 'mg/kg/h', 0.72],
    [7.2, '10*3/uL', '10*9/L', 7.2],
    [4.5, '10*6/uL', '10*12/L', 4.5],
    [20, 'U/L', 'ukat/L', 0.333333333],
    [5, 'm[iU]/L', 'u[iU]/mL', 5],
    [1, '[tsp_us]', 'mL', 4.92892159375],
    [2, 'wk', 'd', 14],
    [1, 'a', 'd', 365.25],
    [45, '%', '1', 0.45],
    [90, 'mL/min/{1.73_m2}', 'L/d', 129.6],
    [120, '/min', 'Hz', 2],
    [1, 'm2', 'cm2', 10_000],
    [1, 'kg/m2', 'g/(cm.cm)', 0.1],
    [140, 'meq/L', 'eq/m3', 140],
    [13, 'g%', 'g/L', 130],
    [290, 'mosm/kg', 'mmol/kg', 290],
  ])('%f %s is in %s %f', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toBeCloseTo(expected, 8);
  });

  test.each([
    [5.55, 'mmol/L', 'mg/dL', 'glucose', 99.99],
    [1, 'mg/dL', 'umol/L', 'creatinine', 88.4],
    [200, 'mg/dL', 'mmol/L', 'cholesterol', 5.17],
    [14, 'mg/dL', 'mmol/L', 'ureaNitrogen', 5],
    [30, 'ng/mL', 'nmol/L', 'vitaminD25Hydroxy', 74.9],
    [5, 'ug/dL', 'umol/L', 'lead', 0.241],
  ])('%f %s is in %s of %s %f', (value, from, to, substance, expected) => {
    const converted = convertQuantity({ value, from, to, substance });
    expect('value' in converted && Math.abs(converted.value / expected - 1)).toBeLessThan(0.002);
  });

  test.each([
    [{ value: 1, from: 'kg', to: 'cm' }, 'to'],
    [{ value: 1, from: 'kgs', to: 'kg' }, 'from'],
    [{ value: 9, from: 'meq/L', to: 'mmol/L' }, 'to'],
    [{ value: 1, from: 'kg', to: 'KG' }, 'to'],
    [{ value: 1, from: 'Cel', to: 'kg' }, 'to'],
    [{ value: 1, from: 'kg', to: 'Cel' }, 'from'],
    [{ value: 1, from: 'mmol/L', to: 'mg/dL' }, 'substance'],
    [{ value: 1, from: 'mmol/L', to: 'mg/dL', substance: 'gold' }, 'substance'],
    [{ value: '1', from: 'kg', to: 'g' }, 'value'],
    [{ value: 1, to: 'g' }, 'from'],
    [{ value: 1, from: 'kg/', to: 'g' }, 'from'],
    [{ value: 1, from: '', to: 'g' }, 'from'],
  ])('%j is a problem with %s', (request, field) => {
    expect(convertQuantity(request)).toMatchObject({ error: { field } });
  });

  test('there and back is the value', () => {
    const pairs = fc.constantFrom(
      ['[lb_av]', 'kg'],
      ['[degF]', 'Cel'],
      ['mm[Hg]', 'kPa'],
      ['ug/kg/min', 'mg/kg/d'],
      ['[cup_us]', 'L'],
    );
    fc.assert(
      fc.property(pairs, fc.double({ min: -1e6, max: 1e6, noNaN: true }), ([from, to], value) => {
        const there = convertUnit(value, from!, to!);
        expect(convertUnit(Number(there), to!, from!)).toBeCloseTo(value, 6);
      }),
    );
  });
});

describe('kidney function', () => {
  test('0.413 × height / creatinine', () => {
    expect(kidneyFunction({ ageYears: 10, heightCm: 140, creatinine: 0.5 })).toMatchObject({
      egfr: 115.6,
      category: 'G1',
    });
    expect(kidneyFunction({ ageYears: 10, heightCm: 140, creatinine: 1.2 })).toMatchObject({
      egfr: 48.2,
      category: 'G3a',
    });
    expect(kidneyFunction({ ageYears: 10, heightCm: 140, creatinine: 44.2, unit: 'umol/L' })).toMatchObject({
      egfr: 115.6,
    });
    expect(kidneyFunction({ ageYears: 1.5, heightCm: 80, creatinine: 0.3 })).not.toHaveProperty('category');
  });

  test.each([
    [{ ageYears: 0.5, heightCm: 65, creatinine: 0.3 }, 'ageYears'],
    [{ ageYears: 30, heightCm: 165, creatinine: 0.8 }, 'ageYears'],
    [{ ageYears: 10, heightCm: 1.4, creatinine: 0.5 }, 'heightCm'],
    [{ ageYears: 10, heightCm: 140, creatinine: 44 }, 'creatinine'],
    [{ ageYears: 10, heightCm: 140, creatinine: 0.5, unit: 'umol/L' }, 'creatinine'],
    [{ ageYears: 10, heightCm: 140, creatinine: 0.5, unit: 'mg/L' }, 'unit'],
  ])('%j is a problem with %s', (request, field) => {
    expect(kidneyFunction(request)).toMatchObject({ error: { field } });
  });
});

test('body surface by Mosteller', () => {
  expect(bodySurface({ heightCm: 180, weightKg: 80 })).toMatchObject({ m2: 2 });
  expect(bodySurface({ heightCm: 50, weightKg: 3.4 })).toMatchObject({ m2: 0.217 });
  expect(bodySurface({ heightCm: 180, weightKg: -80 })).toMatchObject({ error: { field: 'weightKg' } });
});

describe('corrected QT', () => {
  test('at 60 a minute both are the QT itself', () => {
    expect(correctedQt({ qtMs: 400, heartRate: 60 })).toEqual({
      bazett: 400,
      fridericia: 400,
      rrMs: 1000,
      outsideUsualRates: false,
    });
  });
  test('at 120 a minute they part', () => {
    const result = correctedQt({ qtMs: 300, rrMs: 500 });
    expect(result).toMatchObject({ bazett: 424.3, fridericia: 378, outsideUsualRates: true });
  });
  test.each([
    [{ qtMs: 0.4, heartRate: 60 }, 'qtMs'],
    [{ qtMs: 400 }, 'heartRate'],
    [{ qtMs: 400, heartRate: 60, rrMs: 1000 }, 'heartRate'],
    [{ qtMs: 400, heartRate: 160 }, 'qtMs'],
  ])('%j is a problem with %s', (request, field) => {
    expect(correctedQt(request)).toMatchObject({ error: { field } });
  });
});

describe('vital signs by age', () => {
  test.each([
    [{ ageDays: 10 }, 'neonate', 60],
    [{ ageMonths: 6 }, 'infant', 70],
    [{ ageYears: 1 }, 'toddler', 72],
    [{ ageYears: 4 }, 'preschool', 78],
    [{ ageYears: 9 }, 'school age', 88],
    [{ ageYears: 10 }, 'school age', 90],
    [{ ageYears: 15 }, 'adolescent', 90],
  ])('%j is %s, hypotensive below %i', (request, group, lowestSystolic) => {
    expect(vitalRanges(request)).toMatchObject({ group, lowestSystolic });
  });
  test('not for adults, not without an age', () => {
    expect(vitalRanges({ ageYears: 18 })).toMatchObject({ error: { field: 'ageYears' } });
    expect(vitalRanges({})).toMatchObject({ error: { field: 'ageDays' } });
  });
});
