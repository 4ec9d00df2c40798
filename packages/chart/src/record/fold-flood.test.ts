/** One entry, changed a thousand times by somebody who wants everybody who opens the chart to wait. */
import { expect, test } from 'vitest';
import { foldEntry } from './fold.ts';
import type { StoredRecord } from './stored-record.ts';

const idOf = (at: number) => String(at).padStart(64, '0');
const record = (at: number, links: StoredRecord['links']): StoredRecord => ({
  id: idOf(at),
  patientId: 'ida',
  kind: 2113,
  author: 'a'.repeat(64),
  at,
  c: 'clin',
  links,
  resource: {
    resourceType: 'Observation',
    id: 'weight',
    status: 'final',
    code: { text: 'Weight' },
    note: [{ text: `${at}` }],
  },
});

test('each version made from the last but one: folded at once, the last stands', () => {
  const changes = Array.from({ length: 1000 }, (_, n) =>
    record(n + 1, [
      { id: idOf(0), marker: 'correction' },
      { id: idOf(Math.max(0, n - 1)), marker: 'base' },
    ]),
  );
  const began = performance.now();
  const folded = foldEntry(record(0, []), changes);
  // Twelve seconds before there was a bound.
  expect(performance.now() - began).toBeLessThan(3000);
  expect(folded.versions).toHaveLength(1001);
  expect(folded.resource).toMatchObject({ note: [{ text: '1000' }] });
});
