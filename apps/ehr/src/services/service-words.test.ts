import { expect, test } from 'vitest';
import { patientsExplained, readsText, SERVICES, serviceAct, serviceStanding } from './service-words.ts';

const whole = { name: 'Bridge', compartments: ['desk', 'clin'], noHistory: true };
const named = { ...whole, noHistory: false, patients: ['a', 'b'] };

test('what a service reads is said with whose charts, and since when', () => {
  expect(readsText(whole)).toBe(
    'Reads charts, appointments and contact data, only what is written under the present keys',
  );
  expect(readsText(named)).toBe('Reads charts, appointments and contact data, of 2 named patients only');
  expect(readsText({ ...named, patients: [] })).toContain('of 0 named patients only');
});

test('only a service that reads charts is asked for whose', () => {
  expect(SERVICES.filter(({ service }) => patientsExplained(service)).map(({ service }) => service)).toEqual([
    'fhir',
  ]);
});

test.each(['rotate', 'revoke'] as const)('to %s promises no keys that are not made', (act) => {
  expect(serviceAct(act, whole).points.join(' ')).toContain('handed to everybody on the staff');
  expect(serviceAct(act, named).points.join(' ')).not.toContain('everybody on the staff');
});

test('a new key says that the named patients go with it', () => {
  expect(serviceAct('rotate', named).points).toContain(
    'Its 2 named patients stay open to it, under the new key.',
  );
});

test('catching up is not the same as out of reach, and passes by itself', () => {
  expect(serviceStanding('live')).toBeUndefined();
  for (const waiting of ['catching-up', undefined] as const)
    expect(serviceStanding(waiting)).toMatchObject({
      waiting: true,
      text: expect.stringContaining('still catching up'),
    });
  for (const away of ['offline', 'refused'] as const)
    expect(serviceStanding(away)).toMatchObject({
      waiting: false,
      text: expect.stringContaining('cannot be reached'),
    });
});
