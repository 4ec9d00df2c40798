import { expect, test } from 'vitest';
import { plainWords } from './plain-words.ts';

test('families read no word for machines', () => {
  expect(
    plainWords('the relay closed the connection: restricted: this key has no access to this practice'),
  ).toBe(
    'this key has no access to this practice: it was not let in yet, or its access has ended; ask the practice',
  );
  expect(plainWords('the relay cannot be reached')).toBe('the practice’s server cannot be reached');
  expect(plainWords('the relay closed the connection: rate-limited: too many messages; slow down')).toBe(
    'too many messages; slow down',
  );
  for (const said of ['the relay does not accept this key: blocked: no', 'the relay fell silent'])
    expect(plainWords(said)).not.toMatch(/relay|blocked:/);
});
