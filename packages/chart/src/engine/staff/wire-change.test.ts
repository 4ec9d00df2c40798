import { generateSecretKey, getPublicKey, npubEncode } from '@keychart/nostr';
import { expect, test } from 'vitest';
import { wireChange } from './wire-change.ts';

const pk = getPublicKey(generateSecretKey());
const add = { kind: 'add', npub: npubEncode(pk), name: 'Test Person', role: 'nurse' } as const;

test('keys and times of the wire', () => {
  expect(wireChange({ ...add, until: '2030-01-01T00:00:00Z' })).toEqual({
    kind: 'add',
    pk,
    role: 'nurse',
    until: 1893456000,
  });
});

test.each([
  [{ npub: 'npub1xyz' }, /npub/],
  [{ name: ' ' }, /needs a name/],
  [{ role: 'owner' as 'nurse' }, /no role called owner/],
  [{ permissions: ['read', 'everything'] }, /no permission called everything/],
  [{ until: 'soon' }, /not a date: soon/],
])('what is wrong is named: %o', (wrong, reason) => {
  expect(wireChange({ ...add, ...wrong })).toMatchObject({ reason: expect.stringMatching(reason) });
});
