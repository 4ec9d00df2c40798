import type { Patient, Resource } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { exportBundle } from './export-bundle.ts';
import { linkPatients } from './link-patients.ts';
import { validate } from './validate.ts';

const a = '11111111-1111-4111-8111-111111111111';
const b = '22222222-2222-4222-8222-222222222222';
const patient = (id: string): Patient => ({ resourceType: 'Patient', id, name: [{ family: 'Testbach' }] });

test('each of two merged patients names the other, once, and a bundle names them by its own addresses', () => {
  const merged = [{ duplicate: b, survivor: a }];
  const linked = linkPatients([patient(a), patient(b), patient('c')], merged);
  expect(linked.map((one) => (one as Patient).link)).toEqual([
    [{ other: { reference: `Patient/${b}` }, type: 'replaces' }],
    [{ other: { reference: `Patient/${a}` }, type: 'replaced-by' }],
    undefined,
  ]);
  expect(linkPatients(linked, merged)).toEqual(linked);
  for (const one of linked) expect(validate(one)).toEqual([]);
  const bundled = exportBundle(linked as Resource[]).entry?.map(({ resource }) => (resource as Patient).link);
  expect(bundled?.[0]?.[0]?.other.reference).toBe(`urn:uuid:${b}`);
});
