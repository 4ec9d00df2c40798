import { expect, test } from 'vitest';
import { afterKey, type EarlyKeys } from './early-keys.ts';

const typed = (...keys: string[]) =>
  keys.reduce<EarlyKeys>((kept, key) => afterKey(kept, key) ?? kept, { text: '', entered: false });

test('letters, corrections and Enter are kept in their order; other keys are not typing', () => {
  expect(typed('S', 't', 'x', 'Backspace', 'a', 'ff', '👶', 'Backspace', 'é')).toEqual({
    text: 'Staé',
    entered: false,
  });
  expect(typed('a', 'Enter')).toEqual({ text: 'a', entered: true });
  for (const key of ['Escape', 'Tab', 'Shift', 'ArrowDown', 'F5', 'Dead'])
    expect(afterKey({ text: 'a', entered: false }, key), key).toBeUndefined();
});
