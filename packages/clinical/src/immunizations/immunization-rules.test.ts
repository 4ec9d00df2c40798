/** The chapters of the specification one by one, over a schedule small enough to see through. */
import { describe, expect, it } from 'vitest';
import { isInputProblem } from '../input-problem.ts';
import { forecastImmunizations, type ImmunizationAnswer } from './forecast-immunizations.ts';
import { prepareSchedule } from './prepared-schedule.ts';
import type { AntigenRule, ConflictRule, DoseRule, Schedule, SeriesRule } from './schedule.ts';

const dose = (number: number, rule: Omit<DoseRule, 'number'> = {}): DoseRule => ({
  number,
  preferable: ['10*'],
  allowable: ['89'],
  ...rule,
});
type SeriesChange = Partial<Omit<SeriesRule, 'isDefault'>>;
const another = (doses: readonly DoseRule[], rule: SeriesChange = {}): SeriesRule => ({
  name: 'routine',
  type: 'standard',
  group: '1',
  priority: 'A',
  preference: 1,
  doses,
  ...rule,
});
const series = (doses: readonly DoseRule[], rule: SeriesChange = {}): SeriesRule => ({
  ...another(doses, rule),
  isDefault: true,
});
const scheduleOf = (
  all: readonly SeriesRule[],
  rest: Partial<AntigenRule> = {},
  conflicts: readonly ConflictRule[] = [],
) =>
  prepareSchedule({
    format: 'keychart-schedule-1',
    name: 'small',
    issued: '2026-01-01',
    source: 'made up',
    vaccines: { '10': ['Polio'], '89': ['Polio'], '02': ['Polio'], '03': [] },
    groups: [{ name: 'Polio', antigens: ['Polio'] }],
    conflicts,
    observations: { '001': { title: 'one' }, '002': { title: 'two' } },
    antigens: [{ antigen: 'Polio', group: 'Polio', series: all, ...rest }],
  } satisfies Schedule);

const forecast = (
  schedule: ReturnType<typeof scheduleOf>,
  dates: readonly (string | { date: string; cvx?: string; recall?: boolean })[],
  rest: object = {},
): ImmunizationAnswer => {
  const answer = forecastImmunizations(
    {
      dob: '2020-01-10',
      gender: 'F',
      assessmentDate: '2022-01-10',
      doses: dates.map((each) => ({ cvx: '10', ...(typeof each === 'string' ? { date: each } : each) })),
      ...rest,
    },
    schedule,
  );
  if (isInputProblem(answer)) throw new Error(`${answer.error.field} ${answer.error.message}`);
  return answer;
};
const statuses = ({ doses }: ImmunizationAnswer) => doses.map(({ evaluations }) => evaluations[0]?.status);
const reasons = ({ doses }: ImmunizationAnswer) => doses.map(({ evaluations }) => evaluations[0]?.reason);

const two = [
  dose(1, {
    ages: [{ absoluteMinimum: '6w-4d', minimum: '6w', recommended: '2m', overdue: '3m', maximum: '5y' }],
  }),
  dose(2, {
    ages: [{ recommended: '4m', maximum: '5y' }],
    intervals: [{ from: 'previous', absoluteMinimum: '4w-4d', minimum: '4w', recommended: '8w' }],
  }),
];

