/** Doses: the tables are whole, known orders come out right, a tenfold error never passes, bad input is named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculateDose } from './calculate-dose.ts';
import { checkDose, type DoseFinding } from './check-dose.ts';
import { doseRules } from './dose-rule.ts';
import { measurableStep, measurableVolume } from './dose-volume.ts';
import { findDrug } from './drug.ts';

const YEAR = 365.25;
const check = (request: Record<string, unknown>): DoseFinding => {
  const answer = checkDose(request);
  if ('error' in answer) throw new Error(`${answer.error.field} ${answer.error.message}`);
  return answer;
};
const order = (
  drug: string,
  weightKg: number,
  years: number,
  perDose: number,
  timesPerDay: number,
  unit = 'mg',
) => check({ drug, weightKg, ageDays: Math.round(years * YEAR), perDose, timesPerDay, unit });

describe('tables', () => {
  test('at least 50 drugs, each known by name, with a range that is one and a source', () => {
    expect(new Set(doseRules.map(({ drug }) => drug)).size).toBeGreaterThanOrEqual(50);
    for (const rule of doseRules) {
      const at = `${rule.drug}, ${rule.use}`;
      expect(findDrug(rule.drug)?.name, at).toBe(rule.drug);
      expect(rule.range[0] > 0 && rule.range[0] <= rule.range[1], at).toBe(true);
      expect(rule.ageDays[0] < rule.ageDays[1] && rule.weightKg[0] < rule.weightKg[1], at).toBe(true);
      expect(rule.timesPerDay[0] <= rule.timesPerDay[1], at).toBe(true);
      expect((rule.maxPerDose ?? 0) <= (rule.maxPerDay ?? Number.POSITIVE_INFINITY), at).toBe(true);
      expect(rule.source, at).not.toBe('');
      expect(new Set(doseRules.filter(({ drug }) => drug === rule.drug).map(({ unit }) => unit)).size).toBe(
        1,
      );
    }
  });
});

describe('orders', () => {
  test.each([
    ['amoxicillin', 10, 1.5, 450, 2, 'within range'],
    ['amoxicillin', 10, 1.5, 4500, 2, 'too high'],
    ['amoxicillin', 10, 1.5, 20, 2, 'too low'],
    ['Augmentin', 70, 30, 875, 2, 'within range'],
    ['Tylenol', 12, 2, 160, 4, 'within range'],
    ['acetaminophen', 12, 2, 180, 6, 'too high'],
    ['acetaminophen', 80, 40, 1000, 5, 'too high'],
    ['ibuprofen', 5, 0.3, 50, 3, 'too young'],
    ['ibuprofen', 20, 6, 200, 4, 'within range'],
    ['Zithromax', 20, 6, 200, 1, 'within range'],
    ['azithromycin', 20, 6, 200, 3, 'too high'],
    ['cefdinir', 10, 1, 70, 2, 'within range'],
    ['oseltamivir', 14, 2.5, 30, 2, 'within range'],
    ['oseltamivir', 14, 2.5, 75, 2, 'too high'],
    ['prednisolone', 15, 4, 15, 2, 'within range'],
    ['ondansetron', 20, 6, 4, 1, 'within range'],
    ['cetirizine', 9, 0.8, 5, 1, 'too high'],
    ['methylphenidate', 25, 8, 18, 1, 'within range'],
    ['escitalopram', 40, 5, 10, 1, 'too young'],
    ['codeine', 25, 8, 15, 3, 'too young'],
    ['metformin', 60, 14, 500, 2, 'within range'],
  ])('%s, %d kg, %d years, %d mg × %d: %s', (drug, kg, years, perDose, times, verdict) => {
    expect(order(drug, kg, years, perDose, times).verdict).toBe(verdict);
  });

  test('shows its sums', () => {
    const { arithmetic } = check({
      drug: 'amoxicillin',
      weightKg: 10,
      ageDays: 500,
      perDose: 5.5,
      unit: 'mL',
      concentration: '400 mg/5 mL',
      timesPerDay: 2,
    });
    expect(arithmetic).toEqual([
      '5.5 mL × 400 mg/5 mL = 440 mg',
      '440 mg ÷ 10 kg = 44 mg/kg per dose',
      '440 mg × 2 per day = 880 mg per day = 88 mg/kg per day',
      '440 mg ÷ 80 mg/mL = 5.5 mL, measured as 5.5 mL (440 mg)',
      expect.stringContaining('80–90 mg/kg per day × 10 kg = 800–900 mg per day'),
    ]);
  });

  test('a weight in pounds is noticed', () => {
    expect(order('amoxicillin', 44, 1, 900, 2).also).toContainEqual(
      expect.objectContaining({ kind: 'weight' }),
    );
  });

  test('units of mass convert', () => {
    const [mg, mcg, g] = [
      order('levothyroxine', 10, 1.5, 0.05, 1),
      order('levothyroxine', 10, 1.5, 50, 1, 'mcg'),
      order('levothyroxine', 10, 1.5, 0.00005, 1, 'g'),
    ];
    expect([mg.verdict, mcg.verdict, g.verdict]).toEqual(Array(3).fill('within range'));
  });
});

/** A rule and a patient it is for. */
const patient = fc
  .tuple(
    fc.constantFrom(...doseRules),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([rule, age, weight]) => {
    const [young, old] = rule.ageDays;
    const [light, heavy] = rule.weightKg;
    const between = (from: number, to: number, part: number) => from + (to - from) * part * 0.999;
    return {
      rule,
      drug: rule.drug,
      ageDays: Math.floor(between(young, Math.min(old, 60 * YEAR), age)),
      weightKg: between(Math.max(light, 2), Math.min(heavy, 90), weight),
    };
  });

