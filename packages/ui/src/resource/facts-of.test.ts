import type { Resource } from '@keychart/fhir';
import { describe, expect, it } from 'vitest';
import { factsOf } from './facts-of.ts';

const options = { timeZone: 'America/Denver', units: 'us' } as const;
const facts = (resource: unknown) => Object.fromEntries(factsOf(resource as Resource, options));

describe('factsOf', () => {
  it('leaves out what a record does not say', () => {
    expect(facts({ resourceType: 'Condition', code: { text: 'Asthma' } })).toEqual({});
  });

  it('says that a vaccine was not given, and why', () => {
    const refused = {
      resourceType: 'Immunization',
      status: 'not-done',
      occurrenceDateTime: '2025-03-01',
      statusReason: { text: 'family declined' },
    };
    expect(facts(refused)).toMatchObject({ Given: 'Not given', 'Why not': 'Family declined' });
  });

  it('converts measurements to the units asked for', () => {
    const weight = {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      valueQuantity: { value: 10, unit: 'kg', code: 'kg', system: 'http://unitsofmeasure.org' },
    };
    expect(facts(weight).Weight).toBe('22 lb');
    expect(factsOf(weight as Resource, { ...options, units: 'metric' })).toContainEqual(['Weight', '10 kg']);
  });

  it('keeps calendar dates as they are written, whatever the zone', () => {
    expect(facts({ resourceType: 'Condition', onsetDateTime: '2025-03-01' }).Since).toBe('Mar 1, 2025');
  });

  it('shows any other resource with its kind, never as nothing', () => {
    expect(facts({ resourceType: 'CarePlan', status: 'entered-in-error', created: '2025-03-01' })).toEqual({
      Kind: 'Care plan',
      Date: 'Mar 1, 2025',
      Status: 'Entered in error',
    });
  });

  it('says with whom an appointment is, and what a message says', () => {
    const appointment = {
      resourceType: 'Appointment',
      status: 'booked',
      start: '2025-03-01T16:00:00Z',
      participant: [
        { actor: { reference: 'Patient/x', display: 'Ida Testbach' }, status: 'accepted' },
        { actor: { display: 'Dr. Vega' }, status: 'accepted' },
      ],
    };
    expect(facts(appointment)).toMatchObject({ With: 'Dr. Vega', Status: 'Booked' });
    const message = {
      resourceType: 'Communication',
      sender: { display: 'Nurse Fern' },
      payload: [{ contentString: 'The result is here.' }, { contentString: 'See you soon.' }],
    };
    expect(facts(message)).toEqual({ From: 'Nurse Fern', Message: 'The result is here.\nSee you soon.' });
  });
});
