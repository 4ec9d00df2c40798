/** What was typed in the set-up: what is wrong with it, and what becomes of it. */
import { expect, test } from 'vitest';
import { answersOf, keptAnswers, linesOf, policyErrors, practiceErrors } from './answers.ts';

const typed = { ...keptAnswers(), name: ' Meadow Pediatrics ', person: ' Dr. Ada Quill ' };
const noKey = (text: string) => (text === 'npub1good' ? undefined : 'Paste their public key.');

test('without anything kept the usual values stand there, and are right but for the name', () => {
  expect(keptAnswers()).toMatchObject({ guardianUntil: '18', idleMinutes: '15', split: true, done: [] });
  expect(practiceErrors(keptAnswers())).toEqual({ name: 'Type the name of the practice.' });
  expect(policyErrors(typed, noKey)).toEqual({});
});

test('answers are trimmed, lines are lines, what is empty is not settled', () => {
  expect(linesOf(' Meadow Lane 1 \n\n Denver')).toEqual(['Meadow Lane 1', 'Denver']);
  const answers = answersOf({ ...typed, address: 'Meadow Lane 1\nDenver', confidentialFrom: ' ' });
  expect(answers.practice).toMatchObject({ name: 'Meadow Pediatrics', address: ['Meadow Lane 1', 'Denver'] });
  expect(answers.admin.name).toBe('Dr. Ada Quill');
  expect(answers.policies).toEqual({ guardianUntil: 18, idleMinutes: 15 });
  expect(answers).not.toHaveProperty('second');
});

test('approvals are asked for only where there is somebody to give them', () => {
  expect(answersOf({ ...typed, approvals: true }).approvals).toBe(0);
  const second = { hasSecond: true, secondName: 'Ben', secondKey: ' npub1good ', approvals: true };
  expect(answersOf({ ...typed, ...second })).toMatchObject({ approvals: 1, second: { npub: 'npub1good' } });
  expect(policyErrors({ ...typed, hasSecond: true }, noKey)).toEqual({
    secondName: 'Type their name.',
    secondKey: 'Paste their public key.',
  });
});

test('numbers out of bounds and letters too long are named', () => {
  expect(policyErrors({ ...typed, idleMinutes: '0', guardianUntil: '1e1' }, noKey)).toEqual({
    idleMinutes: 'A whole number from 1 to 240, or nothing.',
    guardianUntil: 'A whole number from 8 to 30, or nothing.',
  });
  const long = 'x'.repeat(201);
  expect(practiceErrors({ ...typed, address: long, letterhead: 'a\n'.repeat(9) })).toEqual({
    address: 'At most 8 lines of 200 characters.',
    letterhead: 'At most 8 lines of 200 characters.',
  });
});
