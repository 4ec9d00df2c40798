import { describe, expect, it } from 'vitest';
import {
  codeIn,
  displayAddress,
  displayConcept,
  displayName,
  displayNameSorted,
  displayQuantity,
  operationOutcome,
  parseReference,
  patientName,
  referenceTo,
  refersTo,
  resolveInBundle,
  rewriteReferences,
} from './index.ts';

describe('display', () => {
  it('names', () => {
    expect(displayName({ given: ['Ana', 'María'], family: 'Núñez' })).toBe('Ana María Núñez');
    expect(displayNameSorted({ given: ['Ana'], family: 'Núñez' })).toBe('Núñez, Ana');
    expect(displayName({ text: 'Baby girl' })).toBe('Baby girl');
    expect(
      patientName({
        resourceType: 'Patient',
        name: [
          { use: 'old', family: 'Old' },
          { use: 'official', family: 'New' },
        ],
      }),
    ).toBe('New');
    expect(patientName({ resourceType: 'Patient' })).toBe('(no name)');
  });
  it('addresses, concepts, quantities', () => {
    expect(displayAddress({ line: ['12 Elm St'], city: 'X', state: 'MA', postalCode: '01101' })).toBe(
      '12 Elm St, X, MA 01101',
    );
    expect(displayConcept({ coding: [{ code: 'a' }, { code: 'b', display: 'B' }] })).toBe('B');
    expect(displayConcept(undefined)).toBe('');
    expect(codeIn({ coding: [{ system: 's', code: 'a' }] }, 's')).toBe('a');
    expect(displayQuantity({ comparator: '<', value: 2.5, code: 'ug/dL' })).toBe('< 2.5 ug/dL');
  });
});

describe('references', () => {
  it.each([
    ['Patient/1', { form: 'literal', type: 'Patient', id: '1' }],
    [
      'https://x/fhir/Patient/1/_history/2',
      { form: 'literal', type: 'Patient', id: '1', version: '2', base: 'https://x/fhir' },
    ],
    [
      'urn:uuid:C757873D-ec9a-4326-a141-556f43239520',
      { form: 'urn', urn: 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520' },
    ],
    ['#x', { form: 'contained', id: 'x' }],
    ['Patient?identifier=1', { form: 'conditional', type: 'Patient', query: 'identifier=1' }],
    ['https://example.org/x', { form: 'url', url: 'https://example.org/x' }],
    ['patient/1', undefined],
    ['Patient/1 ', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s', (text, parsed) => expect(parseReference(text)).toEqual(parsed));

  it('make, match, resolve and rewrite', () => {
    const patient = { resourceType: 'Patient', id: '1' } as const;
    expect(referenceTo(patient, 'Ana')).toEqual({ reference: 'Patient/1', display: 'Ana' });
    expect(() => referenceTo({ resourceType: 'Patient' })).toThrow('without id');
    expect(refersTo({ reference: 'http://x/Patient/1/_history/3' }, patient)).toBe(true);
    expect(refersTo({ display: 'x' }, patient)).toBe(false);
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ fullUrl: 'http://y.example/1', resource: patient }],
    } as const;
    expect(resolveInBundle(structuredClone(bundle) as never, { reference: 'http://y.example/1' })).toEqual(
      patient,
    );
    const value = { a: [{ reference: 'x' }, { b: 1 }] };
    expect(rewriteReferences(value, () => 'y')).toEqual({ a: [{ reference: 'y' }, { b: 1 }] });
    expect(rewriteReferences(value, (r) => r)).toBe(value);
  });

  it('outcomes have issues', () => expect(() => operationOutcome()).toThrow('at least one'));
});
