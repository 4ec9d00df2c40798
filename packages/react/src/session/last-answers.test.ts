import { expect, test } from 'vitest';
import { createLastAnswers } from './last-answers.ts';

test('the newest answer to a question counts', () => {
  const answers = createLastAnswers();
  expect(answers.get('visits')).toBeUndefined();
  answers.set('visits', 1);
  answers.set('visits', 2);
  expect(answers.get('visits')).toBe(2);
});

test('what was asked longest ago is let go first', () => {
  const answers = createLastAnswers(2);
  answers.set('visits', 1);
  answers.set('notes', 2);
  answers.set('visits', 3);
  answers.set('vitals', 4);
  expect([answers.get('visits'), answers.get('notes'), answers.get('vitals')]).toEqual([3, undefined, 4]);
});
