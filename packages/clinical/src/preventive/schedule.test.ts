/** Well visits, screenings and alerts: known ages, any date, any order, leap days. */
import { addDays, ageOn } from '@keychart/fhir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../finding.ts';
import { alertRules } from './alert-rules.ts';
import { type Alert, type AlertInput, findAlerts, resultFact } from './alerts.ts';
import { addMonths } from './calendar.ts';
import { screeningsOf } from './done-screenings.ts';
import { dueScreenings, screenings } from './screenings.ts';
import { wellVisitState, wellVisits } from './well-visits.ts';

const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1960-01-01', days));

describe('well visits', () => {
  test('31 of them, in order, each overdue before the next is due', () => {
    const visits = wellVisits('2024-02-29');
    expect(visits).toHaveLength(31);
    expect(visits[10]).toEqual({ label: '24 months', due: '2026-02-28', overdue: '2026-05-30' });
    for (const [index, visit] of visits.entries()) {
      expect(visit.due < visit.overdue).toBe(true);
      if (index > 0) expect(visit.due >= visits[index - 1]!.overdue).toBe(true);
    }
  });

  test.each([
    ['2024-01-10', [], '2024-03-15', 'visit-due', '2 months'],
    ['2024-01-10', [], '2024-04-20', 'overdue-visit', '2 months'],
    ['2024-01-10', ['2024-03-05'], '2024-04-20', undefined, undefined],
    ['2024-01-10', ['2024-02-12'], '2024-04-20', 'overdue-visit', '2 months'],
    ['2018-06-01', ['2023-06-20'], '2024-07-01', 'visit-due', '6 years'],
    ['2018-06-01', ['2024-05-15'], '2024-07-01', undefined, undefined],
    ['2000-06-01', [], '2024-07-01', undefined, undefined],
  ])('born %s, visits %j, on %s: %s %s', (born, visits, on, kind, label) => {
    const state = wellVisitState(born, visits, on);
    expect([state.findings[0]?.kind, state.open?.label]).toEqual([kind, label]);
  });

  test('the order of visits does not matter, and one today closes what is open', () => {
    fc.assert(
      fc.property(date, fc.array(fc.nat(8000), { maxLength: 8 }), fc.nat(9000), (born, ages, age) => {
        const on = addDays(born, age);
        const visits = ages.map((days) => addDays(born, days));
        expect(wellVisitState(born, visits.toReversed(), on)).toEqual(wellVisitState(born, visits, on));
        expect(wellVisitState(born, [...visits, on], on).findings).toEqual([]);
      }),
    );
  });
});

describe('screenings', () => {
  const ids = (born: string, on: string, more: Partial<Parameters<typeof dueScreenings>[0]> = {}) =>
    dueScreenings({ birthDate: born, on, done: [], risks: [], ...more }).map(({ id }) => id);

  test('ids are unique and every line has a source', () => {
    expect(new Set(screenings.map(({ id }) => id)).size).toBe(screenings.length);
    for (const { source, severity } of screenings) {
      expect(source).toMatch(/20\d\d/);
      expect(severities).toContain(severity);
    }
  });

  test.each([
    ['2024-01-10', '2024-10-15', ['development'], ['autism', 'vision', 'hiv']],
    ['2024-01-10', '2025-07-15', ['development', 'autism'], ['lipids-child']],
    ['2024-01-10', '2025-01-15', ['anemia', 'lead', 'dental-home', 'fluoride-varnish'], ['autism']],
    [
      '2014-01-10',
      '2024-02-15',
      ['lipids-child', 'vision', 'hearing', 'blood-pressure'],
      ['depression-suicide'],
    ],
    ['2009-01-10', '2024-02-15', ['depression-suicide', 'hiv', 'substance-use', 'anxiety-child'], ['lead']],
    [
      '1970-01-10',
      '2024-02-15',
      ['colorectal-cancer', 'hepatitis-c', 'blood-pressure-adult'],
      ['breast-cancer', 'lung-cancer'],
    ],
  ])('born %s, on %s: %j are due, %j are not', (born, on, due, not) => {
    const found = ids(born, on);
    for (const id of due) expect(found).toContain(id);
    for (const id of not) expect(found).not.toContain(id);
  });

  test('sex and risks decide', () => {
    expect(ids('1970-01-10', '2024-02-15', { sex: 'female' })).toContain('breast-cancer');
    expect(ids('1970-01-10', '2024-02-15', { sex: 'male' })).not.toContain('breast-cancer');
    expect(ids('1970-01-10', '2024-02-15', { risks: ['smoking-20-pack-years'] })).toContain('lung-cancer');
    expect(ids('2006-01-10', '2024-02-15', { sex: 'female' })).not.toContain('chlamydia-gonorrhea');
  });

  test('what was done holds for its interval, or for as long as it says', () => {
    const since = (done: string, goodForMonths?: number) =>
      ids('1970-01-10', '2024-02-15', {
        done: [
          { id: 'colorectal-cancer', date: done, ...(goodForMonths === undefined ? {} : { goodForMonths }) },
        ],
      }).includes('colorectal-cancer');
    expect(since('2023-03-01')).toBe(false);
    expect(since('2023-02-01')).toBe(true);
    expect(since('2016-02-01', 120)).toBe(false);
  });

  test('a fresh result closes any screening, and nothing is due before its age', () => {
    fc.assert(
      fc.property(date, fc.nat(32_000), (born, age) => {
        const on = addDays(born, age);
        const input = {
          birthDate: born,
          on,
          done: [],
          risks: ['overweight', 'sexually-active'],
          sex: 'female' as const,
        };
        const due = dueScreenings(input);
        for (const { due: since } of due) expect(since >= born && since <= on).toBe(true);
        const done = due.map(({ id }) => ({ id, date: on }));
        expect(dueScreenings({ ...input, done })).toEqual([]);
      }),
    );
  });

  test('reads results and questionnaires', () => {
    expect(
      screeningsOf({
        resourceType: 'Observation',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
        effectiveDateTime: '2025-01-20T10:00:00Z',
      }),
    ).toEqual([{ id: 'anemia', date: '2025-01-20' }]);
    expect(
      screeningsOf({
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        questionnaire: 'http://loinc.org/q/69737-5',
        authored: '2025-01-20',
      }).map(({ id }) => id),
    ).toContain('anxiety-child');
    expect(screeningsOf({ resourceType: 'Observation', status: 'entered-in-error', code: {} })).toEqual([]);
  });
});

