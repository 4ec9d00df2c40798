/** Tampering with the access log, one way after another; each is found and named, and an honest log says nothing. */
import { expect, test } from 'vitest';
import { type AuditTrailEntry, verifyAuditTrail } from './audit-trail.ts';

/** `nth` is also the second it was signed. */
const entry = (nth: number, change: Partial<AuditTrailEntry> = {}): AuditTrailEntry => ({
  id: `e${nth}`,
  author: 'doctor',
  device: 'laptop',
  at: nth,
  seq: nth,
  hash: `hash of ${nth}`,
  ...(nth > 1 && { prev: `hash of ${nth - 1}` }),
  ...change,
});

const honest = [1, 2, 3, 4, 5].map((nth) => entry(nth));
const other = [1, 2].map((nth) => entry(nth, { id: `t${nth}`, device: 'tablet' }));
const without = (nth: number) => honest.filter(({ seq }) => seq !== nth);
const instead = (nth: number, change: Partial<AuditTrailEntry>) =>
  honest.map((item) => (item.seq === nth ? { ...item, ...change } : item));

test.each<[string, readonly AuditTrailEntry[], readonly [string, number, number][]]>([
  ['nothing', [], []],
  ['an honest chain', honest, []],
  ['two devices, in any order', [...other, ...honest].reverse(), []],
  ['an entry sealed anew under another id', [...honest, entry(3, { id: 'again' })], []],
  ['two entries of one second', instead(3, { at: 2 }), []],
  ['one taken out', without(3), [['missing', 3, 3]]],
  ['several taken out', without(3).filter(({ seq }) => seq !== 2), [['missing', 2, 3]]],
  ['the first taken out', without(1), [['missing', 1, 1]]],
  ['one written anew', instead(3, { hash: 'other words' }), [['altered', 3, 3]]],
  ['the first made to follow another', instead(1, { prev: 'hash of 0' }), [['altered', 1, 1]]],
  ['one cut from what it followed', instead(4, { prev: 'nothing known' }), [['altered', 3, 3]]],
  ['one dated before the one it follows', instead(4, { at: 2 }), [['reordered', 4, 4]]],
  [
    'two numbers exchanged',
    honest.map((item) =>
      item.seq === 2 ? { ...item, seq: 3 } : item.seq === 3 ? { ...item, seq: 2 } : item,
    ),
    [
      ['altered', 1, 1],
      ['altered', 2, 2],
      ['reordered', 3, 3],
      ['altered', 3, 3],
    ],
  ],
  ['a second entry with a number', [...honest, entry(3, { id: 'f3', hash: 'another' })], [['forked', 3, 3]]],
  [
    'a device that goes on from an older copy of itself, once restored: nothing but that',
    [
      ...honest,
      entry(3, { id: 'r3', hash: 'again 3', at: 10 }),
      entry(4, { id: 'r4', hash: 'again 4', prev: 'again 3', at: 11 }),
      ...[5, 6, 7].map((nth) =>
        entry(nth, { id: `r${nth}`, hash: `again ${nth}`, prev: `again ${nth - 1}`, at: nth + 7 }),
      ),
    ],
    [['forked', 3, 5]],
  ],
  [
    'and one of the restored line taken out all the same',
    [
      ...honest,
      ...[4, 5, 7].map((nth) =>
        entry(nth, {
          id: `r${nth}`,
          hash: `again ${nth}`,
          at: nth + 7,
          prev: nth === 4 ? 'hash of 3' : `again ${nth - 1}`,
        }),
      ),
    ],
    [
      ['forked', 4, 5],
      ['missing', 6, 6],
    ],
  ],
])('%s', (_, entries, expected) => {
  const { findings } = verifyAuditTrail(entries);
  expect(findings.map(({ kind, from, to }) => [kind, from, to])).toEqual(expected);
  for (const finding of findings) {
    expect(finding).toMatchObject({ author: 'doctor', device: 'laptop' });
    expect(finding.ids.length).toBeGreaterThan(0);
  }
});

test('a range of time begins anywhere, but has no holes', () => {
  const range = without(1).filter(({ seq }) => seq !== 2);
  expect(verifyAuditTrail(range, { whole: false }).findings).toEqual([]);
  expect(verifyAuditTrail([...range, entry(7)], { whole: false })).toMatchObject({
    entries: 4,
    chains: 1,
    findings: [{ kind: 'missing', from: 6, to: 6 }],
  });
});

test('what comes last is vouched for by its signature alone: a chain cut at its end looks whole', () => {
  expect(verifyAuditTrail(without(5)).findings).toEqual([]);
});