describe('evaluation (§6)', () => {
  it('judges age: too young, in the grace period, valid, too old', () => {
    const schedule = scheduleOf([series(two)]);
    const rest = { assessmentDate: '2026-01-10' };
    expect(reasons(forecast(schedule, ['2020-02-16'], rest))).toEqual(['age: too young']);
    expect(reasons(forecast(schedule, ['2020-02-17'], rest))).toEqual(['age: grace period']);
    expect(reasons(forecast(schedule, ['2020-02-21'], rest))).toEqual([undefined]);
    const old = forecast(schedule, ['2025-01-10'], rest);
    expect([statuses(old), reasons(old)]).toEqual([['extraneous'], ['age: too old']]);
  });

  it('judges the interval from the dose before, also from one that was not valid', () => {
    const schedule = scheduleOf([series(two)]);
    expect(reasons(forecast(schedule, ['2020-03-10', '2020-04-02']))).toEqual([
      undefined,
      'interval: too soon',
    ]);
    expect(reasons(forecast(schedule, ['2020-03-10', '2020-04-03']))).toEqual([
      undefined,
      'interval: grace period',
    ]);
    expect(statuses(forecast(schedule, ['2020-03-10', '2020-03-20', '2020-04-10']))).toEqual([
      'valid',
      'not valid',
      'not valid',
    ]);
  });

  it('accepts an allowable interval where the preferable one is missed, and counts from a target dose', () => {
    const third = dose(3, {
      intervals: [
        { from: 'previous', absoluteMinimum: '8w', minimum: '8w' },
        { from: 'dose 1', absoluteMinimum: '6m', minimum: '6m' },
      ],
      allowableIntervals: [{ from: 'dose 1', absoluteMinimum: '4m' }],
    });
    const schedule = scheduleOf([series([...two, third])]);
    expect(reasons(forecast(schedule, ['2020-03-10', '2020-05-10', '2020-07-10']))[2]).toBe(
      'interval: allowable',
    );
    expect(reasons(forecast(schedule, ['2020-03-10', '2020-05-10', '2020-07-09']))[2]).toBe(
      'interval: too soon',
    );
  });

  it('tells a vaccine that was not meant, one out of its ages, and one given by mistake', () => {
    const rules = [dose(1, { allowable: ['89@1y'], inadvertent: ['02'] })];
    const schedule = scheduleOf([series(rules)]);
    expect(reasons(forecast(schedule, [{ date: '2020-03-10', cvx: '89' }]))).toEqual([
      'not a preferable or allowable vaccine',
    ]);
    expect(statuses(forecast(schedule, [{ date: '2021-03-10', cvx: '89' }]))).toEqual(['valid']);
    expect(reasons(forecast(schedule, [{ date: '2020-03-10', cvx: '02' }]))).toEqual(['inadvertent vaccine']);
  });

  it('does not count a recalled dose, whatever else it is', () => {
    const answer = forecast(scheduleOf([series(two)]), [{ date: '2020-03-10', recall: true }]);
    expect(statuses(answer)).toEqual(['sub-standard']);
    expect(answer.groups[0]?.doseNumber).toBe(1);
  });

  it('calls what comes after the last dose extraneous, and goes on with a recurring one', () => {
    const done = ['2020-03-10', '2020-05-10', '2020-08-10'];
    expect(statuses(forecast(scheduleOf([series(two)]), done))).toEqual(['valid', 'valid', 'extraneous']);
    const again = dose(2, { intervals: [{ from: 'previous', minimum: '4w' }], recurring: true });
    const answer = forecast(scheduleOf([series([two[0]!, again])]), done);
    expect(statuses(answer)).toEqual(['valid', 'valid', 'valid']);
    expect(answer.groups[0]).toMatchObject({ status: 'not complete', doseNumber: 4, earliest: '2020-09-07' });
  });

  it('keeps live vaccines apart: not the same day, not 24 days later, longer after one that was not valid', () => {
    const conflict = {
      impacted: ['10'],
      conflicting: ['03', '10'],
      begin: '1d',
      minimumEnd: '24d',
      end: '28d',
    };
    const schedule = scheduleOf([series([two[0]!])], {}, [conflict]);
    const given = (day: string) =>
      statuses(
        forecast(schedule, [
          { date: '2020-03-10', cvx: '03' },
          { date: day, cvx: '10' },
        ]),
      )[1];
    expect([given('2020-03-10'), given('2020-03-11'), given('2020-04-02'), given('2020-04-03')]).toEqual([
      'valid',
      'not valid',
      'not valid',
      'valid',
    ]);
    expect(statuses(forecast(schedule, ['2020-02-16', '2020-03-14']))).toEqual(['not valid', 'not valid']);
    expect(statuses(forecast(schedule, ['2020-02-16', '2020-03-15']))).toEqual(['not valid', 'valid']);
  });

  it('applies a rule only while it is in force', () => {
    const changed = dose(1, {
      ages: [
        { absoluteMinimum: '2m', ceased: '2020-03-31' },
        { absoluteMinimum: '3m', effective: '2020-04-01' },
      ],
    });
    const schedule = scheduleOf([series([changed])]);
    expect(statuses(forecast(schedule, ['2020-03-20']))).toEqual(['valid']);
    expect(statuses(forecast(schedule, ['2020-04-05']))).toEqual(['not valid']);
  });
});

