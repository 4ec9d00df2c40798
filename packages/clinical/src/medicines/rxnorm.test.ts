/** RxNorm releases and FHIR medications, read into drugs. The concepts here are made up in the form of the release. */
import type { MedicationRequest } from '@keychart/fhir';
import { describe, expect, test } from 'vitest';
import { assessMedicines } from './assess-medicines.ts';
import { RXNORM_SYSTEM, readMedication } from './read-medication.ts';
import { type RxnormRelease, readRxnorm } from './rxnorm-release.ts';

const row = (rxcui: string, kind: string, name: string, source = 'RXNORM', suppressed = 'N') =>
  `${rxcui}|ENG||||||${rxcui}0||${rxcui}||${source}|${kind}|${rxcui}|${name}||${suppressed}|4096|`;

const rows = [
  row('723', 'IN', 'amoxicillin'),
  row('9000001', 'IN', 'examplumab'),
  row('9000002', 'SCD', 'examplumab 10 MG/ML Injectable Solution'),
  row('9000003', 'SBD', 'examplumab 10 MG/ML Injectable Solution [Examplar]'),
  row('9000004', 'BN', 'Examplar'),
  row('9000005', 'SBD', 'amoxicillin 80 MG/ML / clavulanate 11.4 MG/ML Oral Suspension [Clavexample]'),
  row('9000006', 'BN', 'Clavexample'),
  row('9000007', 'SCD', 'warfarin sodium 5 MG Oral Tablet'),
  row('9000008', 'IN', 'hidden drug', 'RXNORM', 'O'),
  row('9000009', 'IN', 'other source drug', 'MTHSPL'),
];

const release = (() => {
  const read = readRxnorm(rows);
  if ('error' in read) throw new Error(read.error.message);
  return read satisfies RxnormRelease;
})();

describe('release', () => {
  test('takes what RxNorm itself says and does not suppress', () => {
    expect(release.size).toBe(8);
    expect(release.drugOf('9000008')).toBeUndefined();
    expect(release.find('other source drug')).toBeUndefined();
  });

  test('drugs and brands lead to their ingredients, ours and new ones', () => {
    expect(release.drugOf('9000002')?.name).toBe('examplumab');
    expect(release.drugOf('9000004')?.name).toBe('examplumab');
    expect(release.find('Examplar')?.ingredients[0]?.rxcui).toBe('9000001');
    expect(release.drugOf('9000006')?.name).toBe('amoxicillin + clavulanate');
    expect(release.drugOf('9000007')?.name).toBe('warfarin');
  });

  test('its names are known to the check', () => {
    expect(
      assessMedicines({ drugs: ['Clavexample'], allergies: ['penicillin'] }, release).findings,
    ).toMatchObject([{ kind: 'allergy', severity: 'high' }]);
    expect(assessMedicines({ drugs: ['Clavexample'] })).toMatchObject({ error: { field: 'drugs[0]' } });
  });

  test('a line of another format is named', () => {
    expect(readRxnorm([rows[0]!, 'RXCUI,name'])).toMatchObject({ error: { field: 'line 2' } });
    expect(readRxnorm([])).toMatchObject({ error: { field: 'file' } });
  });
});

describe('FHIR', () => {
  const request = (medication: Partial<MedicationRequest>): MedicationRequest => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    ...medication,
  });
  const coded = (code: string, display?: string) =>
    request({
      medicationCodeableConcept: {
        coding: [{ system: RXNORM_SYSTEM, code, ...(display ? { display } : {}) }],
      },
    });

  test('by code of the table, of a release, by display, by text', () => {
    expect(readMedication(coded('723'))?.name).toBe('amoxicillin');
    expect(readMedication(coded('9000005'))).toBeUndefined();
    expect(readMedication(coded('9000005'), new Map(), release)?.name).toBe('amoxicillin + clavulanate');
    expect(readMedication(coded('1', 'Ibuprofen 20 MG/ML Oral Suspension'))?.name).toBe('ibuprofen');
    expect(readMedication(request({ medicationCodeableConcept: { text: 'Zyrtec as needed' } }))?.name).toBe(
      'cetirizine',
    );
  });

  test('by a contained or a given Medication, or the words of the reference', () => {
    const medication = { resourceType: 'Medication', id: 'm', code: { text: 'Augmentin' } } as const;
    const contained = request({ contained: [medication], medicationReference: { reference: '#m' } });
    expect(readMedication(contained)?.name).toBe('amoxicillin + clavulanate');
    const elsewhere = request({ medicationReference: { reference: 'Medication/m' } });
    expect(readMedication(elsewhere)).toBeUndefined();
    expect(readMedication(elsewhere, new Map([['Medication/m', medication]]))?.name).toBe(
      'amoxicillin + clavulanate',
    );
    expect(readMedication(request({ medicationReference: { display: 'Motrin' } }))?.name).toBe('ibuprofen');
  });
});
