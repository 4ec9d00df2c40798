import { describe, expect, it } from 'vitest';
import { builtInSchedule } from './built-in/built-in-schedule.ts';
import { forecastImmunizations } from './forecast-immunizations.ts';
import { prepareSchedule } from './prepared-schedule.ts';

const schedule = prepareSchedule(await builtInSchedule());
const right = { dob: '2020-01-10', gender: 'F', assessmentDate: '2021-01-10', doses: [] };
const field = (change: object) => {
  const answer = forecastImmunizations({ ...right, ...change }, schedule);
  return 'error' in answer ? answer.error.field : 'answered';
};

describe('input that cannot be worked on', () => {
  it('is answered with the field', () => {
    expect(field({})).toBe('answered');
    expect(field({ dob: undefined })).toBe('dob');
    expect(field({ dob: '2020-02-30' })).toBe('dob');
    expect(field({ gender: undefined })).toBe('gender');
    expect(field({ gender: 'girl' })).toBe('gender');
    expect(field({ assessmentDate: '2019-12-31' })).toBe('assessmentDate');
    expect(field({ assessmentDate: null })).toBe('assessmentDate');
    expect(field({ doses: undefined })).toBe('doses');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '20' }, { cvx: '20' }] })).toBe('doses[1].date');
    expect(field({ doses: [{ date: '2019-03-10', cvx: '20' }] })).toBe('doses[0].date');
    expect(field({ doses: [{ date: '2021-01-11', cvx: '20' }] })).toBe('doses[0].date');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '777' }] })).toBe('doses[0].cvx');
    expect(field({ doses: [{ date: '2020-03-10', cvx: 'DTaP' }] })).toBe('doses[0].cvx');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '999' }] })).toBe('doses[0].cvx');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '998' }] })).toBe('doses[0].cvx');
    expect(field({ dob: '1850-01-10' })).toBe('dob');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '20', mvx: 5 }] })).toBe('doses[0].mvx');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '20', recall: 'yes' }] })).toBe('doses[0].recall');
    expect(field({ doses: [{ date: '2020-03-10', cvx: '20', lotExpiration: '12/2020' }] })).toBe(
      'doses[0].lotExpiration',
    );
    expect(field({ doses: ['20'] })).toBe('doses[0]');
    expect(field({ observations: ['9999'] })).toBe('observations[0]');
    expect(field({ observations: [{ code: '007', date: 'May' }] })).toBe('observations[0].date');
    expect(field({ observations: '007' })).toBe('observations');
    expect(field({ birthCountry: 1 })).toBe('birthCountry');
  });

  it('reads codes however they are written, and products no schedule asks for', () => {
    const dose = (cvx: unknown, rest: object = {}) => {
      const answer = forecastImmunizations(
        { ...right, doses: [{ date: '2020-03-10', cvx, ...rest }] },
        schedule,
      );
      return 'error' in answer ? answer : answer.doses[0];
    };
    expect(dose(8)).toMatchObject({ cvx: '08', evaluations: [{ antigen: 'HepB', status: 'valid' }] });
    expect(dose('008')).toMatchObject({ cvx: '08' });
    expect(dose('19')).toMatchObject({ cvx: '19', evaluations: [] });
    expect(dose('174')).toMatchObject({ cvx: '174', evaluations: [], unjudged: ['Cholera'] });
    expect(dose('20', { mvx: 'skb' })).toMatchObject({ mvx: 'SKB' });
    const status = (lotExpiration: string) => dose('10', { lotExpiration });
    expect(status('2020-03')).toMatchObject({ evaluations: [{ status: 'valid' }] });
    expect(status('2020-02')).toMatchObject({
      evaluations: [{ status: 'sub-standard', reason: 'dose condition' }],
    });
    expect(status('2020-03-09')).toMatchObject({ evaluations: [{ status: 'sub-standard' }] });
  });
});
