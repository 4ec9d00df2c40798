import type { NostrEvent } from '@keychart/nostr';
import { expect, test } from 'vitest';
import { conflictOf, seenHead } from './server-heads.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

function head(seq: number, signed: number, { hash = A, at = signed } = {}) {
  const content = JSON.stringify({ seq, hash, at, entries: 1 });
  return seenHead({ kind: 2099, content, created_at: signed } as NostrEvent)!;
}

test.each([
  ['goes on', head(10, 100), head(12, 200), undefined],
  ['the same again', head(10, 100), head(10, 200), undefined],
  ['an older one that comes late', head(10, 100), head(8, 50), undefined],
  ['two of one second', head(10, 100), head(11, 100), undefined],
  ['another entry under the number', head(10, 100), head(10, 200, { hash: B }), 'rewritten'],
  ['signed later over fewer', head(10, 100), head(9, 200), 'cut'],
  ['… with an older last entry', head(10, 100), head(9, 200, { at: 20 }), 'cut'],
  ['signed before what it follows', head(10, 100), head(12, 90), 'clock'],
  ['its last entry before what it follows', head(10, 100), head(12, 200, { at: 99 }), 'clock'],
  ['an older one with a later last entry', head(10, 100), head(8, 50, { at: 101 }), 'clock'],
])('%s', (_what, known, next, conflict) => {
  expect(conflictOf(known, next)).toBe(conflict);
});

test('what is no head is none', () => {
  const event = { kind: 2099, content: '{"seq":0}', created_at: 1 } as NostrEvent;
  expect(seenHead(event)).toBeUndefined();
  expect(seenHead({ ...head(1, 1).event, kind: 2107 })).toBeUndefined();
});
