/** The patient list in memory. */
import { expect, test } from 'vitest';
import { people } from './people.ts';

test('patients of one name stand in one order, whichever came first', () => {
  const listed = (ids: readonly string[]) => {
    const list = people();
    for (const id of ids) list.put(id, '0'.repeat(64));
    return list.search('').map(({ person }) => person.id);
  };
  expect(listed(['b', 'c', 'a'])).toEqual(listed(['a', 'b', 'c']));
});
