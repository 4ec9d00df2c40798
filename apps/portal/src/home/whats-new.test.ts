import type { Entry } from '@keychart/chart';
import type { Observation, Resource } from '@keychart/fhir';
import { describe, expect, it } from 'vitest';
import { whatsNew } from './whats-new.ts';

const signer = { name: 'Dr. Vega', role: 'doctor', me: false } as const;

function entry<R extends Resource>(id: string, resource: R): Entry<R> {
  return {
    id,
    version: id,
    patientId: 'p',
    resource: { id, ...resource },
    confidential: false,
    signer,
    signedAt: '2025-01-01T00:00:00Z',
    changedBy: signer,
    changedAt: '2025-01-01T00:00:00Z',
    versions: 1,
    conflict: false,
    delivery: { state: 'accepted' },
  };
}

const vaccine = (id: string, text: string, occurrenceDateTime: string) =>
  entry(id, {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { text },
    occurrenceDateTime,
  } as Resource);
const lab = (id: string, effectiveDateTime: string) =>
  entry<Observation>(id, {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Lead' },
    effectiveDateTime,
  });
const vital = (id: string, code: string, value: number, unit: string, effectiveDateTime: string) =>
  entry<Observation>(id, {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ code: 'vital-signs' }] }],
    code: { coding: [{ system: 'http://loinc.org', code }] },
    valueQuantity: { value, unit, code: unit, system: 'http://unitsofmeasure.org' },
    effectiveDateTime,
  });

const options = { units: 'metric', timeZone: 'America/Denver', most: 6 } as const;

describe('whatsNew', () => {
  it('makes vaccines of one day one item, counted in the zone of the practice', () => {
    const records = [
      vaccine('a', 'DTaP', '2025-03-01T23:30:00-07:00'),
      vaccine('b', 'IPV', '2025-03-01T09:00:00-07:00'),
      vaccine('c', 'MMR', '2025-03-02T09:00:00-07:00'),
    ];
    const items = whatsNew({ records, vitals: [], results: [] }, options);
    expect(items.map(({ title }) => title)).toEqual(['MMR', '2 immunizations']);
    expect(items[1]?.detail).toBe('DTaP, IPV');
    expect(items[1]?.ids).toEqual(['a', 'b']);
  });

  it('does not repeat values that a report names', () => {
    const report = entry('r', {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'Blood count' },
      effectiveDateTime: '2025-03-01',
      result: [{ reference: 'Observation/x' }],
    } as Resource);
    const results = [lab('x', '2025-03-01'), lab('y', '2025-02-01')];
    const items = whatsNew({ records: [report], vitals: [], results }, options);
    expect(items.map(({ title }) => title)).toEqual(['Blood count', 'Lead']);
  });

  it('makes the values of one moment one item that opens all of them', () => {
    const at = '2025-03-01T09:00:00-07:00';
    const vitals = [vital('w', '29463-7', 12, 'kg', at), vital('h', '8302-2', 88, 'cm', at)];
    const items = whatsNew({ records: [], vitals, results: [] }, options);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ section: 'vitals', ids: ['w', 'h'], date: at });
  });

  it('is newest first and no longer than asked', () => {
    const records = ['2025-01-01', '2025-03-01', '2025-02-01'].map((date, i) =>
      vaccine(String(i), date, date),
    );
    const items = whatsNew({ records, vitals: [], results: [] }, { ...options, most: 2 });
    expect(items.map(({ title }) => title)).toEqual(['2025-03-01', '2025-02-01']);
  });
});