describe('properties', () => {
  test('what the calculator proposes passes the check', () => {
    fc.assert(
      fc.property(patient, ({ drug, ageDays, weightKg }) => {
        const proposals = calculateDose({ drug, ageDays, weightKg });
        if (!Array.isArray(proposals)) throw new Error(JSON.stringify(proposals));
        expect(proposals.length).toBeGreaterThan(0);
        for (const { perDose, unit, timesPerDay } of proposals)
          expect(check({ drug, ageDays, weightKg, perDose, unit, timesPerDay }).verdict).toBe('within range');
      }),
    );
  });

  test('ten times the most of any use is always high, however often it is given', () => {
    fc.assert(
      fc.property(
        patient,
        fc.integer({ min: 1, max: 6 }),
        ({ rule, drug, ageDays, weightKg }, timesPerDay) => {
          const tops = doseRules
            .filter((each) => each.drug === drug)
            .map((each) => each.range[1] * (each.perKg ? weightKg : 1));
          const perDose = Math.max(...tops) * 10;
          const { verdict, severity } = check({
            drug,
            ageDays,
            weightKg,
            perDose,
            unit: rule.unit,
            timesPerDay,
          });
          expect([verdict, severity]).toEqual(['too high', 'high']);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a measured volume lies on a mark, within one step of the dose and never above the most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        (volume, most) => {
          const measured = measurableVolume(Math.min(volume, most), most);
          const step = measurableStep(Math.min(volume, most));
          expect(measured).toBeLessThanOrEqual(most + 1e-9);
          expect(Math.abs(measured - Math.min(volume, most))).toBeLessThanOrEqual(step + 1e-9);
          expect(Math.abs(measured / step - Math.round(measured / step))).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe('calculator', () => {
  test('rounds to what a syringe measures and says how', () => {
    const proposals = calculateDose({
      drug: 'amoxicillin',
      weightKg: 11.3,
      ageDays: 600,
      concentration: '400 mg/5 mL',
    });
    if (!Array.isArray(proposals)) throw new Error('no proposals');
    const ear = proposals.find(({ use }) => use.startsWith('ear infection'));
    expect(ear).toMatchObject({
      volumeMl: 6,
      perDose: 480,
      unit: 'mg',
      timesPerDay: 2,
      interval: '2–3 times a day, every 8–12 hours',
    });
  });

  test('names the field that is wrong', () => {
    expect(
      calculateDose({ drug: 'nystatin', weightKg: 5, ageDays: 60, concentration: '5 mg/1 mL' }),
    ).toMatchObject({
      error: { field: 'concentration' },
    });
  });
});

describe('bad input', () => {
  const good = { drug: 'amoxicillin', weightKg: 10, ageDays: 500, perDose: 400, unit: 'mg', timesPerDay: 2 };
  test.each([
    [{ drug: 'no such drug' }, 'drug'],
    [{ drug: undefined }, 'drug'],
    [{ drug: 'melatonin' }, 'drug'],
    [{ weightKg: -1 }, 'weightKg'],
    [{ weightKg: '10' }, 'weightKg'],
    [{ weightKg: Number.NaN }, 'weightKg'],
    [{ ageDays: -3 }, 'ageDays'],
    [{ ageDays: undefined }, 'ageDays'],
    [{ perDose: 0 }, 'perDose'],
    [{ perDose: '5 mL' }, 'perDose'],
    [{ unit: 'mg/kg/day' }, 'unit'],
    [{ unit: 'units' }, 'unit'],
    [{ unit: 'mL' }, 'concentration'],
    [{ unit: 'mL', concentration: '100 units/1 mL' }, 'concentration'],
    [{ concentration: 'strong' }, 'concentration'],
    [{ timesPerDay: 0 }, 'timesPerDay'],
    [{ timesPerDay: 100 }, 'timesPerDay'],
  ])('%j names %s', (change, field) => {
    expect(checkDose({ ...good, ...change })).toMatchObject({ error: { field } });
  });
});

describe('ways to write a dose', () => {
  const child = { drug: 'amoxicillin', weightKg: 12, ageDays: 730, timesPerDay: 2 };
  test.each([
    [{ perDose: 480, unit: 'mg' }],
    [{ perDose: 0.48, unit: 'g' }],
    [{ perDose: 480_000, unit: 'mcg' }],
    [{ perDose: 40, unit: 'mg/kg' }],
    [{ perDose: 6, unit: 'mL', concentration: '400 mg/5 mL' }],
    [{ drug: 'Amoxicillin 400 MG/5ML Oral Suspension', perDose: 6, unit: 'mL' }],
  ])('%j is 480 mg', (dose) => {
    const found = checkDose({ ...child, ...dose });
    expect(found).toMatchObject({ verdict: 'within range', drug: 'amoxicillin' });
    expect('arithmetic' in found && found.arithmetic).toContain('480 mg ÷ 12 kg = 40 mg/kg per dose');
  });

  test('a misspelled name is asked back, never gone on with', () => {
    const message = expect.stringContaining('is amoxicillin meant?');
    expect(checkDose({ ...child, drug: 'amoxicilin', perDose: 480, unit: 'mg' })).toEqual({
      error: { field: 'drug', message },
    });
  });
});

describe('a drug without ranges', () => {
  const teenager = { weightKg: 60, ageDays: 5500, perDose: 15, unit: 'mg', timesPerDay: 4 };
  test('is answered with what speaks against it at that age', () => {
    expect(checkDose({ ...teenager, drug: 'codeine', ageDays: 2500 })).toMatchObject({
      verdict: 'too young',
      severity: 'high',
    });
    expect(checkDose({ ...teenager, drug: 'codeine' })).toMatchObject({
      verdict: 'no range for this patient',
      severity: 'moderate',
      reason: expect.stringContaining('tonsillectomy'),
    });
    expect(checkDose({ ...teenager, drug: 'codeine', ageDays: 9000 })).toMatchObject({
      error: { field: 'drug' },
    });
  });

  test('does not hide a field that is wrong', () => {
    expect(checkDose({ ...teenager, drug: 'codeine', perDose: -15 })).toMatchObject({
      error: { field: 'perDose' },
    });
  });
});

test('grown-up doses of pain relievers are not for a light teenager', () => {
  const light = { weightKg: 30, ageDays: 4500, unit: 'mg', timesPerDay: 3 };
  expect(checkDose({ ...light, drug: 'ibuprofen', perDose: 800 })).toMatchObject({ verdict: 'too high' });
  expect(checkDose({ ...light, drug: 'ibuprofen', perDose: 300 })).toMatchObject({ verdict: 'within range' });
  expect(checkDose({ ...light, drug: 'naproxen', perDose: 500 })).toMatchObject({ verdict: 'too high' });
});
