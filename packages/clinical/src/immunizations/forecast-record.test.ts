import type { Condition, Immunization } from '@keychart/fhir';
import { describe, expect, it } from 'vitest';
import { builtInSchedule } from './built-in/built-in-schedule.ts';
import { forecastRecord, type ImmunizationRecord } from './forecast-record.ts';
import { prepareSchedule } from './prepared-schedule.ts';

const schedule = prepareSchedule(await builtInSchedule());
const cvx = 'http://hl7.org/fhir/sid/cvx';
const given = (code: string, occurrenceDateTime: string, rest: object = {}): Immunization => ({
  resourceType: 'Immunization',
  id: `${code}-${occurrenceDateTime}`,
  status: 'completed',
  patient: { reference: 'Patient/p' },
  vaccineCode: { coding: [{ system: cvx, code }] },
  occurrenceDateTime,
  ...rest,
});
const condition = (code: string, clinicalStatus: string, rest: object = {}): Condition => ({
  resourceType: 'Condition',
  id: code,
  subject: { reference: 'Patient/p' },
  clinicalStatus: { coding: [{ code: clinicalStatus }] },
  code: { coding: [{ system: 'http://snomed.info/sct', code }] },
  ...rest,
});
const forecast = (rest: Partial<ImmunizationRecord> = {}) => {
  const result = forecastRecord(
    {
      patient: { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '2024-01-10' },
      immunizations: [],
      assessmentDate: '2026-01-10',
      ...rest,
    },
    schedule,
  );
  if ('error' in result.answer) throw new Error(JSON.stringify(result.answer));
  return { ...result, answer: result.answer };
};
const status = (result: ReturnType<typeof forecast>, group: string) =>
  result.answer.groups.find((each) => each.group === group)?.status;

describe('the forecast for a FHIR record', () => {
  it('takes completed immunizations with a CVX code and a full date, and names the others', () => {
    const result = forecast({
      immunizations: [
        given('03', '2025-01-20T09:30:00+01:00'),
        given('21', '2025-01-20', { status: 'entered-in-error' }),
        given('10', '2024-03'),
        given('20', '2024-03-10', { vaccineCode: { text: 'DTaP' } }),
        given('133', '2024-03-10', { isSubpotent: true }),
      ],
    });
    expect(
      result.answer.doses.map(({ date, cvx: code, evaluations }) => [date, code, evaluations[0]?.status]),
    ).toEqual([
      ['2025-01-20', '03', 'valid'],
      ['2024-03-10', '133', 'sub-standard'],
    ]);
    expect(result.leftOut).toEqual([
      { reference: 'Immunization/10-2024-03', reason: 'has no full date' },
      { reference: 'Immunization/20-2024-03-10', reason: 'carries no CVX code' },
    ]);
  });

  it('takes active conditions, and past ones only as proof of immunity', () => {
    const varicella = '38907003';
    expect(status(forecast(), 'Varicella')).toBe('not complete');
    expect(status(forecast({ conditions: [condition(varicella, 'resolved')] }), 'Varicella')).toBe('immune');
    const refuted = { verificationStatus: { coding: [{ code: 'refuted' }] } };
    expect(status(forecast({ conditions: [condition(varicella, 'active', refuted)] }), 'Varicella')).toBe(
      'not complete',
    );
    const pregnant = '77386006';
    expect(status(forecast({ conditions: [condition(pregnant, 'active')] }), 'Varicella')).toBe(
      'contraindicated',
    );
    expect(status(forecast({ conditions: [condition(pregnant, 'resolved')] }), 'Varicella')).toBe(
      'not complete',
    );
  });

  it('leaves to a person a code that may mean several things', () => {
    const result = forecast({ conditions: [condition('86406008', 'active')] });
    expect(result.leftOut).toEqual([
      { reference: 'Condition/86406008', reason: 'may mean observation 026, 186 of the schedule' },
    ]);
  });

  it('says what is missing in the record', () => {
    const patient = { resourceType: 'Patient' as const, gender: 'female' as const };
    expect(
      forecastRecord({ patient, immunizations: [], assessmentDate: '2026-01-10' }, schedule).answer,
    ).toMatchObject({ error: { field: 'dob' } });
  });
});