describe('skipping a dose (§6.2, §7.1, §7.6)', () => {
  const skipping = (...skip: NonNullable<DoseRule['skip']>) => {
    const [first, second] = two;
    return scheduleOf([
      series([first!, { ...second!, skip }, dose(3, { intervals: [{ from: 'previous', minimum: '6m' }] })]),
    ]);
  };

  it('skips by age at the dose and by age at the forecast', () => {
    const schedule = skipping({ when: 'both', sets: [{ conditions: [{ kind: 'age', from: '1y' }] }] });
    const answer = forecast(schedule, ['2020-03-10', '2021-03-10']);
    expect(answer.doses[1]?.evaluations[0]).toMatchObject({ status: 'valid', target: 3 });
    expect(answer.groups[0]?.status).toBe('complete');
    expect(forecast(schedule, ['2020-03-10']).groups[0]).toMatchObject({
      doseNumber: 2,
      earliest: '2020-09-10',
    });
  });

  it('looks ahead: what would be skipped on the day it is due is not forecast', () => {
    const schedule = skipping({ when: 'forecast', sets: [{ conditions: [{ kind: 'age', from: '1y' }] }] });
    const answer = forecast(schedule, ['2020-12-20'], { assessmentDate: '2020-12-20' });
    expect(answer.groups[0]).toMatchObject({ doseNumber: 2, earliest: '2021-06-20' });
  });

  it('counts doses: all of them or valid ones, before a day, in all or any of the conditions', () => {
    const count = { kind: 'count', is: 'more', than: 1, vaccines: '10 89', until: '1y' } as const;
    const schedule = skipping({
      when: 'both',
      sets: [{ all: true, conditions: [count, { kind: 'interval', period: '6m' }] }],
    });
    const dates = ['2020-02-01', '2020-03-10', '2020-09-10'];
    expect(forecast(schedule, dates).doses[2]?.evaluations[0]?.target).toBe(3);
    const valid = skipping({ when: 'both', sets: [{ conditions: [{ ...count, validOnly: true }] }] });
    expect(forecast(valid, dates).doses[2]?.evaluations[0]?.target).toBe(2);
  });
});