describe('alerts', () => {
  const alerts = (input: Partial<AlertInput>): readonly Alert[] => {
    const found = findAlerts({ birthDate: '2014-01-10', on: '2024-02-15', visits: ['2024-01-20'], ...input });
    if ('error' in found) throw new Error(found.error.message);
    return found;
  };
  const first = (input: Partial<AlertInput>, kind: string) =>
    alerts(input).find((each) => each.kind === kind);

  test('rules have ids of their own, and their reasons only fields in braces', () => {
    expect(new Set(alertRules.map(({ id }) => id)).size).toBe(alertRules.length);
    for (const { reason, source } of alertRules) {
      expect(reason.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
      expect(source).not.toBe('');
    }
  });

  test.each([
    [{ about: 'bmi', years: 10, percentile: 99.4, percentOf95: 128 }, 'bmi-follow-up', 'moderate', 'class 2'],
    [{ about: 'bmi', years: 10, percentile: 96, percentOf95: 103 }, 'bmi-follow-up', 'moderate', '96'],
    [{ about: 'bmi', years: 10, percentile: 90, percentOf95: 95 }, 'bmi-follow-up', 'low', 'overweight'],
    [{ about: 'bmi', years: 10, percentile: 50, percentOf95: 80 }, 'bmi-follow-up', undefined, ''],
    [
      { about: 'blood-pressure', years: 10, stage: 'stage1', daysSince: 3, visits: 1 },
      'bp-follow-up',
      'moderate',
      '1 to 2 weeks',
    ],
    [
      { about: 'blood-pressure', years: 10, stage: 'stage1', daysSince: 3, visits: 3 },
      'bp-follow-up',
      'high',
      '3 visits',
    ],
    [
      { about: 'blood-pressure', years: 10, stage: 'stage2', daysSince: 30 },
      'bp-follow-up',
      'high',
      '30 days',
    ],
    [{ about: 'blood-pressure', years: 10, stage: 'normal' }, 'bp-follow-up', undefined, ''],
    [
      { about: 'immunization', vaccine: 'MMR', status: 'overdue', since: '2020-01-01' },
      'immunization-due',
      'moderate',
      'MMR',
    ],
  ] as const)('%j', (fact, kind, severity, words) => {
    const alert = first({ facts: [fact] }, kind);
    expect(alert?.severity).toBe(severity);
    expect(alert?.reason ?? '').toContain(words);
  });

  test('a result that is flagged and not acknowledged', () => {
    const result = {
      resourceType: 'Observation',
      id: 'k1',
      status: 'final',
      code: { text: 'Potassium' },
      interpretation: [{ coding: [{ code: 'HH' }] }],
      effectiveDateTime: '2024-02-14',
    } as const;
    const mutable = JSON.parse(JSON.stringify(result));
    const fact = resultFact(mutable, false, '2024-02-15')!;
    expect(first({ facts: [fact] }, 'result-unacknowledged')).toMatchObject({
      severity: 'high',
      about: 'Observation/k1',
      key: 'result-critical:Observation/k1',
      reason: expect.stringContaining('Potassium'),
    });
    expect(first({ facts: [{ ...fact, acknowledged: true }] }, 'result-unacknowledged')).toBeUndefined();
  });

  test('findings of other rooms come through, the most severe first, with keys that do not change', () => {
    const dose = { kind: 'dose', severity: 'high', reason: 'Too much.', source: 'label' } as const;
    const once = alerts({ findings: [dose], visits: [] });
    expect(once[0]).toMatchObject({ kind: 'dose', severity: 'high' });
    expect(alerts({ findings: [dose], visits: [], on: '2024-02-16' }).map(({ key }) => key)).toEqual(
      once.map(({ key }) => key),
    );
    expect(new Set(once.map(({ key }) => key)).size).toBe(once.length);
  });

  test.each([
    [{ birthDate: '2014' }, 'birthDate'],
    [{ birthDate: '2014-02-30' }, 'birthDate'],
    [{ on: 'today' }, 'on'],
    [{ on: '2013-01-01' }, 'on'],
    [{ visits: ['2012-01-01'] }, 'visits[0]'],
    [{ screenings: [{ id: 'lead', date: '2015' }] }, 'screenings[0].date'],
  ])('%j is a problem at %s', (change, field) => {
    expect(findAlerts({ birthDate: '2014-01-10', on: '2024-02-15', ...change })).toMatchObject({
      error: { field },
    });
  });
});

test('months are added by the calendar, as ages are counted', () => {
  expect(addMonths('2024-08-31', 6)).toBe('2025-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  fc.assert(
    fc.property(date, fc.nat(1200), (born, months) => {
      expect(ageOn(born, addMonths(born, months))?.months).toBe(months);
      const dayBefore = addDays(addMonths(born, months), -1);
      if (months > 0) expect(ageOn(born, dayBefore)?.months).toBe(months - 1);
    }),
  );
});
