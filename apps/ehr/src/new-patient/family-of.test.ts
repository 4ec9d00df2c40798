import { expect, test } from 'vitest';
import { EMPTY_PATIENT_FORM } from './build-patient.ts';
import { familyOf } from './family-of.ts';

test('address, phone and guardians are shared; name, birth and key are each child’s own', () => {
  const form = {
    ...EMPTY_PATIENT_FORM,
    given: 'Ida',
    family: 'Testbach',
    birthDate: '2021-03-04',
    sex: 'female',
    phone: '555 010 0000',
    city: 'Sampleton',
  };
  const sibling = {
    id: '1',
    given: 'Ben',
    family: 'Other',
    birthDate: '2024-01-02',
    sex: 'male',
    npub: ' npub1xyz ',
  };
  const guardians = [
    { id: 'a', name: ' Mother ', npub: 'npub1m' },
    { id: 'b', name: 'Sister', npub: '', patientId: 'p' },
    { id: 'c', name: 'Without a key', npub: '' },
  ];
  const [ida, ben] = familyOf(form, '', [sibling], guardians);
  const readers = [
    { name: 'Mother', npub: 'npub1m' },
    { name: 'Sister', patientId: 'p' },
  ];
  expect(ida).toMatchObject({
    patient: { name: [{ given: ['Ida'], family: 'Testbach' }] },
    guardians: readers,
  });
  expect(ida).not.toHaveProperty('npub');
  expect(ben).toMatchObject({ npub: 'npub1xyz', guardians: readers });
  expect(ben?.patient).toMatchObject({
    name: [{ given: ['Ben'], family: 'Other' }],
    birthDate: '2024-01-02',
    gender: 'male',
    telecom: [{ system: 'phone', value: '555 010 0000' }],
    address: [{ city: 'Sampleton' }],
  });
});