describe('forecast (§7)', () => {
  it('gives earliest, recommended, past due, latest', () => {
    expect(forecast(scheduleOf([series(two)]), []).groups[0]).toMatchObject({
      status: 'not complete',
      doseNumber: 1,
      earliest: '2020-02-21',
      recommended: '2020-03-10',
      pastDue: '2020-04-09',
      latest: '2025-01-09',
      vaccines: ['10'],
    });
  });

  it('never forecasts before the last dose, valid or not', () => {
    const answer = forecast(scheduleOf([series(two)]), ['2020-02-10']);
    expect(answer.groups[0]).toMatchObject({ doseNumber: 1, earliest: '2020-02-21' });
    const late = forecast(scheduleOf([series([dose(1, { allowable: [], preferable: ['89'] })])]), [
      '2021-05-05',
    ]);
    expect(late.groups[0]?.earliest).toBe('2021-05-05');
  });

  it('tells immunity from findings and from the year of birth, unless excluded', () => {
    const immunity = {
      observations: ['001'],
      births: [{ before: '2021-01-01', country: 'US', unless: ['002'] }],
    };
    const schedule = scheduleOf([series(two)], { immunity });
    const status = (rest: object) => forecast(schedule, [], rest).groups[0]?.status;
    expect(status({})).toBe('immune');
    expect(status({ birthCountry: 'FR' })).toBe('not complete');
    expect(status({ observations: ['002'] })).toBe('not complete');
    expect(status({ birthCountry: 'FR', observations: ['001'] })).toBe('immune');
  });

  it('tells contraindications of the antigen, and of every vaccine that could be given', () => {
    const antigen = scheduleOf([series(two)], { contraindications: ['001@0d..1y'] });
    expect(
      forecast(antigen, [], { observations: ['001'], assessmentDate: '2020-06-01' }).groups[0]?.status,
    ).toBe('contraindicated');
    expect(forecast(antigen, [], { observations: ['001'] }).groups[0]?.status).toBe('not complete');
    const vaccine = scheduleOf([series(two)], { vaccineContraindications: { '001': ['10'] } });
    expect(forecast(vaccine, [], { observations: ['001'] }).groups[0]?.status).toBe('contraindicated');
  });

  it('tells who has grown too old, now or before the series could be finished', () => {
    const schedule = scheduleOf([series(two)]);
    expect(forecast(schedule, [], { assessmentDate: '2025-01-10' }).groups[0]?.reasons).toEqual([
      'patient has exceeded the maximum age',
    ]);
    const last = forecast(schedule, ['2025-01-01'], { assessmentDate: '2025-01-02' });
    expect(last.groups[0]).toMatchObject({
      status: 'aged out',
      reasons: ['patient is unable to finish the series prior to the maximum age'],
    });
  });

  it('keeps to a season, and to the next one where it comes back every year', () => {
    const season = { start: '2020-10-01', end: '2021-03-31' };
    const past = scheduleOf([series([dose(1, { season })])]);
    expect(forecast(past, []).groups[0]?.reasons).toEqual(['past seasonal recommendation end date']);
    const yearly = scheduleOf([series([dose(1, { season: { ...season, yearly: true }, recurring: true })])]);
    const at = (assessmentDate: string, dates: string[] = []) =>
      forecast(yearly, dates, { assessmentDate }).groups[0];
    expect(at('2022-01-10')?.earliest).toBe('2021-10-01');
    expect(at('2022-07-01')?.earliest).toBe('2022-10-01');
    expect(at('2022-01-10', ['2020-11-01'])?.doseNumber).toBe(1);
  });
});

describe('best series (§5, §8)', () => {
  const risk = (rule: SeriesChange) =>
    another([dose(1, { ages: [{ minimum: '2y' }] })], {
      name: 'at risk',
      type: 'risk',
      group: '2',
      ...rule,
    });

  it('takes a risk series only with its observation, at its ages, beside or instead of the routine one', () => {
    const beside = scheduleOf([series(two), risk({ indications: ['001@0d..18y'] })]);
    expect(forecast(beside, []).groups.map(({ seriesType }) => seriesType)).toEqual(['standard']);
    expect(
      forecast(beside, [], { observations: ['001'] }).groups.map(({ seriesType }) => seriesType),
    ).toEqual(['risk', 'standard']);
    const instead = scheduleOf([series(two, { equivalentGroups: ['2'] }), risk({ indications: ['001'] })]);
    expect(
      forecast(instead, [], { observations: ['001'] }).groups.map(({ series: names }) => names[0]),
    ).toEqual(['at risk']);
  });

  it('forecasts ahead the series of an indication that is still to begin, when nothing else applies', () => {
    const schedule = scheduleOf([risk({ indications: ['001@2y'] })]);
    const young = { observations: ['001'], assessmentDate: '2021-01-10' };
    expect(forecast(schedule, [], young).groups[0]).toMatchObject({
      status: 'not complete',
      earliest: '2022-01-10',
    });
    expect(forecast(schedule, [], { assessmentDate: '2021-01-10' }).groups).toEqual([]);
  });

  it('prefers the complete series, then the higher priority among risk series', () => {
    const short = another([two[0]!], { name: 'short', preference: 2 });
    expect(forecast(scheduleOf([series(two), short]), ['2020-03-10']).groups[0]).toMatchObject({
      series: ['short'],
      status: 'complete',
    });
    const both = scheduleOf([
      risk({ name: 'B', priority: 'B', indications: ['001'] }),
      risk({ name: 'A', priority: 'A', indications: ['001'] }),
    ]);
    expect(forecast(both, [], { observations: ['001'] }).groups[0]?.series).toEqual(['A']);
  });

  it('keeps a series to the gender it is meant for', () => {
    const schedule = scheduleOf([series(two, { genders: ['M'] })]);
    expect(forecast(schedule, []).groups).toEqual([]);
    expect(forecast(schedule, [], { gender: 'M' }).groups).toHaveLength(1);
  });
});

describe('vaccine groups (§9)', () => {
  const group = (full: boolean, first: DoseRule[], second: DoseRule[]) =>
    prepareSchedule({
      format: 'keychart-schedule-1',
      name: 'small',
      issued: '2026-01-01',
      source: 'made up',
      vaccines: { '10': ['A', 'B'], '89': ['A'] },
      groups: [{ name: 'AB', antigens: ['A', 'B'], ...(full ? { administerFullGroup: true as const } : {}) }],
      conflicts: [],
      observations: {},
      antigens: [
        { antigen: 'A', group: 'AB', series: [series(first)] },
        { antigen: 'B', group: 'AB', series: [series(second)] },
      ],
    });
  const after = (months: string, priority = false) =>
    dose(2, {
      preferable: ['10', '89'],
      intervals: [
        {
          from: 'previous',
          minimum: months,
          recommended: '8m',
          ...(priority ? { priority: true as const } : {}),
        },
      ],
    });

  it('wait for the later antigen, ask for what protects against all, and number by the group', () => {
    const first = [dose(1), after('2m'), { ...after('1m'), number: 3 }];
    const second = first.map((each) => ({ ...each, preferable: ['10'] }));
    const given = ['2020-03-10', { date: '2020-06-10', cvx: '89' }] as const;
    const answer = forecast(group(true, first, second), given);
    // A has two doses, B one: the earliest is the later of the two days, the number that of the one behind.
    expect(answer.groups[0]).toMatchObject({
      status: 'not complete',
      doseNumber: 2,
      earliest: '2020-07-10',
      antigens: ['A', 'B'],
      vaccines: ['10'],
    });
    expect(forecast(group(false, first, second), given).groups[0]?.doseNumber).toBe(3);
  });

  it('go by the earlier antigen where its interval has priority', () => {
    const answer = forecast(group(true, [dose(1), after('2m', true)], [dose(1), after('6m')]), [
      '2020-03-10',
    ]);
    expect(answer.groups[0]?.earliest).toBe('2020-05-10');
  });

  it('are complete when all is, and otherwise as the first of the statuses that stands in the way', () => {
    const done = [dose(1)];
    const past = [dose(1), dose(2, { ages: [{ maximum: '6m' }] })];
    expect(forecast(group(true, done, done), ['2020-03-10']).groups[0]?.status).toBe('complete');
    expect(forecast(group(true, done, [dose(1), after('1m')]), ['2020-03-10']).groups[0]?.status).toBe(
      'not complete',
    );
    expect(forecast(group(true, [dose(1), after('1m')], past), ['2020-03-10']).groups[0]?.status).toBe(
      'aged out',
    );
  });
});
